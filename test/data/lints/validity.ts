import { type AnyFact, factLists, isDate, nameOf } from './facts.ts';
import type { Lint } from './lint.ts';

/** What keeps a fact's first and last day from being dates in their order; undefined where nothing does. */
function trouble({ since, until }: AnyFact): string | undefined {
  for (const date of [since, until]) {
    if (date !== undefined && !isDate(String(date))) return `${date} is no date`;
  }
  if (until === undefined) return undefined;
  if (since === undefined) return `until ${until}, since when is not said`;
  return String(since) > String(until) ? `since ${since} until ${until}` : undefined;
}

export const validity: Lint = {
  name: 'validity',
  description: 'A fact begins before it ends, and what ends says when it began.',
  offenders: (catalog) =>
    factLists(catalog).flatMap(([list, facts]) =>
      facts.flatMap((fact) => {
        const found = trouble(fact);
        return found === undefined ? [] : [`${nameOf(fact, list)}: ${found}`];
      }),
    ),
};
