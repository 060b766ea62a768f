/** The documented flows of a location under its security rules. */

import type { Direction, Region } from '../../../data/model.ts';
import type { Deployment } from '../../deployment.ts';
import { type Evaluation, evaluate } from '../../network/evaluate.ts';
import { localSide, remoteSide } from '../../network/flow-ends.ts';
import { memoize } from '../../network/memoize.ts';
import { type SecurityRule, tagsOf } from '../../network/security-rule.ts';
import {
  type AssumptionCode,
  type KnownNetwork,
  type NetworkFacts,
  rememberedSide,
  type Side,
} from '../../network/side.ts';
import type { PathStep } from '../path/path-step.ts';
import type { FlowResult, Packet } from '../report.ts';
import { deniedExamplesOf, deniedPacketOf, packetInWords } from './flow-examples.ts';
import type { DocumentedFlow } from './flows.ts';

export interface EvaluatedFlow extends DocumentedFlow {
  readonly evaluation: Evaluation;
  readonly deniedPacket: Packet | null;
  /** What security admin rules do with it before the group; absent without any. */
  readonly admin?: AdminEvaluation;
}

/** What they deny, and what they let pass without the group; the rest goes on to the group. */
export interface AdminEvaluation {
  readonly denied: Evaluation;
  readonly always: Evaluation;
}

/** Traffic from clients, whom the owner chooses. */
export function isClientTraffic(flow: DocumentedFlow): boolean {
  return flow.direction === 'INBOUND' && flow.remote[0]?.name === 'Internet';
}

export type FlowEvaluator = (flow: DocumentedFlow) => EvaluatedFlow;

/**
 * Evaluates flows under rules in priority order, including the default rules, and adds its assumptions to `assumptions`.
 * Evaluators share a cache of what entries cover, because groups of rules often differ by one rule only.
 */
export function evaluatorsOf(
  known: KnownNetwork,
): (rules: readonly SecurityRule[], assumptions: Set<AssumptionCode>) => FlowEvaluator {
  const assumed = new Set<AssumptionCode>();
  const network: NetworkFacts = { ...known, assume: (code) => assumed.add(code) };
  const local = localSide(network);
  /** Far ends by their names, for each list of tags that rules may name. */
  const sidesAmong = memoize((_: string) => new Map<string, Side>());
  return (rules, assumptions) => {
    const divisionOf = memoize((direction: Direction) => {
      const ruleTags = tagsOf(rules.filter((rule) => (rule.direction ?? direction) === direction));
      return { ruleTags, sides: sidesAmong(ruleTags.map(({ name }) => name).join()) };
    });
    return (flow) => {
      assumed.clear();
      const { ruleTags, sides } = divisionOf(flow.direction);
      const key = flow.remote.map(({ name }) => name).join();
      const remote =
        sides.get(key) ??
        rememberedSide(network, (facts) => remoteSide(flow.remote, ruleTags, facts));
      sides.set(key, remote);
      const evaluation = evaluate(
        {
          direction: flow.direction,
          protocol: flow.statement.protocol,
          remote,
          local,
          ports: flow.ports,
        },
        rules,
      );
      if (evaluation.deciders.some(({ rule, fraction }) => rule.isContested && fraction !== 0)) {
        network.assume('PRIORITY_CONTESTED');
      }
      if (evaluation.isSimplified) network.assume('FLOW_SIMPLIFIED');
      if (evaluation.outcome === 'UNKNOWN' && assumed.size === 0) assumeMissing(flow, network);
      for (const code of assumed) assumptions.add(code);
      return { ...flow, evaluation, deniedPacket: deniedPacketOf(flow, evaluation.denied) };
    };
  };
}

/** Names what an undecided flow lacks, even if no single entry is in doubt. */
function assumeMissing(flow: DocumentedFlow, { tags, virtualNetwork, assume }: NetworkFacts): void {
  if (flow.remote[0]?.name === 'VirtualNetwork') {
    if (!virtualNetwork) assume('VNET_SPACE_ASSUMED');
  } else if (!tags.file) {
    assume('SERVICE_TAGS_NOT_LOADED');
  }
}

/**
 * Evaluates flows of a subnet without a group. On stv1 everything passes. On stv2 the service's Standard load balancer
 * is closed to traffic from outside the virtual network until a group allows it.
 */
export function withoutGroup({ platform }: Deployment): FlowEvaluator {
  return (flow) => {
    const isClosed =
      platform === 'STV2' &&
      flow.direction === 'INBOUND' &&
      flow.remote[0]?.name !== 'VirtualNetwork';
    return {
      ...flow,
      evaluation: isClosed
        ? { ...withoutRules, outcome: 'DENIED', allowedFraction: 0 }
        : { ...withoutRules, outcome: 'ALLOWED', allowedFraction: 1 },
      deniedPacket: isClosed
        ? {
            source: flow.remote[0]?.name ?? null,
            destination: null,
            destinationPort: flow.ports[0] ?? 0,
            protocol: flow.statement.protocol,
          }
        : null,
    };
  };
}

const withoutRules = {
  decidedBy: undefined,
  deciders: [],
  trace: () => [],
  denied: [],
  deniedBy: [],
  isSimplified: false,
};

/** Flows of a subnet that the input does not contain: its group may do anything. */
export const ofUnknownGroup: FlowEvaluator = (flow) => ({
  ...flow,
  evaluation: { ...withoutRules, outcome: 'UNKNOWN', allowedFraction: null },
  deniedPacket: null,
});

export function toFlowResult(
  flow: EvaluatedFlow,
  region: Region,
  locate: (path: string) => Pick<FlowResult, 'sourceLocation' | 'loopLocation'> & { path: string },
  stepsOf: () => readonly PathStep[],
): FlowResult {
  const { evaluation } = flow;
  const decider = evaluation.decidedBy?.path ? locate(evaluation.decidedBy.path) : undefined;
  return {
    key: flow.id,
    region: region.name,
    rule: flow.rule,
    statement: flow.statement,
    direction: flow.direction,
    destinationPort: flow.destinationPort,
    remoteTags: flow.remote.map((tag) => tag.name),
    necessity: flow.necessity,
    outcome: evaluation.outcome,
    allowedFraction: evaluation.allowedFraction,
    decidedBy: evaluation.decidedBy?.name ?? null,
    decidedByPath: decider?.path ?? null,
    ...(decider?.sourceLocation && { sourceLocation: decider.sourceLocation }),
    ...(decider?.loopLocation && { loopLocation: decider.loopLocation }),
    // Computed on demand: a report has thousands of entries. A getter would give each object a shape of its own, which V8
    // keeps with all of the report until it collects everything.
    trace: () =>
      evaluation.trace().map((entry) => ({
        ...entry,
        rule: entry.rule.name,
        priority: entry.rule.priority ?? 0,
        access: entry.rule.access ?? 'DENY',
        isDefault: entry.rule.isDefault,
      })),
    deniedPacket: flow.deniedPacket,
    counterexample: flow.deniedPacket && packetInWords(flow.deniedPacket, flow),
    deniedExamples: deniedExamplesOf(evaluation),
    steps: () =>
      stepsOf().map((step) => {
        if (step.path === null) return step;
        const { path, sourceLocation } = locate(step.path);
        return { ...step, path, ...(sourceLocation && { sourceLocation }) };
      }),
  };
}
