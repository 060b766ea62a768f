/** Tiers and what each supports. */

import type { Cited } from './citation.ts';
import type { CloudName, Tier } from './vocabulary.ts';

export const networkingOptions = [
  'EXTERNAL_INJECTION',
  'INTERNAL_INJECTION',
  'V2_INJECTION',
  'OUTBOUND_INTEGRATION',
  'INBOUND_PRIVATE_ENDPOINT',
] as const;
export type NetworkingOption = (typeof networkingOptions)[number];

export interface NetworkingOptionSupport extends Cited {
  readonly option: NetworkingOption;
  readonly isSupported: boolean;
  /** A limit on the support, for example "only while the instance is not injected". */
  readonly note?: string;
}

export interface TierProfile extends Cited {
  readonly tier: Tier;
  readonly displayName: string;
  /** Value of sku.name in Azure Resource Manager. */
  readonly skuName: string;
  readonly description: string;
  /** All five, in the order of networkingOptions. */
  readonly networking: readonly NetworkingOptionSupport[];
  readonly supportsMultiRegion: boolean;
  readonly supportsAvailabilityZones: boolean;
  /** Whether the public address belongs to this instance alone. */
  readonly hasDedicatedPublicAddress: boolean;
  /** Documented limit of scale units; absent where no source gives one. */
  readonly maxUnits?: number;
}

/** What can be created in one region, by the newest dated table of the v2 tiers and workspace gateways. */
export interface RegionAvailability extends Cited {
  /** Programmatic name of a region. */
  readonly region: string;
  /** The v2 tiers that exist there. */
  readonly tiers: readonly Tier[];
  readonly hasWorkspaceGateways: boolean;
  /** Those of `tiers` of which no new instance can be created for the time being. */
  readonly pausedTiers: readonly Tier[];
}

/** Tiers that one cloud is without. */
export interface CloudAvailability extends Cited {
  readonly cloud: CloudName;
  readonly missingTiers: readonly Tier[];
  readonly statement: string;
}
