/**
 * Made-up clouds: small assignments of addresses to service tags that keep every containment the data documents, so
 * that what the engine says by tag names alone can be held against any of them.
 */

import { catalog } from '../../data/index.ts';
import { hasPrefix, type NaiveNetwork, textOf } from './naive.ts';

/** Regions with parts of their own; whatever else a tag holds lies elsewhere. */
const regions = [
  { name: 'westeurope', suffix: 'WestEurope' },
  { name: 'northeurope', suffix: 'NorthEurope' },
  { name: 'uksouth', suffix: 'UKSouth' },
];

const withParts = [
  'ApiManagement',
  'Storage',
  'Sql',
  'EventHub',
  'AzureKeyVault',
  'AzureMonitor',
  'AzureConnectors',
  'ServiceBus',
];

/** What an address belongs to: the tags that hold it, and its region, if it is in AzureCloud and in one of `regions`. */
interface Kind {
  readonly tags: readonly string[];
  readonly region?: (typeof regions)[number];
  readonly isInAzureCloud: boolean;
}

const inside = (tags: readonly string[], region?: Kind['region']): Kind => ({
  tags,
  isInAzureCloud: true,
  ...(region && { region }),
});
const outside = (...tags: readonly string[]): Kind => ({ tags, isInAzureCloud: false });

/** Kinds every cloud has at least one address of. */
const certain: readonly Kind[] = [
  ...[...withParts, ''].flatMap((tag) => [
    ...regions.map((region) => inside(tag ? [tag] : [], region)),
    inside(tag ? [tag] : []),
  ]),
  inside(['AzureActiveDirectory', 'AzureActiveDirectory.ServiceEndpoint']),
  inside(['AzureActiveDirectory', 'AzureActiveDirectoryDomainServices']),
  inside(['AzureActiveDirectory']),
  inside(['AzureMonitor', 'AzureMonitor.Core']),
  inside(['AzureTrafficManager']),
  inside(['GatewayManager']),
  inside(['AppService']),
  outside('AzureFrontDoor.Backend'),
  outside('AzureFrontDoor.Frontend'),
  outside(),
];

/** Kinds that a cloud may have. */
const possible: readonly Kind[] = [
  ...regions.map((region) => inside(['AzureActiveDirectory'], region)),
  ...regions.map((region) => inside(['AzureTrafficManager'], region)),
  ...regions.map((region) => inside(['AzureMonitor', 'AzureMonitor.Core'], region)),
  outside('Storage'),
  outside('AzureActiveDirectory'),
  outside('AzureFrontDoor.Backend', 'AzureFrontDoor.Frontend'),
  inside(['AzureFrontDoor.Backend']),
  inside(['AzureFrontDoor.Frontend'], regions[0]),
  inside(['GatewayManager', 'AppService']),
  inside(['GatewayManager'], regions[1]),
];

/** A small pseudorandom generator, so that a cloud is known by its seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** All addresses that carry a service tag lie in these two blocks. */
export const blocks = ['20.0.0.0/25', '52.0.0.0/25'];
const blockStarts = [20 * 2 ** 24, 52 * 2 ** 24];

/** The blocks cut into aligned pieces of one, two or four addresses, in random order. */
function pieces(random: (below: number) => number): string[] {
  const cut: string[] = [];
  for (const start of blockStarts) {
    for (let at = 0; at < 128; ) {
      const room = [4, 2, 1].filter((size) => at % size === 0 && at + size <= 128);
      const size = room[random(room.length)] as number;
      cut.push(`${textOf(start + at)}/${32 - Math.log2(size)}`);
      at += size;
    }
  }
  for (let i = cut.length - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [cut[i], cut[j]] = [cut[j] as string, cut[i] as string];
  }
  return cut;
}

function tagsOf({ tags, region, isInAzureCloud }: Kind): string[] {
  const parts = region
    ? tags.filter((tag) => withParts.includes(tag)).map((tag) => `${tag}.${region.suffix}`)
    : [];
  const cloud = isInAzureCloud
    ? ['AzureCloud', ...(region ? [`AzureCloud.${region.name}`] : [])]
    : [];
  return [...tags, ...parts, ...cloud];
}

export type Prefixes = Readonly<Record<string, readonly string[]>>;

/** The prefixes of every tag in one made-up cloud, by canonical name. */
export function madeUpCloud(seed: number): Prefixes {
  const random = randomFrom(seed);
  const prefixes: Record<string, string[]> = {};
  pieces(random).forEach((piece, index) => {
    const all = [...certain, ...possible];
    const kind = certain[index] ?? (all[random(all.length)] as Kind);
    for (const tag of tagsOf(kind)) prefixes[tag] = [...(prefixes[tag] ?? []), piece];
  });
  return prefixes;
}

/** The same cloud with the prefixes of ApiManagement that the data brings along in place of made-up ones. */
export function withBundledPrefixes(cloud: Prefixes): Prefixes {
  const { apiManagement, apiManagementByRegion } = catalog.serviceTagExtracts.PUBLIC;
  const ipv4 = (list: readonly string[]) => list.filter((prefix) => !prefix.includes(':'));
  const changed: Record<string, readonly string[]> = { ...cloud };
  const replace = (tag: string, cloudTag: string, list: readonly string[]) => {
    const old = new Set(cloud[tag] ?? []);
    changed[tag] = list;
    changed[cloudTag] = [...(cloud[cloudTag] ?? []).filter((prefix) => !old.has(prefix)), ...list];
  };
  replace('ApiManagement', 'AzureCloud', ipv4(apiManagement));
  for (const { name, suffix } of regions) {
    const list = ipv4(apiManagementByRegion[suffix] ?? []);
    replace(`ApiManagement.${suffix}`, `AzureCloud.${name}`, list);
  }
  return changed;
}

/** The cloud as an official weekly file would list it. */
export function weeklyFile(cloud: Prefixes) {
  return {
    changeNumber: 1,
    cloud: 'Public',
    values: Object.entries(cloud).map(([name, addressPrefixes]) => ({
      name,
      id: name,
      properties: { changeNumber: 1, addressPrefixes },
    })),
  };
}

export function networkOf(cloud: Prefixes, virtualNetwork: readonly string[]): NaiveNetwork {
  const tags = Object.entries(cloud).map(([name, list]) => [name.toLowerCase(), list] as const);
  return { virtualNetwork, tags: Object.fromEntries(tags) };
}

/** Whether a prefix of the bundled ones lies in the blocks of made-up tags: it must not. */
export function strayPrefixes(): string[] {
  const { apiManagement } = catalog.serviceTagExtracts.PUBLIC;
  return apiManagement.filter(
    (prefix) =>
      !prefix.includes(':') &&
      blockStarts.some(
        (start) => hasPrefix(start, prefix) || prefix.startsWith(textOf(start).slice(0, -1)),
      ),
  );
}
