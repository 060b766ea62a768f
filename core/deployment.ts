/** What a caller states: the instance, its locations, their subnets, security rules and routes. */

import type {
  ComputePlatform,
  Direction,
  FeatureName,
  IsoDate,
  Tier,
  VirtualNetworkType,
} from '../data/model.ts';

export interface Deployment {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  /** The first location is the primary one. */
  readonly locations: readonly DeploymentLocation[];
  readonly features: readonly FeatureName[];
  readonly edition?: IsoDate;
}

export interface DeploymentLocation {
  readonly region: string;
  readonly units: number;
  readonly zones: readonly number[];
  readonly subnet?: Subnet;
  /** Id of a subnet that a document names and does not hold; nothing is known of its group and its routes. */
  readonly subnetElsewhere?: string;
  /** Absent where the subnet has no network security group. */
  readonly networkSecurityGroup?: NetworkSecurityGroup;
  readonly routeTable?: RouteTable;
  readonly publicIpAddress?: PublicIpAddress;
  readonly dnsServers: readonly string[];
  /** Address space of the virtual network and its peers, where the caller knows it. */
  readonly virtualNetworkAddressPrefixes: readonly string[];
}

export interface Subnet {
  readonly id?: string;
  readonly addressPrefix: string;
  readonly delegations: readonly string[];
  readonly serviceEndpoints: readonly string[];
  readonly otherResources: readonly string[];
  readonly otherAddresses: number;
}

/**
 * Rules given field by field, a document that holds them, or a part of a larger document with the rules read from it.
 */
export type NetworkSecurityGroup =
  | { readonly securityRules: readonly RuleFields[] }
  | { readonly document: unknown; readonly rules?: readonly InputRule[] };

export interface RuleFields {
  readonly name: string;
  readonly description?: string;
  readonly priority: number;
  readonly direction: Direction;
  readonly access: 'ALLOW' | 'DENY';
  readonly protocol: string;
  readonly sourceAddressPrefixes: readonly string[];
  readonly sourcePortRanges: readonly string[];
  readonly destinationAddressPrefixes: readonly string[];
  readonly destinationPortRanges: readonly string[];
}

/** Routes given one by one, a document that holds them, or a part of a larger document with the routes read from it. */
export type RouteTable =
  | { readonly routes: readonly RouteFields[] }
  | { readonly document: unknown; readonly routes?: readonly InputRoute[] };

export interface RouteFields {
  readonly name: string;
  readonly addressPrefix: string;
  readonly nextHopType: string;
  readonly nextHopIpAddress?: string;
}

export interface PublicIpAddress {
  readonly id?: string;
  readonly region?: string;
  readonly sku?: string;
  readonly allocationMethod?: string;
  readonly version?: string;
  readonly dnsLabel?: string;
  readonly subscription?: string;
  /** One for a zonal address; absent where it is not known. */
  readonly zones?: readonly number[];
}

/** One side's ports, with the fields they stood in. */
export interface InputPorts {
  readonly singular: string | undefined;
  readonly plural: readonly string[];
}

export interface InputAddresses extends InputPorts {
  readonly applicationSecurityGroups: number;
}

export interface InputRule {
  readonly name: string;
  /** Undefined where it is empty or open. */
  readonly description: string | undefined;
  /** A text where the input holds a template expression, or nothing that could be a number. */
  readonly priority: number | string;
  readonly direction: string;
  readonly access: string;
  readonly protocol: string;
  readonly source: InputAddresses;
  readonly sourcePorts: InputPorts;
  readonly destination: InputAddresses;
  readonly destinationPorts: InputPorts;
  /** JSON pointer to the rule. */
  readonly path: string;
  /** JSON pointer to the object that holds its fields: the rule, or its `properties`. */
  readonly fieldsPath: string;
  /** True for the six rules that Azure adds and an export repeats. */
  readonly isDefault: boolean;
  /** Field-by-field input has one list for both of Resource Manager's fields, so tags may stand in it. */
  readonly listsHoldTags: boolean;
  /** Name of the Terraform resource that the rule is; absent where the resource is several, and for a block. */
  readonly terraformName?: string;
  /** Set where the rule is a block within its group in Terraform. */
  readonly isBlock?: true;
}

export interface InputRoute {
  readonly name: string;
  readonly addressPrefix: string;
  readonly nextHopType: string;
  readonly nextHopIpAddress?: string;
  /** True where a condition decides whether the route is there. */
  readonly isConditional: boolean;
  /** JSON pointer to the route. */
  readonly path: string;
}

export type SubnetInput = Pick<Subnet, 'addressPrefix'> & Partial<Subnet>;

export type LocationInput = Pick<DeploymentLocation, 'region'> &
  Partial<Omit<DeploymentLocation, 'subnet'>> & { readonly subnet?: SubnetInput };

export type DeploymentInput = Pick<Deployment, 'tier' | 'virtualNetworkType'> &
  Partial<Omit<Deployment, 'locations'>> & { readonly locations: readonly LocationInput[] };

export const deploymentDefaults = { platform: 'STV2', features: [] } as const;

export const locationDefaults = {
  units: 1,
  zones: [],
  dnsServers: [],
  virtualNetworkAddressPrefixes: [],
} as const;

export const subnetDefaults = {
  delegations: [],
  serviceEndpoints: [],
  otherResources: [],
  otherAddresses: 0,
} as const;

export function withDefaults(given: DeploymentInput): Deployment {
  return {
    ...deploymentDefaults,
    ...given,
    locations: given.locations.map(({ subnet, ...location }) => ({
      ...locationDefaults,
      ...location,
      ...(subnet && { subnet: { ...subnetDefaults, ...subnet } }),
    })),
  };
}
