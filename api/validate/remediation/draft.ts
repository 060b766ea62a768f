/** A group on its way to the remedy: its rules, what becomes of the flows under them, and why each change was made. */

import type { Direction } from '../../../data/model.ts';
import { type EvaluatedFlow, isClientTraffic, type LocationContext } from '../location.ts';
import type { FlowOutcome } from '../network/evaluate.ts';
import type { RawSecurityRule } from '../read/raw-rule.ts';
import { type Reason, toGroupRule } from './rules.ts';

export interface Draft {
  readonly context: LocationContext;
  readonly rules: readonly RawSecurityRule[];
  readonly flows: readonly EvaluatedFlow[];
  /** By the path of a rule that was changed or added. */
  readonly reasons: ReadonlyMap<string, Reason>;
  /** What the remedy is to bring about. */
  readonly goal: Goal;
}

/** Whether a flow is to be mended as it stands. */
export type Goal = (flow: EvaluatedFlow) => boolean;

/**
 * What a deployment cannot do without. Client traffic that is allowed in part stays as it is: opening the gateway to
 * everybody would undo what the narrow rule was written for.
 */
export const isMissing: Goal = (flow) => {
  const { necessity, evaluation } = flow;
  return (
    necessity === 'REQUIRED' &&
    (evaluation.outcome === 'DENIED' ||
      (evaluation.outcome === 'PARTIAL' && !isClientTraffic(flow)))
  );
};

/** The flows of one documented row in one direction that are to be mended. */
export type Row = readonly [EvaluatedFlow, ...EvaluatedFlow[]];

const rowKey = ({ direction, rule }: EvaluatedFlow) => `${direction} ${rule.id}`;

export function rowsOf({ flows, goal }: Draft): Row[] {
  return [...Map.groupBy(flows.filter(goal), rowKey).values()] as unknown as Row[];
}

/** What is still to be mended of the row. */
export function restOf(row: Row, draft: Draft): Row | undefined {
  return rowsOf(draft).find(([flow]) => rowKey(flow) === rowKey(row[0]));
}

/** The draft with rules put in the place of those of the same path, or added; undefined where one cannot be written. */
export function changed(
  draft: Draft,
  changes: readonly { readonly rule: RawSecurityRule; readonly reason: Reason }[],
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
  return { ...draft, rules, reasons, flows: context.evaluate(rules) };
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
  return before.flows.some((flow, index) => isWorse(flow, after.flows[index] as EvaluatedFlow));
}

export function improves(before: Draft, after: Draft, row: Row): boolean {
  return before.flows.some(
    (flow, index) =>
      rowKey(flow) === rowKey(row[0]) && isWorse(after.flows[index] as EvaluatedFlow, flow),
  );
}

/** Custom rules of a direction in the order in which they are looked at; without those that Azure refuses. */
export function inOrder(draft: Draft, direction: Direction): (RawSecurityRule & Placed)[] {
  return draft.rules
    .filter((rule): rule is RawSecurityRule & Placed => isPlaced(rule, direction))
    .sort((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1));
}

interface Placed {
  readonly priority: number;
}

const isPlaced = (rule: RawSecurityRule, direction: Direction) =>
  rule.direction.toUpperCase() === direction && typeof rule.priority === 'number';
