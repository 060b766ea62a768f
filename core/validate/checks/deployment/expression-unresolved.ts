import { cite } from '../../../../data/cite.ts';
import { quoted } from '../../../quoted.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, ruleToSql } from '../kit/example.ts';

export const expressionUnresolved: Check = {
  id: 'expression-unresolved',
  title: 'Value known only at deployment',
  severity: 'WARNING',
  summary: 'A rule has a template expression where the check needs a value.',
  rationale:
    'The input does not say what the rule matches, so the flows that depend on it stay undecided.',
  avoid: 'an exported template with parameters that have no value',
  prefer:
    'the compiled template with its parameter values, or the deployed group as az network nsg show prints it',
  examples: {
    good: example(
      'plain values',
      ruleToSql({ destinationAddressPrefix: 'Sql', destinationPortRange: '1433' }),
    ),
    bad: example(
      'a value that is known only at deployment',
      ruleToSql({
        destinationAddressPrefix: 'Sql',
        destinationPortRange: "[parameters('sqlPort')]",
      }),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: perLocation(({ problems }) => {
    const unresolved = problems.filter(({ checkId }) => checkId === 'expression-unresolved');
    // A rule with several such fields is one finding.
    const byRule = Map.groupBy(unresolved, ({ rule, path }) => (rule === '' ? path : rule));
    return [...byRule.values()].flatMap((fields) => {
      const [first] = fields;
      if (!first) return [];
      const values = [...new Set(fields.map(({ message }) => message))].join('; ');
      return [
        {
          message: `rule ${first.rule === '' ? 'without a name' : quoted(first.rule)}: ${values}`,
          path: first.path,
          outcome: 'NEEDS_REVIEW' as const,
        },
      ];
    });
  }),
};
