import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, ruleToSql } from '../kit/example.ts';

export const singularAndPlural: Check = {
  id: 'singular-and-plural',
  title: 'Both forms of a field',
  severity: 'ERROR',
  summary: 'A rule gives both the singular and the plural form of a field.',
  rationale: 'Resource Manager takes one of the two and refuses a rule with both.',
  avoid: 'destinationPortRange: 443 beside destinationPortRanges: [443, 1886]',
  prefer: 'destinationPortRanges: [443, 1886]',
  examples: {
    good: example(
      'the list alone',
      ruleToSql({ destinationAddressPrefix: 'Sql', destinationPortRanges: ['1433'] }),
    ),
    bad: example(
      'the single value and the list',
      ruleToSql({
        destinationAddressPrefix: 'Sql',
        destinationPortRange: '1433',
        destinationPortRanges: ['1433', '11000'],
      }),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('singular-and-plural'),
};
