/** The input of a validation: the instance, its locations, their subnets, security rules and routes. */

import type {
  ComputePlatform,
  Direction,
  FeatureName,
  IsoDate,
  Tier,
  VirtualNetworkType,
} from '../data/model.ts';
import type { InputFirewall } from './firewall.ts';
import type { InputPeering, RouteSource } from './peering.ts';

export interface Deployment {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  /** The first location is the primary one. */
  readonly locations: readonly DeploymentLocation[];
  /** Locations beyond these that a document leaves open: there are some, or there may be some. */
  readonly furtherLocations?: FurtherLocations;
  readonly features: readonly FeatureName[];
  readonly edition?: IsoDate;
  /** Tiers and modes that the input leaves possible, where it does not say which one it is; the fields have one of them. */
  readonly possible?: PossibleKinds;
  /** What a document leaves open. */
  readonly undecided?: readonly Undecided[];
  /** Id of the subscription that has the instance, if a document says it. */
  readonly subscription?: string;
  /** What the defaults of a template's parameters decide. */
  readonly assumedDefaults?: readonly AssumedDefault[];
  /** The firewalls that a document contains; routes may lead to them. */
  readonly firewalls?: readonly InputFirewall[];
}

export type FurtherLocations = 'SOME' | 'OPEN';

export interface PossibleKinds {
  readonly tiers: readonly Tier[];
  readonly virtualNetworkTypes: readonly VirtualNetworkType[];
}

/** A value that a document does not contain, although the verdict depends on it. */
export interface Undecided {
  /** The tier; whether a resource is deployed. */
  readonly what: string;
  /** What the document has instead, as it is written. */
  readonly written: string;
  /** JSON pointer into the input. */
  readonly path: string;
}

/** The default of a parameter, because no value is given. */
export interface AssumedDefault {
  /** The tier; the network mode. */
  readonly what: string;
  readonly parameter: string;
  /** Undefined if it is a secret, or no single value. */
  readonly value: string | undefined;
}

export interface DeploymentLocation {
  readonly region: string;
  readonly units: number;
  readonly zones: readonly number[];
  readonly subnet?: Subnet;
  /** Id of a subnet that a document names but does not contain; its group and routes are unknown. */
  readonly subnetElsewhere?: string;
  /** Id of the subnet's group, if a document names it and does not contain it. */
  readonly networkSecurityGroupElsewhere?: string;
  /** Absent if the subnet has no network security group, or one that the document does not contain. */
  readonly networkSecurityGroup?: NetworkSecurityGroup;
  readonly routeTable?: RouteTable;
  readonly publicIpAddress?: PublicIpAddress;
  readonly dnsServers: readonly string[];
  /** Region of the virtual network, if the document names it. */
  readonly virtualNetworkRegion?: string;
  /** Address space of the virtual network and its peers, if the caller knows it. */
  readonly virtualNetworkAddressPrefixes: readonly string[];
  /** Security admin rules that a document has for the virtual network. */
  readonly adminRules?: readonly AdminRule[];
  /** Peerings of the virtual network with others. */
  readonly peerings?: readonly InputPeering[];
  /** Gateways that may bring routes to the virtual network. */
  readonly routeSources?: readonly RouteSource[];
  /** Default routes of the hubs of Virtual WAN that the network is connected with. */
  readonly hubRoutes?: readonly InputRoute[];
}

export interface Subnet {
  readonly id?: string;
  /** Absent if a document leaves it open. */
  readonly addressPrefix?: string;
  readonly delegations: readonly string[];
  /** True if a document leaves open what the subnet is delegated to. */
  readonly hasOpenDelegations?: boolean;
  readonly serviceEndpoints: readonly string[];
  /** Id or name of the NAT gateway that a document puts on the subnet. */
  readonly natGateway?: string;
  /** True if a document leaves open whether the subnet has that NAT gateway. */
  readonly hasOpenNatGateway?: boolean;
  /** Ids or names of the service endpoint policies that a document puts on the subnet. */
  readonly serviceEndpointPolicies?: readonly string[];
  readonly otherResources: readonly string[];
  readonly otherAddresses: number;
}

/**
 * Rules field by field, a document that contains them, or a part of a larger document with the rules read from it.
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

/** Routes one by one, a document that contains them, or a part of a larger document with the routes read from it. */
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
  /** One zone for a zonal address; absent if unknown. */
  readonly zones?: readonly number[];
}

/** One side's ports, with the fields that contain them. */
export interface InputPorts {
  readonly singular: string | undefined;
  readonly plural: readonly string[];
}

export interface InputAddresses extends InputPorts {
  /** As JSON, so that equal ones are equal texts. */
  readonly applicationSecurityGroups: readonly string[];
}

export interface InputRule {
  readonly name: string;
  /** Undefined if it is empty or an expression. */
  readonly description: string | undefined;
  /** A text if the input has a template expression or something that is not a number. */
  readonly priority: number | string;
  readonly direction: string;
  readonly access: string;
  /** Set where `access` is the condition on which the rule is there. */
  readonly writtenAccess?: string;
  readonly protocol: string;
  readonly source: InputAddresses;
  readonly sourcePorts: InputPorts;
  readonly destination: InputAddresses;
  readonly destinationPorts: InputPorts;
  /** JSON pointer to the rule. */
  readonly path: string;
  /** JSON pointer to the object with its fields: the rule, or its `properties`. */
  readonly fieldsPath: string;
  /** True for the six rules that Azure adds and an export contains. */
  readonly isDefault: boolean;
  /** Field-by-field input has one list for both of Resource Manager's fields, so the list may contain tags. */
  readonly listsHoldTags: boolean;
  /** Name of the Terraform resource of the rule; absent for a block and for a resource with several instances. */
  readonly terraformName?: string;
  /** Set if the rule is a block within its group in Terraform. */
  readonly isBlock?: true;
}

/** A security admin rule of Azure Virtual Network Manager, as a document has it for a virtual network. */
export interface AdminRule {
  /** Undefined where the document leaves it open. */
  readonly action: 'ALLOW' | 'ALWAYS_ALLOW' | 'DENY' | undefined;
  /** What it matches; its access has no meaning. */
  readonly rule: InputRule;
  /** Why it is not known whether it applies to the network; empty where it does. */
  readonly doubt: string;
}

export interface InputRoute {
  readonly name: string;
  readonly addressPrefix: string;
  readonly nextHopType: string;
  readonly nextHopIpAddress?: string;
  /** True if a condition decides whether the route exists. */
  readonly isConditional: boolean;
  /** Set for a route that comes over BGP, and not from a route table. */
  readonly isLearned?: true;
  /** JSON pointer to the route. */
  readonly path: string;
}

export type SubnetInput = Partial<Subnet>;

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

export function withDefaults(input: DeploymentInput): Deployment {
  return {
    ...deploymentDefaults,
    ...input,
    locations: input.locations.map(({ subnet, ...location }) => ({
      ...locationDefaults,
      ...location,
      ...(subnet && { subnet: { ...subnetDefaults, ...subnet } }),
    })),
  };
}
