/** Subnets: the rules that documents set for them, and the arithmetic of their addresses. */

import {
  findSubnetArithmetic,
  type SubnetPlan as SubnetPlanData,
  subnetPlan,
} from '../../core/answers/subnet-plan.ts';
import { catalog } from '../../data/index.ts';
import type {
  VirtualNetworkType as Mode,
  SubnetRule as SubnetRuleData,
  Tier as TierName,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import { ComputePlatform, Tier, VirtualNetworkType } from './enums.ts';
import { Citation } from './sources.ts';
import { answer, withoutNulls } from './user-input.ts';

const SubnetRule = builder.objectRef<SubnetRuleData>('SubnetRule');

SubnetRule.implement({
  description: 'Something that must hold for the subnet of an instance.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Permanent id, kebab-case.' }),
    title: t.exposeString('title', { description: 'Short name.' }),
    description: t.string({
      description: 'Requirement and consequence in one text.',
      resolve: ({ requirement, consequence }) => `${requirement} ${consequence}`,
    }),
    requirement: t.exposeString('requirement', { description: 'What must hold.' }),
    consequence: t.exposeString('consequence', { description: 'What happens otherwise.' }),
    tiers: t.expose('tiers', { type: [Tier], description: 'Tiers that it concerns.' }),
    virtualNetworkTypes: t.expose('virtualNetworkTypes', {
      type: [VirtualNetworkType],
      description: 'Network modes that it holds for.',
    }),
    platforms: t.expose('platforms', {
      type: [ComputePlatform],
      description: 'Compute platforms that it holds for.',
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the first document that states it; null where it has no known start.',
      resolve: (rule) => rule.since ?? null,
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Date of the last document that states it; null while it still holds.',
      resolve: (rule) => rule.until ?? null,
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is documented.' }),
  }),
});

const SubnetPlan = builder.objectRef<SubnetPlanData>('SubnetPlan');

SubnetPlan.implement({
  description:
    'The addresses that the units of one location take, and the prefixes that hold them.',
  fields: (t) => ({
    addressesNeeded: t.exposeInt('addressesNeeded', {
      description: 'Addresses of the units and of the load balancer, without those Azure reserves.',
    }),
    reservedAddresses: t.exposeInt('reservedAddresses', {
      description: 'Addresses that Azure keeps of every subnet.',
    }),
    smallestPrefixLength: t.exposeInt('smallestPrefixLength', {
      description: 'Length of the longest prefix, so of the smallest subnet, that holds the units.',
    }),
    recommendedPrefixLength: t.exposeInt('recommendedPrefixLength', {
      description: 'Recommended prefix length, or a shorter one where the units need it.',
    }),
    recommendedPrefixReason: t.exposeString('recommendedPrefixReason', {
      description: 'Why this length is recommended.',
    }),
    unitLimit: t.exposeInt('unitLimit', {
      nullable: true,
      description: "Documented ceiling of the tier's scale units; null where no source gives one.",
    }),
    delegation: t.exposeString('delegation', {
      nullable: true,
      description: 'Delegation that the subnet must carry; null where it must carry none.',
    }),
    usableAddresses: t.exposeInt('usableAddresses', {
      nullable: true,
      description:
        'Addresses of the prefix length asked about, without those Azure reserves; null when none was.',
    }),
    maxUnits: t.exposeInt('maxUnits', {
      nullable: true,
      description:
        'Units that fit the prefix length asked about, by arithmetic alone; 0 where the prefix is too long, null when none was asked about.',
    }),
    remainingAddresses: t.exposeInt('remainingAddresses', {
      nullable: true,
      description:
        'Usable addresses that the units leave over; negative where they lack some, null when no prefix length was asked about.',
    }),
    fits: t.exposeBoolean('fits', {
      nullable: true,
      description:
        'Whether the units fit and the prefix is accepted; null when no prefix length was asked about.',
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
}

/** A tier without the mode has no rules in it; outside a virtual network every tier can be. */
function subnetRulesFor({ tier, virtualNetworkType: mode }: Filter): readonly SubnetRuleData[] {
  if (tier && mode && mode !== 'NONE' && !findSubnetArithmetic(tier, mode)) return [];
  return catalog.subnetRules.filter(
    (rule) =>
      (!tier || rule.tiers.includes(tier)) && (!mode || rule.virtualNetworkTypes.includes(mode)),
  );
}

const units = 1;

builder.queryFields((t) => ({
  subnetRules: t.field({
    type: [SubnetRule],
    complexity: { multiplier: catalog.subnetRules.length },
    description:
      'What must hold for a subnet, of all editions; until tells what no longer holds. Empty for a tier in a mode that it does not have.',
    args: {
      tier: t.arg({ type: Tier, description: 'Only rules for this tier.' }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        description: 'Only rules for this network mode.',
      }),
    },
    resolve: (_, filter) => subnetRulesFor(filter),
  }),
  subnetPlan: t.field({
    type: SubnetPlan,
    description:
      'The address arithmetic of a subnet. Error BAD_USER_INPUT for a prefix length outside 0..32, fewer than one unit, or a tier or mode without a subnet.',
    args: {
      tier: t.arg({ type: Tier, required: true, description: 'Tier of the instance.' }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        required: true,
        description: 'Network mode.',
      }),
      units: t.arg.int({
        defaultValue: units,
        description: 'Scale units of the instance in this location.',
      }),
      prefixLength: t.arg.int({
        description: 'Prefix length to look at, 0 to 32: 27 for a /27 subnet.',
      }),
    },
    resolve: (_, args) => answer(() => subnetPlan({ units, ...withoutNulls(args) })),
  }),
}));
