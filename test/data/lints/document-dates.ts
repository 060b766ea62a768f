import type { Citation } from '../../../data/model.ts';
import { type AnyFact, factLists, nameOf } from './facts.ts';
import type { Lint } from './lint.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as texts name it: 2025-03-15, 15 March 2025, March 2025. */
function wordings(date: string): readonly string[] {
  const [year, month, day] = date.split('-');
  const name = months[Number(month) - 1];
  return [date, `${Number(day)} ${name} ${year}`, `${name} ${year}`];
}

/** What the fact says of itself, its id among it. */
const textsOf = (fact: AnyFact) =>
  Object.entries(fact)
    .filter(
      ([key, value]) =>
        typeof value === 'string' && !['since', 'until', 'effectiveOn'].includes(key),
    )
    .map(([, value]) => value)
    .join(' ');

export const documentDates: Lint = {
  name: 'document-dates',
  description:
    'A fact begins and ends on the date of a document it cites, or on a day that its own text names; so is the day of an event.',
  offenders: (catalog) => {
    const dates = new Map(catalog.sources.map(({ id, date }) => [id, String(date)]));
    return factLists(catalog).flatMap(([list, facts]) =>
      facts.flatMap((fact) => {
        const cited = ((fact.citations ?? []) as readonly Citation[]).map(({ source }) =>
          dates.get(source),
        );
        const isNamed = (date: unknown) =>
          wordings(String(date)).some((wording) => textsOf(fact).includes(wording));
        // The name of a month alone says no day.
        const namesDay = (date: unknown) =>
          wordings(String(date))
            .slice(0, 2)
            .some((wording) => textsOf(fact).includes(wording));
        const strangers = (['since', 'until'] as const)
          .filter((key) => fact[key] !== undefined)
          .filter((key) => !cited.includes(String(fact[key])) && !isNamed(fact[key]))
          .map((key) => `${nameOf(fact, list)}: ${key} ${String(fact[key])} is in no document`);
        const day = fact.effectiveOn;
        return day === undefined || namesDay(day)
          ? strangers
          : [...strangers, `${nameOf(fact, list)}: the text does not name ${String(day)}`];
      }),
    );
  },
};
