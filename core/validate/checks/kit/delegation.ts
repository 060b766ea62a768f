/** The delegation a subnet must carry, for the two checks that look at it. */

import { findSubnetArithmetic } from '../../../answers/subnet-plan.ts';
import type { LocationContext } from '../../location/location.ts';

/** The required delegation; null where the subnet must carry none, undefined where nothing is injected. */
export function requiredDelegation({ deployment }: LocationContext): string | null | undefined {
  const arithmetic = findSubnetArithmetic(deployment.tier, deployment.virtualNetworkType);
  return arithmetic && (arithmetic.delegation ?? null);
}
