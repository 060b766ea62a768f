import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const ruleNameInvalid: Check = {
  id: 'rule-name-invalid',
  title: 'Rule name that Azure refuses',
  severity: 'ERROR',
  summary: 'A rule name is empty, too long, or has characters that Azure does not allow.',
  rationale:
    'Resource Manager refuses the rule. A name has up to 80 letters, digits, underscores, periods and hyphens.',
  avoid: 'Allow Storage out',
  prefer: 'Allow-Storage-out',
  examples: {
    good: example(
      'letters and hyphens',
      securityRules(outbound('Allow-Sql', 100, 'ALLOW', 'Sql', '1433')),
    ),
    bad: example('spaces', securityRules(outbound('Allow Sql', 100, 'ALLOW', 'Sql', '1433'))),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('rule-name-invalid'),
};
