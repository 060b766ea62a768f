import { citedParts } from './facts.ts';
import type { Lint } from './lint.ts';

export const knownSources: Lint = {
  name: 'known-sources',
  description: 'Every source that is cited is in the list of sources.',
  offenders: (catalog) => {
    const known = new Set(catalog.sources.map(({ id }) => id));
    return citedParts(catalog).flatMap(({ at, citations }) =>
      citations
        .filter(({ source }) => !known.has(source))
        .map(({ source }) => `${at}: cites ${source}, which is no source`),
    );
  },
};
