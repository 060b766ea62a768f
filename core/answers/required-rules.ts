/** The security rules that a deployment needs in each of its locations. */

import { catalog, findServiceTag, tierProfileByTier } from '../../data/index.ts';
import type {
  ComputePlatform,
  FeatureName,
  IsoDate,
  PortRule,
  PortRuleStatement,
  Region,
  Tier,
  VirtualNetworkType,
} from '../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../input-error.ts';
import type { RenderedRule } from '../render/rendered-rule.ts';
import { applicableRules } from './applicable-rules.ts';
import { requireEdition, v2Tiers } from './port-table.ts';
import { requireRegion } from './region.ts';
import { securityRulesOf } from './rendered-rules.ts';
import { requireSubnetArithmetic } from './subnet-plan.ts';

export interface RequiredRulesInput {
  readonly region: string;
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  /** Further regions of a multi-region instance; region is the primary one. */
  readonly additionalRegions: readonly string[];
  readonly includeOptional: boolean;
  /** Features in use: their rules, and their bracketed ports, are required. */
  readonly features: readonly FeatureName[];
  readonly useRegionalTags: boolean;
  readonly edition?: IsoDate;
}

export const requiredRulesDefaults = {
  platform: 'STV2',
  additionalRegions: [],
  includeOptional: false,
  features: [],
  useRegionalTags: false,
} as const;

export interface LocationRules {
  readonly region: Region;
  readonly securityRules: readonly RenderedRule[];
}

function requireOneRegion({ tier, additionalRegions }: RequiredRulesInput): void {
  if (additionalRegions.length === 0) return;
  if (tierProfileByTier.get(tier)?.supportsMultiRegion === true) return;
  throw new InputError('instances of this tier have only one region', {
    path: ['tier'],
    given: tier,
    accepted: catalog.tierProfiles
      .filter((profile) => profile.supportsMultiRegion)
      .map((profile) => profile.tier),
  });
}

/** A further region, which is none of the earlier ones and in the cloud of the first. */
function requireFurther(name: string, index: number, earlier: readonly Region[]): Region {
  const path = ['additionalRegions', index];
  const region = requireRegion(name, path);
  const [primary = region] = earlier;
  if (earlier.includes(region)) {
    throw new InputError(`${region.displayName} is listed twice`, {
      path,
      given: name,
      expected: ['each region once'],
    });
  }
  if (region.cloud !== primary.cloud) {
    throw new InputError('all locations of an instance must be in one cloud', {
      path,
      given: name,
      expected: [`regions of ${primary.cloud}, the cloud of ${primary.displayName}`],
    });
  }
  return region;
}

/** The locations, the primary one first; throws all mistakes of the input. */
function requireLocations(input: RequiredRulesInput): readonly [Region, ...Region[]] {
  const locations: Region[] = [];
  throwAll(
    mistakesOf([
      () => requireSubnetArithmetic(input.tier, input.virtualNetworkType),
      () => requireOneRegion(input),
      () => v2Tiers.includes(input.tier) || requireEdition(input.edition, input.platform),
      () => locations.push(requireRegion(input.region, ['region'])),
      ...input.additionalRegions.map(
        (name, index) => () => locations.push(requireFurther(name, index, locations)),
      ),
    ]),
  );
  return locations as [Region, ...Region[]];
}

/** Whether all traffic of a row is open where that of another one is: from a service when it is open from the internet. */
function isOpenWith(row: PortRuleStatement, wide: PortRuleStatement): boolean {
  const tag = findServiceTag(row.source);
  return (
    wide.source === 'Internet' &&
    tag !== undefined &&
    !tag.isPlatformTag &&
    row.destination === wide.destination &&
    row.protocol === wide.protocol &&
    row.optionalDestinationPorts.length === 0 &&
    row.directions.every((direction) => wide.directions.includes(direction)) &&
    row.destinationPorts.every((port) => wide.destinationPorts.includes(port)) &&
    wide.sourcePorts.includes('*')
  );
}

const necessityOrder = ['REQUIRED', 'RECOMMENDED', 'OPTIONAL'] as const;

/**
 * The security rules of each location, the primary region first: what is required, then what is recommended, then what
 * is optional and adds something if the input asks for that. A named edition has no effect on the v2 tiers (see applicableRules).
 */
export function requiredRules(
  options: Omit<RequiredRulesInput, keyof typeof requiredRulesDefaults> &
    Partial<RequiredRulesInput>,
): readonly LocationRules[] {
  const input: RequiredRulesInput = { ...requiredRulesDefaults, ...options };
  const locations = requireLocations(input);
  const applicable = applicableRules({
    ...input,
    isMultiRegion: locations.length > 1,
    cloud: locations[0].cloud,
  });
  const wanted = necessityOrder
    .filter((necessity) => necessity !== 'OPTIONAL' || input.includeOptional)
    .flatMap((necessity) => applicable.filter((rule) => rule.necessity === necessity))
    .filter(
      ({ statement, necessity }, index, all) =>
        necessity !== 'OPTIONAL' ||
        !all.slice(0, index).some((earlier) => isOpenWith(statement, earlier.statement)),
    );
  const opensBracketedPorts = ({ optionalPortsFeature: feature }: PortRule) =>
    input.includeOptional || (feature !== undefined && input.features.includes(feature));
  return locations.map((region) => ({
    region,
    securityRules: securityRulesOf(
      wanted,
      input.useRegionalTags ? [...new Set([region, locations[0]])] : [],
      opensBracketedPorts,
    ),
  }));
}
