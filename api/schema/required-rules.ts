/** What one deployment must allow: the query requiredRules and the security rules it answers with. */

import { applicableRules } from '../../core/answers/applicable-rules.ts';
import type { StatedRule } from '../../core/answers/port-table.ts';
import { requiredRules } from '../../core/answers/required-rules.ts';
import { requiredRulesNotes } from '../../core/answers/required-rules-notes.ts';
import { citationsOf, type Note as NoteData } from '../../core/notes.ts';
import { render } from '../../core/render/index.ts';
import type { RenderedRule as SecurityRuleData } from '../../core/render/rendered-rule.ts';
import type { Region as RegionData } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Access, Direction, Protocol, RuleFormat } from './enums.ts';
import { Note } from './notes.ts';
import { PortRuleStatement } from './port-rules.ts';
import { Region } from './regions.ts';
import { RequiredRulesInput } from './required-rules-input.ts';
import { spent } from './response-budget.ts';
import { answer, withoutNulls } from './user-input.ts';

interface LocationRulesData {
  readonly region: RegionData;
  readonly securityRules: readonly (SecurityRuleData & { readonly stated: StatedRule | null })[];
}

const SecurityRule = builder.objectRef<LocationRulesData['securityRules'][number]>('SecurityRule');

SecurityRule.implement({
  description:
    'A rule for a network security group, with the fields of Azure Resource Manager and the enum values of this API. SecurityRuleInput takes it as it is.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Name of the rule, unique in its group, at most 80 characters.',
    }),
    priority: t.exposeInt('priority', {
      description: 'From 100 to 4096, lowest first, unique within a direction.',
    }),
    direction: t.expose('direction', {
      type: Direction,
      description: 'Whether the traffic goes into the subnet or out of it.',
    }),
    access: t.expose('access', {
      type: Access,
      description: 'ALLOW in every rule: the port table names only traffic to let pass.',
    }),
    protocol: t.expose('protocol', {
      type: Protocol,
      description: 'Transport protocol that the rule lets pass.',
    }),
    sourceAddressPrefixes: t.exposeStringList('sourceAddressPrefixes', {
      description: 'One service tag, or *, or address prefixes.',
    }),
    sourcePortRanges: t.exposeStringList('sourcePortRanges', {
      description: 'Single ports and ranges; * for any.',
    }),
    destinationAddressPrefixes: t.exposeStringList('destinationAddressPrefixes', {
      description: 'One service tag, or *, or address prefixes.',
    }),
    destinationPortRanges: t.exposeStringList('destinationPortRanges', {
      description: 'Single ports and ranges as 443 and 6381-6383; * for any.',
    }),
    description: t.exposeString('description', {
      description: 'What the rule is for, at most 140 characters.',
    }),
    portRule: t.expose('stated', {
      type: PortRuleStatement,
      nullable: true,
      description:
        'The port rule that asks for it, as the edition that was applied states it; null where there is none.',
    }),
  }),
});

const LocationRules = builder.objectRef<LocationRulesData>('LocationRules');

LocationRules.implement({
  description: 'The security rules of one location, for a network security group of its own.',
  fields: (t) => ({
    region: t.expose('region', {
      type: Region,
      description: 'Region of the location that the rules are for.',
    }),
    securityRules: t.expose('securityRules', {
      type: [SecurityRule],
      complexity: { multiplier: 30 },
      description: 'What is required, then what is recommended, then what is optional.',
    }),
    render: t.string({
      complexity: 500,
      description: 'The rules of this location as text that deploys as it is.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
      },
      resolve: ({ region, securityRules }, { format }, { budget }) =>
        spent(render(format, [{ region: region.name, rules: securityRules }]), budget),
    }),
  }),
});

interface RequiredRulesData {
  readonly locations: readonly LocationRulesData[];
  readonly notes: readonly NoteData[];
}

const RequiredRules = builder.objectRef<RequiredRulesData>('RequiredRules');

RequiredRules.implement({
  description: 'What a deployment must allow in each of its locations.',
  fields: (t) => ({
    locations: t.expose('locations', {
      type: [LocationRules],
      // requiredRules counts the locations.
      complexity: { multiplier: 1 },
      description: 'One entry for each location, the primary one first.',
    }),
    notes: t.expose('notes', {
      type: [Note],
      description:
        'Notes: what rules such a deployment out in these regions, and what the features in use need in addition to rules.',
    }),
    citations: t.field({
      type: [Citation],
      description: 'Where the port rules and notes are documented.',
      resolve: ({ locations, notes }) =>
        citationsOf(
          ...locations.flatMap(({ securityRules }) =>
            securityRules.flatMap(({ stated }) => stated?.statement ?? []),
          ),
          ...notes,
        ),
    }),
    render: t.string({
      complexity: 500,
      description: 'The rules of all locations as text that deploys as it is.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
      },
      resolve: ({ locations }, { format }, { budget }) =>
        spent(
          render(
            format,
            locations.map(({ region, securityRules }) => ({
              region: region.name,
              rules: securityRules,
            })),
          ),
          budget,
        ),
    }),
  }),
});

function answerRequiredRules(argument: typeof RequiredRulesInput.$inferInput): RequiredRulesData {
  const input = withoutNulls(argument);
  const locations = requiredRules(input);
  const applicable = applicableRules({ ...input, isMultiRegion: locations.length > 1 });
  const statedById = new Map(applicable.map((stated) => [stated.rule.id, stated]));
  return {
    locations: locations.map(({ region, securityRules }) => ({
      region,
      securityRules: securityRules.map((rule) => ({
        ...rule,
        stated: statedById.get(rule.portRuleId ?? '') ?? null,
      })),
    })),
    notes: requiredRulesNotes(input, locations),
  };
}

builder.queryField('requiredRules', (t) =>
  t.field({
    type: RequiredRules,
    nullable: true,
    description:
      'What one deployment must allow, in each region: concrete security rules, ready to render. Error BAD_USER_INPUT for an unknown region or edition, and for a tier or mode without a virtual network.',
    args: {
      input: t.arg({
        type: RequiredRulesInput,
        required: true,
        description: 'Regions, tier and mode of the deployment, and which rules to include.',
      }),
    },
    // The cost counts once for each location.
    complexity: ({ input }) => ({
      field: 1000,
      multiplier: 1 + (input.additionalRegions?.length ?? 0),
    }),
    resolve: (_, { input }) => answer(() => answerRequiredRules(input), ['input']),
  }),
);
