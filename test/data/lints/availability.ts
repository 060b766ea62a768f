import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const availability: Lint = {
  name: 'availability',
  description:
    'Availability names known regions of the public cloud, each once, with v2 tiers only, and pauses nothing that is not offered.',
  offenders: (catalog) => {
    const isPublic = new Set(
      catalog.regions.filter(({ cloud }) => cloud === 'PUBLIC').map(({ name }) => name),
    );
    return [
      ...repeated(catalog.regionAvailability.map(({ region }) => region)).map(
        (region) => `${region}: twice`,
      ),
      ...catalog.regionAvailability.flatMap(({ region, tiers, pausedTiers }) => [
        ...(isPublic.has(region) ? [] : [`${region}: no public region`]),
        ...tiers.filter((tier) => !tier.endsWith('_V2')).map((tier) => `${region}: ${tier}`),
        ...pausedTiers
          .filter((tier) => !tiers.includes(tier))
          .map((tier) => `${region}: ${tier} is paused and not offered`),
      ]),
    ];
  },
};
