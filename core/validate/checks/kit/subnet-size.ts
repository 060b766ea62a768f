/** How many addresses a location's subnet has and needs. */

import { findSubnetArithmetic, type SubnetPlan, subnetPlan } from '../../../answers/subnet-plan.ts';
import type { Subnet } from '../../../deployment.ts';
import { parsePrefix } from '../../../network/sets/ipv4.ts';
import type { LocationContext } from '../../location/location.ts';
import { addressesOfNeighbors } from './subnet-neighbors.ts';

export interface SubnetSize {
  readonly subnet: Subnet;
  readonly prefixLength: number;
  readonly plan: SubnetPlan;
  /** Longest prefix that Azure accepts, even if fewer addresses would do. */
  readonly longestPrefixLength: number;
  readonly addressesPerUnit: number;
  readonly loadBalancerAddresses: number;
  readonly usableAddresses: number;
  readonly neighbors: number;
  /** Addresses left over; negative where some are missing. */
  readonly remaining: number;
}

export function subnetSizeOf({ deployment, location }: LocationContext): SubnetSize | undefined {
  const { subnet, units } = location;
  const { tier, virtualNetworkType } = deployment;
  const row = findSubnetArithmetic(tier, virtualNetworkType);
  const prefix = parsePrefix(subnet?.addressPrefix ?? '');
  if (!subnet || !row || prefix.kind !== 'prefix') return undefined;
  const plan = subnetPlan({ tier, virtualNetworkType, units, prefixLength: prefix.length });
  const neighbors = addressesOfNeighbors(subnet);
  return {
    subnet,
    prefixLength: prefix.length,
    plan,
    longestPrefixLength: row.longestPrefixLength,
    addressesPerUnit: row.addressesPerUnit,
    loadBalancerAddresses: row.loadBalancerAddresses,
    usableAddresses: plan.usableAddresses ?? 0,
    neighbors,
    remaining: (plan.remainingAddresses ?? 0) - neighbors,
  };
}

/** "8 addresses less the 5 that Azure reserves leave 3" */
export function usableText({ prefixLength, plan, usableAddresses }: SubnetSize): string {
  const all = 2 ** (32 - prefixLength);
  return `${all} ${all === 1 ? 'address' : 'addresses'} less the ${plan.reservedAddresses} that Azure reserves leave ${usableAddresses}`;
}

/** "2 units at 2 addresses and 1 for the internal load balancer need 5" */
export function neededText(size: SubnetSize, units: number): string {
  const { addressesPerUnit, loadBalancerAddresses, neighbors } = size;
  const parts = [
    `${units} ${units === 1 ? 'unit' : 'units'} at ${addressesPerUnit} ${addressesPerUnit === 1 ? 'address' : 'addresses'}`,
    ...(loadBalancerAddresses > 0
      ? [`${loadBalancerAddresses} for the internal load balancer`]
      : []),
    ...(neighbors > 0 ? [`${neighbors} for other resources`] : []),
  ];
  const total = units * addressesPerUnit + loadBalancerAddresses + neighbors;
  return `${parts.join(' and ')} need ${total}`;
}
