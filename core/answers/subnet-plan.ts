/** The address arithmetic of a subnet, from the figures in data/subnets.ts: what fits, what is left. */

import { catalog, tierProfileByTier } from '../../data/index.ts';
import {
  type Citation,
  type SubnetArithmetic,
  type Tier,
  tiers,
  type VirtualNetworkType,
} from '../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../input-error.ts';

/** Azure keeps the first four addresses of every subnet, and the last. */
const reservedAddresses = 5;
const maxUnitsAccepted = 1_000_000;
/** Largest Int of GraphQL; only the usable addresses of /0 are more. */
const maxInt = 2_147_483_647;

export interface SubnetPlanInput {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly units: number;
  readonly prefixLength?: number;
}

export interface SubnetPlan {
  /** Without the addresses that Azure reserves. */
  readonly addressesNeeded: number;
  readonly reservedAddresses: number;
  /** Prefix length of the smallest subnet that holds the units. */
  readonly smallestPrefixLength: number;
  /** The documented recommendation, or a shorter prefix where the units do not fit into it. */
  readonly recommendedPrefixLength: number;
  readonly recommendedPrefixReason: string;
  /** Documented ceiling of the tier's scale units; null where no document gives one. */
  readonly unitLimit: number | null;
  /** Delegation the subnet must carry; null where it must carry none. */
  readonly delegation: string | null;
  /** For the prefix length of the input; this and the next three are null without one. */
  readonly usableAddresses: number | null;
  /** By arithmetic alone, even past the unit limit; a Developer instance has one unit at most. */
  readonly maxUnits: number | null;
  /** Negative where addresses are missing. */
  readonly remainingAddresses: number | null;
  readonly fits: boolean | null;
  readonly citations: readonly Citation[];
}

const withoutPrefix = {
  usableAddresses: null,
  maxUnits: null,
  remainingAddresses: null,
  fits: null,
};

function usableAddressesOf(prefixLength: number): number {
  return Math.min(maxInt, Math.max(0, 2 ** (32 - prefixLength) - reservedAddresses));
}

function modesOf(tier: Tier): readonly VirtualNetworkType[] {
  return catalog.subnetArithmetic
    .filter((row) => row.tiers.includes(tier))
    .map((row) => row.virtualNetworkType);
}

/** The figures for a tier in a mode; undefined where the tier cannot be put in a virtual network in that mode. */
export function findSubnetArithmetic(
  tier: Tier,
  virtualNetworkType: VirtualNetworkType,
): SubnetArithmetic | undefined {
  return catalog.subnetArithmetic.find(
    (row) => row.tiers.includes(tier) && row.virtualNetworkType === virtualNetworkType,
  );
}

/** The figures for a tier in a mode, or an error naming the tiers and modes that go into a virtual network. */
export function requireSubnetArithmetic(
  tier: Tier,
  virtualNetworkType: VirtualNetworkType,
): SubnetArithmetic {
  const row = findSubnetArithmetic(tier, virtualNetworkType);
  if (row !== undefined) return row;
  const modes = modesOf(tier);
  if (modes.length > 0) {
    throw new InputError(`this mode puts no instance of the tier ${tier} in a virtual network`, {
      path: ['virtualNetworkType'],
      given: virtualNetworkType,
      accepted: modes,
    });
  }
  throw new InputError('instances of this tier cannot be put in a virtual network', {
    path: ['tier'],
    given: tier,
    accepted: tiers.filter((candidate) => modesOf(candidate).length > 0),
  });
}

function requireInteger(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const nearest = Math.min(max, Math.max(min, Math.round(value)));
  throw new InputError(`${name} is out of range`, {
    path: [name],
    given: value,
    expected: [`whole numbers from ${min} to ${max}`],
    ...(Number.isNaN(nearest) ? {} : { nearest: [String(nearest)] }),
  });
}

function longestPrefixLengthFor(addresses: number): number {
  let prefixLength = 32;
  while (usableAddressesOf(prefixLength) < addresses) prefixLength -= 1;
  return prefixLength;
}

/** What the units of one location need, and how they fit the prefix length, if there is one. */
export function subnetPlan(input: SubnetPlanInput): SubnetPlan {
  const { tier, virtualNetworkType, units, prefixLength } = input;
  throwAll(
    mistakesOf([
      () => requireSubnetArithmetic(tier, virtualNetworkType),
      () => requireInteger('units', units, 1, maxUnitsAccepted),
      () => prefixLength === undefined || requireInteger('prefixLength', prefixLength, 0, 32),
    ]),
  );
  const row = requireSubnetArithmetic(tier, virtualNetworkType);
  const addressesNeeded = row.addressesPerUnit * units + row.loadBalancerAddresses;
  const smallest = Math.min(row.longestPrefixLength, longestPrefixLengthFor(addressesNeeded));
  return {
    addressesNeeded,
    reservedAddresses,
    smallestPrefixLength: smallest,
    recommendedPrefixLength: Math.min(row.recommendedPrefixLength, smallest),
    recommendedPrefixReason: row.recommendedPrefixReason,
    unitLimit: tierProfileByTier.get(tier)?.maxUnits ?? null,
    delegation: row.delegation ?? null,
    ...(prefixLength === undefined
      ? withoutPrefix
      : prefixPlan(row, tier, addressesNeeded, prefixLength)),
    citations: row.citations,
  };
}

function prefixPlan(
  row: SubnetArithmetic,
  tier: Tier,
  addressesNeeded: number,
  prefixLength: number,
) {
  const usableAddresses = usableAddressesOf(prefixLength);
  const isAccepted = prefixLength <= row.longestPrefixLength;
  const units = Math.floor((usableAddresses - row.loadBalancerAddresses) / row.addressesPerUnit);
  const remainingAddresses = usableAddresses - addressesNeeded;
  return {
    usableAddresses,
    maxUnits: isAccepted ? Math.max(0, tier === 'DEVELOPER' ? Math.min(1, units) : units) : 0,
    remainingAddresses,
    fits: remainingAddresses >= 0 && isAccepted,
  };
}
