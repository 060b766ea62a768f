/** The fields that say what a fact applies to: the same on every type that has them. */

import type {
  VirtualNetworkType as Mode,
  ComputePlatform as Platform,
  Tier as TierName,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import { ComputePlatform, Tier, VirtualNetworkType } from './enums.ts';

interface Applicability {
  readonly tiers: readonly TierName[];
  readonly virtualNetworkTypes: readonly Mode[];
  readonly platforms: readonly Platform[];
}

/** Adds tiers, virtualNetworkTypes and platforms to an object type. */
export function addApplicability<Fact extends Applicability>(
  type: ReturnType<typeof builder.objectRef<Fact>>,
): void {
  builder.objectFields(type, (t) => ({
    tiers: t.field({
      type: [Tier],
      description: 'Tiers that it concerns.',
      resolve: (fact) => fact.tiers,
    }),
    virtualNetworkTypes: t.field({
      type: [VirtualNetworkType],
      description: 'Network modes that it applies to.',
      resolve: (fact) => fact.virtualNetworkTypes,
    }),
    platforms: t.field({
      type: [ComputePlatform],
      description: 'Compute platforms that it applies to.',
      resolve: (fact) => fact.platforms,
    }),
  }));
}
