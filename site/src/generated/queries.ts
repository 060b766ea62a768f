// Generated from site/src/queries by `npm run codegen`; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a security rule does with the traffic it matches. */
export type Access =
  /** Lets it pass. */
  | 'ALLOW'
  /** Drops it. */
  | 'DENY';

/** What a control-plane address belongs to. */
export type AddressScope =
  /** It serves the whole cloud: documents mark the row (Global), or give it no region. */
  | 'CLOUD'
  /** It stands in the region's own row. */
  | 'REGION';

/** What happened to a row, a platform or the addresses from one edition to a later one. */
export type ChangeKind =
  /** The row is new. */
  | 'ADDED'
  /** The edition prints control-plane addresses that the one before lacks. */
  | 'ADDRESS_ADDED'
  /** The edition no longer prints control-plane addresses of the one before. */
  | 'ADDRESS_REMOVED'
  /** The row asks for other traffic, neither more nor less. */
  | 'CHANGED'
  /** The row asks for less traffic than before. */
  | 'NARROWED'
  /** The traffic is the same; how much an instance needs it is not. */
  | 'NECESSITY_CHANGED'
  /** The edition is the first with a port table for the platform. */
  | 'PLATFORM_ADDED'
  /** The edition has no port table for the platform any more. */
  | 'PLATFORM_REMOVED'
  /** The row is gone. */
  | 'REMOVED'
  /** The row asks for the same traffic under another service tag. */
  | 'RENAMED'
  /** The row asks for more traffic than before. */
  | 'WIDENED';

/** What a check makes of an example. */
export type CheckExampleKind =
  /** The check has a finding. */
  | 'BAD'
  /** The check has nothing to say. */
  | 'GOOD'
  /** The check asks for a look. */
  | 'UNSURE';

/** An Azure cloud. */
export type CloudName =
  /** Microsoft Azure operated by 21Vianet. */
  | 'CHINA'
  /** Azure, the public cloud. */
  | 'PUBLIC'
  /** Azure Government, the cloud of US authorities. */
  | 'US_GOVERNMENT';

/** The platform that hosts an instance of a classic tier. It has no meaning for the v2 tiers. */
export type ComputePlatform =
  /** The older platform, on cloud services; newer editions of the reference leave it out. */
  | 'STV1'
  /** The current platform, on virtual machine scale sets. */
  | 'STV2';

/** How firmly a fact rests on the source that is cited for it. */
export type Confidence =
  /** Two documents, or two editions of one, contradict each other here. */
  | 'DISPUTED'
  /** The source states it. */
  | 'DOCUMENTED'
  /** Concluded from the source; it does not say so itself. */
  | 'INFERRED';

/** An API Management instance and its network, field by field. */
export type DeploymentInput = {
  /** Edition of the port table to apply; the newest with a table for the platform when none is named. */
  edition?: string | null | undefined;
  /** Optional features in use; their optional rules are then required. */
  features?: Array<Feature> | null | undefined;
  /** At least one location; the first is the primary one. */
  locations: Array<LocationInput>;
  /** Compute platform; without effect for the v2 tiers. */
  platform?: ComputePlatform | null | undefined;
  /** Tier of the instance. */
  tier: Tier;
  /** Network mode. */
  virtualNetworkType: VirtualNetworkType;
};

/** The direction of traffic, seen from the subnet of the instance. */
export type Direction =
  /** Into the subnet. */
  | 'INBOUND'
  /** Out of the subnet. */
  | 'OUTBOUND';

/** What kind of thing an id, a page or a search hit is about. */
export type FactKind =
  /** A check of validateConfig, by its id. */
  | 'CHECK'
  /** A matter on which documents contradict each other, by its id. */
  | 'CONFLICT'
  /** An endpoint, by its id. */
  | 'ENDPOINT'
  /** Something that makes addresses change, by its id. */
  | 'IP_CHANGE_TRIGGER'
  /** A requirement, limit or duration of any topic, by its id. */
  | 'NETWORK_FACT'
  /** A port rule, by its id. */
  | 'PORT_RULE'
  /** A region, by its programmatic name. */
  | 'REGION'
  /** A service tag, by its name. */
  | 'SERVICE_TAG'
  /** A document or weekly file, by its id. */
  | 'SOURCE'
  /** A subnet rule, by its id. */
  | 'SUBNET_RULE'
  /** A service tier, by its name in this API. */
  | 'TIER';

/** What a network fact is about. */
export type FactTopic =
  /** Name resolution inside the network, and the names of the instance itself. */
  | 'DNS'
  /** What does not work, how long changes take, what retires. */
  | 'LIMITATION'
  /** What must be there before an instance enters a network. */
  | 'PREREQUISITE'
  /** User-defined routes, forced tunneling and service endpoints. */
  | 'ROUTING';

/** A feature of API Management whose use turns an optional port rule, or a bracketed port, into a required one. */
export type Feature =
  /** Policies use connections of the credential manager, called authorizations in the 2023 edition. */
  | 'CREDENTIAL_MANAGER'
  /** The service sends e-mail, such as notifications, through the SMTP relay. */
  | 'EMAIL_NOTIFICATIONS'
  /** Policies or monitoring send log entries to Azure Event Hubs. */
  | 'EVENT_HUB_LOGGING'
  /** Caching policies use a Redis cache that the customer runs in the virtual network. */
  | 'EXTERNAL_CACHE'
  /** The configuration is edited through the built-in Git repository, which was retired on 2025-03-15. */
  | 'GIT_REPOSITORY'
  /** Caching policies use the built-in cache that the machines of the instance share. */
  | 'INTERNAL_CACHE'
  /** Azure watches the health of each machine of the instance. */
  | 'MACHINE_HEALTH_PROBE'
  /** The instance works with Microsoft Entra ID, formerly Azure Active Directory, or with Microsoft Graph, for example to sign users in to the developer portal. */
  | 'MICROSOFT_ENTRA_ID'
  /** Diagnostic logs, metrics, Resource Health or Application Insights are in use; on stv1 also the health and monitoring extension. */
  | 'MONITORING'
  /** Clients on the internet may call the gateway without encryption, on port 80. */
  | 'PLAIN_HTTP'
  /** Rate limit policies count calls across the machines of the instance. */
  | 'RATE_LIMIT_COUNTERS';

/** What the security rules do with a documented flow. */
export type FlowOutcome =
  /** All of it passes. */
  | 'ALLOWED'
  /** None of it passes. */
  | 'DENIED'
  /** Some remote addresses pass and some do not. */
  | 'PARTIAL'
  /** Tag names and the prefixes at hand cannot decide it; the report's assumptions and findings say what was missing. */
  | 'UNKNOWN';

/** One location of an instance and the network it is in. */
export type LocationInput = {
  /** Custom DNS servers of the virtual network; empty for Azure's own. */
  dnsServers?: Array<string> | null | undefined;
  /** The group at the subnet; left out where the subnet has none. */
  networkSecurityGroup?: NetworkSecurityGroupInput | null | undefined;
  /** The public IP address resource; left out where Azure manages the address. */
  publicIpAddress?: PublicIpAddressInput | null | undefined;
  /** Programmatic name, display name or documented alias. */
  region: string;
  /** The route table at the subnet; left out where the subnet has none. */
  routeTable?: RouteTableInput | null | undefined;
  /** The subnet of the instance. */
  subnet?: SubnetInput | null | undefined;
  /** Scale units, from 1. */
  units?: number | null | undefined;
  /** IPv4 prefixes of the virtual network and its peers, without host bits; empty where they are not known. */
  virtualNetworkAddressPrefixes?: Array<string> | null | undefined;
  /** Availability zones in use, from 1 to 3. */
  zones?: Array<number> | null | undefined;
};

/** How much an instance needs something. */
export type Necessity =
  /** Required once the condition named in requiredWhen holds. */
  | 'CONDITIONAL'
  /** Needed only where a feature or a habit of the customer calls for it. */
  | 'OPTIONAL'
  /** Documents advise it without calling it required. */
  | 'RECOMMENDED'
  /** The instance does not work properly without it. */
  | 'REQUIRED';

/** A network security group: rule by rule, or as a document. Exactly one of the two. */
export type NetworkSecurityGroupInput =
  {   /** As exported: az network nsg show, an ARM resource or template, a Terraform plan. */
  document: unknown; securityRules?: never; }
  |  { document?: never;   /** The rules of the group without the default rules. */
  securityRules: Array<SecurityRuleInput>; };

/** A way to connect an instance to a private network. */
export type NetworkingOption =
  /** Injection of a classic tier, endpoints open to the internet. */
  | 'EXTERNAL_INJECTION'
  /** Clients reach the gateway through a private endpoint. */
  | 'INBOUND_PRIVATE_ENDPOINT'
  /** Injection of a classic tier, endpoints open to the virtual network only. */
  | 'INTERNAL_INJECTION'
  /** Only the outbound traffic of the gateway goes through the network. */
  | 'OUTBOUND_INTEGRATION'
  /** Injection of a v2 tier: inbound and outbound traffic of the gateway. */
  | 'V2_INJECTION';

/** The transport protocol of a flow or rule. */
export type Protocol =
  /** Every protocol: * in a security rule. Also where documents name none. */
  | 'ANY'
  /** Transmission Control Protocol. */
  | 'TCP'
  /** User Datagram Protocol. */
  | 'UDP';

/** The public IP address resource given to an instance. */
export type PublicIpAddressInput = {
  /** Static or Dynamic. */
  allocationMethod?: string | null | undefined;
  /** DNS name label. */
  dnsLabel?: string | null | undefined;
  /** Resource id. */
  id?: string | null | undefined;
  /** Region of the resource. */
  region?: string | null | undefined;
  /** Standard or Basic. */
  sku?: string | null | undefined;
  /** Id of the subscription that holds the resource. */
  subscription?: string | null | undefined;
  /** IPv4 or IPv6. */
  version?: string | null | undefined;
  /** Availability zones of the address: one where it is zonal, several where it is zone-redundant. */
  zones?: Array<number> | null | undefined;
};

/** A user-defined route, with the values of Azure Resource Manager. */
export type RouteInput = {
  /** Address prefix or service tag of the destination. */
  addressPrefix: string;
  /** Name of the route. */
  name: string;
  /** Address of a virtual appliance. */
  nextHopIpAddress?: string | null | undefined;
  /** VirtualNetworkGateway, VnetLocal, Internet, VirtualAppliance or None. */
  nextHopType: string;
};

/** A route table: route by route, or as a document. Exactly one of the two. */
export type RouteTableInput =
  {   /** As exported: az network route-table show. */
  document: unknown; routes?: never; }
  |  { document?: never;   /** The user-defined routes. */
  routes: Array<RouteInput>; };

/** A rule of a network security group, with the values of Azure Resource Manager. */
export type SecurityRuleInput = {
  /** What happens to the traffic. */
  access: Access;
  /** Service tags, addresses, address prefixes, or *. */
  destinationAddressPrefixes: Array<string>;
  /** Ports and ranges, or *. */
  destinationPortRanges: Array<string>;
  /** Direction of traffic. */
  direction: Direction;
  /** Name of the rule. */
  name: string;
  /** From 100 to 4096, lowest first. */
  priority: number;
  /** Tcp, Udp, Icmp, Esp, Ah or *. */
  protocol: string;
  /** Service tags, addresses, address prefixes, or *. */
  sourceAddressPrefixes: Array<string>;
  /** Ports and ranges, or *. */
  sourcePortRanges: Array<string>;
};

/** How much a finding matters. */
export type Severity =
  /** The deployment fails, or the instance does not work. */
  | 'ERROR'
  /** Worth knowing; nothing needs to be done. */
  | 'INFO'
  /** It works now, and will cause trouble later. */
  | 'WARNING';

/** The subnet of an instance. */
export type SubnetInput = {
  /** IPv4 prefix without host bits, for example 10.0.1.0/27. */
  addressPrefix: string;
  /** Services the subnet is delegated to, for example Microsoft.Web/serverFarms. */
  delegations?: Array<string> | null | undefined;
  /** Resource id of the subnet. */
  id?: string | null | undefined;
  /** Number of addresses that those resources use. */
  otherAddresses?: number | null | undefined;
  /** Other resources, other API Management instances too, that share the subnet. */
  otherResources?: Array<string> | null | undefined;
  /** Service endpoints that are enabled, for example Microsoft.Storage. */
  serviceEndpoints?: Array<string> | null | undefined;
};

/** A service tier of API Management. Only DEVELOPER, PREMIUM, STANDARD_V2 and PREMIUM_V2 take part in a virtual network. */
export type Tier =
  /** Has its own public address and takes private endpoints, but cannot be injected. */
  | 'BASIC'
  /** For development and test, with a service level. Has no virtual-network feature. */
  | 'BASIC_V2'
  /** Runs on shared infrastructure and has no virtual-network feature at all. */
  | 'CONSUMPTION'
  /** One unit for evaluation. Can be injected in external or internal mode; updates interrupt it. */
  | 'DEVELOPER'
  /** Can be injected in external or internal mode, in several regions and availability zones. The newest document puts the ceiling at 31 units; an older one names a soft limit of 12, with more on request. */
  | 'PREMIUM'
  /** Can be injected without route tables or service endpoints, or integrated for outbound traffic. */
  | 'PREMIUM_V2'
  /** Has its own public address and takes private endpoints, but cannot be injected. */
  | 'STANDARD'
  /** Reaches private backends by outbound integration; its own endpoints stay public. */
  | 'STANDARD_V2';

/** What is to be checked. Exactly one field. */
export type ValidateConfigInput =
  {   /** A deployment described field by field. */
  deployment: DeploymentInput; document?: never; }
  |  { deployment?: never;   /** A document that holds the service and its network: an ARM template (bicep build), exported resources, or a Terraform plan (terraform show -json). Parameters of a template have their default values. */
  document: unknown; };

/** The outcome of a check, or of all of them. */
export type Verdict =
  /** Something is wrong. */
  | 'FAIL'
  /** Nothing is known to be wrong, and something could not be decided from what was given. */
  | 'NEEDS_REVIEW'
  /** Nothing is wrong. */
  | 'PASS';

/** How an instance takes part in a virtual network; the values are those of Azure Resource Manager. */
export type VirtualNetworkType =
  /** Injected, with its endpoints open to the internet. In the v2 tiers: outbound integration. */
  | 'EXTERNAL'
  /** Injected, with its endpoints open to the virtual network only. In the v2 tiers: injection. */
  | 'INTERNAL'
  /** Not at all. */
  | 'NONE';

/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

export type ChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type ChangesQuery = { changes: Array<{ id: string, date: string, since: string, kind: ChangeKind, platforms: Array<ComputePlatform>, summary: string, action: string, portRule: { id: string } | null, addresses: Array<{ address: string }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type ChecksQueryVariables = Exact<{ [key: string]: never; }>;


export type ChecksQuery = { checks: Array<{ id: string, title: string, severity: Severity, description: string, rationale: string, avoid: string, prefer: string, examples: Array<{ kind: CheckExampleKind, about: string, input: unknown, findings: Array<{ severity: Severity, outcome: Verdict, message: string, path: string, remediation: string | null }> }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type EditionPairQueryVariables = Exact<{
  first: string;
  second: string;
}>;


export type EditionPairQuery = { first: Array<{ id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }>, source: { name: string }, destination: { name: string } }>, second: Array<{ id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }>, source: { name: string }, destination: { name: string } }>, changes: Array<{ id: string, date: string, summary: string, action: string }> };

export type ConflictsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConflictsQuery = { conflicts: Array<{ id: string, title: string, appliedReading: string, reason: string, positions: Array<{ statement: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }>, touches: Array<{ kind: FactKind, id: string, title: string, path: string }> }> };

export type ControlPlaneAddressesQueryVariables = Exact<{ [key: string]: never; }>;


export type ControlPlaneAddressesQuery = { controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string>, isRetired: boolean, cloud: { name: CloudName }, region: { name: string } | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type EndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type EndpointsQuery = { endpoints: Array<{ id: string, title: string, clouds: Array<CloudName>, hostNames: Array<string>, protocol: Protocol, ports: Array<string>, necessity: Necessity, requiredWhen: string | null, description: string, since: string, until: string | null, remark: string | null, serviceTag: { name: string } | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type FactsQueryVariables = Exact<{
  topic: FactTopic;
}>;


export type FactsQuery = { facts: Array<{ id: string, title: string, statement: string, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, since: string | null, until: string | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type CitationPartsFragment = { section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } };

export type PortRowFragment = { id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, source: { name: string }, destination: { name: string } };

export type NetworkFactPartsFragment = { id: string, title: string, statement: string, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, since: string | null, until: string | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { portRules: Array<{ id: string, citations: Array<{ verifiedOn: string }> }>, editions: Array<{ date: string }>, clouds: Array<{ name: CloudName }>, regions: Array<{ name: string, controlPlanePrefixes: Array<string>, controlPlaneAddresses: Array<{ address: string }> }>, checks: Array<{ id: string }>, sources: Array<{ id: string }>, requiredRules: { locations: Array<{ securityRules: Array<{ direction: Direction, protocol: Protocol, sourceAddressPrefixes: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { id: string, title: string } | null }> }> } };

export type IpChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type IpChangesQuery = { ipChangeTriggers: Array<{ id: string, title: string, description: string, tiers: Array<Tier>, since: string, until: string | null, affectsPublicAddress: boolean, affectsPrivateAddress: boolean, advice: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type EditionsQueryVariables = Exact<{ [key: string]: never; }>;


export type EditionsQuery = { editions: Array<{ date: string, sources: Array<{ id: string, title: string, url: string | null }> }> };

export type PortTableQueryVariables = Exact<{
  edition?: string | null | undefined;
}>;


export type PortTableQuery = { portRules: Array<{ tiers: Array<Tier>, sourcePorts: Array<string>, consequence: string, remark: string | null, feature: Feature | null, optionalPortsFeature: Feature | null, id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }>, source: { name: string }, destination: { name: string } }> };

export type PortRulePageQueryVariables = Exact<{
  id: string | number;
}>;


export type PortRulePageQuery = { editions: Array<{ date: string }>, portRule: { tiers: Array<Tier>, sourcePorts: Array<string>, consequence: string, remark: string | null, feature: Feature | null, optionalPortsFeature: Feature | null, id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }>, history: Array<{ id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }>, source: { name: string }, destination: { name: string } }>, source: { name: string }, destination: { name: string } } | null };

export type TypeNameFragment = { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null };

export type ReferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferenceQuery = { __schema: { types: Array<{ kind: __TypeKind, name: string | null, description: string | null, specifiedByURL: string | null, isOneOf: boolean | null, fields: Array<{ name: string, description: string | null, args: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }>, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }> | null, inputFields: Array<{ name: string, description: string | null, defaultValue: string | null, type: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null, ofType: { kind: __TypeKind, name: string | null } | null } | null } | null } }> | null, enumValues: Array<{ name: string, description: string | null }> | null }> } };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { clouds: Array<{ name: CloudName, displayName: string, regions: Array<{ name: string, displayName: string, aliases: Array<string>, serviceTagSuffix: string | null, controlPlanePrefixes: Array<string>, cloud: { name: CloudName }, controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string> }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> }> };

export type RegionPageQueryVariables = Exact<{
  name: string;
}>;


export type RegionPageQuery = { region: { name: string, displayName: string, aliases: Array<string>, serviceTagSuffix: string | null, controlPlanePrefixes: Array<string>, cloud: { name: CloudName, displayName: string, isApiManagementTagRoutable: boolean }, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }>, controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }>, earlier: Array<{ address: string, scope: AddressScope, editions: Array<string>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> } | null, internal: { bicep: string, terraform: string, azureCli: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, protocol: Protocol, sourceAddressPrefixes: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { id: string, title: string } | null }> }> }, external: { bicep: string, terraform: string, azureCli: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, protocol: Protocol, sourceAddressPrefixes: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { id: string, title: string } | null }> }> } };

export type RegionRulesFragment = { bicep: string, terraform: string, azureCli: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, protocol: Protocol, sourceAddressPrefixes: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { id: string, title: string } | null }> }> };

export type ServiceTagsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceTagsQuery = { serviceTags: Array<{ name: string, aliases: Array<string>, isRegional: boolean, mayBeRegional: boolean, isPlatformTag: boolean, description: string, portRules: Array<{ id: string, title: string }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type ServiceTagPageQueryVariables = Exact<{
  name: string;
}>;


export type ServiceTagPageQuery = { serviceTag: { name: string, aliases: Array<string>, isRegional: boolean, mayBeRegional: boolean, isPlatformTag: boolean, description: string, portRules: Array<{ id: string, title: string, edition: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, source: { name: string }, destination: { name: string } }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> } | null };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { sources: Array<{ id: string, title: string, date: string, isDateApproximate: boolean, isReferenceEdition: boolean, url: string | null }>, portRules: Array<{ history: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }> }>, regions: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }>, controlPlaneAddresses: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }> }>, serviceTags: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, tiers: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, subnetRules: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, endpoints: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, ipChangeTriggers: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, prerequisites: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, dns: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, routing: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, limitations: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }>, checks: Array<{ citations: Array<{ verifiedOn: string, source: { id: string } }> }> };

export type CitedSourceFragment = { verifiedOn: string, source: { id: string } };

export type SubnetsQueryVariables = Exact<{ [key: string]: never; }>;


export type SubnetsQuery = { subnetRules: Array<{ id: string, title: string, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, requirement: string, consequence: string, since: string | null, until: string | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type SubnetSizesQueryVariables = Exact<{
  prefixLength: number;
}>;


export type SubnetSizesQuery = { premiumExternal: { addressesNeeded: number, usableAddresses: number | null, reservedAddresses: number, maxUnits: number | null, remainingAddresses: number | null, fits: boolean | null, recommendedPrefixLength: number, smallestPrefixLength: number, unitLimit: number | null }, premiumInternal: { addressesNeeded: number, usableAddresses: number | null, reservedAddresses: number, maxUnits: number | null, remainingAddresses: number | null, fits: boolean | null, recommendedPrefixLength: number, smallestPrefixLength: number, unitLimit: number | null }, developerExternal: { addressesNeeded: number, usableAddresses: number | null, reservedAddresses: number, maxUnits: number | null, remainingAddresses: number | null, fits: boolean | null, recommendedPrefixLength: number, smallestPrefixLength: number, unitLimit: number | null }, developerInternal: { addressesNeeded: number, usableAddresses: number | null, reservedAddresses: number, maxUnits: number | null, remainingAddresses: number | null, fits: boolean | null, recommendedPrefixLength: number, smallestPrefixLength: number, unitLimit: number | null } };

export type SubnetSizeFragment = { addressesNeeded: number, usableAddresses: number | null, reservedAddresses: number, maxUnits: number | null, remainingAddresses: number | null, fits: boolean | null, recommendedPrefixLength: number, smallestPrefixLength: number, unitLimit: number | null };

export type TiersQueryVariables = Exact<{ [key: string]: never; }>;


export type TiersQuery = { tiers: Array<{ name: Tier, displayName: string, skuName: string, description: string, supportsMultiRegion: boolean, supportsAvailabilityZones: boolean, hasDedicatedPublicAddress: boolean, maxUnits: number | null, networking: Array<{ option: NetworkingOption, isSupported: boolean, note: string | null }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }> };

export type TierPageQueryVariables = Exact<{
  tier: Tier;
}>;


export type TierPageQuery = { tiers: Array<{ name: Tier, displayName: string, skuName: string, description: string, supportsMultiRegion: boolean, supportsAvailabilityZones: boolean, hasDedicatedPublicAddress: boolean, maxUnits: number | null, networking: Array<{ option: NetworkingOption, isSupported: boolean, note: string | null }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> }>, subnetRules: Array<{ id: string, title: string, requirement: string, until: string | null, citations: Array<{ verifiedOn: string }> }>, ipChangeTriggers: Array<{ id: string, title: string, until: string | null, citations: Array<{ verifiedOn: string }> }> };

export type TierPartsFragment = { name: Tier, displayName: string, skuName: string, description: string, supportsMultiRegion: boolean, supportsAvailabilityZones: boolean, hasDedicatedPublicAddress: boolean, maxUnits: number | null, networking: Array<{ option: NetworkingOption, isSupported: boolean, note: string | null }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string, title: string, date: string } }> };

export type ValidateExampleMutationVariables = Exact<{
  input: ValidateConfigInput;
}>;


export type ValidateExampleMutation = { validateConfig: { verdict: Verdict, edition: string, remediation: string, findings: Array<{ checkId: string, severity: Severity, message: string, path: string }>, flows: Array<{ id: string, outcome: FlowOutcome, decidedBy: string | null, counterexample: string | null }> } };

export const PortRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}}]} as unknown as DocumentNode<PortRowFragment, unknown>;
export const CitationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<CitationPartsFragment, unknown>;
export const NetworkFactPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NetworkFactParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NetworkFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<NetworkFactPartsFragment, unknown>;
export const TypeNameFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TypeName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"__Type"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ofType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ofType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ofType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TypeNameFragment, unknown>;
export const RegionRulesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequiredRules"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"sourceAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationPortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"bicep"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"BICEP"}}]},{"kind":"Field","alias":{"kind":"Name","value":"terraform"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"TERRAFORM"}}]},{"kind":"Field","alias":{"kind":"Name","value":"azureCli"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"AZURE_CLI"}}]}]}}]} as unknown as DocumentNode<RegionRulesFragment, unknown>;
export const CitedSourceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitedSource"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<CitedSourceFragment, unknown>;
export const SubnetSizeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubnetSize"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubnetPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addressesNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"usableAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"reservedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"maxUnits"}},{"kind":"Field","name":{"kind":"Name","value":"remainingAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"recommendedPrefixLength"}},{"kind":"Field","name":{"kind":"Name","value":"smallestPrefixLength"}},{"kind":"Field","name":{"kind":"Name","value":"unitLimit"}}]}}]} as unknown as DocumentNode<SubnetSizeFragment, unknown>;
export const TierPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TierParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierProfile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"skuName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"supportsMultiRegion"}},{"kind":"Field","name":{"kind":"Name","value":"supportsAvailabilityZones"}},{"kind":"Field","name":{"kind":"Name","value":"hasDedicatedPublicAddress"}},{"kind":"Field","name":{"kind":"Name","value":"maxUnits"}},{"kind":"Field","name":{"kind":"Name","value":"networking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"option"}},{"kind":"Field","name":{"kind":"Name","value":"isSupported"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<TierPartsFragment, unknown>;
export const ChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<ChangesQuery, ChangesQueryVariables>;
export const ChecksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}},{"kind":"Field","name":{"kind":"Name","value":"avoid"}},{"kind":"Field","name":{"kind":"Name","value":"prefer"}},{"kind":"Field","name":{"kind":"Name","value":"examples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"remediation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<ChecksQuery, ChecksQueryVariables>;
export const EditionPairDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditionPair"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"second"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"first"},"name":{"kind":"Name","value":"portRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRow"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"second"},"name":{"kind":"Name","value":"portRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"second"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRow"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"since"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"second"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"action"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<EditionPairQuery, EditionPairQueryVariables>;
export const ConflictsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"appliedReading"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"touches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<ConflictsQuery, ConflictsQueryVariables>;
export const ControlPlaneAddressesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ControlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"editions"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<ControlPlaneAddressesQuery, ControlPlaneAddressesQueryVariables>;
export const EndpointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Endpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"clouds"}},{"kind":"Field","name":{"kind":"Name","value":"hostNames"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"ports"}},{"kind":"Field","name":{"kind":"Name","value":"serviceTag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<EndpointsQuery, EndpointsQueryVariables>;
export const FactsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Facts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topic"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FactTopic"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topic"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"NetworkFactParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NetworkFactParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NetworkFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]} as unknown as DocumentNode<FactsQuery, FactsQueryVariables>;
export const HomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Home"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clouds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlanePrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"StringValue","value":"West Europe","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"INTERNAL"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"sourceAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationPortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HomeQuery, HomeQueryVariables>;
export const IpChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IpChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipChangeTriggers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"affectsPublicAddress"}},{"kind":"Field","name":{"kind":"Name","value":"affectsPrivateAddress"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<IpChangesQuery, IpChangesQueryVariables>;
export const EditionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]} as unknown as DocumentNode<EditionsQuery, EditionsQueryVariables>;
export const PortTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortTable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"edition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"edition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRow"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePorts"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"optionalPortsFeature"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<PortTableQuery, PortTableQueryVariables>;
export const PortRulePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortRulePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRow"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePorts"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"optionalPortsFeature"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRow"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<PortRulePageQuery, PortRulePageQueryVariables>;
export const ReferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__schema"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"types"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"specifiedByURL"}},{"kind":"Field","name":{"kind":"Name","value":"isOneOf"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"args"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"defaultValue"}},{"kind":"Field","name":{"kind":"Name","value":"type"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TypeName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"type"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TypeName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"inputFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"defaultValue"}},{"kind":"Field","name":{"kind":"Name","value":"type"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TypeName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"enumValues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TypeName"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"__Type"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ofType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ofType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ofType"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReferenceQuery, ReferenceQueryVariables>;
export const RegionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clouds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceTagSuffix"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlanePrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<RegionsQuery, RegionsQueryVariables>;
export const RegionPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegionPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"serviceTagSuffix"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlanePrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"isApiManagementTagRoutable"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"earlier"},"name":{"kind":"Name","value":"controlPlaneAddresses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"StringValue","value":"2019-09-09","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"internal"},"name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"INTERNAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"useRegionalTags"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionRules"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"external"},"name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"EXTERNAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"useRegionalTags"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionRules"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequiredRules"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"sourceAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationPortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"bicep"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"BICEP"}}]},{"kind":"Field","alias":{"kind":"Name","value":"terraform"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"TERRAFORM"}}]},{"kind":"Field","alias":{"kind":"Name","value":"azureCli"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"AZURE_CLI"}}]}]}}]} as unknown as DocumentNode<RegionPageQuery, RegionPageQueryVariables>;
export const ServiceTagsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServiceTags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceTags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"isRegional"}},{"kind":"Field","name":{"kind":"Name","value":"mayBeRegional"}},{"kind":"Field","name":{"kind":"Name","value":"isPlatformTag"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"portRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<ServiceTagsQuery, ServiceTagsQueryVariables>;
export const ServiceTagPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServiceTagPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceTag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"isRegional"}},{"kind":"Field","name":{"kind":"Name","value":"mayBeRegional"}},{"kind":"Field","name":{"kind":"Name","value":"isPlatformTag"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"portRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<ServiceTagPageQuery, ServiceTagPageQueryVariables>;
export const SourcesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"isDateApproximate"}},{"kind":"Field","name":{"kind":"Name","value":"isReferenceEdition"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"Field","name":{"kind":"Name","value":"portRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceTags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"subnetRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"endpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ipChangeTriggers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"prerequisites"},"name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"PREREQUISITE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"dns"},"name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"DNS"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"routing"},"name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"ROUTING"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"limitations"},"name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"LIMITATION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitedSource"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitedSource"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<SourcesQuery, SourcesQueryVariables>;
export const SubnetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Subnets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subnetRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"requirement"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]} as unknown as DocumentNode<SubnetsQuery, SubnetsQueryVariables>;
export const SubnetSizesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SubnetSizes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"prefixLength"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"premiumExternal"},"name":{"kind":"Name","value":"subnetPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"Argument","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"EXTERNAL"}},{"kind":"Argument","name":{"kind":"Name","value":"prefixLength"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prefixLength"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubnetSize"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"premiumInternal"},"name":{"kind":"Name","value":"subnetPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"Argument","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"INTERNAL"}},{"kind":"Argument","name":{"kind":"Name","value":"prefixLength"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prefixLength"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubnetSize"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"developerExternal"},"name":{"kind":"Name","value":"subnetPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"DEVELOPER"}},{"kind":"Argument","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"EXTERNAL"}},{"kind":"Argument","name":{"kind":"Name","value":"prefixLength"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prefixLength"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubnetSize"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"developerInternal"},"name":{"kind":"Name","value":"subnetPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"DEVELOPER"}},{"kind":"Argument","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"INTERNAL"}},{"kind":"Argument","name":{"kind":"Name","value":"prefixLength"},"value":{"kind":"Variable","name":{"kind":"Name","value":"prefixLength"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubnetSize"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubnetSize"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SubnetPlan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addressesNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"usableAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"reservedAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"maxUnits"}},{"kind":"Field","name":{"kind":"Name","value":"remainingAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"fits"}},{"kind":"Field","name":{"kind":"Name","value":"recommendedPrefixLength"}},{"kind":"Field","name":{"kind":"Name","value":"smallestPrefixLength"}},{"kind":"Field","name":{"kind":"Name","value":"unitLimit"}}]}}]} as unknown as DocumentNode<SubnetSizesQuery, SubnetSizesQueryVariables>;
export const TiersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TierParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TierParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierProfile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"skuName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"supportsMultiRegion"}},{"kind":"Field","name":{"kind":"Name","value":"supportsAvailabilityZones"}},{"kind":"Field","name":{"kind":"Name","value":"hasDedicatedPublicAddress"}},{"kind":"Field","name":{"kind":"Name","value":"maxUnits"}},{"kind":"Field","name":{"kind":"Name","value":"networking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"option"}},{"kind":"Field","name":{"kind":"Name","value":"isSupported"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]} as unknown as DocumentNode<TiersQuery, TiersQueryVariables>;
export const TierPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TierPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tier"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Tier"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TierParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subnetRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tier"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"requirement"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ipChangeTriggers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tier"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TierParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierProfile"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"skuName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"supportsMultiRegion"}},{"kind":"Field","name":{"kind":"Name","value":"supportsAvailabilityZones"}},{"kind":"Field","name":{"kind":"Name","value":"hasDedicatedPublicAddress"}},{"kind":"Field","name":{"kind":"Name","value":"maxUnits"}},{"kind":"Field","name":{"kind":"Name","value":"networking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"option"}},{"kind":"Field","name":{"kind":"Name","value":"isSupported"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationParts"}}]}}]}}]} as unknown as DocumentNode<TierPageQuery, TierPageQueryVariables>;
export const ValidateExampleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ValidateExample"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ValidateConfigInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"validateConfig"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkId"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"flows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"counterexample"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remediation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"AZURE_CLI"}}]}]}}]}}]} as unknown as DocumentNode<ValidateExampleMutation, ValidateExampleMutationVariables>;