import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { customRulesOf } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { namedRule } from '../kit/rule-labels.ts';
import { accessInName } from '../kit/rule-name.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const nameVsAccess: Check = {
  id: 'name-vs-access',
  title: 'Rule name contradicts its access',
  severity: 'INFO',
  summary: 'A rule is named after allowing but denies, or the other way round.',
  rationale:
    'Azure goes by the access; people go by the name. A rule that was changed in a hurry and still has its old name is misread at the next incident.',
  avoid: 'a rule DenyAll with access Allow',
  prefer: 'a name that says what the rule does',
  examples: {
    good: example(
      'the name says what the rule does',
      securityRules(management, inbound('DenyRest', 4000, 'DENY', '*', '*', { protocol: '*' })),
    ),
    bad: example(
      'a rule named Deny that allows',
      securityRules(management, inbound('DenyClients', 4000, 'ALLOW', '10.1.0.0/16', '443')),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules', 'INFERRED')],
  run: perLocation((location) =>
    customRulesOf(location).flatMap(({ rule, raw }) => {
      const said = accessInName(rule.name);
      if (!said || !rule.access || said === rule.access) return [];
      return [
        {
          message: `${namedRule(rule)} ${rule.access === 'ALLOW' ? 'allows' : 'denies'}, but its name says otherwise`,
          path: `${raw.fieldsPath}/access`,
          remediation: 'correct the access if the name is right, or rename the rule',
        },
      ];
    }),
  ),
};
