// Generated from api/client/operations.graphql by `npm run codegen`; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { operation } from '../operation.ts';
/** What a security rule does with the traffic it matches. */
export type Access =
  /** Lets it pass. */
  | 'ALLOW'
  /** Drops it. */
  | 'DENY';

/** What a change of a deployment does to an address. */
export type AddressOutcome =
  /** An address is replaced, given up or new. */
  | 'CHANGES'
  /** There is no such address, before or after. */
  | 'NONE'
  /** The address stays as it is. */
  | 'STAYS'
  /** No source says whether it changes. */
  | 'UNKNOWN';

/** How far a control-plane address reaches: one region, or its whole cloud. */
export type AddressScope =
  /** It serves the whole cloud: documents mark the row (Global), or give it no region. */
  | 'CLOUD'
  /** Documents print it in the region's own row. */
  | 'REGION';

/** The clouds that the facts tell apart; each has regions, service tags and host names of its own. */
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

/** An API Management instance and its network, field by field. */
export type DeploymentInput = {
  /** Edition of the port table to apply; the newest with a table for the platform when none is named. */
  edition?: string | null | undefined;
  /** Optional features in use; their optional rules are then required. */
  features?: Array<Feature>;
  /** At least one location; the first is the primary one. */
  locations: Array<LocationInput>;
  /** Compute platform; without effect for the v2 tiers. */
  platform?: ComputePlatform;
  /** Tier of the instance, which decides on the modes, units and rules that are possible. */
  tier: Tier;
  /** Network mode; NONE for an instance in no virtual network. */
  virtualNetworkType: VirtualNetworkType;
};

/** The direction of traffic, seen from the subnet of the instance. */
export type Direction =
  /** Into the subnet. */
  | 'INBOUND'
  /** Out of the subnet. */
  | 'OUTBOUND';

/** The kinds of facts; ids are unique within a kind. */
export type FactKind =
  /** A check of validateConfig, by its id. */
  | 'CHECK'
  /** A conflict between documents, by its id. */
  | 'CONFLICT'
  /** An endpoint, by its id. */
  | 'ENDPOINT'
  /** An event that changes addresses, by its id. */
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
  /** Something that users see fail, by its id. */
  | 'SYMPTOM'
  /** A service tier, by its name in this API. */
  | 'TIER';

/** A feature of API Management whose use turns an optional port rule, or a bracketed port, into a required one. */
export type Feature =
  /** The instance is backed up to a storage account and restored from it. */
  | 'BACKUP_RESTORE'
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
  /** Named values, client certificates or certificates of host names come from Azure Key Vault. */
  | 'KEY_VAULT_SECRETS'
  /** Azure watches the health of each machine of the instance. */
  | 'MACHINE_HEALTH_PROBE'
  /** A custom domain has a free certificate that API Management renews. */
  | 'MANAGED_CERTIFICATES'
  /** The instance works with Microsoft Entra ID, formerly Azure Active Directory, or with Microsoft Graph, for example to sign users in to the developer portal. */
  | 'MICROSOFT_ENTRA_ID'
  /** Diagnostic logs, metrics, Resource Health or Application Insights are in use; on stv1 also the health and monitoring extension. */
  | 'MONITORING'
  /** Clients on the internet may call the gateway without encryption, on port 80. */
  | 'PLAIN_HTTP'
  /** Rate limit policies count calls across the machines of the instance. */
  | 'RATE_LIMIT_COUNTERS'
  /** Self-hosted gateways outside Azure or in other networks belong to the instance. */
  | 'SELF_HOSTED_GATEWAY';

/** What the security rules do with a documented flow. */
export type FlowOutcome =
  /** All of it passes. */
  | 'ALLOWED'
  /** None of it passes. */
  | 'DENIED'
  /** Some remote addresses pass and some do not. */
  | 'PARTIAL'
  /** Tag names and known prefixes do not decide it. The report's assumptions and findings say what is missing. */
  | 'UNKNOWN';

/** One location of an instance and the network it is in. */
export type LocationInput = {
  /** IP addresses of the custom DNS servers of the virtual network; empty for Azure's own. */
  dnsServers?: Array<string>;
  /** The group at the subnet; left out where the subnet has none. */
  networkSecurityGroup?: NetworkSecurityGroupInput | null | undefined;
  /** The public IP address resource; left out where Azure manages the address. */
  publicIpAddress?: PublicIpAddressInput | null | undefined;
  /** Programmatic name, display name or documented alias. validateConfig also accepts unknown, and then checks whole service tags. */
  region: string;
  /** The route table at the subnet; left out where the subnet has none. */
  routeTable?: RouteTableInput | null | undefined;
  /** The subnet of the instance in this region; left out where it is not known, or there is none. */
  subnet?: SubnetInput | null | undefined;
  /** Scale units, from 1. */
  units?: number;
  /** Prefixes of the virtual network and its peers, without host bits; empty where they are not known. Those of IPv6 have no part in the flows, which are IPv4. */
  virtualNetworkAddressPrefixes?: Array<string>;
  /** Availability zones in use, from 1 to 3, each once. */
  zones?: Array<number>;
};

/** How much an instance needs traffic, a host or a port. */
export type Necessity =
  /** Required if the condition in requiredWhen is true. */
  | 'CONDITIONAL'
  /** Needed only for a feature or a choice of the customer. */
  | 'OPTIONAL'
  /** Documents advise it without calling it required. */
  | 'RECOMMENDED'
  /** The instance does not work properly without it. */
  | 'REQUIRED';

/** A network security group: rule by rule, or as a document. Exactly one of the two. */
export type NetworkSecurityGroupInput =
  {   /** One of: an array of security rules (az network nsg rule list); an object with securityRules (az network nsg show); an object with properties.securityRules (REST, ARM resource); effective security rules (az network nic list-effective-nsg); an ARM template, an export or a Terraform plan with one network security group. Of several groups, the one that names the id of the subnet. */
  document: unknown; securityRules?: never; }
  |  { document?: never;   /** The rules of the group without the default rules. */
  securityRules: Array<SecurityRuleInput>; };

/** A flow that you promise. Set exactly one of allow, deny and only; all of its packets have one direction. */
export type OwnFlowInput = {
  /** What must pass, from the ports that clients use; to ports without a protocol it is TCP and UDP. */
  allow?: Array<PacketSetInput> | null | undefined;
  /** What must not pass. */
  deny?: Array<PacketSetInput> | null | undefined;
  /** Tells it from your other flows. */
  name: string;
  /** With only: the packets it is about; all of the direction if left out. */
  of?: Array<PacketSetInput> | null | undefined;
  /** What may pass, and nothing else of the packets in of. */
  only?: Array<PacketSetInput> | null | undefined;
  /** Who answers for it. */
  owner?: string | null | undefined;
  /** Why you promise it; findings repeat it. */
  reason: string;
};

/** Whether an own flow is kept or broken in a location. */
export type OwnFlowOutcome =
  /** Packets are known that break it. */
  | 'BROKEN'
  /** Security admin rules, the security group, routes and firewalls on the side of the instance keep it. */
  | 'HOLDS'
  /** The input does not say enough; it never counts as holding. */
  | 'UNDECIDED';

/** Packets between the subnet of the instance and a far end. Set exactly one of from and to. */
export type PacketSetInput = {
  /** The far end of inbound packets: addresses, prefixes, service tags, Internet, VirtualNetwork, or * for any. */
  from?: Array<string> | null | undefined;
  /** Destination ports 443 and ranges 6381-6383; any if left out. */
  ports?: Array<string> | null | undefined;
  /** Their protocol; ANY if left out. */
  protocol?: Protocol | null | undefined;
  /** The far end of outbound packets. */
  to?: Array<string> | null | undefined;
};

/** The protocol of packets, of a flow or of a rule. */
export type Protocol =
  /** Authentication Header of IPsec; no documented flow uses it. */
  | 'AH'
  /** Every protocol: * in a security rule. Also where documents name none. */
  | 'ANY'
  /** Encapsulating Security Payload of IPsec; no documented flow uses it. */
  | 'ESP'
  /** Internet Control Message Protocol; no documented flow uses it. */
  | 'ICMP'
  /** Transmission Control Protocol. */
  | 'TCP'
  /** User Datagram Protocol. */
  | 'UDP';

/** The public IP address resource of an instance. */
export type PublicIpAddressInput = {
  /** Static or Dynamic, in any case. */
  allocationMethod?: string | null | undefined;
  /** Label of its DNS name, which instances on stv2 must have; left out where there is none. */
  dnsLabel?: string | null | undefined;
  /** Azure resource id of the public IP address. */
  id?: string | null | undefined;
  /** Region of the resource, by any name that the query region takes; unknown where it is not known, as if left out. */
  region?: string | null | undefined;
  /** Standard, StandardV2 or Basic, in any case. */
  sku?: string | null | undefined;
  /** Id of the subscription of the resource. */
  subscription?: string | null | undefined;
  /** IPv4 or IPv6, in any case. */
  version?: string | null | undefined;
  /** Availability zones of the address: one where it is zonal, several where it is zone-redundant. */
  zones?: Array<number> | null | undefined;
};

/** The deployment that needs the security rules. */
export type RequiredRulesInput = {
  /** Further regions of a multi-region instance; region is the primary one. */
  additionalRegions?: Array<string>;
  /** Edition of the port table; the newest with a table for the platform when none is named. Without effect for the v2 tiers. */
  edition?: string | null | undefined;
  /** Optional features in use; their optional rules and ports are then required. */
  features?: Array<Feature>;
  /** Whether optional rules and bracketed ports are included. */
  includeOptional?: boolean;
  /** Compute platform; without effect for the v2 tiers. */
  platform?: ComputePlatform;
  /** Primary region: programmatic name, display name or documented alias. */
  region: string;
  /** Tier of the instance; one that takes part in no virtual network has no rules and is refused. */
  tier: Tier;
  /** Storage.WestEurope instead of Storage, for the tags that documents let be narrowed to a region. */
  useRegionalTags?: boolean;
  /** Network mode; NONE has no rules and is refused. */
  virtualNetworkType: VirtualNetworkType;
};

/** A user-defined route. What forcedTunneling gives goes in as it is. */
export type RouteInput = {
  /** Address prefix or service tag of the destination. */
  addressPrefix: string;
  /** Name of the route, by which findings refer to it. */
  name: string;
  /** Address of the appliance, where nextHopType is VirtualAppliance. */
  nextHopIpAddress?: string | null | undefined;
  /** VirtualNetworkGateway, VnetLocal, Internet, VirtualAppliance or None; case, spaces, hyphens and underscores are ignored. Error BAD_USER_INPUT for any other value. */
  nextHopType: string;
};

/** A route table: route by route, or as a document. Exactly one of the two. */
export type RouteTableInput =
  {   /** As exported: az network route-table show, an ARM resource or template, a Terraform plan. */
  document: unknown; routes?: never; }
  |  { document?: never;   /** The user-defined routes of the table, without those of Azure. */
  routes: Array<RouteInput>; };

/** A notation for network security rules and routes. The text can be used as it is. */
export type RuleFormat =
  /** An Azure Resource Manager template that deploys to a resource group. */
  | 'ARM_JSON'
  /** A bash script of az network commands, for an existing resource group. */
  | 'AZURE_CLI'
  /** A Bicep file that deploys with az deployment group create. */
  | 'BICEP'
  /** A table with a header row, after RFC 4180. Text that a spreadsheet would run as a formula starts with an apostrophe. */
  | 'CSV'
  /** Tables in GitHub Flavored Markdown. */
  | 'MARKDOWN'
  /** A PowerShell script for the Az module, for an existing resource group. */
  | 'POWERSHELL'
  /** Terraform resources of the azurerm provider, to add to a configuration. */
  | 'TERRAFORM';

/** The status of a port rule at an edition, in one word. */
export type RuleStatus =
  /** An instance needs it if the condition in requiredWhen is true. */
  | 'CONDITIONAL'
  /** Only a feature or a choice of the customer needs it. */
  | 'OPTIONAL'
  /** Documents advise it without calling it required. */
  | 'RECOMMENDED'
  /** The port table no longer has the rule, which an earlier edition had. */
  | 'REMOVED'
  /** Every instance of the tiers and network modes that the rule names needs the traffic. */
  | 'REQUIRED';

/** A rule of a network security group. What requiredRules gives goes in as it is. */
export type SecurityRuleInput = {
  /** Whether the rule lets the traffic pass or drops it. */
  access: Access;
  /** The owner's description. The remediation keeps it when it changes the rule. */
  description?: string | null | undefined;
  /** Service tags, addresses, address prefixes, or *. */
  destinationAddressPrefixes: Array<string>;
  /** Ports and ranges, or *. */
  destinationPortRanges: Array<string>;
  /** Whether the rule is for traffic into the subnet or out of it. */
  direction: Direction;
  /** Name of the rule, by which findings and traces refer to it. */
  name: string;
  /** From 100 to 4096, lowest first. */
  priority: number;
  /** Tcp, Udp, Icmp, Esp, Ah or *, as Resource Manager spells them, or TCP, UDP and ANY as this API does. */
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

/** One file of the deployment: its path and its text. */
export type SourceFileInput = {
  /** Path below a common folder, with slashes: infra/main.bicep. Files refer to each other by it. */
  path: string;
  /** The text as it is in the file. */
  text: string;
};

/** The files of one deployment in Bicep or Terraform, values files (.bicepparam, parameters.json, tfvars) among them: at most 2000 files with 16000000 characters in all, and within the 1 MiB that a request may have. */
export type SourceInput = {
  /** Path of the file (Bicep, or its values file) or folder (Terraform) to deploy; needed only if there are several. */
  entry?: string | null | undefined;
  /** All files that belong to it; modules that are missing are named in sourceProblems. */
  files: Array<SourceFileInput>;
};

/** The subnet that an instance is injected into, or sends its outbound traffic through. */
export type SubnetInput = {
  /** IPv4 prefix with its length and without host bits, for example 10.0.1.0/27. */
  addressPrefix: string;
  /** Services the subnet is delegated to, for example Microsoft.Web/serverFarms. */
  delegations?: Array<string>;
  /** Azure resource id of the subnet; tells which group of a document is at it. */
  id?: string | null | undefined;
  /** Number of addresses that those resources use, from 0. */
  otherAddresses?: number;
  /** Other resources, other API Management instances too, that share the subnet. */
  otherResources?: Array<string>;
  /** Service endpoints that are enabled, for example Microsoft.Storage. */
  serviceEndpoints?: Array<string>;
};

/** A service tier of API Management. Only DEVELOPER, PREMIUM, STANDARD_V2 and PREMIUM_V2 take part in a virtual network. */
export type Tier =
  /** Has its own public address and supports private endpoints, but cannot be injected. */
  | 'BASIC'
  /** For development and test, with a service level. Has no virtual-network feature. */
  | 'BASIC_V2'
  /** Runs on shared infrastructure and has no virtual-network feature at all. */
  | 'CONSUMPTION'
  /** One unit for evaluation. Can be injected in external or internal mode; updates interrupt it. */
  | 'DEVELOPER'
  /** Can be injected in external or internal mode, in several regions and availability zones. The page of 2025-04-17 sets the limit at 31 units; an older one names a soft limit of 12, with more on request. */
  | 'PREMIUM'
  /** Can be injected without route tables or service endpoints, or integrated for outbound traffic. */
  | 'PREMIUM_V2'
  /** Has its own public address and supports private endpoints, but cannot be injected. */
  | 'STANDARD'
  /** Reaches private backends by outbound integration; its own endpoints stay public. */
  | 'STANDARD_V2';

/** The deployment to check. Set exactly one field; parameters and service are separate arguments. */
export type ValidateConfigInput =
  {   /** A deployment described field by field. */
  deployment: DeploymentInput; document?: never; source?: never; }
  |  { deployment?: never;   /** A document with the service and its network, one of: an ARM template (bicep build), alone or as { template, parameters }; a list of exported resources: an array, or an object with resources, value or data; the result of a what-if operation (az deployment group what-if --no-pretty-print); a Terraform plan or state (terraform show -json), or a state file; az ... show outputs and query results (Resource Graph), one alone or several; any of these together, in an array or in an object with names of your own; a JSON text with comments. Parameters without a value have their default values; those that the verdict would need are missingValues. What was not used is in unusedParts. */
  document: unknown; source?: never; }
  |  { deployment?: never; document?: never;   /** Bicep or Terraform as it is written. Nothing else is installed, and nothing outside the files is read. */
  source: SourceInput; };

/** The outcome of a check, or of all of them. */
export type Verdict =
  /** The documents say that it will not work. */
  | 'FAIL'
  /** The input does not decide whether it works. */
  | 'NEEDS_REVIEW'
  /** Nothing keeps the instance from working, as far as the input says. */
  | 'PASS';

/** How an instance takes part in a virtual network: virtualNetworkType of Azure Resource Manager, in capitals. */
export type VirtualNetworkType =
  /** Injected, with its endpoints open to the internet. In the v2 tiers: outbound integration. */
  | 'EXTERNAL'
  /** Injected, with its endpoints open to the virtual network only. In the v2 tiers: injection. */
  | 'INTERNAL'
  /** The instance is in no virtual network. */
  | 'NONE';

export type RequiredRulesQueryVariables = Exact<{
  input: RequiredRulesInput;
  format?: RuleFormat;
}>;


export type RequiredRulesQuery = { requiredRules: { render: string, locations: Array<{ region: { name: string }, securityRules: Array<{ name: string, priority: number, direction: Direction, access: Access, protocol: Protocol, sourceAddressPrefixes: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string> }> }>, notes: Array<{ text: string }>, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> } | null };

export type PortRulesQueryVariables = Exact<{
  edition?: string | null | undefined;
  platform?: ComputePlatform | null | undefined;
  tier?: Tier | null | undefined;
}>;


export type PortRulesQuery = { portRules: Array<{ ruleId: string, title: string, directions: Array<Direction>, protocol: Protocol, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, source: { name: string }, destination: { name: string }, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }> };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { regions: Array<{ name: string, displayName: string, serviceTagSuffix: string | null, cloud: { name: CloudName } }> };

export type RegionQueryVariables = Exact<{
  name: string;
}>;


export type RegionQuery = { region: { name: string, displayName: string, serviceTagSuffix: string | null, controlPlanePrefixes: Array<string>, cloud: { name: CloudName }, controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string> }>, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> } | null };

export type SubnetPlanQueryVariables = Exact<{
  tier: Tier;
  virtualNetworkType: VirtualNetworkType;
  units?: number;
  prefixLength?: number | null | undefined;
}>;


export type SubnetPlanQuery = { subnetPlan: { addressesNeeded: number, smallestPrefixLength: number, recommendedPrefixLength: number, delegation: string | null, fits: boolean | null, maxUnits: number | null, remainingAddresses: number | null, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> } | null };

export type IpImpactQueryVariables = Exact<{
  before: DeploymentInput;
  after: DeploymentInput;
}>;


export type IpImpactQuery = { ipImpact: { summary: string, steps: Array<string>, publicAddress: { outcome: AddressOutcome }, privateAddress: { outcome: AddressOutcome }, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> } | null };

export type ForcedTunnelingQueryVariables = Exact<{
  region: string;
  tier: Tier;
  virtualNetworkType: VirtualNetworkType;
  format?: RuleFormat;
}>;


export type ForcedTunnelingQuery = { forcedTunneling: { hostNames: Array<string>, render: string, notes: Array<{ text: string }>, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> } | null };

export type LookupAddressQueryVariables = Exact<{
  address: string;
}>;


export type LookupAddressQuery = { lookupAddress: { summary: string, matchingPrefixes: Array<{ serviceTagName: string, prefix: string }>, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
}>;


export type SearchQuery = { search: Array<{ score: number, fact:
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { status: RuleStatus | null, statusSince: string | null, kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
      | { kind: FactKind, id: string, title: string, summary: string, pagePath: string, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }
     }> };

export type ValidateConfigMutationVariables = Exact<{
  input: ValidateConfigInput;
  format?: RuleFormat;
  parameters?: unknown;
  service?: string | null | undefined;
  flows?: Array<OwnFlowInput> | OwnFlowInput | null | undefined;
}>;


export type ValidateConfigMutation = { validateConfig: { verdict: Verdict, edition: string | null, remediation: string, findings: Array<{ checkId: string, severity: Severity, outcome: Verdict, title: string, message: string, remedy: string | null, pointer: string, sourceLocation: { file: string, line: number, column: number } | null, citations: Array<{ section: string, source: { title: string, date: string, url: string | null } }> }>, flows: Array<{ key: string, region: string, necessity: Necessity, outcome: FlowOutcome, decidedBy: string | null, counterexample: string | null }>, ownFlows: Array<{ name: string, region: string | null, outcome: OwnFlowOutcome, message: string }>, missingValues: Array<{ name: string }>, edits: Array<{ file: string, newText: string, range: { start: { line: number, column: number }, end: { line: number, column: number } } }> } | null };

export type ChecksQueryVariables = Exact<{ [key: string]: never; }>;


export type ChecksQuery = { checks: Array<{ id: string, title: string, summary: string, severity: Severity }> };

export type CitedSourceFragment = { section: string, source: { title: string, date: string, url: string | null } };

export const requiredRulesOperation = operation<RequiredRulesQuery, RequiredRulesQueryVariables>(`query RequiredRules($input: RequiredRulesInput!, $format: RuleFormat! = BICEP) {
  requiredRules(input: $input) {
    render(format: $format)
    locations {
      region {
        name
      }
      securityRules {
        name
        priority
        direction
        access
        protocol
        sourceAddressPrefixes
        destinationAddressPrefixes
        destinationPortRanges
      }
    }
    notes {
      text
    }
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const portRulesOperation = operation<PortRulesQuery, PortRulesQueryVariables>(`query PortRules($edition: Date, $platform: ComputePlatform, $tier: Tier) {
  portRules(edition: $edition, platform: $platform, tier: $tier) {
    ruleId
    title
    directions
    protocol
    source {
      name
    }
    destination {
      name
    }
    destinationPorts
    optionalDestinationPorts
    necessity
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const regionsOperation = operation<RegionsQuery, RegionsQueryVariables>(`query Regions {
  regions {
    name
    displayName
    cloud {
      name
    }
    serviceTagSuffix
  }
}`);

export const regionOperation = operation<RegionQuery, RegionQueryVariables>(`query Region($name: String!) {
  region(name: $name) {
    name
    displayName
    cloud {
      name
    }
    serviceTagSuffix
    controlPlanePrefixes
    controlPlaneAddresses {
      address
      scope
      editions
    }
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const subnetPlanOperation = operation<SubnetPlanQuery, SubnetPlanQueryVariables>(`query SubnetPlan($tier: Tier!, $virtualNetworkType: VirtualNetworkType!, $units: Int! = 1, $prefixLength: Int) {
  subnetPlan(
    tier: $tier
    virtualNetworkType: $virtualNetworkType
    units: $units
    prefixLength: $prefixLength
  ) {
    addressesNeeded
    smallestPrefixLength
    recommendedPrefixLength
    delegation
    fits
    maxUnits
    remainingAddresses
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const ipImpactOperation = operation<IpImpactQuery, IpImpactQueryVariables>(`query IpImpact($before: DeploymentInput!, $after: DeploymentInput!) {
  ipImpact(before: $before, after: $after) {
    summary
    publicAddress {
      outcome
    }
    privateAddress {
      outcome
    }
    steps
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const forcedTunnelingOperation = operation<ForcedTunnelingQuery, ForcedTunnelingQueryVariables>(`query ForcedTunneling($region: String!, $tier: Tier!, $virtualNetworkType: VirtualNetworkType!, $format: RuleFormat! = BICEP) {
  forcedTunneling(
    region: $region
    tier: $tier
    virtualNetworkType: $virtualNetworkType
  ) {
    hostNames
    render(format: $format)
    notes {
      text
    }
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const lookupAddressOperation = operation<LookupAddressQuery, LookupAddressQueryVariables>(`query LookupAddress($address: String!) {
  lookupAddress(address: $address) {
    summary
    matchingPrefixes {
      serviceTagName
      prefix
    }
    citations {
      ...CitedSource
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const searchOperation = operation<SearchQuery, SearchQueryVariables>(`query Search($text: String!) {
  search(text: $text) {
    score
    fact {
      kind
      id
      title
      summary
      pagePath
      ... on PortRule {
        status
        statusSince
      }
      citations {
        ...CitedSource
      }
    }
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const validateConfigOperation = operation<ValidateConfigMutation, ValidateConfigMutationVariables>(`mutation ValidateConfig($input: ValidateConfigInput!, $format: RuleFormat! = AZURE_CLI, $parameters: JSON, $service: String, $flows: [OwnFlowInput!]) {
  validateConfig(
    input: $input
    parameters: $parameters
    service: $service
    flows: $flows
  ) {
    verdict
    edition
    findings {
      checkId
      severity
      outcome
      title
      message
      remedy
      pointer
      sourceLocation {
        file
        line
        column
      }
      citations {
        ...CitedSource
      }
    }
    flows {
      key
      region
      necessity
      outcome
      decidedBy
      counterexample
    }
    ownFlows {
      name
      region
      outcome
      message
    }
    missingValues {
      name
    }
    edits {
      file
      range {
        start {
          line
          column
        }
        end {
          line
          column
        }
      }
      newText
    }
    remediation(format: $format)
  }
}

fragment CitedSource on Citation {
  section
  source {
    title
    date
    url
  }
}`);

export const checksOperation = operation<ChecksQuery, ChecksQueryVariables>(`query Checks {
  checks {
    id
    title
    summary
    severity
  }
}`);
