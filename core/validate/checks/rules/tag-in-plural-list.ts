import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, ruleToSql } from '../kit/example.ts';

export const tagInPluralList: Check = {
  id: 'tag-in-plural-list',
  title: 'Service tag in a list of prefixes',
  severity: 'ERROR',
  summary: 'A service tag or * stands in a list of address prefixes.',
  rationale:
    'The plural fields take addresses and prefixes only; Resource Manager answers SecurityRuleParameterContainsUnsupportedValue.',
  avoid: 'destinationAddressPrefixes: [Storage, Sql]',
  prefer: 'one rule for each tag, with destinationAddressPrefix',
  examples: {
    good: example(
      'the tag by itself',
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
