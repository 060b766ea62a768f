import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, ruleToSql } from '../kit/example.ts';

export const singularAndPlural: Check = {
  id: 'singular-and-plural',
  title: 'Singular and plural form of one field',
  severity: 'ERROR',
  summary: 'A rule has both the singular and the plural form of a field.',
  rationale: 'Resource Manager accepts one of the two and refuses a rule with both.',
  avoid: 'destinationPortRange: 443 together with destinationPortRanges: [443, 1886]',
  prefer: 'destinationPortRanges: [443, 1886]',
  examples: {
    good: example(
      'only the list',
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
