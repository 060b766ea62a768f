import { citedParts, isDate } from './facts.ts';
import type { Lint } from './lint.ts';

export const checkDates: Lint = {
  name: 'check-dates',
  description: 'The day of a check is a date and not earlier than the source.',
  offenders: (catalog) => {
    const dates = new Map(catalog.sources.map(({ id, date }) => [id, date]));
    return citedParts(catalog).flatMap(({ at, citations }) =>
      citations
        .filter(
          ({ source, verifiedOn }) =>
            !isDate(verifiedOn) || verifiedOn < (dates.get(source) ?? verifiedOn),
        )
        .map(({ source, verifiedOn }) => `${at}: ${source} checked on ${verifiedOn}`),
    );
  },
};
