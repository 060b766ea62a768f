import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { customRulesOf, named } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { accessInName } from '../kit/rule-name.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const nameVsAccess: Check = {
  id: 'name-vs-access',
  title: 'Name and access contradict each other',
  severity: 'INFO',
  summary: 'A rule is called after allowing and denies, or the other way round.',
  rationale:
    'Azure goes by the access, people go by the name. A rule that was changed in a hurry and kept its name is read wrongly at the next incident.',
  avoid: 'a rule DenyAll whose access is Allow',
  prefer: 'a name that says what the rule does',
  examples: {
    good: example(
      'the name says what the rule does',
      securityRules(management, inbound('DenyRest', 4000, 'DENY', '*', '*', { protocol: '*' })),
    ),
    bad: example(
      'a rule to deny that allows',
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
          message: `${named(rule)} ${rule.access === 'ALLOW' ? 'allows' : 'denies'}, against its name`,
          path: `${raw.fieldsPath}/access`,
          remediation: 'correct the access if the name is meant, or give the rule another name',
        },
      ];
    }),
  ),
};
