import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, ruleToSql } from '../kit/example.ts';

export const tagInPluralList: Check = {
  id: 'tag-in-plural-list',
  title: 'Service tag in a list of prefixes',
  severity: 'ERROR',
  summary: 'A list of address prefixes contains a service tag or *.',
  rationale:
    'The plural fields accept only addresses and prefixes. Resource Manager answers SecurityRuleParameterContainsUnsupportedValue.',
  avoid: 'destinationAddressPrefixes: [Storage, Sql]',
  prefer: 'one rule for each tag, with destinationAddressPrefix',
  examples: {
    good: example(
      'only the tag',
      ruleToSql({ destinationAddressPrefix: 'Sql', destinationPortRange: '1433' }),
    ),
    bad: example(
      'the tag in a list',
      ruleToSql({ destinationPortRange: '1433', destinationAddressPrefixes: ['Sql', 'Storage'] }),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('tag-in-plural-list'),
};
