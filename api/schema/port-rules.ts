/** The port rules, and the rows of the port tables that state them edition by edition. */

import {
  type StatedRule,
  statementsFor,
  statementsOf,
  v2StatementsOf,
} from '../../core/answers/port-table.ts';
import { type RuleStatusSince, ruleStatus } from '../../core/answers/rule-status.ts';
import { catalog, portRuleById } from '../../data/index.ts';
import {
  computePlatforms,
  type IsoDate,
  type ComputePlatform as PlatformName,
  type PortRule as PortRuleData,
  type PortRuleStatement as StatementData,
} from '../../data/model.ts';
import { RuleStatus } from './answer-enums.ts';
import { builder } from './builder.ts';
import { useInstead } from './deprecation.ts';
import { ComputePlatform, Direction, Necessity, Tier, VirtualNetworkType } from './enums.ts';
import { Fact } from './fact.ts';
import { addStatementFields } from './port-rule-fields.ts';
import { ServiceTag } from './service-tags.ts';
import { Edition } from './sources.ts';
import { answer } from './user-input.ts';

/** The rules that hold now by the service tags on either side: those of the newest edition and of the v2 tiers. */
const rulesByTag = new Map<string, PortRuleData[]>();
for (const { rule, statement } of [
  ...statementsOf(undefined, undefined),
  ...v2StatementsOf(undefined),
]) {
  for (const tag of new Set([statement.source, statement.destination])) {
    rulesByTag.set(tag, [...(rulesByTag.get(tag) ?? []), rule]);
  }
}

function historyOf(rule: PortRuleData): readonly StatedRule[] {
  return rule.statements.map((statement) => ({ rule, statement }));
}

const statusOf = (
  rule: PortRuleData,
  edition: IsoDate | null | undefined,
): RuleStatusSince | undefined => answer(() => ruleStatus(rule, edition ?? undefined));

export const PortRule = builder.objectRef<PortRuleData>('PortRule');
export const PortRuleStatement = builder.objectRef<StatedRule>('PortRuleStatement');

PortRule.implement({
  description:
    'Traffic that an instance in a virtual network needs. Its fields say what the newest document that has the rule states; history has the earlier ones.',
  interfaces: [Fact],
  fields: (t) => ({
    history: t.field({
      type: [PortRuleStatement],
      description:
        'The rule as each edition states it, oldest first; an edition may state it once for each platform.',
      resolve: historyOf,
    }),
    status: t.field({
      type: RuleStatus,
      nullable: true,
      description:
        'The status in one word: what the edition says of the rule, or REMOVED where it no longer has it; null where no document had it by then. Rules of the v2 tiers have the status of their newest document by then. Error BAD_USER_INPUT for an edition that the data does not carry.',
      args: {
        edition: t.arg({
          type: 'Date',
          description: 'Date of an edition; the newest if left out.',
        }),
      },
      resolve: (rule, { edition }) => statusOf(rule, edition)?.status ?? null,
    }),
    statusSince: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Date of the first document since which the status has been the same; for REMOVED of the first edition without the rule. Null where the status is.',
      args: {
        edition: t.arg({
          type: 'Date',
          description: 'Date of an edition; the newest if left out.',
        }),
      },
      resolve: (rule, { edition }) => statusOf(rule, edition)?.since ?? null,
    }),
  }),
});
addStatementFields(PortRule, (rule) => ({
  rule,
  statement: rule.statements.at(-1) as StatementData,
}));

PortRuleStatement.implement({
  description:
    'A port rule as one document states it: a row in the port table of an edition, or a rule of the v2 tiers. It has no id; the rule and the edition tell rows apart, and the platforms where an edition has one for each.',
  fields: (t) => ({
    rule: t.expose('rule', {
      type: PortRule,
      description: 'The rule itself, with what the newest document says of it.',
    }),
    ruleId: t.id({
      description: 'Id of the rule, the same in every edition.',
      resolve: ({ rule }) => rule.id,
    }),
    title: t.string({ description: 'Short name of the rule.', resolve: ({ rule }) => rule.title }),
    history: t.field({
      type: [PortRuleStatement],
      deprecationReason: useInstead('rule { history }'),
      description: 'The rule as each edition states it, oldest first.',
      resolve: ({ rule }) => historyOf(rule),
    }),
  }),
});
addStatementFields(PortRuleStatement, (stated) => stated);

builder.objectField(ServiceTag, 'portRules', (t) =>
  t.field({
    type: [PortRule],
    complexity: { multiplier: catalog.portRules.length },
    description:
      'Rules of the newest edition and of the v2 tiers that name the tag as source or as destination.',
    resolve: (tag) => rulesByTag.get(tag.name) ?? [],
  }),
);

const platformsOf = (edition: IsoDate): readonly PlatformName[] =>
  computePlatforms.filter((platform) =>
    catalog.portRules.some((rule) =>
      rule.statements.some(
        (statement) => statement.edition === edition && statement.platforms.includes(platform),
      ),
    ),
  );

builder.objectFields(Edition, (t) => ({
  platforms: t.field({
    type: [ComputePlatform],
    description: 'Compute platforms that the edition has a port table for.',
    resolve: ({ date }) => platformsOf(date),
  }),
  portRules: t.field({
    type: [PortRuleStatement],
    complexity: { field: 100, multiplier: catalog.portRules.length },
    description: 'The port table of the edition, in its order; empty for a platform it lacks.',
    args: {
      platform: t.arg({
        type: ComputePlatform,
        description: 'Only rules for this compute platform.',
      }),
    },
    resolve: ({ date }, { platform }) =>
      platform && !platformsOf(date).includes(platform)
        ? []
        : statementsFor(undefined, date, platform ?? undefined),
  }),
}));

type Filter = {
  readonly [Key in 'virtualNetworkType' | 'direction' | 'necessity']?: string | null | undefined;
};

function matches(statement: StatementData, filter: Filter): boolean {
  const isWanted = (wanted: string | null | undefined, values: readonly string[]) =>
    wanted === null || wanted === undefined || values.includes(wanted);
  return (
    isWanted(filter.virtualNetworkType, statement.virtualNetworkTypes) &&
    isWanted(filter.direction, statement.directions) &&
    isWanted(filter.necessity, [statement.necessity])
  );
}

builder.queryFields((t) => ({
  portRules: t.field({
    type: [PortRuleStatement],
    complexity: { field: 100, multiplier: catalog.portRules.length },
    description:
      'The port table as one edition states it, in its order; the newest edition when none is named. STV1 then reads the last edition that had it. STANDARD_V2 and PREMIUM_V2 have rules of their own, which no edition lists: name the tier to read them. Error BAD_USER_INPUT for an edition that the data does not carry, that has no table for the platform, or that is named together with a v2 tier.',
    args: {
      edition: t.arg({ type: 'Date', description: 'Date of an edition; see editions.' }),
      tier: t.arg({
        type: Tier,
        description: 'Only rules for this tier; empty for a tier without a virtual network.',
      }),
      platform: t.arg({
        type: ComputePlatform,
        description: 'Only rules for this platform; without effect for the v2 tiers.',
      }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        description: 'Only rules for this network mode.',
      }),
      direction: t.arg({ type: Direction, description: 'Only rules in this direction.' }),
      necessity: t.arg({ type: Necessity, description: 'Only rules of this necessity.' }),
    },
    resolve: (_, { edition, tier, platform, ...filter }) =>
      answer(() =>
        statementsFor(tier ?? undefined, edition ?? undefined, platform ?? undefined).filter(
          ({ statement }) => matches(statement, filter),
        ),
      ),
  }),
  portRule: t.field({
    type: PortRule,
    nullable: true,
    description:
      'One port rule, rules of the v2 tiers and rules that ended included; null where there is none.',
    args: { id: t.arg.id({ required: true, description: 'Id of the rule, for example storage.' }) },
    resolve: (_, { id }) => portRuleById.get(id) ?? null,
  }),
}));
