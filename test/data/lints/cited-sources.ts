import { citedParts } from './facts.ts';
import type { Lint } from './lint.ts';

export const citedSources: Lint = {
  name: 'cited-sources',
  description: 'Every source is cited by a fact.',
  offenders: (catalog) => {
    const cited = new Set(
      citedParts(catalog).flatMap(({ citations }) => citations.map(({ source }) => source)),
    );
    return catalog.sources.filter(({ id }) => !cited.has(id)).map(({ id }) => `${id}: not cited`);
  },
  // Facts cite the texts before and after it.
  exceptions: ['v2-nsg-rules-2025-07-08: not cited'],
};
