/** Clouds, regions and service tags. */

import type { Citation, Cited } from './citation.ts';
import type { CloudName, IsoDate } from './vocabulary.ts';

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

/** What one weekly service-tag file changed of the IPv4 addresses of a tag. */
export interface TagAddressChange {
  /** A tag or a regional tag: Storage, Storage.WestEurope. */
  readonly name: string;
  /** Prefixes that are new. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What one weekly file changed of the tags that port rules name. Generated; `npm run data:refresh` adds it. */
export interface ServiceTagFileChange {
  readonly cloud: CloudName;
  /** Date in the file's name. */
  readonly date: IsoDate;
  readonly changeNumber: number;
  /** Date of the file that was stored before. */
  readonly comparedWith: IsoDate;
  readonly tags: readonly TagAddressChange[];
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
