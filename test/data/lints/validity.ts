import { type AnyFact, factLists, isDate, nameOf } from './facts.ts';
import type { Lint } from './lint.ts';

/** What is wrong with the days of a fact; undefined if nothing is. */
function trouble({ since, until, effectiveOn }: AnyFact): string | undefined {
  for (const date of [since, until, effectiveOn]) {
    if (date !== undefined && !isDate(String(date))) return `${date} is no date`;
  }
  if (until === undefined) return undefined;
  if (since === undefined) return `until ${until}, without since`;
  return String(since) > String(until) ? `since ${since} until ${until}` : undefined;
}

export const validity: Lint = {
  name: 'validity',
  description: 'A fact begins before it ends, and a fact with an end has a beginning.',
  offenders: (catalog) =>
    factLists(catalog).flatMap(([list, facts]) =>
      facts.flatMap((fact) => {
        const actual = trouble(fact);
        return actual === undefined ? [] : [`${nameOf(fact, list)}: ${actual}`];
      }),
    ),
};
