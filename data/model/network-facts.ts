/** Endpoints, subnet rules, and what else a network needs. */

import type { Cited } from './citation.ts';
import type {
  CloudName,
  ComputePlatform,
  IsoDate,
  Necessity,
  Protocol,
  Tier,
  VirtualNetworkType,
} from './vocabulary.ts';

export interface Endpoint extends Cited {
  readonly id: string;
  readonly title: string;
  readonly clouds: readonly CloudName[];
  /** Host names; `<region>` is the region's name, `<name>` that of the instance and * for any label. Empty where documents name only a port. */
  readonly hostNames: readonly string[];
  readonly protocol: Protocol;
  readonly ports: readonly string[];
  /** Service tag that covers the hosts in a security rule, where documents name one. */
  readonly serviceTag?: string;
  readonly necessity: Necessity;
  readonly requiredWhen?: string;
  readonly purpose: string;
  /** First and last edition that print it; without `until` it still holds. */
  readonly since: IsoDate;
  readonly until?: IsoDate;
  readonly remark?: string;
}

export interface IpChangeTrigger extends Cited {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tiers: readonly Tier[];
  /** Dates of the first and last document that list the trigger; without `until` the newest one still does. */
  readonly since: IsoDate;
  readonly until?: IsoDate;
  readonly affectsPublicAddress: boolean;
  /** Only ever true for internal mode. */
  readonly affectsPrivateAddress: boolean;
  readonly advice: string;
}

export interface SubnetRule extends Cited {
  readonly id: string;
  readonly title: string;
  readonly tiers: readonly Tier[];
  readonly virtualNetworkTypes: readonly VirtualNetworkType[];
  readonly platforms: readonly ComputePlatform[];
  /** What must hold, in one sentence. */
  readonly requirement: string;
  /** What happens otherwise. */
  readonly consequence: string;
  readonly since?: IsoDate;
  readonly until?: IsoDate;
}

/** The figures behind the subnet arithmetic of one tier in one mode. */
export interface SubnetArithmetic extends Cited {
  readonly tiers: readonly Tier[];
  readonly virtualNetworkType: VirtualNetworkType;
  readonly addressesPerUnit: number;
  /** Addresses of the internal load balancer: 1 in internal mode. */
  readonly loadBalancerAddresses: number;
  /** Longest accepted prefix: 29 for classic injection, 27 in the v2 tiers. */
  readonly longestPrefixLength: number;
  readonly recommendedPrefixLength: number;
  readonly recommendedPrefixReason: string;
  /** Delegation that the subnet must have; absent means that it must have none. */
  readonly delegation?: string;
}

/** A requirement, limit or duration that is neither a port nor a subnet figure. */
export interface NetworkFact extends Cited {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly tiers: readonly Tier[];
  readonly virtualNetworkTypes: readonly VirtualNetworkType[];
  readonly platforms: readonly ComputePlatform[];
  readonly since?: IsoDate;
  readonly until?: IsoDate;
  /** Day of the event that the fact is about, such as a retirement; the statement names it. */
  readonly effectiveOn?: IsoDate;
}

/** A service endpoint that the subnet of a force-tunneled instance needs. */
export interface ServiceEndpoint extends NetworkFact {
  /** Name in Azure Resource Manager, for example Microsoft.Sql. */
  readonly service: string;
  /** Service tag of the addresses that the endpoint's routes lead to. */
  readonly serviceTag: string;
  /** Platforms whose instances need it; `platforms` are those that the text names. */
  readonly requiredOn: readonly ComputePlatform[];
  /** True where only the primary region of a multi-region instance needs it. */
  readonly isPrimaryRegionOnly: boolean;
}

/** A default host name of an instance in internal mode. */
export interface InternalHostName extends NetworkFact {
  /** The endpoint with this name, for example "Developer portal". */
  readonly endpoint: string;
  /** Label between the name of the instance and the suffix of the cloud; empty for the gateway. */
  readonly label: string;
  /** Day on which the endpoint was retired. */
  readonly retiredOn?: IsoDate;
}
