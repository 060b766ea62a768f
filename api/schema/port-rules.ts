/** The port rules: rows of the network reference's port tables, each as one edition states it. */

import { featuresOf, remarkOn } from '../../core/answers/port-rule.ts';
import { requireRegion } from '../../core/answers/region.ts';
import { securityRulesOf } from '../../core/answers/rendered-rules.ts';
import { type StatedRule, statementsOf } from '../../core/answers/required-rules.ts';
import { render } from '../../core/render/index.ts';
import { catalog, findServiceTag, portRuleById } from '../../data/index.ts';
import type {
  PortRule as PortRuleData,
  PortRuleStatement,
  ServiceTag as ServiceTagData,
} from '../../data/model.ts';
import { builder } from './builder.ts';
import {
  ComputePlatform,
  Direction,
  Feature,
  Necessity,
  Protocol,
  RuleFormat,
  Tier,
  VirtualNetworkType,
} from './enums.ts';
import { spent } from './response-budget.ts';
import { ServiceTag } from './service-tags.ts';
import { Citation } from './sources.ts';
import { answer } from './user-input.ts';

function historyOf(rule: PortRuleData): readonly StatedRule[] {
  return rule.statements.map((statement) => ({ rule, statement }));
}

/** The rule as the newest document that has it states it. */
export function newestOf(rule: PortRuleData): StatedRule | null {
  return historyOf(rule).at(-1) ?? null;
}

/** The rules of the newest edition by the service tags on either side. */
const rulesByTag = new Map<string, StatedRule[]>();
for (const stated of statementsOf(undefined, undefined)) {
  for (const tag of new Set([stated.statement.source, stated.statement.destination])) {
    rulesByTag.set(tag, [...(rulesByTag.get(tag) ?? []), stated]);
  }
}

export const PortRule = builder.objectRef<StatedRule>('PortRule');

PortRule.implement({
  description:
    'Traffic that an instance in a virtual network needs, as one edition of the network reference states it. The id is the same in all editions.',
  fields: (t) => ({
    id: t.id({
      description: 'Permanent id, kebab-case, the same in every edition.',
      resolve: ({ rule }) => rule.id,
    }),
    title: t.string({ description: 'Short name.', resolve: ({ rule }) => rule.title }),
    edition: t.field({
      type: 'Date',
      description:
        'Edition that states the rule so; for a rule of the v2 tiers the date of the document.',
      resolve: ({ statement }) => statement.edition,
    }),
    directions: t.field({
      type: [Direction],
      description: 'Directions in which the traffic must pass.',
      resolve: ({ statement }) => statement.directions,
    }),
    protocol: t.field({
      type: Protocol,
      description: 'Transport protocol.',
      resolve: ({ statement }) => statement.protocol,
    }),
    source: t.field({
      type: ServiceTag,
      description: 'Where the traffic comes from.',
      resolve: ({ statement }) => findServiceTag(statement.source) as ServiceTagData,
    }),
    sourcePorts: t.stringList({
      description: 'Source ports; * for any.',
      resolve: ({ statement }) => statement.sourcePorts,
    }),
    destination: t.field({
      type: ServiceTag,
      description: 'Where the traffic goes.',
      resolve: ({ statement }) => findServiceTag(statement.destination) as ServiceTagData,
    }),
    destinationPorts: t.stringList({
      description: 'Single ports and ranges as 443 and 6381-6383; * for any.',
      resolve: ({ statement }) => statement.destinationPorts,
    }),
    optionalDestinationPorts: t.stringList({
      description: 'Ports that documents print in brackets: allowed only where wanted.',
      resolve: ({ statement }) => statement.optionalDestinationPorts,
    }),
    necessity: t.field({
      type: Necessity,
      description: 'How much an instance needs the traffic.',
      resolve: ({ statement }) => statement.necessity,
    }),
    requiredWhen: t.string({
      nullable: true,
      description: 'The condition under which a CONDITIONAL rule is required; null for all others.',
      resolve: ({ statement }) => statement.requiredWhen?.text ?? null,
    }),
    virtualNetworkTypes: t.field({
      type: [VirtualNetworkType],
      description: 'Network modes that the rule holds for.',
      resolve: ({ statement }) => statement.virtualNetworkTypes,
    }),
    platforms: t.field({
      type: [ComputePlatform],
      description: 'Compute platforms that the rule holds for.',
      resolve: ({ statement }) => statement.platforms,
    }),
    tiers: t.field({
      type: [Tier],
      description: 'Tiers that the rule concerns.',
      resolve: ({ rule }) => rule.tiers,
    }),
    purpose: t.string({
      description: 'What the traffic is for.',
      resolve: ({ statement }) => statement.purpose,
    }),
    consequence: t.string({
      description: 'What stops working when the traffic is blocked.',
      resolve: ({ rule }) => rule.consequence,
    }),
    feature: t.field({
      type: Feature,
      nullable: true,
      description: 'Feature whose use makes the rule required; null where there is none.',
      resolve: ({ rule }) => rule.feature ?? null,
    }),
    features: t.field({
      type: [Feature],
      description: 'All features whose use makes the rule required; feature is the first of them.',
      resolve: ({ rule }) => featuresOf(rule),
    }),
    optionalPortsFeature: t.field({
      type: Feature,
      nullable: true,
      description:
        'Feature whose use makes the bracketed ports required; null where there is none.',
      resolve: ({ rule }) => rule.optionalPortsFeature ?? null,
    }),
    remark: t.string({
      nullable: true,
      description: 'A remark on this edition, such as an exemption or a dispute; or null.',
      resolve: ({ rule, statement }) => remarkOn(rule, statement.edition),
    }),
    history: t.field({
      type: [PortRule],
      description:
        'The rule as each edition states it, oldest first; an edition may state it once for each platform.',
      resolve: ({ rule }) => historyOf(rule),
    }),
    citations: t.field({
      type: [Citation],
      description: 'Where the edition states it, and what supports or disputes it.',
      resolve: ({ statement }) => statement.citations,
    }),
    render: t.string({
      complexity: 100,
      description:
        'This rule alone as text that adds it to a network security group that is there, with whole service tags and without bracketed ports; its priority is one to begin with. Error BAD_USER_INPUT for an unknown region.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
        region: t.arg.string({
          required: true,
          description: 'Region of the group: programmatic name, display name or documented alias.',
        }),
      },
      resolve: (stated, { format, region }, { budget }) =>
        answer(() =>
          spent(
            render(format, [
              {
                region: requireRegion(region, ['region']).name,
                rules: securityRulesOf([stated], [], () => false),
                isExisting: true,
              },
            ]),
            budget,
          ),
        ),
    }),
  }),
});

builder.objectField(ServiceTag, 'portRules', (t) =>
  t.field({
    type: [PortRule],
    complexity: { multiplier: catalog.portRules.length },
    description: 'Rules of the newest edition that name the tag as source or as destination.',
    resolve: (tag) => rulesByTag.get(tag.name) ?? [],
  }),
);

type Filter = {
  readonly [Key in 'virtualNetworkType' | 'direction' | 'necessity']?: string | null | undefined;
};

function matches(statement: PortRuleStatement, filter: Filter): boolean {
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
    type: [PortRule],
    complexity: { field: 100, multiplier: catalog.portRules.length },
    description:
      'The port table as one edition states it, in its order; the newest edition when none is named. STV1 then reads the last edition that had it. Rules of the v2 tiers are not part of the table. Error BAD_USER_INPUT for an edition that the data does not carry, or that has no table for the platform.',
    args: {
      edition: t.arg({ type: 'Date', description: 'Date of an edition; see editions.' }),
      platform: t.arg({ type: ComputePlatform, description: 'Only rules for this platform.' }),
      virtualNetworkType: t.arg({
        type: VirtualNetworkType,
        description: 'Only rules for this network mode.',
      }),
      direction: t.arg({ type: Direction, description: 'Only rules in this direction.' }),
      necessity: t.arg({ type: Necessity, description: 'Only rules of this necessity.' }),
    },
    resolve: (_, { edition, platform, ...filter }) =>
      answer(() =>
        statementsOf(edition ?? undefined, platform ?? undefined).filter(({ statement }) =>
          matches(statement, filter),
        ),
      ),
  }),
  portRule: t.field({
    type: PortRule,
    nullable: true,
    description:
      'One port rule, as the newest document that has it states it, rules of the v2 tiers included; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Id of the rule, for example storage.' }) },
    resolve: (_, { id }) => {
      const rule = portRuleById.get(id);
      return rule === undefined ? null : newestOf(rule);
    },
  }),
}));
