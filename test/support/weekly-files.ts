/** Weekly service-tag files: for each cloud a made-up one and the shipped one, and the official ones where copies are available. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { toPrefixes } from '../../core/network/sets/ipv4.ts';
import { catalog } from '../../data/index.ts';
import { type CloudName, cloudNames } from '../../data/model.ts';

interface Value {
  readonly name: string;
  readonly id: string;
  readonly properties: {
    readonly region: string;
    readonly addressPrefixes: readonly string[];
    readonly networkFeatures: readonly string[];
  };
}

/** A file as the download has it. */
export interface Download {
  readonly changeNumber: number;
  readonly cloud: string;
  readonly values: readonly Value[];
}

export const fileClouds = {
  PUBLIC: 'Public',
  US_GOVERNMENT: 'AzureGovernment',
  CHINA: 'China',
} as const;

const { contained, overlapping } = catalog.serviceTagRelations;
const insideAzureCloud = contained
  .filter(({ outer }) => outer === 'AzureCloud')
  .map(({ inner }) => inner);
const partlyInAzureCloud = overlapping
  .filter(({ first }) => first === 'AzureCloud')
  .map(({ second }) => second);
/** The tags that hold all addresses of a tag, AzureCloud aside. */
const wholesOf = (tag: string) =>
  contained
    .filter(({ outer, inner }) => inner === tag && outer !== 'AzureCloud')
    .map(({ outer }) => outer);

/** Regions where every regional tag has addresses; the others have those of ApiManagement alone. */
const populated = [
  'WestEurope',
  'NorthEurope',
  'UKSouth',
  'EastUS2',
  'USGovVirginia',
  'USGovTexas',
];
const isPopulated = (suffix: string) => populated.includes(suffix) || suffix.startsWith('China');

/**
 * A made-up file with the tags, regions and ApiManagement prefixes of the stored extract. All other addresses are
 * made up: a block of 25.0.0.0/8 for each region, pieces of 26.0.0.0/8 for the tags.
 */
export function madeUpDownload(cloud: CloudName): Download {
  const extract = catalog.serviceTagExtracts[cloud];
  const prefixes = new Map<string, string[]>();
  const add = (prefix: string, ...names: readonly string[]) => {
    for (const name of names) prefixes.set(name, [...(prefixes.get(name) ?? []), prefix]);
  };
  let pieces = 0;
  const piece = () => {
    pieces += 1;
    return `26.0.${pieces >> 4}.${(pieces & 15) * 16}/28`;
  };
  const regionOf = new Map<string, string>();
  const regions = catalog.regions.flatMap((region) => {
    const { serviceTagSuffix: suffix, serviceTagRegion: id } = region;
    return region.cloud === cloud && suffix && id ? [{ suffix, id }] : [];
  });

  for (const prefix of extract.apiManagement) add(prefix, 'ApiManagement', 'AzureCloud');
  regions.forEach(({ suffix, id }, index) => {
    const [part, cloudPart] = [`ApiManagement.${suffix}`, `AzureCloud.${id}`];
    regionOf.set(part, id).set(cloudPart, id);
    for (const prefix of extract.apiManagementByRegion[suffix] ?? []) add(prefix, part, cloudPart);
    add(`25.${index}.0.0/16`, 'AzureCloud', cloudPart);
  });

  for (const tag of extract.tagNames) {
    if (['ApiManagement', 'AzureCloud'].includes(tag)) continue;
    const names = [tag, ...wholesOf(tag)];
    if (!insideAzureCloud.includes(tag)) add(piece(), ...names);
    if ([...insideAzureCloud, ...partlyInAzureCloud].includes(tag)) {
      add(piece(), ...names, 'AzureCloud');
    }
    if (!extract.regionalTagNames.includes(tag)) continue;
    for (const { suffix, id } of regions.filter((region) => isPopulated(region.suffix))) {
      const part = `${tag}.${suffix}`;
      regionOf.set(part, id);
      add(piece(), ...names, part, 'AzureCloud', `AzureCloud.${id}`);
    }
  }

  return {
    changeNumber: extract.changeNumber,
    cloud: fileClouds[cloud],
    values: [...prefixes].map(([name, addressPrefixes]) => ({
      name,
      id: name,
      properties: {
        region: regionOf.get(name) ?? '',
        addressPrefixes,
        networkFeatures: name === 'ApiManagement' ? extract.apiManagementFeatures : ['NSG'],
      },
    })),
  };
}

/** The shipped file of a cloud as the download has it, but without IPv6, and without tags of regions that are not in the data. */
function shippedDownload(file: ServiceTagFile): Download {
  const { tagNames } = catalog.serviceTagExtracts[file.cloud];
  const regionOf = (name: string) => {
    if (tagNames.includes(name)) return '';
    const suffix = name.slice(name.lastIndexOf('.') + 1);
    return catalog.regions.find(
      ({ cloud, serviceTagRegion, serviceTagSuffix }) =>
        cloud === file.cloud &&
        suffix === (name.startsWith('AzureCloud.') ? serviceTagRegion : serviceTagSuffix),
    )?.serviceTagRegion;
  };
  return {
    changeNumber: file.changeNumber,
    cloud: fileClouds[file.cloud],
    values: file.names.flatMap((name) => {
      const region = regionOf(name);
      if (region === undefined) return [];
      const addressPrefixes = toPrefixes(file.addressesOf(name) ?? []);
      return [{ name, id: name, properties: { region, addressPrefixes, networkFeatures: [] } }];
    }),
  };
}

const folder = new URL('../../../shared/service-tags/', import.meta.url);
const official = existsSync(folder) ? readdirSync(folder).sort() : [];

interface NamedDownload {
  readonly name: string;
  readonly read: () => Download;
}

/** What was published: the shipped files, then the official ones in order of their dates. */
export const published: readonly NamedDownload[] = [
  ...shippedServiceTagFiles.map((file) => ({
    name: `the shipped file ${file.version}`,
    read: () => shippedDownload(file),
  })),
  ...official.map((name) => ({
    name,
    read: () => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Download,
  })),
];

export const downloads: readonly NamedDownload[] = [
  ...cloudNames.map((cloud) => ({
    name: `a made-up file of ${cloud}`,
    read: () => madeUpDownload(cloud),
  })),
  ...published,
];

export const findOfficial = (name: string) =>
  downloads.filter((download) => download.name === name);

/** The weekly files that a validation can have: none, the made-up public one, and the shipped one. */
export const fileChoices: readonly {
  readonly files: string;
  readonly serviceTagFiles: readonly ServiceTagFile[];
}[] = [
  { files: 'no weekly file', serviceTagFiles: [] },
  {
    files: 'a made-up weekly file',
    serviceTagFiles: [readServiceTagFile(madeUpDownload('PUBLIC'))],
  },
  {
    files: 'the shipped weekly file',
    serviceTagFiles: shippedServiceTagFiles.filter(({ cloud }) => cloud === 'PUBLIC'),
  },
];
