/**
 * What one deployment must allow: the port rules that apply to it, and the security rules that say so in each location.
 */

import { catalog, editions, tierProfileByTier } from '../../data/index.ts';
import type {
  CloudName,
  ComputePlatform,
  FeatureName,
  IsoDate,
  Necessity,
  PortRule,
  PortRuleStatement,
  Region,
  Tier,
  VirtualNetworkType,
} from '../../data/model.ts';
import { InputError } from '../input-error.ts';
import type { RenderedRule } from '../render/rendered-rule.ts';
import { featuresOf, isInCloud } from './port-rule.ts';
import { requireRegion } from './region.ts';
import { securityRulesOf } from './rendered-rules.ts';
import { findSubnetArithmetic, requireSubnetArithmetic } from './subnet-plan.ts';

export interface StatedRule {
  readonly rule: PortRule;
  readonly statement: PortRuleStatement;
}

/** A rule's statement as it applies to one deployment: condition resolved. */
export interface ApplicableRule extends StatedRule {
  /** CONDITIONAL has become REQUIRED or OPTIONAL, and what a feature in use needs is REQUIRED. */
  readonly necessity: Exclude<Necessity, 'CONDITIONAL'>;
}

export interface RuleScope {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  readonly isMultiRegion: boolean;
  readonly edition?: IsoDate;
  readonly features: readonly FeatureName[];
  /** Rules that the port table of this cloud leaves out do not apply; all apply without a cloud. */
  readonly cloud?: CloudName;
}

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

/** Whether an edition of the reference has the row; rules of the v2 tiers come from other documents. */
export const isInEdition = ({ edition }: PortRuleStatement): boolean => editions.includes(edition);

/** Every row of the reference's port tables; no edition of it has the rules of the v2 tiers. */
const referenceRows: readonly StatedRule[] = catalog.portRules.flatMap((rule) =>
  rule.statements.filter(isInEdition).map((statement) => ({ rule, statement })),
);

const v2Tiers: readonly Tier[] = ['BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'];

function editionsOf(platform: ComputePlatform | undefined): readonly IsoDate[] {
  if (platform === undefined) return editions;
  return editions.filter((edition) =>
    referenceRows.some(
      ({ statement }) => statement.edition === edition && statement.platforms.includes(platform),
    ),
  );
}

/** The edition to read; its error's path, as all paths here, starts at the input that holds the edition. */
function requireEdition(
  edition: IsoDate | undefined,
  platform: ComputePlatform | undefined,
): IsoDate {
  const accepted = editionsOf(platform);
  const newest = accepted.at(-1) as IsoDate;
  if (edition === undefined || accepted.includes(edition)) return edition ?? newest;
  const isCarried = editions.includes(edition);
  const reason = isCarried
    ? `this edition has no port table for the platform ${platform}`
    : 'the data carries no such edition of the network reference';
  const nearest = accepted.findLast((candidate) => candidate <= edition) ?? accepted[0];
  throw new InputError(reason, {
    path: ['edition'],
    given: edition,
    accepted: isCarried ? accepted : editions,
    ...(nearest === undefined ? {} : { nearest: [nearest] }),
  });
}

/**
 * The port table as one edition states it, in its order. Where no edition is named it is the newest one that has a
 * table for the platform: for STV1 the last that still had it.
 */
export function statementsOf(
  edition: IsoDate | undefined,
  platform: ComputePlatform | undefined,
): readonly StatedRule[] {
  const read = requireEdition(edition, platform);
  return referenceRows.filter(
    ({ statement }) =>
      statement.edition === read &&
      (platform === undefined || statement.platforms.includes(platform)),
  );
}

/** The rules of one v2 tier, or of all of them, as their newest document states them. */
export function v2StatementsOf(tier: Tier | undefined): readonly StatedRule[] {
  return catalog.portRules
    .filter((rule) =>
      rule.tiers.some((one) => v2Tiers.includes(one) && (tier === undefined || one === tier)),
    )
    .map((rule) => ({ rule, statement: rule.statements.at(-1) as PortRuleStatement }));
}

/** The rules of the port table, or those of a v2 tier where one is named. */
export function statementsFor(
  tier: Tier | undefined,
  edition: IsoDate | undefined,
  platform: ComputePlatform | undefined,
): readonly StatedRule[] {
  if (tier === undefined || !v2Tiers.includes(tier)) {
    return statementsOf(edition, platform).filter(
      ({ rule }) => tier === undefined || rule.tiers.includes(tier),
    );
  }
  if (edition !== undefined) {
    throw new InputError('no edition of the network reference lists the rules of the v2 tiers', {
      path: ['edition'],
      given: edition,
      expected: [`no edition together with the tier ${tier}`],
    });
  }
  return v2StatementsOf(tier);
}

function necessityFor(
  { rule, statement }: StatedRule,
  deployment: RuleScope,
): ApplicableRule['necessity'] {
  if (featuresOf(rule).some((feature) => deployment.features.includes(feature))) return 'REQUIRED';
  if (statement.necessity !== 'CONDITIONAL') return statement.necessity;
  const { tiers, isMultiRegion } = statement.requiredWhen ?? {};
  const holds =
    (tiers === undefined || tiers.includes(deployment.tier)) &&
    (isMultiRegion === undefined || deployment.isMultiRegion);
  return holds ? 'REQUIRED' : 'OPTIONAL';
}

/**
 * The port rules that apply to a deployment, optional ones included. None where the tier has no such mode. For the v2
 * tiers platform and edition have no meaning and are not looked at: the reference does not contain their rules.
 */
export function applicableRules(deployment: RuleScope): readonly ApplicableRule[] {
  const { tier, virtualNetworkType, platform, edition, cloud } = deployment;
  if (findSubnetArithmetic(tier, virtualNetworkType) === undefined) return [];
  const stated = v2Tiers.includes(tier) ? v2StatementsOf(tier) : statementsOf(edition, platform);
  return stated
    .filter(
      ({ rule, statement }) =>
        rule.tiers.includes(tier) &&
        statement.virtualNetworkTypes.includes(virtualNetworkType) &&
        (cloud === undefined || isInCloud(rule, cloud)),
    )
    .map((row) => ({ ...row, necessity: necessityFor(row, deployment) }));
}

function requireLocations(input: RequiredRulesInput): readonly [Region, ...Region[]] {
  const primary = requireRegion(input.region, ['region']);
  if (input.additionalRegions.length === 0) return [primary];
  if (tierProfileByTier.get(input.tier)?.supportsMultiRegion !== true) {
    throw new InputError('instances of this tier have only one region', {
      path: ['tier'],
      given: input.tier,
      accepted: catalog.tierProfiles
        .filter((profile) => profile.supportsMultiRegion)
        .map((profile) => profile.tier),
    });
  }
  const locations: [Region, ...Region[]] = [primary];
  for (const [index, name] of input.additionalRegions.entries()) {
    const path = ['additionalRegions', index];
    const region = requireRegion(name, path);
    if (locations.includes(region)) {
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
    locations.push(region);
  }
  return locations;
}

const necessityOrder = ['REQUIRED', 'RECOMMENDED', 'OPTIONAL'] as const;

/**
 * The security rules of each location, the primary region first: what is required, then what is recommended, then what
 * is optional if the input asks for that. A named edition has no effect on the v2 tiers (see applicableRules).
 */
export function requiredRules(
  options: Omit<RequiredRulesInput, keyof typeof requiredRulesDefaults> &
    Partial<RequiredRulesInput>,
): readonly LocationRules[] {
  const input: RequiredRulesInput = { ...requiredRulesDefaults, ...options };
  requireSubnetArithmetic(input.tier, input.virtualNetworkType);
  const locations = requireLocations(input);
  const applicable = applicableRules({
    ...input,
    isMultiRegion: locations.length > 1,
    cloud: locations[0].cloud,
  });
  const wanted = necessityOrder
    .filter((necessity) => necessity !== 'OPTIONAL' || input.includeOptional)
    .flatMap((necessity) => applicable.filter((rule) => rule.necessity === necessity));
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
