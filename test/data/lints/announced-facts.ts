import type { Citation } from '../../../data/model.ts';
import { factLists, nameOf } from './facts.ts';
import type { Lint } from './lint.ts';

export const announcedFacts: Lint = {
  name: 'announced-facts',
  description: 'A fact cites a document that is not older than its start.',
  offenders: (catalog) => {
    const dates = new Map(catalog.sources.map(({ id, date }) => [id, date]));
    return factLists(catalog).flatMap(([list, facts]) =>
      facts
        .filter(({ since, citations }) => {
          if (since === undefined || citations === undefined) return false;
          const cited = (citations as readonly Citation[]).map(({ source }) => dates.get(source));
          return !cited.some((date) => date !== undefined && date >= String(since));
        })
        .map(
          (fact) => `${nameOf(fact, list)}: since ${fact.since}, later than all documents it cites`,
        ),
    );
  },
};
