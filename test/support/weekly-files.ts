/** Weekly service-tag files: a made-up one for each cloud, and the official ones where copies are available. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
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

/** Tags with addresses beyond AzureCloud besides those in it; a new one in the data belongs here, too. */
const partlyOutside = [
  'ActionGroup',
  'AzureActiveDirectory',
  'AzureFrontDoor.Backend',
  'AzureFrontDoor.Frontend',
  'AzureFrontDoor.MicrosoftSecurity',
  'DataFactory',
  'DataFactoryManagement',
  'EOPExternalPublishedIPs',
  'GuestAndHybridManagement',
  'SCCservice',
  'SqlManagement',
  'Storage',
  'WindowsVirtualDesktop',
];
const wholeOutside = ['AzureFrontDoor.FirstParty'];

/** Tags whose addresses are a part of another one's. */
const wholes: Readonly<Record<string, string>> = {
  'AzureActiveDirectory.ServiceEndpoint': 'AzureActiveDirectory',
  AzureActiveDirectoryDomainServices: 'AzureActiveDirectory',
  'AzureMonitor.Core': 'AzureMonitor',
};

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
    const names = [tag, wholes[tag]].filter((name) => name !== undefined);
    if (wholeOutside.includes(tag) || partlyOutside.includes(tag)) add(piece(), ...names);
    if (!wholeOutside.includes(tag)) add(piece(), ...names, 'AzureCloud');
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

const folder = new URL('../../../shared/service-tags/', import.meta.url);
const official = existsSync(folder) ? readdirSync(folder).sort() : [];

/** Every file, the official ones in order of their dates. */
export const downloads: readonly { name: string; read: () => Download }[] = [
  ...cloudNames.map((cloud) => ({
    name: `a made-up file of ${cloud}`,
    read: () => madeUpDownload(cloud),
  })),
  ...official.map((name) => ({
    name,
    read: () => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Download,
  })),
];

export const findOfficial = (name: string) =>
  downloads.filter((download) => download.name === name);

const newest = official.filter((name) => name.includes('_Public_')).slice(-1);

/** The weekly files that a validation can have: none, the made-up public one, and the newest official one. */
export const fileChoices: readonly {
  readonly files: string;
  readonly serviceTagFiles: readonly ServiceTagFile[];
}[] = [
  { files: 'no weekly file', serviceTagFiles: [] },
  {
    files: 'a made-up weekly file',
    serviceTagFiles: [readServiceTagFile(madeUpDownload('PUBLIC'))],
  },
  ...newest.flatMap(findOfficial).map(({ name, read }) => ({
    files: name,
    serviceTagFiles: [readServiceTagFile(read())],
  })),
];
