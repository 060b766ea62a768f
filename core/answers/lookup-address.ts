/**
 * Where an address is known from: printed control-plane addresses, stored prefixes, service tags, Azure itself.
 */

import { catalog } from '../../data/index.ts';
import type {
  Citation,
  Cited,
  CloudName,
  IsoDate,
  PlatformAddress,
  Region,
} from '../../data/model.ts';
import { citeWeeklyFile } from '../../data/weekly-files.ts';
import { InputError } from '../input-error.ts';
import type { ServiceTagFile } from '../network/service-tags/service-tag-file.ts';
import { has } from '../network/sets/interval-set.ts';
import { type IpAddress, isInPrefix, readIpAddress } from '../network/sets/ip-address.ts';
import { prefixSet } from '../network/sets/ipv4.ts';
import { citationsOf, type Note, noteOf } from '../notes.ts';
import {
  isRetired,
  type PrintedControlPlaneAddress,
  printedControlPlaneAddresses,
} from './control-plane.ts';
import { documentedPrefix } from './documented-prefix.ts';

export interface FoundControlPlaneAddress extends PrintedControlPlaneAddress {
  /** True where the last edition with a table of addresses no longer prints it. */
  readonly isRetired: boolean;
}

/** A prefix of ApiManagement, or of its part for a region, in the weekly file that the data was checked against. */
export interface FoundPrefix extends Cited {
  readonly cloud: CloudName;
  /** Null for the whole tag. */
  readonly region: Region | null;
  readonly serviceTag: string;
  readonly prefix: string;
}

/** The tags of one weekly file that hold the address, the smallest first. */
export interface FoundServiceTags {
  readonly cloud: CloudName;
  readonly changeNumber: number;
  /** Null where the name of the file has none. */
  readonly date: IsoDate | null;
  readonly names: readonly string[];
}

export interface AddressLookup {
  /** In its shortest usual spelling. */
  readonly address: string;
  readonly controlPlaneAddresses: readonly FoundControlPlaneAddress[];
  readonly controlPlanePrefixes: readonly FoundPrefix[];
  /** One entry for each weekly file with a tag that holds the address. */
  readonly serviceTags: readonly FoundServiceTags[];
  /** The weekly files that were searched; none for IPv6, which they are not searched for. */
  readonly searchedFiles: readonly ServiceTagFile[];
  readonly platformAddress: PlatformAddress | null;
  /** The private range that holds it; null for all other addresses. */
  readonly privateRange: string | null;
  readonly notes: readonly Note[];
  /** What was searched, and the facts that match. */
  readonly citations: readonly Citation[];
}

function requireAddress(input: string): IpAddress {
  const text = input.trim();
  const address = readIpAddress(text);
  if (address !== undefined) return address;
  const [, ofPrefix, ofPort] = text.match(/^([^/]*)\/|^([\d.]+):\d+$/) ?? [];
  const within = readIpAddress(ofPrefix ?? ofPort ?? '');
  throw new InputError(
    within === undefined
      ? 'this is not an IP address'
      : `a single address is looked up, ${ofPort === undefined ? 'not a prefix' : 'without a port'}`,
    {
      path: ['address'],
      given: input,
      expected: ['an IPv4 address, for example 20.40.125.155', 'an IPv6 address'],
      ...(within === undefined ? {} : { nearest: [within.text] }),
    },
  );
}

function prefixesWith(address: IpAddress): readonly FoundPrefix[] {
  return Object.values(catalog.serviceTagExtracts).flatMap(
    ({ cloud, apiManagement, apiManagementByRegion }) => {
      const find = (prefixes: readonly string[], region: Region | null): readonly FoundPrefix[] => {
        const suffix = region?.serviceTagSuffix;
        const serviceTag = suffix === undefined ? 'ApiManagement' : `ApiManagement.${suffix}`;
        return prefixes
          .filter((prefix) => isInPrefix(address, documentedPrefix(prefix)))
          .map((prefix) => ({
            cloud,
            region,
            serviceTag,
            prefix,
            citations: [citeWeeklyFile(cloud, serviceTag)],
          }));
      };
      return [
        ...catalog.regions
          .filter((region) => region.cloud === cloud && region.serviceTagSuffix !== undefined)
          .flatMap((region) =>
            find(apiManagementByRegion[region.serviceTagSuffix ?? ''] ?? [], region),
          ),
        ...find(apiManagement, null),
      ];
    },
  );
}

/** Weekly files are held without their IPv6 prefixes. */
function tagsWith(
  address: IpAddress,
  files: readonly ServiceTagFile[],
): readonly FoundServiceTags[] {
  if (address.family === 6) return [];
  const number = Number(address.number);
  return files
    .map((file) => ({
      cloud: file.cloud,
      changeNumber: file.changeNumber,
      date: file.date ?? null,
      names: file.tagsWith(number),
    }))
    .filter(({ names }) => names.length > 0);
}

/** RFC 1918, and the shared space of RFC 6598. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

function privateRangeOf({ family, number }: IpAddress): string | null {
  if (family === 6) return null;
  return privateRanges.find((prefix) => has(prefixSet(prefix), Number(number))) ?? null;
}

/** The lists that every look-up goes through. */
const consulted: readonly Cited[] = catalog.clouds;

const ownAddress: Note = {
  text: 'ApiManagement covers the control plane. Backends that allow an instance need the address of that instance.',
  citations: noteOf('outbound-to-public-backends').citations,
};
const ipv6InPart: Note = {
  text: 'IPv6 addresses are compared with the stored prefixes of ApiManagement only, not with the other tags of the weekly files.',
  citations: citationsOf(...consulted),
};

/** What a printed address is worth today, by the last table of addresses and by the stored prefixes. */
function printedNote(
  printed: readonly FoundControlPlaneAddress[],
  prefixes: readonly FoundPrefix[],
): Note | undefined {
  if (printed.length === 0) return undefined;
  const isOld = printed.every((address) => address.isRetired);
  const isHeld = prefixes.length > 0;
  const citations = citationsOf(...printed, ...(isHeld ? prefixes : consulted));
  if (isOld && isHeld) {
    const text =
      'The last table of addresses no longer prints it, but the tag ApiManagement still contains it.';
    return { text, citations };
  }
  if (isHeld) return undefined;
  const text = isOld
    ? 'Neither the last table of addresses nor the tag ApiManagement contains it any longer.'
    : 'The last table of addresses prints it, but the tag ApiManagement no longer contains it.';
  return { text, citations };
}

function notesOf(
  lookup: Pick<AddressLookup, 'controlPlaneAddresses' | 'controlPlanePrefixes' | 'privateRange'>,
  { family }: IpAddress,
): readonly Note[] {
  const printed = printedNote(lookup.controlPlaneAddresses, lookup.controlPlanePrefixes);
  return [
    ...(printed === undefined ? [] : [printed]),
    ...(lookup.controlPlanePrefixes.length === 0 ? [] : [ownAddress]),
    ...(lookup.privateRange === null ? [] : [noteOf('outbound-to-private-backends')]),
    ...(family === 6 ? [ipv6InPart] : []),
  ];
}

/** All that the data and the weekly files say about one address; a prefix or a name is refused. */
export function lookupAddress(
  text: string,
  serviceTagFiles: readonly ServiceTagFile[],
): AddressLookup {
  const address = requireAddress(text);
  const lookup = {
    controlPlaneAddresses: printedControlPlaneAddresses
      .filter((printed) => printed.address === address.text)
      .map((printed) => ({ ...printed, isRetired: isRetired(printed) })),
    controlPlanePrefixes: prefixesWith(address),
    privateRange: privateRangeOf(address),
  };
  const platformAddress =
    catalog.platformAddresses.find((candidate) => candidate.address === address.text) ?? null;
  const notes = notesOf(lookup, address);
  return {
    address: address.text,
    ...lookup,
    serviceTags: tagsWith(address, serviceTagFiles),
    searchedFiles: address.family === 4 ? serviceTagFiles : [],
    platformAddress,
    notes,
    citations: citationsOf(
      ...lookup.controlPlaneAddresses,
      ...lookup.controlPlanePrefixes,
      ...(platformAddress === null ? [] : [platformAddress]),
      ...notes,
      ...consulted,
    ),
  };
}

/** The answer in a sentence or more. */
export function addressInWords(lookup: AddressLookup): string {
  const regions = lookup.controlPlaneAddresses.map(
    ({ region }) => region?.displayName ?? 'no region in particular',
  );
  const prefixTags = new Set(lookup.controlPlanePrefixes.map(({ serviceTag }) => serviceTag));
  const sentences = [
    ...(lookup.platformAddress === null ? [] : [`${lookup.platformAddress.title}.`]),
    ...(regions.length === 0
      ? []
      : [`Documents print it as a control-plane address of ${regions.join(' and ')}.`]),
    ...(prefixTags.size === 0 ? [] : [`It is in ${[...prefixTags].join(' and ')}.`]),
    ...lookup.serviceTags.map(
      ({ changeNumber, date, names }) =>
        `In weekly file ${changeNumber}${date === null ? '' : ` of ${date}`} it is in ${names.length} service ${names.length === 1 ? 'tag' : 'tags'}, the smallest is ${names[0]}.`,
    ),
    ...(lookup.privateRange === null ? [] : [`It is private, from ${lookup.privateRange}.`]),
  ];
  if (sentences.length > 0) return sentences.join(' ');
  return lookup.searchedFiles.length === 0
    ? 'No document prints it, and ApiManagement does not contain it. No weekly service-tag file was searched, so it may be in another tag.'
    : 'No document prints it, and no service tag of the weekly files contains it.';
}
