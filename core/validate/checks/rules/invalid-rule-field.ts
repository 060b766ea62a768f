import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const invalidRuleField: Check = {
  id: 'invalid-rule-field',
  title: 'Unknown direction, access or protocol',
  severity: 'ERROR',
  summary: 'Azure does not know the direction, access or protocol of a rule.',
  rationale: 'Resource Manager refuses the rule. Case does not matter; other values do.',
  avoid: 'protocol: https',
  prefer: 'protocol: Tcp',
  examples: {
    good: example(
      'a protocol that Azure knows',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433')),
    ),
    bad: example(
      'a protocol of another layer',
      securityRules(
        outbound('AllowStorage', 100, 'ALLOW', 'Storage', '443', { protocol: 'Https' }),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('invalid-rule-field'),
};
