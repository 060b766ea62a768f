/** The fields that a port rule and the rows that state it have in common. */

import { featuresOf, remarkOn } from '../../core/answers/port-rule.ts';
import { isInEdition, type StatedRule } from '../../core/answers/port-table.ts';
import { requireRegion } from '../../core/answers/region.ts';
import { securityRulesOf } from '../../core/answers/rendered-rules.ts';
import { render } from '../../core/render/index.ts';
import { findServiceTag } from '../../data/index.ts';
import type { ServiceTag as ServiceTagData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
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
import { answer } from './user-input.ts';

/** Adds to an object type what one document says of a rule, and what holds for the rule in all of them. */
export function addStatementFields<Shape>(
  type: ReturnType<typeof builder.objectRef<Shape>>,
  of: (value: Shape) => StatedRule,
): void {
  builder.objectFields(type, (t) => ({
    edition: t.field({
      type: 'Date',
      nullable: true,
      description:
        'Edition of the network reference that states it so; null for rules of the v2 tiers, which no edition lists.',
      resolve: (value) => (isInEdition(of(value).statement) ? of(value).statement.edition : null),
    }),
    statedOn: t.field({
      type: 'Date',
      description: 'Date of the document that states it so: of the edition, where there is one.',
      resolve: (value) => of(value).statement.edition,
    }),
    directions: t.field({
      type: [Direction],
      description: 'Directions in which the traffic must pass.',
      resolve: (value) => of(value).statement.directions,
    }),
    protocol: t.field({
      type: Protocol,
      description: 'Transport protocol that the rule has to let pass.',
      resolve: (value) => of(value).statement.protocol,
    }),
    source: t.field({
      type: ServiceTag,
      description:
        'Service tag that the traffic comes from; VirtualNetwork on the side of the instance.',
      resolve: (value) => findServiceTag(of(value).statement.source) as ServiceTagData,
    }),
    sourcePorts: t.stringList({
      description: 'Source ports; * for any.',
      resolve: (value) => of(value).statement.sourcePorts,
    }),
    destination: t.field({
      type: ServiceTag,
      description:
        'Service tag that the traffic goes to; VirtualNetwork on the side of the instance.',
      resolve: (value) => findServiceTag(of(value).statement.destination) as ServiceTagData,
    }),
    destinationPorts: t.stringList({
      description: 'Single ports and ranges as 443 and 6381-6383; * for any.',
      resolve: (value) => of(value).statement.destinationPorts,
    }),
    optionalDestinationPorts: t.stringList({
      description: 'Ports that documents print in brackets: allowed only where wanted.',
      resolve: (value) => of(value).statement.optionalDestinationPorts,
    }),
    necessity: t.field({
      type: Necessity,
      description: 'Whether every instance needs the traffic, some do, or it is a choice.',
      resolve: (value) => of(value).statement.necessity,
    }),
    requiredWhen: t.string({
      nullable: true,
      description: 'The condition under which a CONDITIONAL rule is required; null for all others.',
      resolve: (value) => of(value).statement.requiredWhen?.text ?? null,
    }),
    virtualNetworkTypes: t.field({
      type: [VirtualNetworkType],
      description: 'Network modes that the rule applies to.',
      resolve: (value) => of(value).statement.virtualNetworkTypes,
    }),
    platforms: t.field({
      type: [ComputePlatform],
      description:
        'Compute platforms that the rule applies to; empty for rules of the v2 tiers, which have no platforms.',
      resolve: (value) => (isInEdition(of(value).statement) ? of(value).statement.platforms : []),
    }),
    tiers: t.field({
      type: [Tier],
      description: 'Tiers that the rule concerns.',
      resolve: (value) => of(value).rule.tiers,
    }),
    purpose: t.string({
      description: 'What the traffic is for.',
      resolve: (value) => of(value).statement.purpose,
    }),
    consequence: t.string({
      description: 'What stops working when the traffic is blocked.',
      resolve: (value) => of(value).rule.consequence,
    }),
    feature: t.field({
      type: Feature,
      nullable: true,
      description: 'Feature whose use makes the rule required; null where there is none.',
      resolve: (value) => of(value).rule.feature ?? null,
    }),
    features: t.field({
      type: [Feature],
      description: 'All features whose use makes the rule required; feature is the first of them.',
      resolve: (value) => featuresOf(of(value).rule),
    }),
    optionalPortsFeature: t.field({
      type: Feature,
      nullable: true,
      description:
        'Feature whose use makes the bracketed ports required; null where there is none.',
      resolve: (value) => of(value).rule.optionalPortsFeature ?? null,
    }),
    remark: t.string({
      nullable: true,
      description: 'A remark on this edition, such as an exemption or a dispute; or null.',
      resolve: (value) => remarkOn(of(value).rule, of(value).statement.edition),
    }),
    citations: t.field({
      type: [Citation],
      description: 'Where the edition states it, and what supports or disputes it.',
      resolve: (value) => of(value).statement.citations,
    }),
    render: t.string({
      complexity: 100,
      description:
        'This rule alone as text that adds it to an existing network security group, with whole service tags and without bracketed ports; change its priority to fit. Error BAD_USER_INPUT for an unknown region.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
        region: t.arg.string({
          required: true,
          description: 'Region of the group: programmatic name, display name or documented alias.',
        }),
      },
      resolve: (value, { format, region }, { budget }) =>
        answer(() =>
          spent(
            render(format, [
              {
                region: requireRegion(region, ['region']).name,
                rules: securityRulesOf([of(value)], [], () => false),
                isExisting: true,
              },
            ]),
            budget,
          ),
        ),
    }),
  }));
}
