import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const duplicateRuleName: Check = {
  id: 'duplicate-rule-name',
  title: 'Two rules with one name',
  severity: 'ERROR',
  summary: 'Two rules of a group have the same name.',
  rationale:
    'Azure identifies a rule by its name within the group, so the later rule replaces the earlier one or is refused.',
  avoid: 'two rules named AllowStorage',
  prefer: 'AllowStorage443 and AllowStorage445',
  examples: {
    good: example(
      'two names',
      securityRules(
        outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433'),
        outbound('AllowStorage', 110, 'ALLOW', 'Storage', '443'),
      ),
    ),
    bad: example(
      'the same name in two spellings',
      securityRules(
        outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433'),
        outbound('allowsql', 110, 'ALLOW', 'Storage', '443'),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('duplicate-rule-name'),
};
