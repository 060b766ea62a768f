/**
 * Service tags of one cloud: what a name in a security rule means, and which addresses it holds.
 *
 * With an official weekly file every tag is an interval set. Without one, only ApiManagement's prefixes are known
 * (they are part of the data) and the rest is reasoned about by the containments in data/service-tags.ts.
 */

import { catalog, findRegion } from '../../../data/index.ts';
import type { CloudName, Region } from '../../../data/model.ts';
import { memoizeByObject } from '../memoize.ts';
import { fromIntervals, type IntervalSet } from '../sets/interval-set.ts';
import { looksLikeIpv6, parsePrefix } from '../sets/ipv4.ts';
import type { ServiceTagFile } from './service-tag-file.ts';

/** Tags of the platform, which no weekly file lists. Those for DNS, IMDS and LKM hold host addresses only. */
export const platformTags: readonly string[] = [
  'Internet',
  'VirtualNetwork',
  'AzureLoadBalancer',
  'AzurePlatformDNS',
  'AzurePlatformIMDS',
  'AzurePlatformLKM',
];

export interface Tag {
  /** Canonical spelling, Storage.WestEurope. */
  readonly name: string;
  /** Name without the part behind the dot; AzureFrontDoor for AzureFrontDoor.Backend. */
  readonly base: string;
  /** Programmatic region name of a regional version, lower-case suffix of another sub-tag. */
  readonly part?: string;
  readonly isRegional: boolean;
  /** Present when a weekly file is loaded that holds the tag. */
  readonly addresses?: IntervalSet;
}

export function addressesOf(prefixes: readonly string[]): IntervalSet {
  const intervals: [number, number][] = [];
  for (const text of prefixes) {
    if (looksLikeIpv6(text)) continue;
    const prefix = parsePrefix(text);
    if (prefix.kind === 'prefix') intervals.push([prefix.first, prefix.last]);
  }
  return fromIntervals(intervals);
}

/** Spellings that Azure accepts for the canonical name; it refuses those with a space, which are display names. */
const acceptedSpellings = new Map(
  catalog.serviceTags.flatMap((tag) =>
    [tag.name, ...tag.aliases]
      .filter((spelling) => !spelling.includes(' '))
      .map((spelling) => [spelling.toLowerCase(), tag.name] as const),
  ),
);

/** The tags of one cloud in the data, by lower-case names. */
interface CloudTags {
  readonly names: ReadonlyMap<string, string>;
  /** Base names of the tags that have regional parts. */
  readonly regional: ReadonlySet<string>;
  /** Regions by each suffix that a regional part may have. */
  readonly regionBySuffix: ReadonlyMap<string, Region>;
  /** Cache of ApiManagement addresses by the suffix of the part. */
  readonly apiManagement: Map<string | undefined, IntervalSet>;
}

const cloudTags = new Map<CloudName, CloudTags>();

function tagsOfCloud(cloud: CloudName): CloudTags {
  const known = cloudTags.get(cloud);
  if (known) return known;
  const { regionalTagNames, tagNames } = catalog.serviceTagExtracts[cloud];
  const regions = catalog.regions.filter((region) => region.cloud === cloud);
  const suffixes = regions.flatMap((region) =>
    [region.serviceTagSuffix, region.serviceTagRegion, region.name].flatMap((suffix) =>
      suffix === undefined ? [] : [[suffix.toLowerCase(), region] as const],
    ),
  );
  const tags: CloudTags = {
    names: new Map([...tagNames, ...platformTags].map((name) => [name.toLowerCase(), name])),
    regional: new Set(regionalTagNames.map((name) => name.toLowerCase())),
    // Of regions that share a suffix the first one has it.
    regionBySuffix: new Map(suffixes.toReversed()),
    apiManagement: new Map(),
  };
  cloudTags.set(cloud, tags);
  return tags;
}

/** Tags by their lower-case names, as a weekly file, or a cloud without one, has them: as many as exist. */
const tagsIn = memoizeByObject((_: object) => new Map<string, Tag>());

export class ServiceTagIndex {
  readonly cloud: CloudName;
  readonly file: ServiceTagFile | undefined;
  readonly #tags: CloudTags;
  readonly #resolved = new Map<string, Tag | undefined>();

  constructor(cloud: CloudName, file?: ServiceTagFile) {
    this.cloud = cloud;
    this.file = file;
    this.#tags = tagsOfCloud(cloud);
  }

  /** What the tags come from; indexes of one source have the same tags. */
  get source(): object {
    return this.file ?? this.#tags;
  }

  /** Base names and sub-tags that exist in this cloud, for suggestions. */
  get names(): readonly string[] {
    return [...this.#tags.names.values()];
  }

  /** The tag with this name in any case; undefined if Azure knows none. */
  find(text: string): Tag | undefined {
    const known = this.#resolved.get(text);
    if (known) return known;
    const key = text.toLowerCase();
    if (!this.#resolved.has(key)) {
      const shared = tagsIn(this.source);
      const tag = shared.get(key) ?? this.#resolve(key);
      if (tag) shared.set(key, tag);
      this.#resolved.set(key, tag);
    }
    const tag = this.#resolved.get(key);
    if (tag) this.#resolved.set(text, tag);
    return tag;
  }

  /** The tag's part for one region, or the whole tag where the region has no part of it. */
  regional(base: string, region: Region): Tag | undefined {
    const whole = this.find(base);
    if (!region.serviceTagSuffix) return whole;
    return this.find(`${base}.${region.serviceTagSuffix}`) ?? whole;
  }

  /** IPv4 addresses of ApiManagement or its part for a region, from the weekly file or else from the data. */
  apiManagementAddresses(part?: string): IntervalSet {
    const loaded = this.find('ApiManagement')?.addresses;
    if (loaded && part === undefined) return loaded;
    const region = part === undefined ? undefined : findRegion(part);
    if (loaded && region) return this.regional('ApiManagement', region)?.addresses ?? [];
    const suffix = part === undefined ? undefined : (region?.serviceTagSuffix ?? '');
    const known = this.#tags.apiManagement.get(suffix);
    if (known) return known;
    const extract = catalog.serviceTagExtracts[this.cloud];
    const prefixes =
      suffix === undefined ? extract.apiManagement : extract.apiManagementByRegion[suffix];
    const addresses = addressesOf(prefixes ?? []);
    this.#tags.apiManagement.set(suffix, addresses);
    return addresses;
  }

  #resolve(key: string): Tag | undefined {
    const { names, regional, regionBySuffix } = this.#tags;
    const canonical = acceptedSpellings.get(key) ?? names.get(key);
    if (canonical !== undefined) return this.#tag(canonical, key, undefined);
    const dot = key.indexOf('.');
    if (dot < 0) return this.#fromFile(key);
    const base = acceptedSpellings.get(key.slice(0, dot)) ?? names.get(key.slice(0, dot));
    if (base === undefined || !regional.has(base.toLowerCase())) return this.#fromFile(key);
    const region = regionBySuffix.get(key.slice(dot + 1));
    if (!region?.serviceTagSuffix) return this.#fromFile(key);
    const suffix = base === 'AzureCloud' ? region.serviceTagRegion : region.serviceTagSuffix;
    return this.#tag(`${base}.${suffix}`, `${base}.${suffix}`.toLowerCase(), region.name);
  }

  #fromFile(key: string): Tag | undefined {
    const name = this.file?.nameOf(key);
    return name === undefined ? undefined : this.#tag(name, key, undefined);
  }

  #tag(name: string, key: string, region: string | undefined): Tag {
    const dot = name.indexOf('.');
    const base = dot < 0 ? name : name.slice(0, dot);
    const part = region ?? (dot < 0 ? undefined : name.slice(dot + 1).toLowerCase());
    const loaded = this.file?.addressesOf(name) ?? this.file?.addressesOf(key);
    // A tag of IPv6 prefixes alone says nothing about IPv4 traffic.
    const addresses = loaded?.length ? loaded : undefined;
    return {
      name,
      base,
      isRegional: region !== undefined,
      ...(part !== undefined && { part }),
      ...(addresses !== undefined && { addresses }),
    };
  }
}

const { contained, overlapping } = catalog.serviceTagRelations;
const insideAzureCloud = new Set(
  contained.filter(({ outer }) => outer === 'AzureCloud').map(({ inner }) => inner),
);
const partlyInAzureCloud = new Set(
  overlapping.filter(({ first }) => first === 'AzureCloud').map(({ second }) => second),
);

/** What a rule for one tag covers of others that share addresses with it, by the names of both. */
const coverages = new Map<string, Map<string, 'all' | 'maybe'>>();
function relate(rule: string, other: string, coverage: 'all' | 'maybe'): void {
  const of = coverages.get(rule) ?? new Map<string, 'all' | 'maybe'>();
  coverages.set(rule, of.set(other, coverage));
}
for (const { first, second } of overlapping) {
  relate(first, second, 'maybe');
  relate(second, first, 'maybe');
}
for (const { outer, inner } of contained) relate(inner, outer, 'maybe');
for (const { outer, inner } of contained) relate(outer, inner, 'all');

/** The tags whose relation to every other base tag has been measured. */
const measured = new Set(catalog.serviceTags.map((tag) => tag.name));

/** How much of a base tag is in AzureCloud; `partly` only if a shared part has been measured. */
export function relationToAzureCloud(base: string): 'inside' | 'partly' | 'unknown' {
  if (insideAzureCloud.has(base)) return 'inside';
  return measured.has(base) && partlyInAzureCloud.has(base) ? 'partly' : 'unknown';
}

/** What a rule for one base tag covers of another one; neither is AzureCloud. */
export function coverageOf(rule: string, other: string): 'all' | 'none' | 'maybe' {
  const known = coverages.get(rule)?.get(other);
  if (known) return known;
  return measured.has(rule) || measured.has(other) ? 'none' : 'maybe';
}
