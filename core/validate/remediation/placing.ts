/** Places for rules: a free priority before the rule that denies, or room made by moving what stands in the way. */

import type { Direction } from '../../../data/model.ts';
import type { InputRule } from '../../deployment.ts';
import { changed, type Draft, inOrder, type Row } from './draft.ts';
import type { Reason } from './rules.ts';

const lowestPriority = 100;
export const highestPriority = 4096;
/** Distance kept between rules where there is room. */
const step = 10;

export const isPriority = (priority: number) =>
  Number.isInteger(priority) && priority >= lowestPriority && priority <= highestPriority;

/** A priority between two rules, the second of which may be missing; on a multiple of ten where that can be. */
export function priorityBetween(
  before = lowestPriority - 1,
  after = highestPriority + 1,
): number | undefined {
  const round = Math.floor(before / step) * step + step;
  return [round, before + 1].find((priority) => priority < after);
}

/** The smallest priority of a rule that denies, or may deny, a part of the row; those of unknown priority aside. */
export function firstDeny(row: Row): number {
  return Math.min(
    highestPriority + 1,
    ...row.flatMap(({ evaluation }) =>
      evaluation.deniedBy.flatMap(({ priority }) => priority ?? []),
    ),
  );
}

/**
 * Behind the last rule before `limit` and on a multiple of ten, where that can be; or else the last one that is free.
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
 * The rules directly before the first one of priority `limit` or more, which moves back with all that follow as far as
 * it must, each under its own name.
 */
export function madeRoom(
  draft: Draft,
  direction: Direction,
  limit: number,
  rules: readonly { readonly rule: InputRule; readonly reason: Reason }[],
): Draft | undefined {
  const movers = new Set(rules.map(({ rule }) => rule.path));
  const [others, refused] = [true, false].map((isTaken) =>
    inOrder(draft, direction).filter(
      (rule) => !movers.has(rule.path) && Boolean(draft.context.read(rule)) === isTaken,
    ),
  ) as [ReturnType<typeof inOrder>, ReturnType<typeof inOrder>];
  // What Azure refuses stays where its owner will mend it.
  const kept = new Set(refused.map((rule) => rule.priority));
  const next = (atLeast: number) => {
    priority = Math.max(priority + 1, atLeast);
    while (kept.has(priority)) priority += 1;
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
