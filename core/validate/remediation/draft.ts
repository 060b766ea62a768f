/** A network security group during remediation: its rules, the flows under them, and the reason for each change. */

import type { Direction } from '../../../data/model.ts';
import type { InputRule } from '../../deployment.ts';
import type { FlowOutcome } from '../../network/evaluate.ts';
import { type EvaluatedFlow, isClientTraffic } from '../flows/evaluated-flow.ts';
import type { LocationContext } from '../location/location.ts';
import { type Reason, toGroupRule } from './rules.ts';

export interface Draft {
  readonly context: LocationContext;
  readonly rules: readonly InputRule[];
  /** By the path of a rule that was changed or added. */
  readonly reasons: ReadonlyMap<string, Reason>;
  /** The flows that the remedy must fix. */
  readonly goal: Goal;
  /** The remaining search budget for the smallest edit; without budget, rules are added. */
  readonly search: { left: number };
  /** The documented flow with this index under the draft's rules; evaluated on demand. */
  flow(index: number): EvaluatedFlow;
}

/** Search budget in visited rules: enough for hundreds of tries in the largest real groups. */
const searchLimit = 50_000;

export function draftOf(context: LocationContext, goal: Goal): Draft {
  const { inputRules: rules, flows, deployment } = context;
  return {
    context,
    rules,
    reasons: new Map(),
    goal,
    search: { left: searchLimit / deployment.locations.length },
    flow: (index) => flows[index] as EvaluatedFlow,
  };
}

/** True if the budget allows one more try. */
export function mayTry({ search, rules }: Draft): boolean {
  search.left -= rules.length;
  return search.left > 0;
}

/** True for a flow that must be fixed. */
export type Goal = (flow: EvaluatedFlow) => boolean;

/**
 * Required flows that do not pass. Client traffic that is allowed in part stays: opening the gateway to everybody would
 * defeat the narrow rule.
 */
export const isMissing: Goal = (flow) => {
  const { necessity, evaluation } = flow;
  return (
    necessity === 'REQUIRED' &&
    (evaluation.outcome === 'DENIED' ||
      (evaluation.outcome === 'PARTIAL' && !isClientTraffic(flow)))
  );
};

/** The flows of one documented row in one direction that must be fixed. */
export type Row = readonly [EvaluatedFlow, ...EvaluatedFlow[]];

const rowKey = ({ direction, rule }: EvaluatedFlow) => `${direction} ${rule.id}`;

const flowsOf = ({ context, flow }: Draft, row?: Row): EvaluatedFlow[] =>
  context.flows.flatMap((documented, index) =>
    row === undefined || rowKey(documented) === rowKey(row[0]) ? [flow(index)] : [],
  );

export function rowsOf(draft: Draft): Row[] {
  const flows = flowsOf(draft).filter(draft.goal);
  return [...Map.groupBy(flows, rowKey).values()] as unknown as Row[];
}

/** The flows of the row that still must be fixed. */
export function restOf(row: Row, draft: Draft): Row | undefined {
  const [first, ...others] = flowsOf(draft, row).filter(draft.goal);
  return first && [first, ...others];
}

/** The draft with rules replaced by path or added; undefined if a rule cannot be rendered. */
export function changed(
  draft: Draft,
  changes: readonly { readonly rule: InputRule; readonly reason: Reason }[],
): Draft | undefined {
  const { context } = draft;
  if (changes.some(({ rule, reason }) => !toGroupRule(rule, reason, context.tags))) {
    return undefined;
  }
  const byPath = new Map(changes.map(({ rule }) => [rule.path, rule]));
  const known = new Set(draft.rules.map(({ path }) => path));
  const rules = [
    ...draft.rules.map((rule) => byPath.get(rule.path) ?? rule),
    ...changes.flatMap(({ rule }) => (known.has(rule.path) ? [] : [rule])),
  ];
  const reasons = new Map(draft.reasons);
  for (const { rule, reason } of changes) reasons.set(rule.path, reason);
  const directions = new Set(
    [...changes.map(({ rule }) => rule), ...draft.rules.filter(({ path }) => byPath.has(path))].map(
      ({ direction }) => direction.toUpperCase(),
    ),
  );
  const isSame = (flow: EvaluatedFlow) => draft.rules.length > 0 && !directions.has(flow.direction);
  const evaluated: EvaluatedFlow[] = [];
  let evaluate: ReturnType<LocationContext['evaluator']> | undefined;
  const flow = (index: number) => {
    const documented = context.flows[index] as EvaluatedFlow;
    if (isSame(documented)) return draft.flow(index);
    evaluate ??= context.evaluator(rules);
    evaluated[index] ??= evaluate(documented);
    return evaluated[index];
  };
  return { ...draft, rules, reasons, flow };
}

const rank: Readonly<Record<FlowOutcome, number>> = {
  DENIED: 0,
  PARTIAL: 1,
  UNKNOWN: 1,
  ALLOWED: 2,
};
const roundingError = 1e-9;

const isWorse = (before: EvaluatedFlow, after: EvaluatedFlow) =>
  rank[after.evaluation.outcome] < rank[before.evaluation.outcome] ||
  (before.evaluation.allowedFraction ?? 0) >
    (after.evaluation.allowedFraction ?? 1) + roundingError;

export function worsens(before: Draft, after: Draft): boolean {
  return before.context.flows.some((_, index) => isWorse(before.flow(index), after.flow(index)));
}

export function improves(before: Draft, after: Draft, row: Row): boolean {
  const now = flowsOf(after, row);
  return flowsOf(before, row).some((flow, index) => isWorse(now[index] as EvaluatedFlow, flow));
}

/** Custom rules of a direction with a known priority, in evaluation order. */
export function inOrder(draft: Draft, direction: Direction): (InputRule & Placed)[] {
  return draft.rules
    .filter((rule): rule is InputRule & Placed => isPlaced(rule, direction))
    .sort((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1));
}

interface Placed {
  readonly priority: number;
}

const isPlaced = (rule: InputRule, direction: Direction) =>
  rule.direction.toUpperCase() === direction && typeof rule.priority === 'number';
