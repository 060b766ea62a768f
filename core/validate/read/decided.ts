/** What of an instance the default of a parameter may decide, as reports name it. */

import type { Path } from './unresolved.ts';

export const decided = {
  tier: 'the tier',
  units: 'the number of units',
  mode: 'the network mode',
  subnet: 'the subnet',
} as const;

/** The keys that lead to each in a service of Resource Manager. */
export const decisiveKeys: readonly (readonly [string, Path])[] = [
  [decided.tier, ['sku', 'name']],
  [decided.units, ['sku', 'capacity']],
  [decided.mode, ['properties', 'virtualNetworkType']],
  [decided.subnet, ['properties', 'virtualNetworkConfiguration', 'subnetResourceId']],
];
