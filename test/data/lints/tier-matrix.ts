import { networkingOptions, tiers } from '../../../data/model.ts';
import type { Lint } from './lint.ts';

export const tierMatrix: Lint = {
  name: 'tier-matrix',
  description: 'All tiers are listed in order, each with all networking options in order.',
  offenders: ({ tierProfiles }) => {
    const listed = tierProfiles.map(({ tier }) => tier);
    return [
      ...(listed.join() === tiers.join() ? [] : [`tiers: ${listed} in place of ${tiers}`]),
      ...tierProfiles.flatMap(({ tier, networking }) => {
        const options = networking.map(({ option }) => option);
        return options.join() === networkingOptions.join()
          ? []
          : [`${tier}: ${options} in place of ${networkingOptions}`];
      }),
    ];
  },
};
