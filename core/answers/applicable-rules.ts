/** The port rules that apply to one deployment, and whether it needs each of them. */

import type {
  CloudName,
  ComputePlatform,
  FeatureName,
  IsoDate,
  Necessity,
  Tier,
  VirtualNetworkType,
} from '../../data/model.ts';
import { featuresOf, isInCloud } from './port-rule.ts';
import { type StatedRule, statementsOf, v2StatementsOf, v2Tiers } from './port-table.ts';
import { findSubnetArithmetic } from './subnet-plan.ts';

/** A rule's statement as it applies to one deployment: condition resolved. */
export interface ApplicableRule extends StatedRule {
  /** CONDITIONAL only if the condition is open; what a feature in use needs is REQUIRED. */
  readonly necessity: Necessity;
}

export interface RuleScope {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  /** Undefined if it is not known. */
  readonly isMultiRegion: boolean | undefined;
  readonly edition?: IsoDate;
  readonly features: readonly FeatureName[];
  /** Rules that the port table of this cloud leaves out do not apply; all apply without a cloud. */
  readonly cloud?: CloudName;
}

function necessityFor({ rule, statement }: StatedRule, deployment: RuleScope): Necessity {
  if (featuresOf(rule).some((feature) => deployment.features.includes(feature))) return 'REQUIRED';
  if (statement.necessity !== 'CONDITIONAL') return statement.necessity;
  const { tiers, isMultiRegion } = statement.requiredWhen ?? {};
  if (tiers && !tiers.includes(deployment.tier)) return 'OPTIONAL';
  if (isMultiRegion === undefined || deployment.isMultiRegion) return 'REQUIRED';
  return deployment.isMultiRegion === undefined ? 'CONDITIONAL' : 'OPTIONAL';
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
