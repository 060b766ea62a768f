/** Subnets: the rules that documents set for them, and the arithmetic of their addresses. */

import {
  findSubnetArithmetic,
  type SubnetPlan as SubnetPlanData,
  subnetPlan,
} from '../../core/answers/subnet-plan.ts';
import { catalog } from '../../data/index.ts';
import type {
  VirtualNetworkType as Mode,
  ComputePlatform as Platform,
  SubnetRule as SubnetRuleData,
  Tier as TierName,
} from '../../data/model.ts';
import { addApplicability } from './applicability.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { current, Dated, includeEndedOption } from './dated.ts';
import { ComputePlatform, Tier, VirtualNetworkType } from './enums.ts';
import { Fact, factsByKind } from './fact.ts';
import { answer, withoutNulls } from './user-input.ts';

const SubnetRule = builder.objectRef<SubnetRuleData>('SubnetRule');

SubnetRule.implement({
  description: 'A requirement for the subnet of an instance.',
  interfaces: [Fact, Dated],
  fields: (t) => ({
    description: t.string({
      description: 'Requirement and consequence, one after the other.',
      resolve: ({ requirement, consequence }) => `${requirement} ${consequence}`,
    }),
    requirement: t.exposeString('requirement', {
      description: 'What the subnet must have, or must not have.',
    }),
    consequence: t.exposeString('consequence', {
      description: 'What happens where the subnet does not meet the requirement.',
    }),
  }),
});

addApplicability(SubnetRule);

const SubnetPlan = builder.objectRef<SubnetPlanData>('SubnetPlan');

SubnetPlan.implement({
  description:
    'The addresses that the units of one location take, and the prefixes that are large enough for them.',
  fields: (t) => ({
    addressesNeeded: t.exposeInt('addressesNeeded', {
      description: 'Addresses of the units and of the load balancer, without those Azure reserves.',
    }),
    reservedAddresses: t.exposeInt('reservedAddresses', {
      description: 'Addresses that Azure reserves in every subnet.',
    }),
    smallestPrefixLength: t.exposeInt('smallestPrefixLength', {
      description:
        'Length of the longest prefix, so of the smallest subnet, that has room for the units.',
    }),
    recommendedPrefixLength: t.exposeInt('recommendedPrefixLength', {
      description: 'Recommended prefix length, or a shorter one where the units need it.',
    }),
    recommendedPrefixReason: t.exposeString('recommendedPrefixReason', {
      description: 'What the recommended length leaves room for, as a sentence.',
    }),
    unitLimit: t.exposeInt('unitLimit', {
      nullable: true,
      description: "Documented maximum of the tier's scale units; null if no source gives one.",
    }),
    delegation: t.exposeString('delegation', {
      nullable: true,
      description: 'Delegation that the subnet must carry; null where it must carry none.',
    }),
    usableAddresses: t.exposeInt('usableAddresses', {
      nullable: true,
      description:
        'Addresses of a subnet with the prefixLength argument, without those Azure reserves; null without the argument.',
    }),
    maxUnits: t.exposeInt('maxUnits', {
      nullable: true,
      description:
        'Units that fit the prefixLength argument, by arithmetic alone; 0 if the prefix is too long, null without the argument.',
    }),
    remainingAddresses: t.exposeInt('remainingAddresses', {
      nullable: true,
      description:
        'Usable addresses left after the units; negative if there are too few, null without the prefixLength argument.',
    }),
    fits: t.exposeBoolean('fits', {
      nullable: true,
      description:
        'Whether the units fit and the prefix is accepted; null without the prefixLength argument.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where the figures behind the arithmetic come from.',
    }),
  }),
});

interface Filter {
  readonly tier?: TierName | null | undefined;
  readonly virtualNetworkType?: Mode | null | undefined;
  readonly platform?: Platform | null | undefined;
  readonly includeEnded: boolean;
}

/** A tier without the mode has no rules in it; outside a virtual network every tier can be. */
function subnetRulesFor(filter: Filter): readonly SubnetRuleData[] {
  const { tier, virtualNetworkType: mode, platform } = filter;
  if (tier && mode && mode !== 'NONE' && !findSubnetArithmetic(tier, mode)) return [];
  return current(catalog.subnetRules, filter.includeEnded).filter(
    (rule) =>
      (!tier || rule.tiers.includes(tier)) &&
      (!mode || rule.virtualNetworkTypes.includes(mode)) &&
      (!platform || rule.platforms.includes(platform)),
  );
}

const units = 1;

builder.queryFields((t) => ({
  subnetRules: t.field({
    type: [SubnetRule],
    complexity: { multiplier: catalog.subnetRules.length },
    description:
      'Requirements on a subnet that apply today. Empty for a tier in a mode that it does not have.',
    args: {
      tier: t.arg({ type: Tier, description: 'Only rules for this tier.' }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        description: 'Only rules for this network mode.',
      }),
      platform: t.arg({
        type: ComputePlatform,
        description: 'Only rules for this compute platform; those of the v2 tiers are under STV2.',
      }),
      includeEnded: t.arg.boolean(includeEndedOption),
    },
    resolve: (_, filter) => subnetRulesFor(filter),
  }),
  subnetRule: t.field({
    type: SubnetRule,
    nullable: true,
    description: 'The subnet rule with this id; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the rule, as subnetRules lists it.' }),
    },
    resolve: (_, { id }) => factsByKind.SUBNET_RULE.find(id) ?? null,
  }),
  subnetPlan: t.field({
    complexity: 100,
    type: SubnetPlan,
    nullable: true,
    description:
      'The address arithmetic of a subnet. Error BAD_USER_INPUT for a prefix length outside 0..32, fewer than one unit, or a tier or mode without a subnet.',
    args: {
      tier: t.arg({
        type: Tier,
        required: true,
        description: 'Tier of the instance; one that takes part in no virtual network is refused.',
      }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        required: true,
        description: 'Network mode; in internal mode the load balancer takes an address, too.',
      }),
      units: t.arg.int({
        required: true,
        defaultValue: units,
        description: 'Scale units of the instance in this location.',
      }),
      prefixLength: t.arg.int({
        description: 'Prefix length to look at, 0 to 32: 27 for a /27 subnet.',
      }),
    },
    resolve: (_, args) => answer(() => subnetPlan(withoutNulls(args))),
  }),
}));
