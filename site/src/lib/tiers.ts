/** The network features of a tier as rows of a table. */

import type { TierPartsFragment } from '../generated/queries.ts';
import { labelOf } from './labels.ts';

export interface Ability {
  readonly label: string;
  readonly isSupported: boolean;
  readonly remark: string | null;
}

/** How many features one of the tiers lacks, or has with another limit. */
export function differencesOf(first: TierPartsFragment, second: TierPartsFragment): number {
  const others = abilitiesOf(second);
  return abilitiesOf(first).filter((ability, index) => !isSameAbility(ability, others[index]))
    .length;
}

export function isSameAbility(one: Ability, other: Ability | undefined): boolean {
  return one.isSupported === other?.isSupported && one.remark === other.remark;
}

/** The same rows in the same order for every tier. */
export function abilitiesOf(tier: TierPartsFragment): Ability[] {
  return [
    ...tier.networking.map(({ option, ...support }) => ({ label: labelOf(option), ...support })),
    { label: 'Several regions', isSupported: tier.supportsMultiRegion, remark: null },
    { label: 'Availability zones', isSupported: tier.supportsAvailabilityZones, remark: null },
    {
      label: 'Dedicated public address',
      isSupported: tier.hasDedicatedPublicAddress,
      remark: null,
    },
  ];
}
