import type { NetworkingOption, VirtualNetworkType } from '../../../data/model.ts';
import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

const modeByOption: Partial<Record<NetworkingOption, VirtualNetworkType>> = {
  EXTERNAL_INJECTION: 'EXTERNAL',
  INTERNAL_INJECTION: 'INTERNAL',
  V2_INJECTION: 'INTERNAL',
  OUTBOUND_INTEGRATION: 'EXTERNAL',
};

export const subnetArithmetic: Lint = {
  name: 'subnet-arithmetic',
  description:
    'Each tier and mode with a subnet has one row of figures, and the recommended subnet is not smaller than the smallest accepted one.',
  offenders: ({ subnetArithmetic: rows, tierProfiles }) => {
    const there = rows.flatMap((row) =>
      row.tiers.map((tier) => `${tier} ${row.virtualNetworkType}`),
    );
    const wanted = tierProfiles.flatMap(({ tier, networking }) =>
      networking.flatMap(({ option, isSupported }) => {
        const mode = modeByOption[option];
        return isSupported && mode !== undefined ? [`${tier} ${mode}`] : [];
      }),
    );
    return [
      ...wanted.filter((pair) => !there.includes(pair)).map((pair) => `${pair}: no row`),
      ...there.filter((pair) => !wanted.includes(pair)).map((pair) => `${pair}: has no subnet`),
      ...repeated(there).map((pair) => `${pair}: two rows`),
      ...rows
        .filter((row) => row.recommendedPrefixLength > row.longestPrefixLength)
        .map((row) => `${row.tiers} ${row.virtualNetworkType}: recommends too small a subnet`),
    ];
  },
};
