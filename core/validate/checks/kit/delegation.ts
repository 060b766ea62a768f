/** The delegation that a subnet must have. */

import { findSubnetArithmetic } from '../../../answers/subnet-plan.ts';
import type { LocationContext } from '../../location/location.ts';

/** The required delegation; null if the subnet must have none, undefined if the mode uses no subnet. */
export function requiredDelegation({ deployment }: LocationContext): string | null | undefined {
  const arithmetic = findSubnetArithmetic(deployment.tier, deployment.virtualNetworkType);
  return arithmetic && (arithmetic.delegation ?? null);
}
