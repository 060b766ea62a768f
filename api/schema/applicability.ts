/** The fields that say what a fact applies to, and since when: the same on every type that has them. */

import type {
  IsoDate,
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
  readonly since?: IsoDate;
  readonly until?: IsoDate;
}

/** Adds tiers, virtualNetworkTypes, platforms, since and until to an object type. */
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
      description: 'Network modes that it holds for.',
      resolve: (fact) => fact.virtualNetworkTypes,
    }),
    platforms: t.field({
      type: [ComputePlatform],
      description: 'Compute platforms that it holds for.',
      resolve: (fact) => fact.platforms,
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the first document that states it; null where it has no known start.',
      resolve: (fact) => fact.since ?? null,
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the last document that states it; null while it still holds.',
      resolve: (fact) => fact.until ?? null,
    }),
  }));
}
