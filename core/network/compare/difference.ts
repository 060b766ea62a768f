/** What changes from one decision to another, whatever the conditions turn out to be. */

import type { Decision, Fate } from './first-match.ts';

export type Change = 'OPENED' | 'CLOSED' | 'UNDECIDED';

/**
 * What becomes of packets at a part of the network that the input does not contain. PASSES: they count as getting
 * through, if both sides send them there or one side stops them. MAY_STOP: they may be stopped there.
 */
export type Beyond = 'PASSES' | 'MAY_STOP';

/** More conditions than these are not tried out. */
const mostConditions = 8;

export interface Difference {
  readonly change: Change;
  /** True where the packets may be allowed before and denied after. */
  readonly mayClose: boolean;
}

/** Undefined where nothing changes. */
export function differenceOf(
  before: Decision,
  after: Decision,
  beyond: Beyond,
): Difference | undefined {
  const conditions = [
    ...new Set([...before.doubts, ...after.doubts].flatMap((doubt) => doubt.conditions)),
  ];
  if (conditions.length > mostConditions) {
    return isAlike(before, after) ? undefined : { change: 'UNDECIDED', mayClose: true };
  }
  const changes = new Set<Change | undefined>();
  let mayClose = false;
  for (let chosen = 0; chosen < 2 ** conditions.length; chosen += 1) {
    const holds = (condition: string) => ((chosen >> conditions.indexOf(condition)) & 1) === 1;
    const [old, now] = [before, after].map(
      ({ doubts, fate }) => doubts.find((doubt) => doubt.conditions.every(holds))?.fate ?? fate,
    ) as [Fate, Fate];
    const change = changeOf(old, now, beyond);
    changes.add(change);
    mayClose ||=
      change === 'CLOSED' || (change === 'UNDECIDED' && old !== 'STOP' && now !== 'PASS');
  }
  const [only] = changes;
  const change = changes.size === 1 ? only : 'UNDECIDED';
  return change && { change, mayClose };
}

function changeOf(old: Fate, now: Fate, beyond: Beyond): Change | undefined {
  if (old === now) return undefined;
  const isOpen = [old, now].some((fate) => fate !== 'PASS' && fate !== 'STOP');
  const isStopped = old === 'STOP' || now === 'STOP';
  if (isOpen && (beyond === 'MAY_STOP' || !isStopped)) return 'UNDECIDED';
  return old === 'STOP' ? 'OPENED' : 'CLOSED';
}

const isAlike = (a: Decision, b: Decision) =>
  a.fate === b.fate &&
  a.doubts.length === b.doubts.length &&
  a.doubts.every(
    ({ conditions, fate }, index) =>
      fate === b.doubts[index]?.fate && conditions.join() === b.doubts[index]?.conditions.join(),
  );
