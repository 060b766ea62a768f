/** What the security rules of a deployment do with one documented flow, rule by rule. */

import { memoizeByObject } from '../../core/network/memoize.ts';
import { type PathStep as PathStepData, pathElements } from '../../core/validate/path/path-step.ts';
import type {
  FlowResult as FlowResultData,
  Packet as PacketData,
  RuleTrace as RuleTraceData,
} from '../../core/validate/report.ts';
import { builder } from './builder.ts';
import { useInstead } from './deprecation.ts';
import { enumOf } from './enum-of.ts';
import { Access, Direction, FlowOutcome, Necessity, Protocol } from './enums.ts';
import { PortRuleStatement } from './port-rules.ts';
import { spentList } from './response-budget.ts';
import { SourceLocation } from './source-report.ts';

/** Aliases of one flow share its trace: a long group has thousands of entries. */
const traceOf = memoizeByObject((flow: FlowResultData) => flow.trace());

const stepsOf = memoizeByObject((flow: FlowResultData) => flow.steps());

const RuleTrace = builder.objectRef<RuleTraceData>('RuleTrace');

RuleTrace.implement({
  description: 'A security rule evaluated for a flow, and the share it decided.',
  fields: (t) => ({
    rule: t.exposeString('rule', {
      description: 'Name of the rule, which may be a default rule of Azure.',
    }),
    priority: t.exposeInt('priority', { description: 'Its priority; lower ones come first.' }),
    access: t.expose('access', {
      type: Access,
      description: 'Whether the rule lets matching traffic pass or drops it.',
    }),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether it is one of the default rules of every group.',
    }),
    protocolMatched: t.exposeBoolean('protocolMatched', {
      description: 'Whether the protocol of the flow matches.',
    }),
    sourceMatched: t.exposeBoolean('sourceMatched', {
      description: 'Whether any of the source addresses match.',
    }),
    sourcePortMatched: t.exposeBoolean('sourcePortMatched', {
      description: 'Whether any of the source ports match.',
    }),
    destinationMatched: t.exposeBoolean('destinationMatched', {
      description: 'Whether any of the destination addresses match.',
    }),
    destinationPortMatched: t.exposeBoolean('destinationPortMatched', {
      description: 'Whether any of the destination ports match.',
    }),
    fraction: t.exposeFloat('fraction', {
      nullable: true,
      description:
        'Share of the flow that this rule decided, 0 to 1; null where it cannot be measured.',
    }),
  }),
});

const PathElement = enumOf(
  'PathElement',
  'A kind of element on the way of a flow; the values are in the order in which outbound traffic meets them.',
  pathElements,
  {
    SECURITY_ADMIN_RULES:
      'Security admin rules of Azure Virtual Network Manager, which come before the security group.',
    NETWORK_SECURITY_GROUP: 'The network security group of the subnet.',
    ROUTE:
      'A route that drops the traffic, or leads it to something that the input does not contain.',
    FIREWALL: 'An Azure Firewall that the input contains, and a route leads to.',
  },
);

const PathStep = builder.objectRef<PathStepData>('PathStep');

PathStep.implement({
  description: 'What one element on its way does with a flow.',
  fields: (t) => ({
    element: t.expose('element', { type: PathElement, description: 'What kind of element it is.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Name of the route or the firewall; null for security rules.',
    }),
    outcome: t.expose('outcome', {
      type: FlowOutcome,
      description: 'What it does with the part of the flow that comes there.',
    }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description:
        'The rule or route that decides most of it: the name of a security rule, Collection/Rule of a firewall; null where none is known to.',
    }),
    reason: t.exposeString('reason', {
      description: 'Why it is denied, or not known; empty for what passes.',
    }),
    pointer: t.exposeString('path', {
      nullable: true,
      description:
        'JSON pointer below the argument input to what decides; null for what Azure adds.',
    }),
    sourceLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description: 'Where that is in the text of a source file; null for other inputs.',
      resolve: (step) => step.sourceLocation ?? null,
    }),
  }),
});

const Packet = builder.objectRef<PacketData>('Packet');

Packet.implement({
  description: 'One packet between the subnet of an instance and elsewhere.',
  fields: (t) => ({
    source: t.exposeString('source', {
      nullable: true,
      description:
        'IPv4 address that sends it, or a service tag where no address is known; null where neither is.',
    }),
    destination: t.exposeString('destination', {
      nullable: true,
      description:
        'IPv4 address that it goes to, or a service tag where no address is known; null where neither is.',
    }),
    destinationPort: t.exposeInt('destinationPort', {
      description: 'Port that it goes to; of ICMP and other protocols without ports it is 0.',
    }),
    protocol: t.expose('protocol', {
      type: Protocol,
      description: 'Its protocol; ANY where the rule of the flow names none.',
    }),
  }),
});

export const FlowResult = builder.objectRef<FlowResultData>('FlowResult');

FlowResult.implement({
  description: 'What the security rules of one location do with one documented flow.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Direction, port and far end: outbound-443-Storage. The same in all locations and reports; region and key together name a flow within one report.',
    }),
    region: t.exposeString('region', {
      description:
        "Programmatic name of the location's region; unknown where the input leaves it open.",
    }),
    portRule: t.field({
      type: PortRuleStatement,
      description: 'The port rule, as the edition that was applied states it.',
      resolve: ({ rule, statement }) => ({ rule, statement }),
    }),
    direction: t.expose('direction', {
      type: Direction,
      description: 'Whether the traffic goes into the subnet or out of it.',
    }),
    destinationPort: t.exposeString('destinationPort', {
      description: 'The one port or range of the rule that this flow is about.',
    }),
    remoteTags: t.exposeStringList('remoteTags', {
      description: 'Service tag of the far end, or its parts for the regions concerned.',
    }),
    necessity: t.expose('necessity', {
      type: Necessity,
      description:
        'How much this deployment needs the flow; CONDITIONAL only if the input leaves the condition open.',
    }),
    outcome: t.expose('outcome', {
      type: FlowOutcome,
      description: 'Whether the security rules let all of the traffic pass, a part, or nothing.',
    }),
    allowedFraction: t.exposeFloat('allowedFraction', {
      nullable: true,
      description:
        'Share of the remote addresses that is allowed, 0 to 1; null when UNKNOWN, and where the prefixes to measure it are not known.',
    }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description:
        'Name of the rule that decides most of the flow, a default rule included; null without a group.',
    }),
    decidedByPath: t.exposeString('decidedByPath', {
      nullable: true,
      deprecationReason: useInstead('decidedByPointer, which means the same'),
      description: 'JSON pointer below the argument input to the deciding rule; or null.',
    }),
    decidedByPointer: t.exposeString('decidedByPath', {
      nullable: true,
      description:
        'JSON pointer below the argument input to the deciding rule; null for rules that Azure or whatIf adds, and without a group.',
    }),
    sourceLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description:
        'Where the deciding rule is in the text of a source file; null for other inputs.',
      resolve: (flow) => flow.sourceLocation ?? null,
    }),
    loopLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description: 'The loop in a source file that makes the deciding rule; null where none does.',
      resolve: (flow) => flow.loopLocation ?? null,
    }),
    trace: t.field({
      type: [RuleTrace],
      complexity: { multiplier: 30 },
      description: 'Every rule evaluated for the flow and the share it decided, in priority order.',
      resolve: (flow, _, { budget }) => spentList(traceOf(flow), 20, budget),
    }),
    deniedPacket: t.field({
      type: Packet,
      nullable: true,
      description: 'A packet of the flow that is denied; null where none is known to be.',
      resolve: ({ deniedPacket }) => deniedPacket,
    }),
    counterexample: t.exposeString('counterexample', {
      nullable: true,
      description:
        'The packet in deniedPacket as a text for people: 10.0.1.4 -> 20.60.1.1 tcp/443; null where that is null.',
    }),
    deniedExamples: t.exposeStringList('deniedExamples', {
      description:
        'What a PARTIAL flow loses: up to 3 prefixes of the far end that are denied, such as 20.60.0.0/24, or service tags where no addresses are known; empty for other outcomes, and where none can be named for certain.',
    }),
    steps: t.field({
      type: [PathStep],
      complexity: { multiplier: 3 },
      description:
        'What each element on its way does with it, in the order in which traffic meets them; outcome and decidedBy of the flow are those of the security group.',
      resolve: (flow) => stepsOf(flow),
    }),
  }),
});
