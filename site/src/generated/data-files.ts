// Generated from site/src/data-files/queries by `npm run codegen`; do not edit.
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

/** How far a control-plane address reaches: one region, or its whole cloud. */
export type AddressScope =
  /** It serves the whole cloud: documents mark the row (Global), or give it no region. */
  | 'CLOUD'
  /** Documents print it in the region's own row. */
  | 'REGION';

/** What happened to a row, a platform or the addresses from one edition to a later one. */
export type ChangeKind =
  /** The row is new. */
  | 'ADDED'
  /** The edition prints control-plane addresses that the one before lacks. */
  | 'ADDRESS_ADDED'
  /** The edition no longer prints control-plane addresses of the one before. */
  | 'ADDRESS_REMOVED'
  /** The row requires different traffic. */
  | 'CHANGED'
  /** The row requires less traffic than before. */
  | 'NARROWED'
  /** The traffic is the same; its necessity changed. */
  | 'NECESSITY_CHANGED'
  /** The edition is the first with a port table for the platform. */
  | 'PLATFORM_ADDED'
  /** The edition has no port table for the platform any more. */
  | 'PLATFORM_REMOVED'
  /** The row is gone. */
  | 'REMOVED'
  /** The row requires the same traffic under another service tag. */
  | 'RENAMED'
  /** The row requires more traffic than before. */
  | 'WIDENED';

/** How a check judges a deployment that is an example of it. */
export type CheckExampleKind =
  /** The check has a finding. */
  | 'BAD'
  /** The check finds nothing. */
  | 'GOOD'
  /** The check cannot decide, and its finding is NEEDS_REVIEW. */
  | 'UNSURE';

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

/** How well the cited source supports a fact. */
export type Confidence =
  /** Two documents, or two editions of one, contradict each other here. */
  | 'DISPUTED'
  /** The source states it. */
  | 'DOCUMENTED'
  /** Concluded from the source; it does not say so itself. */
  | 'INFERRED';

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

/** The topics by which facts lists network facts. */
export type FactTopic =
  /** Name resolution inside the network, and the names of the instance itself. */
  | 'DNS'
  /** What neighbouring services need: self-hosted gateways, key vaults, backups, application gateways, Front Door, NAT gateways. */
  | 'INTEGRATION'
  /** What does not work, how long changes take, what retires. */
  | 'LIMITATION'
  /** What you need before you deploy an instance into a network. */
  | 'PREREQUISITE'
  /** User-defined routes, forced tunneling and service endpoints. */
  | 'ROUTING';

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

/** How much a finding matters. */
export type Severity =
  /** The deployment fails, or the instance does not work. */
  | 'ERROR'
  /** Worth knowing; nothing needs to be done. */
  | 'INFO'
  /** It works now, and will cause trouble later. */
  | 'WARNING';

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

export type PortRuleFileQueryVariables = Exact<{
  id: string | number;
}>;


export type PortRuleFileQuery = { portRule: { id: string, title: string, status: RuleStatus | null, statusSince: string | null, edition: string | null, statedOn: string, directions: Array<Direction>, protocol: Protocol, sourcePorts: Array<string>, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, feature: Feature | null, features: Array<Feature>, optionalPortsFeature: Feature | null, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, consequence: string, remark: string | null, everyFormat: string, source: { name: string }, destination: { name: string }, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }>, history: Array<{ ruleId: string, title: string, edition: string | null, statedOn: string, directions: Array<Direction>, protocol: Protocol, sourcePorts: Array<string>, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, feature: Feature | null, features: Array<Feature>, optionalPortsFeature: Feature | null, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, consequence: string, remark: string | null, source: { name: string }, destination: { name: string }, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> } | null };

export type RegionFileQueryVariables = Exact<{
  name: string;
}>;


export type RegionFileQuery = { region: { name: string, displayName: string, aliases: Array<string>, serviceTagSuffix: string | null, addressAllowListTag: string | null, controlPlanePrefixes: Array<string>, printedControlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string>, isCurrent: boolean, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }>, cloud: { name: CloudName }, controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string> }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> } | null, internal: { everyFormat: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, access: Access, protocol: Protocol, sourceAddressPrefixes: Array<string>, sourcePortRanges: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { ruleId: string, title: string } | null }> }> } | null, external: { everyFormat: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, access: Access, protocol: Protocol, sourceAddressPrefixes: Array<string>, sourcePortRanges: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { ruleId: string, title: string } | null }> }> } | null, v2Integration: { everyFormat: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, access: Access, protocol: Protocol, sourceAddressPrefixes: Array<string>, sourcePortRanges: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { ruleId: string, title: string } | null }> }> } | null, v2Injection: { everyFormat: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, access: Access, protocol: Protocol, sourceAddressPrefixes: Array<string>, sourcePortRanges: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { ruleId: string, title: string } | null }> }> } | null };

export type RegionRuleColumnsFragment = { everyFormat: string, locations: Array<{ securityRules: Array<{ name: string, priority: number, direction: Direction, access: Access, protocol: Protocol, sourceAddressPrefixes: Array<string>, sourcePortRanges: Array<string>, destinationAddressPrefixes: Array<string>, destinationPortRanges: Array<string>, portRule: { ruleId: string, title: string } | null }> }> };

export type CitationColumnsFragment = { section: string, verifiedOn: string, confidence: Confidence, source: { id: string } };

export type SourceTableQueryVariables = Exact<{ [key: string]: never; }>;


export type SourceTableQuery = { sources: Array<{ id: string, title: string, date: string, isDateApproximate: boolean, isReferenceEdition: boolean, url: string | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type SourceColumnsFragment = { id: string, title: string, date: string, isDateApproximate: boolean, isReferenceEdition: boolean, url: string | null };

export type EditionTableQueryVariables = Exact<{ [key: string]: never; }>;


export type EditionTableQuery = { editions: Array<{ date: string, platforms: Array<ComputePlatform>, printsAddresses: boolean, sources: Array<{ id: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> }> };

export type PortRuleTableQueryVariables = Exact<{
  edition?: string | null | undefined;
  tier?: Tier | null | undefined;
}>;


export type PortRuleTableQuery = { portRules: Array<{ title: string, edition: string | null, statedOn: string, directions: Array<Direction>, protocol: Protocol, sourcePorts: Array<string>, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, feature: Feature | null, features: Array<Feature>, optionalPortsFeature: Feature | null, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, consequence: string, remark: string | null, id: string, source: { name: string }, destination: { name: string }, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type PortRuleColumnsFragment = { title: string, edition: string | null, statedOn: string, directions: Array<Direction>, protocol: Protocol, sourcePorts: Array<string>, destinationPorts: Array<string>, optionalDestinationPorts: Array<string>, necessity: Necessity, requiredWhen: string | null, feature: Feature | null, features: Array<Feature>, optionalPortsFeature: Feature | null, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, purpose: string, consequence: string, remark: string | null, source: { name: string }, destination: { name: string }, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> };

export type CloudTableQueryVariables = Exact<{ [key: string]: never; }>;


export type CloudTableQuery = { clouds: Array<{ name: CloudName, displayName: string, aliases: Array<string>, hostNameSuffix: string, isApiManagementTagRoutable: boolean, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type RegionTableQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionTableQuery = { regions: Array<{ name: string, displayName: string, aliases: Array<string>, serviceTagSuffix: string | null, addressAllowListTag: string | null, controlPlanePrefixes: Array<string>, cloud: { name: CloudName }, controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string> }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type RegionColumnsFragment = { name: string, displayName: string, aliases: Array<string>, serviceTagSuffix: string | null, addressAllowListTag: string | null, controlPlanePrefixes: Array<string>, cloud: { name: CloudName }, controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string> }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> };

export type ControlPlaneAddressTableQueryVariables = Exact<{ [key: string]: never; }>;


export type ControlPlaneAddressTableQuery = { controlPlaneAddresses: Array<{ address: string, scope: AddressScope, editions: Array<string>, since: string | null, until: string | null, isCurrent: boolean, cloud: { name: CloudName }, region: { name: string } | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type ServiceTagTableQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceTagTableQuery = { serviceTags: Array<{ name: string, aliases: Array<string>, isRegional: boolean, isRegionalVersionAccepted: boolean, isPlatformTag: boolean, description: string, portRules: Array<{ id: string, title: string }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type TierTableQueryVariables = Exact<{ [key: string]: never; }>;


export type TierTableQuery = { tiers: Array<{ name: Tier, displayName: string, skuName: string, description: string, supportsMultiRegion: boolean, supportsAvailabilityZones: boolean, hasDedicatedPublicAddress: boolean, maxUnits: number | null, networking: Array<{ option: NetworkingOption, isSupported: boolean, remark: string | null }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type SubnetRuleTableQueryVariables = Exact<{ [key: string]: never; }>;


export type SubnetRuleTableQuery = { subnetRules: Array<{ id: string, title: string, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, requirement: string, consequence: string, since: string | null, until: string | null, isCurrent: boolean, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type EndpointTableQueryVariables = Exact<{ [key: string]: never; }>;


export type EndpointTableQuery = { endpoints: Array<{ id: string, title: string, clouds: Array<CloudName>, hostNames: Array<string>, protocol: Protocol, ports: Array<string>, necessity: Necessity, requiredWhen: string | null, description: string, since: string | null, until: string | null, isCurrent: boolean, remark: string | null, serviceTag: { name: string } | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type IpChangeTriggerTableQueryVariables = Exact<{ [key: string]: never; }>;


export type IpChangeTriggerTableQuery = { ipChangeTriggers: Array<{ id: string, title: string, description: string, tiers: Array<Tier>, since: string | null, until: string | null, isCurrent: boolean, affectsPublicAddress: boolean, affectsPrivateAddress: boolean, advice: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type NetworkFactTableQueryVariables = Exact<{
  topic?: FactTopic | null | undefined;
}>;


export type NetworkFactTableQuery = { facts: Array<{ id: string, title: string, topic: FactTopic, statement: string, tiers: Array<Tier>, virtualNetworkTypes: Array<VirtualNetworkType>, platforms: Array<ComputePlatform>, since: string | null, until: string | null, isCurrent: boolean, effectiveOn: string | null, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type CheckTableQueryVariables = Exact<{ [key: string]: never; }>;


export type CheckTableQuery = { checks: Array<{ id: string, aliases: Array<string>, title: string, severity: Severity, description: string, rationale: string, avoid: string, prefer: string, examples: Array<{ kind: CheckExampleKind, about: string, input: unknown, findings: Array<{ severity: Severity, outcome: Verdict, message: string, pointer: string, remedy: string | null }> }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type ChangeTableQueryVariables = Exact<{ [key: string]: never; }>;


export type ChangeTableQuery = { changes: Array<{ id: string, date: string, comparedWith: string, kind: ChangeKind, platforms: Array<ComputePlatform>, summary: string, action: string, portRule: { id: string } | null, addresses: Array<{ address: string }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> };

export type ConflictTableQueryVariables = Exact<{ [key: string]: never; }>;


export type ConflictTableQuery = { conflicts: Array<{ id: string, title: string, appliedReading: string, reason: string, positions: Array<{ statement: string, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }>, touches: Array<
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
      | { kind: FactKind, id: string, title: string, path: string }
    > }> };

export type SymptomTableQueryVariables = Exact<{ [key: string]: never; }>;


export type SymptomTableQuery = { symptoms: Array<{ id: string, title: string, texts: Array<string>, causes: Array<{ text: string, tellApart: string, remedy: string, facts: Array<
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
        | { kind: FactKind, id: string }
      >, checks: Array<{ id: string }>, citations: Array<{ section: string, verifiedOn: string, confidence: Confidence, source: { id: string } }> }> }> };

export const RegionRuleColumnsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionRuleColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequiredRules"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"sourceAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"destinationAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationPortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"everyFormat"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"BICEP"}}]}]}}]} as unknown as DocumentNode<RegionRuleColumnsFragment, unknown>;
export const SourceColumnsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Source"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"isDateApproximate"}},{"kind":"Field","name":{"kind":"Name","value":"isReferenceEdition"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]} as unknown as DocumentNode<SourceColumnsFragment, unknown>;
export const CitationColumnsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<CitationColumnsFragment, unknown>;
export const PortRuleColumnsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRuleColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRuleStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"statedOn"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sourcePorts"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"optionalPortsFeature"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<PortRuleColumnsFragment, unknown>;
export const RegionColumnsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Region"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceTagSuffix"}},{"kind":"Field","name":{"kind":"Name","value":"addressAllowListTag"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlanePrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<RegionColumnsFragment, unknown>;
export const PortRuleFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortRuleFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusSince"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"statedOn"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sourcePorts"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"optionalPortsFeature"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"everyFormat"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"BICEP"}},{"kind":"Argument","name":{"kind":"Name","value":"region"},"value":{"kind":"StringValue","value":"West Europe","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRuleColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRuleColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRuleStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"statedOn"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sourcePorts"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"optionalPortsFeature"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]} as unknown as DocumentNode<PortRuleFileQuery, PortRuleFileQueryVariables>;
export const RegionFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegionFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"region"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionColumns"}},{"kind":"Field","name":{"kind":"Name","value":"printedControlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"internal"},"name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"INTERNAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"useRegionalTags"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionRuleColumns"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"external"},"name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"EXTERNAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"useRegionalTags"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionRuleColumns"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"v2Integration"},"name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"STANDARD_V2"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"EXTERNAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"useRegionalTags"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionRuleColumns"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"v2Injection"},"name":{"kind":"Name","value":"requiredRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"region"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"tier"},"value":{"kind":"EnumValue","value":"PREMIUM_V2"}},{"kind":"ObjectField","name":{"kind":"Name","value":"virtualNetworkType"},"value":{"kind":"EnumValue","value":"INTERNAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"useRegionalTags"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionRuleColumns"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Region"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceTagSuffix"}},{"kind":"Field","name":{"kind":"Name","value":"addressAllowListTag"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlanePrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionRuleColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RequiredRules"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"securityRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"access"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"sourceAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"sourcePortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"destinationAddressPrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"destinationPortRanges"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"everyFormat"},"name":{"kind":"Name","value":"render"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"format"},"value":{"kind":"EnumValue","value":"BICEP"}}]}]}}]} as unknown as DocumentNode<RegionFileQuery, RegionFileQueryVariables>;
export const SourceTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SourceTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SourceColumns"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SourceColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Source"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"isDateApproximate"}},{"kind":"Field","name":{"kind":"Name","value":"isReferenceEdition"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<SourceTableQuery, SourceTableQueryVariables>;
export const EditionTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditionTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"printsAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<EditionTableQuery, EditionTableQueryVariables>;
export const PortRuleTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PortRuleTable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"edition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tier"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Tier"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"portRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"edition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"edition"}}},{"kind":"Argument","name":{"kind":"Name","value":"tier"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tier"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"id"},"name":{"kind":"Name","value":"ruleId"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PortRuleColumns"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PortRuleColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PortRuleStatement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"statedOn"}},{"kind":"Field","name":{"kind":"Name","value":"directions"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sourcePorts"}},{"kind":"Field","name":{"kind":"Name","value":"destination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"destinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"optionalDestinationPorts"}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"feature"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"optionalPortsFeature"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]} as unknown as DocumentNode<PortRuleTableQuery, PortRuleTableQueryVariables>;
export const CloudTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CloudTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clouds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"hostNameSuffix"}},{"kind":"Field","name":{"kind":"Name","value":"isApiManagementTagRoutable"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<CloudTableQuery, CloudTableQueryVariables>;
export const RegionTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegionTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"regions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RegionColumns"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RegionColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Region"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceTagSuffix"}},{"kind":"Field","name":{"kind":"Name","value":"addressAllowListTag"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlanePrefixes"}},{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"editions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]} as unknown as DocumentNode<RegionTableQuery, RegionTableQueryVariables>;
export const ControlPlaneAddressTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ControlPlaneAddressTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"controlPlaneAddresses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"includeEnded"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"cloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"region"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"editions"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<ControlPlaneAddressTableQuery, ControlPlaneAddressTableQueryVariables>;
export const ServiceTagTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServiceTagTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceTags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"isRegional"}},{"kind":"Field","name":{"kind":"Name","value":"isRegionalVersionAccepted"}},{"kind":"Field","name":{"kind":"Name","value":"isPlatformTag"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"portRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<ServiceTagTableQuery, ServiceTagTableQueryVariables>;
export const TierTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TierTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"skuName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"supportsMultiRegion"}},{"kind":"Field","name":{"kind":"Name","value":"supportsAvailabilityZones"}},{"kind":"Field","name":{"kind":"Name","value":"hasDedicatedPublicAddress"}},{"kind":"Field","name":{"kind":"Name","value":"maxUnits"}},{"kind":"Field","name":{"kind":"Name","value":"networking"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"option"}},{"kind":"Field","name":{"kind":"Name","value":"isSupported"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<TierTableQuery, TierTableQueryVariables>;
export const SubnetRuleTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SubnetRuleTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subnetRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"includeEnded"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"requirement"}},{"kind":"Field","name":{"kind":"Name","value":"consequence"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<SubnetRuleTableQuery, SubnetRuleTableQueryVariables>;
export const EndpointTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EndpointTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endpoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"includeEnded"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"clouds"}},{"kind":"Field","name":{"kind":"Name","value":"hostNames"}},{"kind":"Field","name":{"kind":"Name","value":"protocol"}},{"kind":"Field","name":{"kind":"Name","value":"ports"}},{"kind":"Field","name":{"kind":"Name","value":"serviceTag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"necessity"}},{"kind":"Field","name":{"kind":"Name","value":"requiredWhen"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"remark"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<EndpointTableQuery, EndpointTableQueryVariables>;
export const IpChangeTriggerTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IpChangeTriggerTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ipChangeTriggers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"includeEnded"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"affectsPublicAddress"}},{"kind":"Field","name":{"kind":"Name","value":"affectsPrivateAddress"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<IpChangeTriggerTableQuery, IpChangeTriggerTableQueryVariables>;
export const NetworkFactTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NetworkFactTable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"topic"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FactTopic"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"facts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"Variable","name":{"kind":"Name","value":"topic"}}},{"kind":"Argument","name":{"kind":"Name","value":"includeEnded"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"virtualNetworkTypes"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveOn"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<NetworkFactTableQuery, NetworkFactTableQueryVariables>;
export const CheckTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CheckTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"aliases"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}},{"kind":"Field","name":{"kind":"Name","value":"avoid"}},{"kind":"Field","name":{"kind":"Name","value":"prefer"}},{"kind":"Field","name":{"kind":"Name","value":"examples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"findings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"pointer"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<CheckTableQuery, CheckTableQueryVariables>;
export const ChangeTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChangeTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"comparedWith"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"platforms"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"portRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addresses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<ChangeTableQuery, ChangeTableQueryVariables>;
export const ConflictTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConflictTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"appliedReading"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statement"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"touches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","alias":{"kind":"Name","value":"path"},"name":{"kind":"Name","value":"pagePath"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<ConflictTableQuery, ConflictTableQueryVariables>;
export const SymptomTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SymptomTable"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symptoms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"texts"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"tellApart"}},{"kind":"Field","name":{"kind":"Name","value":"remedy"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"checks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CitationColumns"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CitationColumns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"verifiedOn"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]} as unknown as DocumentNode<SymptomTableQuery, SymptomTableQueryVariables>;