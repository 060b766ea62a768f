import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { type CustomRule, customRulesOf } from '../kit/custom-rule.ts';
import { example, outbound, securityRules } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

/** As Resource Manager spells them. */
const spellings = ['Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', '*'] as const;

export const protocolCase: Check = {
  id: 'protocol-case',
  title: 'Protocol in an unusual spelling',
  severity: 'INFO',
  summary: 'A protocol is not spelled the way Resource Manager spells it.',
  rationale:
    'Azure accepts any case and returns what you wrote, so the rule works; but tools that compare configurations report a change where there is none.',
  avoid: 'tcp, uDP',
  prefer: 'Tcp, Udp',
  examples: {
    good: example(
      'the usual spelling',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433')),
    ),
    bad: example(
      'small letters',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433', { protocol: 'tcp' })),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules', 'INFERRED')],
  run: perLocation((location) => {
    const unusual = [...Map.groupBy(customRulesOf(location), ({ raw }) => raw.protocol)].flatMap(
      ([protocol, rules]) => {
        const spelling = spellingOf(rules[0]);
        if (spelling === undefined || spelling === protocol) return [];
        const names = listing(rules.map(({ rule }) => rule.name.slice(0, 80)));
        const text = `${spelling} instead of ${protocol} in ${rules.length === 1 ? 'rule' : 'rules'} ${names}`;
        return [{ spelling, text, path: `${rules[0]?.raw.fieldsPath}/protocol` }];
      },
    );
    const [first] = unusual;
    if (!first) return [];
    return [
      {
        message: `write ${unusual.map(({ text }) => text).join('; ')}`,
        path: first.path,
        remediation: `write ${listing([...new Set(unusual.map(({ spelling }) => spelling))])}`,
      },
    ];
  }),
};

function spellingOf(custom: CustomRule | undefined): string | undefined {
  const protocol = custom?.rule.protocol;
  return protocol === 'ANY' ? '*' : spellings.find((one) => one.toUpperCase() === protocol);
}
