/**
 * The vocabularies and types of all facts in this folder.
 *
 * A fact is what one document says at one date, with its citations. Vocabulary values are spelled as in the GraphQL
 * schema, so that no code has to translate them.
 */

export const cloudNames = ['PUBLIC', 'US_GOVERNMENT', 'CHINA'] as const;
export type CloudName = (typeof cloudNames)[number];

export const tiers = [
  'CONSUMPTION',
  'DEVELOPER',
  'BASIC',
  'STANDARD',
  'PREMIUM',
  'BASIC_V2',
  'STANDARD_V2',
  'PREMIUM_V2',
] as const;
export type Tier = (typeof tiers)[number];

export const computePlatforms = ['STV1', 'STV2'] as const;
export type ComputePlatform = (typeof computePlatforms)[number];

/** As in Azure Resource Manager. In the v2 tiers EXTERNAL means outbound integration and INTERNAL means injection. */
export const virtualNetworkTypes = ['NONE', 'EXTERNAL', 'INTERNAL'] as const;
export type VirtualNetworkType = (typeof virtualNetworkTypes)[number];

export const directions = ['INBOUND', 'OUTBOUND'] as const;
export type Direction = (typeof directions)[number];

export const protocols = ['TCP', 'UDP', 'ANY'] as const;
export type Protocol = (typeof protocols)[number];

export const necessities = ['REQUIRED', 'CONDITIONAL', 'RECOMMENDED', 'OPTIONAL'] as const;
export type Necessity = (typeof necessities)[number];

export const confidences = ['DOCUMENTED', 'INFERRED', 'DISPUTED'] as const;
export type Confidence = (typeof confidences)[number];

/** Features whose use turns an optional port rule, or a bracketed port, into a required one, or needs something else of the network. */
export const featureNames = [
  'PLAIN_HTTP',
  'MICROSOFT_ENTRA_ID',
  'CREDENTIAL_MANAGER',
  'EVENT_HUB_LOGGING',
  'MONITORING',
  'EXTERNAL_CACHE',
  'INTERNAL_CACHE',
  'RATE_LIMIT_COUNTERS',
  'GIT_REPOSITORY',
  'MACHINE_HEALTH_PROBE',
  'EMAIL_NOTIFICATIONS',
  'KEY_VAULT_SECRETS',
  'MANAGED_CERTIFICATES',
  'BACKUP_RESTORE',
  'SELF_HOSTED_GATEWAY',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** Calendar date, YYYY-MM-DD. */
export type IsoDate = `${number}-${number}-${number}`;

/** A document, in one dated edition, or one weekly service-tag file. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** The date the document gives itself; see isDateApproximate. */
  readonly date: IsoDate;
  /** True where the document has no date of its own, so that `date` follows from its content. */
  readonly isDateApproximate?: true;
  readonly url?: string;
  /** Set on the editions of the network reference, the document with the port table. */
  readonly isReferenceEdition?: true;
}

export interface Citation {
  /** Id of a source. */
  readonly source: string;
  readonly section: string;
  /** Day on which the fact was last compared with the source. */
  readonly verifiedOn: IsoDate;
  readonly confidence: Confidence;
}

/** What every fact has. */
export interface Cited {
  readonly citations: readonly Citation[];
}

export interface Cloud extends Cited {
  readonly name: CloudName;
  readonly displayName: string;
  /** Names that documents or service-tag files give this cloud. */
  readonly aliases: readonly string[];
  /** Suffix of default host names, for example azure-api.net. */
  readonly hostNameSuffix: string;
  readonly hostNameSuffixCitations: readonly Citation[];
  /** False where the service-tag file does not list user-defined routes among the features of the ApiManagement tag. */
  readonly isApiManagementTagRoutable: boolean;
}

export const addressScopes = ['REGION', 'CLOUD'] as const;
/** CLOUD marks the rows that documents print as "(Global)". */
export type AddressScope = (typeof addressScopes)[number];

export interface ControlPlaneAddress extends Cited {
  readonly address: string;
  readonly scope: AddressScope;
  /** Editions of the network reference that print the address, oldest first. */
  readonly editions: readonly IsoDate[];
}

export interface Region extends Cited {
  /** Programmatic name, for example westeurope. */
  readonly name: string;
  readonly displayName: string;
  /** Other names in documents and service-tag files; no two regions share one. */
  readonly aliases: readonly string[];
  readonly cloud: CloudName;
  /** Suffix of regional service tags, for example WestEurope in Storage.WestEurope; absent where there are none. */
  readonly serviceTagSuffix?: string;
  /** Region id in the service-tag file; AzureCloud's regional tags end in it (AzureCloud.norwaye). */
  readonly serviceTagRegion?: string;
  readonly controlPlaneAddresses: readonly ControlPlaneAddress[];
}

/** The part of one weekly service-tag file that is stored. Generated; `npm run data:refresh` rewrites it. */
export interface ServiceTagExtract {
  readonly cloud: CloudName;
  readonly changeNumber: number;
  /** Date in the file's name. */
  readonly date: IsoDate;
  /** Names of all tags that are not the regional version of another tag. */
  readonly tagNames: readonly string[];
  /** Those of tagNames that have regional versions. */
  readonly regionalTagNames: readonly string[];
  /** Network features of the ApiManagement tag: API, NSG, UDR, FW. */
  readonly apiManagementFeatures: readonly string[];
  /** Prefixes of the ApiManagement tag, in the file's order, IPv4 and IPv6. */
  readonly apiManagement: readonly string[];
  /** Prefixes of ApiManagement.<suffix>, by suffix. */
  readonly apiManagementByRegion: Readonly<Record<string, readonly string[]>>;
}

/** A service tag that the rules of the documents use, or that users use instead. */
export interface ServiceTag extends Cited {
  /** Spelled as in the service-tag file, or as the platform does for the three tags that are in no file. */
  readonly name: string;
  /** Classic and display spellings found in documents: SQL, VIRTUAL_NETWORK, "Azure Event Hubs". */
  readonly aliases: readonly string[];
  readonly isRegional: boolean;
  /** True for Internet, VirtualNetwork and AzureLoadBalancer, which no service-tag file lists. */
  readonly isPlatformTag: boolean;
  /** True where documents accept the tag of the region instead (Storage, Sql, EventHub). */
  readonly mayBeRegional: boolean;
  readonly description: string;
}

/** When a CONDITIONAL rule becomes required; all parts that are set must hold. */
export interface Condition {
  readonly text: string;
  readonly tiers?: readonly Tier[];
  readonly isMultiRegion?: true;
}

/** One row of the port table of one edition. */
export interface PortRuleStatement extends Cited {
  readonly edition: IsoDate;
  readonly platforms: readonly ComputePlatform[];
  readonly directions: readonly Direction[];
  readonly protocol: Protocol;
  /** Name of a service tag, in today's spelling. */
  readonly source: string;
  readonly sourcePorts: readonly string[];
  readonly destination: string;
  /** Single ports and ranges as 443 and 6381-6383; * for any. */
  readonly destinationPorts: readonly string[];
  /** Ports printed in brackets: to be opened only where they are wanted. */
  readonly optionalDestinationPorts: readonly string[];
  readonly necessity: Necessity;
  /** Set exactly when necessity is CONDITIONAL. */
  readonly requiredWhen?: Condition;
  readonly virtualNetworkTypes: readonly VirtualNetworkType[];
  readonly purpose: string;
}

/** A remark on the rows of the editions from `since` to `until`; without them, on those of every edition. */
export interface PortRuleRemark {
  readonly text: string;
  readonly since?: IsoDate;
  readonly until?: IsoDate;
}

/** A port rule in all the editions that state it. */
export interface PortRule {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What stops working when the traffic is blocked. */
  readonly consequence: string;
  /** The feature that needs the rule where the rule is optional. */
  readonly feature?: FeatureName;
  /** Further features whose use makes it required. */
  readonly otherFeatures?: readonly FeatureName[];
  /** Clouds whose own edition of the port table has no such row. */
  readonly cloudsWithout?: readonly CloudName[];
  /** The feature that needs the ports in brackets. */
  readonly optionalPortsFeature?: FeatureName;
  /** What a reader should know in addition to the row: an exemption, a dispute, a trap. */
  readonly remarks?: readonly PortRuleRemark[];
  /** Tiers the rule concerns. */
  readonly tiers: readonly Tier[];
  /** Oldest edition first; an edition may have one statement per platform. */
  readonly statements: readonly PortRuleStatement[];
}

export interface Feature extends Cited {
  readonly name: FeatureName;
  readonly description: string;
  /** Ids of the network facts that say what else its use needs. */
  readonly needs?: readonly string[];
}

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

export interface Endpoint extends Cited {
  readonly id: string;
  readonly title: string;
  readonly clouds: readonly CloudName[];
  /** Host names; `<region>` stands for the region's name, `<name>` for that of the instance and * for any label. Empty where documents name only a port. */
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

export const factKinds = [
  'PORT_RULE',
  'ENDPOINT',
  'REGION',
  'SERVICE_TAG',
  'TIER',
  'IP_CHANGE_TRIGGER',
  'SUBNET_RULE',
  'NETWORK_FACT',
  'SOURCE',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Points at one fact: the id of a rule or endpoint, the name of a region or tag, the value of a tier. */
export interface FactReference {
  readonly kind: FactKind;
  readonly id: string;
}

/** What one document says where documents disagree. */
export interface ConflictPosition extends Cited {
  readonly statement: string;
}

/** A question on which two documents, or two editions of one, contradict each other. */
export interface Conflict {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** At least two, oldest document first. */
  readonly positions: readonly ConflictPosition[];
  /** The reading that answers and checks apply. */
  readonly appliedReading: string;
  readonly reason: string;
  readonly touches: readonly FactReference[];
}

/** One thing that may be behind a symptom. */
export interface SymptomCause extends Cited {
  /** What is wrong. */
  readonly text: string;
  /** What one sees if it is this cause, and how to look. */
  readonly tellApart: string;
  readonly remedy: string;
  /** The facts that it follows from. */
  readonly facts: readonly FactReference[];
  /** Ids of the checks that find it in a network. */
  readonly checks: readonly string[];
}

/** Something that users see fail. */
export interface Symptom {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** Error codes, messages and complaints as people write them; `<name>` stands for the instance. */
  readonly texts: readonly string[];
  /** The likeliest first. */
  readonly causes: readonly SymptomCause[];
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

/** An address that Azure uses for itself in every virtual network. */
export interface PlatformAddress extends Cited {
  readonly address: string;
  readonly title: string;
  readonly description: string;
}

/** The URL of Azure Resource Manager in one cloud. */
export interface ResourceManagerEndpoint extends Cited {
  readonly cloud: CloudName;
  readonly url: string;
}
