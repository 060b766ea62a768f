/** Flows that the owner of a network promises: what they are, and what became of them. */

import {
  type OwnFlowInput as OwnFlowInputData,
  type OwnFlowResult,
  ownFlowKinds,
  ownFlowOutcomes,
} from '../../core/validate/own-flows/own-flow.ts';
import { ownFlowLimits } from '../../core/validate/own-flows/read-own-flow.ts';
import { builder } from './builder.ts';
import { enumOf } from './enum-of.ts';
import { Direction, Protocol } from './enums.ts';
import { PacketSet, setsComplexity, spentSets } from './packet-set.ts';
import { SourceLocation } from './source-report.ts';
import { withoutNulls } from './user-input.ts';

const PacketSetInput = builder.inputType('PacketSetInput', {
  description:
    'Packets between the subnet of the instance and a far end. Set exactly one of from and to.',
  fields: (t) => ({
    from: t.stringList({
      description:
        'The far end of inbound packets: addresses, prefixes, service tags, Internet, VirtualNetwork, or * for any.',
    }),
    to: t.stringList({ description: 'The far end of outbound packets.' }),
    ports: t.stringList({
      description: 'Destination ports 443 and ranges 6381-6383; any if left out.',
    }),
    protocol: t.field({ type: Protocol, description: 'Their protocol; ANY if left out.' }),
  }),
});

export const OwnFlowInput = builder.inputType('OwnFlowInput', {
  description:
    'A flow that you promise. Set exactly one of allow, deny and only; all of its packets have one direction.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Tells it from your other flows.' }),
    allow: t.field({
      type: [PacketSetInput],
      description:
        'What must pass, from the ports that clients use; to ports without a protocol it is TCP and UDP.',
    }),
    deny: t.field({ type: [PacketSetInput], description: 'What must not pass.' }),
    only: t.field({
      type: [PacketSetInput],
      description: 'What may pass, and nothing else of the packets in of.',
    }),
    of: t.field({
      type: [PacketSetInput],
      description: 'With only: the packets it is about; all of the direction if left out.',
    }),
    reason: t.string({ required: true, description: 'Why you promise it; findings repeat it.' }),
    owner: t.string({ description: 'Who answers for it.' }),
  }),
});

export const flowsDescription = `Flows that you promise, judged in each location as documented ones are; at most ${ownFlowLimits.flows}. ownFlows has the outcome of each; those that are broken or undecided are findings.`;

export const readFlows = (
  flows: readonly (typeof OwnFlowInput.$inferInput)[] | null | undefined,
): readonly OwnFlowInputData[] | undefined => flows?.map((flow) => withoutNulls(flow));

const OwnFlowKind = enumOf('OwnFlowKind', 'What an own flow says.', ownFlowKinds, {
  ALLOW: 'All of these packets pass.',
  DENY: 'None of these packets passes.',
  ONLY: 'These packets may pass, and no others.',
});

const OwnFlowOutcome = enumOf(
  'OwnFlowOutcome',
  'Whether an own flow is kept or broken in a location.',
  ownFlowOutcomes,
  {
    HOLDS:
      'Security admin rules, the security group, routes and firewalls on the side of the instance keep it.',
    BROKEN: 'Packets are known that break it.',
    UNDECIDED: 'The input does not say enough; it never counts as holding.',
  },
);

export const OwnFlow = builder.objectRef<OwnFlowResult>('OwnFlow');

OwnFlow.implement({
  description: 'The outcome of an own flow in one location.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as given.' }),
    kind: t.expose('kind', { type: OwnFlowKind, description: 'What it says.' }),
    direction: t.expose('direction', {
      type: Direction,
      description: 'Whether its packets go into the subnet or out of it.',
    }),
    region: t.exposeString('region', {
      nullable: true,
      description:
        "Programmatic name of the location's region; null for an instance outside of a virtual network.",
    }),
    outcome: t.expose('outcome', { type: OwnFlowOutcome, description: 'Whether it holds.' }),
    broken: t.field({
      type: [PacketSet],
      complexity: setsComplexity,
      description:
        'The packets that break it, all of them: stopped ones of ALLOW, passing ones of DENY and ONLY. decidedBefore names what stops them or lets them pass.',
      resolve: ({ broken }, _, { budget }) => spentSets(broken, budget),
    }),
    undecided: t.field({
      type: [PacketSet],
      complexity: setsComplexity,
      description: 'Packets of which the input leaves open whether they break it.',
      resolve: ({ undecided }, _, { budget }) => spentSets(undecided, budget),
    }),
    message: t.exposeString('message', { description: 'The outcome as a sentence.' }),
    reason: t.exposeString('reason', { description: 'Why it is promised, as given.' }),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Who answers for it; null where nobody was named.',
    }),
    sourceLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description: 'Where it is in a flows file; null for flows that are given to the API.',
      resolve: (flow) => flow.sourceLocation ?? null,
    }),
  }),
});
