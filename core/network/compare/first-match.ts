/** The first match for every packet of a box: a partition of it, each part with the rules that decide it. */

import type { SecurityRule } from '../security-rule.ts';
import { type Box, boxesMeet, difference, intersections } from '../sets/box.ts';
import type { Match } from './packet-filter.ts';

/** A rule that decides the packets if its condition holds. */
interface Doubt {
  readonly rule: SecurityRule;
  /** The condition of the rule's match, which `condition` may narrow. */
  readonly match: string;
  readonly words: string;
  readonly condition: string;
  readonly access: 'ALLOW' | 'DENY';
}

export interface Decision {
  readonly box: Box;
  /** The rules that may decide, in order; `rule` decides where none of them does. */
  readonly doubts: readonly Doubt[];
  readonly rule: SecurityRule;
  readonly access: 'ALLOW' | 'DENY';
}

/**
 * Parts that are disjoint and together the whole box. `matches` must end with rules that take every packet. `spend` is
 * told of comparisons and may throw.
 */
export function decisionsOn(
  whole: Box,
  matches: readonly Match[],
  spend: (comparisons: number) => void,
): Decision[] {
  const decisions: Decision[] = [];
  const open: { box: Box; from: number; doubts: readonly Doubt[] }[] = [
    { box: whole, from: 0, doubts: [] },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { doubts } = next;
    let index = next.from;
    while (index < matches.length && !boxesMeet((matches[index] as Match).maybe, next.box))
      index += 1;
    spend(index + 1 - next.from);
    const match = matches[index];
    if (!match) throw new Error('no rule decides the packets');
    const from = index + 1;
    for (const rest of difference(next.box, match.maybe)) open.push({ box: rest, from, doubts });
    for (const inside of intersections([next.box], match.maybe)) {
      const { sure } = match;
      if (sure) {
        for (const part of intersections([inside], sure)) {
          decisions.push(decided(part, doubts, match));
        }
      }
      const added = doubts.some((doubt) => doubt.match === match.condition)
        ? doubts
        : [...doubts, ...doubtsBy(match)];
      for (const part of sure ? difference(inside, sure) : [inside]) {
        open.push({ box: part, from, doubts: added });
      }
    }
  }
  return decisions;
}

function doubtsBy({ rule, condition, words }: Match): Doubt[] {
  const { access } = rule;
  const doubt = { rule, match: condition, words };
  if (access !== undefined) return [{ ...doubt, condition, access }];
  return [
    { ...doubt, condition: `${condition} allows`, access: 'ALLOW' },
    { ...doubt, condition: `${condition} denies`, access: 'DENY' },
  ];
}

function decided(box: Box, doubts: readonly Doubt[], match: Match): Decision {
  const { rule } = match;
  if (rule.access === undefined) {
    return { box, doubts: [...doubts, ...doubtsBy(match).slice(0, 1)], rule, access: 'DENY' };
  }
  // What the last doubts would do happens anyway.
  const needed = doubts.findLastIndex(({ access }) => access !== rule.access) + 1;
  return { box, doubts: doubts.slice(0, needed), rule, access: rule.access };
}

export type Change = 'OPENED' | 'CLOSED' | 'UNDECIDED';

/** More conditions than these are not tried out. */
const mostConditions = 8;

/** What changes from one decision to the other, whatever the conditions turn out to be. */
export interface Difference {
  readonly change: Change;
  /** True where the packets may be allowed before and denied after. */
  readonly mayClose: boolean;
}

/** Undefined where nothing changes. */
export function differenceOf(before: Decision, after: Decision): Difference | undefined {
  const conditions = [
    ...new Set([...before.doubts, ...after.doubts].map(({ condition }) => condition)),
  ];
  if (conditions.length > mostConditions) {
    return isAlike(before, after) ? undefined : { change: 'UNDECIDED', mayClose: true };
  }
  const changes = new Set<Change | undefined>();
  for (let chosen = 0; chosen < 2 ** conditions.length; chosen += 1) {
    const holds = (condition: string) => ((chosen >> conditions.indexOf(condition)) & 1) === 1;
    const [old, now] = [before, after].map(
      ({ doubts, access }) => doubts.find(({ condition }) => holds(condition))?.access ?? access,
    );
    changes.add(old === now ? undefined : now === 'ALLOW' ? 'OPENED' : 'CLOSED');
  }
  const [only] = changes;
  const change = changes.size === 1 ? only : 'UNDECIDED';
  return change && { change, mayClose: changes.has('CLOSED') };
}

const isAlike = (a: Decision, b: Decision) =>
  a.access === b.access &&
  a.doubts.length === b.doubts.length &&
  a.doubts.every(
    ({ condition, access }, index) =>
      condition === b.doubts[index]?.condition && access === b.doubts[index]?.access,
  );
