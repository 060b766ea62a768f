/** Priorities for rules: a free one before the deny rule, or room made by moving other rules. */

import type { Direction } from '../../../data/model.ts';
import type { InputRule } from '../../deployment.ts';
import { ruleReader } from '../read/rules/security-rule.ts';
import { changed, type Draft, inOrder, type Row } from './draft.ts';
import type { Reason } from './rules.ts';

const lowestPriority = 100;
export const highestPriority = 4096;
/** Preferred distance between rules. */
const step = 10;

export const isPriority = (priority: number) =>
  Number.isInteger(priority) && priority >= lowestPriority && priority <= highestPriority;

/** A priority between two rules, the second of which may be missing; preferably a multiple of ten. */
export function priorityBetween(
  before = lowestPriority - 1,
  after = highestPriority + 1,
): number | undefined {
  const round = Math.floor(before / step) * step + step;
  return [round, before + 1].find((priority) => priority < after);
}

/** The smallest known priority of a rule that denies, or may deny, a part of the row. */
export function firstDeny(row: Row): number {
  return Math.min(
    highestPriority + 1,
    ...row.flatMap(({ evaluation }) =>
      evaluation.deniedBy.flatMap(({ priority }) => priority ?? []),
    ),
  );
}

/**
 * The next multiple of ten after the last rule before `limit` if it is free; otherwise the last free priority.
 */
export function freePriority(
  draft: Draft,
  direction: Direction,
  limit: number,
  mover?: InputRule,
): number | undefined {
  const taken = new Set(
    inOrder(draft, direction).flatMap(({ path, priority }) =>
      path === mover?.path ? [] : [priority],
    ),
  );
  const last = Math.max(lowestPriority - step, ...[...taken].filter((one) => one < limit));
  const next = Math.floor(last / step) * step + step;
  if (next < limit) return next;
  for (const distance of [step, 1]) {
    for (let priority = limit - distance; priority >= lowestPriority; priority -= distance) {
      if (!taken.has(priority)) return priority;
    }
  }
  return undefined;
}

/**
 * Puts the rules directly before the first one of priority `limit` or more. That rule and its followers move back as
 * far as they must, under their own names.
 */
export function madeRoom(
  draft: Draft,
  direction: Direction,
  limit: number,
  rules: readonly { readonly rule: InputRule; readonly reason: Reason }[],
): Draft | undefined {
  const movers = new Set(rules.map(({ rule }) => rule.path));
  const read = ruleReader(draft.context.tags);
  const isRefused = (rule: InputRule) => read(rule).isRefused;
  const [others, refused] = [true, false].map((isTaken) =>
    inOrder(draft, direction).filter(
      (rule) => !movers.has(rule.path) && !isRefused(rule) === isTaken,
    ),
  ) as [ReturnType<typeof inOrder>, ReturnType<typeof inOrder>];
  // Rules that Azure refuses stay where they are.
  const fixed = new Set(refused.map((rule) => rule.priority));
  const next = (atLeast: number) => {
    priority = Math.max(priority + 1, atLeast);
    while (fixed.has(priority)) priority += 1;
    return priority;
  };
  let priority = Math.max(
    lowestPriority - 1,
    ...others.filter((rule) => rule.priority < limit).map((rule) => rule.priority),
  );
  const placed = rules.map(({ rule, reason }) => ({
    rule: { ...rule, direction, priority: next(lowestPriority) },
    reason,
  }));
  const moved = others
    .filter((rule) => rule.priority >= limit)
    .flatMap((rule) => {
      const moved = { ...rule, priority: next(rule.priority) };
      return moved.priority === rule.priority ? [] : [{ rule: moved, reason: movedFrom(rule) }];
    });
  return priority > highestPriority ? undefined : changed(draft, [...moved, ...placed]);
}

const movedFrom = ({ priority }: InputRule): Reason => ({
  text: `Moved from priority ${priority} to make room for required rules`,
});
