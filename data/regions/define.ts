/** Turns the compact rows of the region files into regions, with the citations that follow from each row. */

import { cite } from '../cite.ts';
import type { AddressScope, CloudName, ControlPlaneAddress, IsoDate, Region } from '../model.ts';
import { citeWeeklyFile } from '../weekly-files.ts';

const edition2019: IsoDate = '2019-09-09';
const edition2021: IsoDate = '2021-08-06';
const edition2023: IsoDate = '2023-01-06';

/** An address and the editions of the network reference that print it. */
export interface PrintedAddress {
  readonly address: string;
  readonly editions: readonly IsoDate[];
  readonly scope: AddressScope;
}

export function in2019(address: string): PrintedAddress {
  return { address, editions: [edition2019], scope: 'REGION' };
}

export function until2021(address: string, scope: AddressScope): PrintedAddress {
  return { address, editions: [edition2019, edition2021], scope };
}

export function inAll(address: string, scope: AddressScope = 'REGION'): PrintedAddress {
  return { address, editions: [edition2019, edition2021, edition2023], scope };
}

export function since2021(address: string): PrintedAddress {
  return { address, editions: [edition2021, edition2023], scope: 'REGION' };
}

export function in2023(address: string): PrintedAddress {
  return { address, editions: [edition2023], scope: 'REGION' };
}

export interface RegionDetails {
  /** Name in the table of 2023 where it is another one; that it means this region is then inferred. */
  readonly printedAs?: string;
  /** Spelling of the tables where it differs from the display name in blanks alone. */
  readonly spelledAs?: string;
  /** Region id in the weekly file, where it differs from the programmatic name. */
  readonly serviceTagRegion?: string;
  /** False where the weekly file has no tags of the region. */
  readonly hasServiceTags?: boolean;
}

const list2019 = 'Force tunneling: management IP addresses';
const table2021 = cite('vnet-reference-2021-08-06', 'Control plane IP addresses');

/** An address of 2019 that nothing assigns to a region: it counts for the whole cloud. */
export function addressOfNoRegion(address: string): ControlPlaneAddress {
  const citation = cite('vnet-reference-2019-09-09', `${list2019} (printed without a region)`);
  return { ...in2019(address), scope: 'CLOUD', citations: [citation] };
}

/** A function that makes the regions of one cloud. */
export function regionsOf(cloud: CloudName) {
  return (
    name: string,
    displayName: string,
    addresses: readonly PrintedAddress[],
    { printedAs, spelledAs, serviceTagRegion = name, hasServiceTags = true }: RegionDetails = {},
  ): Region => {
    // In every weekly file the suffix of a region's tags is its display name without the spaces.
    const serviceTagSuffix = displayName.replaceAll(' ', '');
    const citation2023 = cite(
      'vnet-reference-2023-01-06',
      'Control plane IP addresses',
      printedAs === undefined ? 'DOCUMENTED' : 'INFERRED',
    );
    // The list of 2019 names no regions.
    const citation2019 = cite('vnet-reference-2019-09-09', list2019, 'INFERRED');
    return {
      name,
      displayName,
      aliases: [
        ...(printedAs === undefined ? [] : [printedAs]),
        ...(spelledAs === undefined ? [] : [spelledAs]),
        ...(serviceTagRegion === name ? [] : [serviceTagRegion]),
      ],
      cloud,
      ...(hasServiceTags ? { serviceTagSuffix, serviceTagRegion } : {}),
      controlPlaneAddresses: addresses.map((printed) => ({
        ...printed,
        citations: [
          ...(printed.editions.includes(edition2023) ? [citation2023] : []),
          ...(printed.editions.includes(edition2021) ? [table2021] : []),
          ...(printed.editions.includes(edition2019) ? [citation2019] : []),
        ],
      })),
      citations: [
        ...(addresses.some(({ editions }) => editions.includes(edition2023)) ? [citation2023] : []),
        ...(hasServiceTags ? [citeWeeklyFile(cloud, `ApiManagement.${serviceTagSuffix}`)] : []),
      ],
    };
  };
}
