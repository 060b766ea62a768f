import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';

export const duplicatePriority: Check = {
  id: 'duplicate-priority',
  title: 'Two rules with one priority',
  severity: 'ERROR',
  summary: 'Two rules of the same direction have the same priority.',
  rationale:
    'Resource Manager refuses the second rule, and the input does not say which of the two should win. One inbound and one outbound rule may share a number.',
  avoid: 'two inbound rules with priority 100',
  prefer: 'a different priority for each rule of a direction',
  examples: {
    good: example(
      'the same number once in each direction',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433'),
      ),
    ),
    bad: example(
      'the same number twice in one direction',
      securityRules(
        outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433'),
        outbound('AllowStorage', 100, 'ALLOW', 'Storage', '443'),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('duplicate-priority'),
};
