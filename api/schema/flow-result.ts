/** What the security rules of a deployment do with one documented flow, rule by rule. */

import { memoizeByObject } from '../../core/network/memoize.ts';
import type {
  FlowResult as FlowResultData,
  RuleTrace as RuleTraceData,
} from '../../core/validate/report.ts';
import { builder } from './builder.ts';
import { Access, Direction, FlowOutcome, Necessity } from './enums.ts';
import { PortRuleStatement } from './port-rules.ts';
import { spentList } from './response-budget.ts';
import { SourceLocation } from './source-report.ts';

/** Aliases of one flow share its trace: a long group has thousands of entries. */
const traceOf = memoizeByObject((flow: FlowResultData) => flow.trace);

const RuleTrace = builder.objectRef<RuleTraceData>('RuleTrace');

RuleTrace.implement({
  description: 'A security rule evaluated for a flow, and the share it decided.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Name of the rule.' }),
    priority: t.exposeInt('priority', { description: 'Its priority; lower ones come first.' }),
    access: t.expose('access', { type: Access, description: 'What it does with the traffic.' }),
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

export const FlowResult = builder.objectRef<FlowResultData>('FlowResult');

FlowResult.implement({
  description: 'What the security rules of one location do with one documented flow.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description:
        'Direction, port and far end: outbound-443-Storage. The same in all locations and reports; region and key together name a flow within one report.',
    }),
    region: t.exposeString('region', {
      description: "Programmatic name of the location's region.",
    }),
    portRule: t.field({
      type: PortRuleStatement,
      description: 'The port rule, as the edition that was applied states it.',
      resolve: ({ rule, statement }) => ({ rule, statement }),
    }),
    direction: t.expose('direction', { type: Direction, description: 'Direction of the flow.' }),
    destinationPort: t.exposeString('destinationPort', {
      description: 'The one port or range of the rule that this flow is about.',
    }),
    remoteTags: t.exposeStringList('remoteTags', {
      description: 'Service tag of the far end, or its parts for the regions concerned.',
    }),
    necessity: t.expose('necessity', {
      type: Necessity,
      description:
        'How much this deployment needs the flow; conditions are resolved, so it is never CONDITIONAL.',
    }),
    outcome: t.expose('outcome', { type: FlowOutcome, description: 'What happens to the flow.' }),
    allowedFraction: t.exposeFloat('allowedFraction', {
      nullable: true,
      description:
        'Share of the remote addresses that is allowed, 0 to 1; null when UNKNOWN, and where the prefixes to measure it are not known.',
    }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description:
        'Name of the rule that decides most of the flow, a default rule included; null where no group is there.',
    }),
    decidedByPath: t.exposeString('decidedByPath', {
      nullable: true,
      description:
        'JSON pointer below the argument input to the deciding rule; null for rules that Azure or whatIf adds, and where no group is there.',
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
    counterexample: t.exposeString('counterexample', {
      nullable: true,
      description:
        'A packet that is denied: 10.0.1.4 -> 20.60.1.1 tcp/443, with tags where no address is known; null where none is.',
    }),
    deniedExamples: t.exposeStringList('deniedExamples', {
      description:
        'What a PARTIAL flow loses: up to 3 prefixes of the far end that are denied, such as 20.60.0.0/24, or service tags where no addresses are known; empty for other outcomes, and where none can be named for certain.',
    }),
  }),
});
