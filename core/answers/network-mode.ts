/** Which tiers take part in a virtual network in which mode, and errors that name the modes a tier has. */

import { tierProfileByTier } from '../../data/index.ts';
import {
  type NetworkingOption,
  type Tier,
  tiers,
  type VirtualNetworkType,
  virtualNetworkTypes,
} from '../../data/model.ts';
import { InputError } from '../input-error.ts';
import { findSubnetArithmetic } from './subnet-plan.ts';

const modeOfInjection: Readonly<Partial<Record<NetworkingOption, VirtualNetworkType>>> = {
  EXTERNAL_INJECTION: 'EXTERNAL',
  INTERNAL_INJECTION: 'INTERNAL',
  V2_INJECTION: 'INTERNAL',
};

/** Modes in which an instance of the tier is itself in the network; integration of its outbound traffic is none. */
function injectionModesOf(tier: Tier): readonly VirtualNetworkType[] {
  return (tierProfileByTier.get(tier)?.networking ?? [])
    .filter(({ isSupported }) => isSupported)
    .flatMap(({ option }) => modeOfInjection[option] ?? []);
}

/** Refuses a mode that the tier does not have; every tier has NONE. */
export function requireNetworkMode(
  tier: Tier,
  virtualNetworkType: VirtualNetworkType,
  path: readonly (string | number)[],
): void {
  const accepted = virtualNetworkTypes.filter(
    (type) => type === 'NONE' || findSubnetArithmetic(tier, type) !== undefined,
  );
  if (accepted.includes(virtualNetworkType)) return;
  throw new InputError(`the tier ${tier} has no such network mode`, {
    path,
    given: virtualNetworkType,
    accepted,
  });
}

/** Refuses a tier that cannot be injected, and a mode in which it is not. */
export function requireInjection(tier: Tier, virtualNetworkType: VirtualNetworkType): void {
  const accepted = injectionModesOf(tier);
  if (accepted.includes(virtualNetworkType)) return;
  if (accepted.length > 0) {
    throw new InputError(`an instance of the tier ${tier} is not injected in this mode`, {
      path: ['virtualNetworkType'],
      given: virtualNetworkType,
      accepted,
    });
  }
  throw new InputError('instances of this tier cannot be injected in a virtual network', {
    path: ['tier'],
    given: tier,
    accepted: tiers.filter((candidate) => injectionModesOf(candidate).length > 0),
  });
}

export type TierGeneration = 'CLASSIC' | 'V2' | 'CONSUMPTION';

/** The generation of a tier; an instance does not move from one to another. */
export function generationOf(tier: Tier): TierGeneration {
  if (tier === 'CONSUMPTION') return 'CONSUMPTION';
  return tier.endsWith('_V2') ? 'V2' : 'CLASSIC';
}
