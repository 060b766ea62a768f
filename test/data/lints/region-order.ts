import { cloudNames } from '../../../data/model.ts';
import { isAscending } from './facts.ts';
import type { Lint } from './lint.ts';

export const regionOrder: Lint = {
  name: 'region-order',
  description: 'The regions of a cloud are in the order of their display names.',
  offenders: ({ regions }) =>
    cloudNames
      .filter(
        (cloud) =>
          !isAscending(
            regions
              .filter((region) => region.cloud === cloud)
              .map(({ displayName }) => displayName),
          ),
      )
      .map((cloud) => `${cloud}: regions out of order`),
};
