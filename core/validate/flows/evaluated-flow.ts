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
import type { FlowResult } from '../report.ts';
import { counterexampleOf, deniedExamplesOf } from './flow-examples.ts';
import type { DocumentedFlow } from './flows.ts';

export interface EvaluatedFlow extends DocumentedFlow {
  readonly evaluation: Evaluation;
  readonly counterexample: string | null;
}

/** Traffic whose far end is whoever the owner lets in. */
export function isClientTraffic(flow: DocumentedFlow): boolean {
  return flow.direction === 'INBOUND' && flow.remote[0]?.name === 'Internet';
}

export type FlowEvaluator = (flow: DocumentedFlow) => EvaluatedFlow;

/**
 * Evaluates flows under rules in priority order, the default rules among them; what it assumes goes into `assumptions`.
 * What entries cover of the ends is kept from one group of rules to the next, which may differ by a rule only.
 */
export function evaluatorsOf(
  known: KnownNetwork,
): (rules: readonly SecurityRule[], assumptions: Set<AssumptionCode>) => FlowEvaluator {
  const assumed = new Set<AssumptionCode>();
  const network: NetworkFacts = { ...known, assume: (code) => assumed.add(code) };
  const local = rememberedSide(network, localSide);
  const sides = new Map<string, Side>();
  return (rules, assumptions) => {
    const divisionOf = memoize((direction: Direction) => {
      const ruleTags = tagsOf(rules.filter((rule) => (rule.direction ?? direction) === direction));
      return { ruleTags, names: ruleTags.map(({ name }) => name).join() };
    });
    return (flow) => {
      assumed.clear();
      const { ruleTags, names } = divisionOf(flow.direction);
      const key = `${flow.remote.map(({ name }) => name).join()} ${names}`;
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
      return { ...flow, evaluation, counterexample: counterexampleOf(flow, evaluation.denied) };
    };
  };
}

/** An undecided flow always says what it is short of, even where no single entry was in doubt. */
function assumeMissing(flow: DocumentedFlow, { tags, virtualNetwork, assume }: NetworkFacts): void {
  if (flow.remote[0]?.name === 'VirtualNetwork') {
    if (!virtualNetwork) assume('VNET_SPACE_ASSUMED');
  } else if (!tags.file) {
    assume('SERVICE_TAGS_NOT_LOADED');
  }
}

/**
 * A subnet without a group: stv1 let everything pass. On stv2 the service's Standard load balancer stays closed to
 * whatever comes from outside the virtual network until a group allows it.
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
      counterexample: isClosed
        ? `${flow.remote[0]?.name} -> the subnet ${flow.statement.protocol.toLowerCase()}/${flow.destinationPort}`
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

/** A subnet that is not at hand: its group may do anything. */
export const ofUnknownGroup: FlowEvaluator = (flow) => ({
  ...flow,
  evaluation: { ...withoutRules, outcome: 'UNKNOWN', allowedFraction: null },
  counterexample: null,
});

export function toFlowResult(flow: EvaluatedFlow, region: Region): FlowResult {
  const { evaluation } = flow;
  return {
    id: flow.id,
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
    // Thousands of entries that few ask for.
    get trace() {
      return evaluation.trace().map((entry) => ({
        ...entry,
        rule: entry.rule.name,
        priority: entry.rule.priority ?? 0,
        access: entry.rule.access ?? 'DENY',
        isDefault: entry.rule.isDefault,
      }));
    },
    counterexample: flow.counterexample,
    deniedExamples: deniedExamplesOf(evaluation),
  };
}
