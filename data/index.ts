/** The catalog: every fact of this folder, assembled once and frozen, with maps to look them up. */

import { cloudAvailability, regionAvailability } from './availability.ts';
import { clouds } from './clouds.ts';
import { conflicts } from './conflicts.ts';
import { dnsFacts, dnsPort, internalHostNames } from './dns.ts';
import { endpoints } from './endpoints.ts';
import { features } from './features.ts';
import { integrations } from './integrations.ts';
import { ipChangeTriggers } from './ip-changes.ts';
import { limitations } from './limitations.ts';
import type { IsoDate, Region, ServiceTag } from './model.ts';
import { type ReferenceEdition, referenceEditions } from './ports/editions.ts';
import { portRules } from './ports/index.ts';
import { prerequisites } from './prerequisites.ts';
import { chinaRegions } from './regions/china.ts';
import { addressesOfNoRegion, publicRegions } from './regions/public.ts';
import { usGovernmentRegions } from './regions/us-government.ts';
import {
  platformAddresses,
  resourceManagerEndpoints,
  routingFacts,
  serviceEndpoints,
} from './routing.ts';
import { serviceTagFileChanges } from './service-tag-files/changes.ts';
import { serviceTagRelations, serviceTags } from './service-tags.ts';
import { sources } from './sources.ts';
import { subnetArithmetic, subnetRules } from './subnets.ts';
import { symptoms } from './symptoms.ts';
import { tierProfiles } from './tiers.ts';
import { serviceTagExtracts } from './weekly-files.ts';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** Two names are the same when they differ only in case, spaces, hyphens, underscores or dots. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[\s._-]/g, '');
}

function indexByNames<T>(items: readonly T[], namesOf: (item: T) => readonly string[]) {
  const index = new Map<string, T>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      const key = normalizeName(name);
      const holder = index.get(key);
      if (holder !== undefined && holder !== item) throw new Error(`two facts share "${name}"`);
      index.set(key, item);
    }
  }
  return index;
}

export const catalog = deepFreeze({
  sources,
  clouds,
  regions: [...publicRegions, ...usGovernmentRegions, ...chinaRegions],
  addressesOfNoRegion,
  regionAvailability,
  cloudAvailability,
  serviceTags,
  serviceTagRelations,
  serviceTagExtracts,
  serviceTagFileChanges,
  referenceEditions: referenceEditions as readonly ReferenceEdition[],
  portRules,
  features,
  tierProfiles,
  endpoints,
  ipChangeTriggers,
  subnetRules,
  subnetArithmetic,
  prerequisites,
  dnsFacts,
  internalHostNames,
  routingFacts,
  serviceEndpoints,
  platformAddresses,
  resourceManagerEndpoints,
  limitations,
  integrations,
  conflicts,
  symptoms,
});

export type * from './model.ts';
export { dnsPort };

/** Dates of the editions of the network reference, oldest first. */
export const editions: readonly IsoDate[] = Object.freeze(
  [
    ...new Set(sources.filter((source) => source.isReferenceEdition).map((source) => source.date)),
  ].sort(),
);
export const newestEdition = editions.at(-1) as IsoDate;

export const sourceById = new Map(catalog.sources.map((source) => [source.id, source]));
export const cloudByName = new Map(catalog.clouds.map((cloud) => [cloud.name, cloud]));
export const portRuleById = new Map(catalog.portRules.map((rule) => [rule.id, rule]));
export const tierProfileByTier = new Map(catalog.tierProfiles.map((tier) => [tier.tier, tier]));

const regionByName = indexByNames(catalog.regions, (region) => [
  region.name,
  region.displayName,
  ...region.aliases,
]);
const serviceTagByName = indexByNames(catalog.serviceTags, (tag) => [tag.name, ...tag.aliases]);

/** The region with this programmatic name, display name or documented alias. */
export function findRegion(name: string): Region | undefined {
  return regionByName.get(normalizeName(name));
}

/** The service tag with this name, classic spelling or display name; regional versions are not found. */
export function findServiceTag(name: string): ServiceTag | undefined {
  return serviceTagByName.get(normalizeName(name));
}
