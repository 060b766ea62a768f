import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, ruleToSql } from '../kit/example.ts';

export const expressionUnresolved: Check = {
  id: 'expression-unresolved',
  title: 'Value known only at deployment',
  severity: 'WARNING',
  summary: 'A rule has a template expression where a value is needed.',
  rationale:
    'What the rule matches cannot be known from the input, so flows that depend on it are left undecided.',
  avoid: 'an exported template with parameters left open',
  prefer:
    'the compiled template with its parameter values, or the deployed group as az network nsg show prints it',
  examples: {
    good: example(
      'values as they are',
      ruleToSql({ destinationAddressPrefix: 'Sql', destinationPortRange: '1433' }),
    ),
    bad: example(
      'a value that is only known later',
      ruleToSql({
        destinationAddressPrefix: 'Sql',
        destinationPortRange: "[parameters('sqlPort')]",
      }),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('expression-unresolved', 'NEEDS_REVIEW'),
};
