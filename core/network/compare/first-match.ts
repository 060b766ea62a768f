/** What happens to every packet of a box under a filter: a partition of it, each part with the rules that decide it. */

import { type Box, boxesMeet, difference, intersections } from '../sets/box.ts';
import type { Action, Deciding } from './filter-element.ts';
import type { Match } from './packet-filter.ts';

/** Packets pass, are stopped, or go to something that the input does not contain. */
export type Fate = 'PASS' | 'STOP' | `beyond ${string}`;

/** What happens to the packets if conditions hold. */
interface Doubt {
  /** All of them have to hold. */
  readonly conditions: readonly string[];
  /** The same for people. */
  readonly words: readonly string[];
  readonly by: readonly Deciding[];
  readonly fate: Fate;
}

export interface Decision {
  readonly box: Box;
  /** In order: the first one whose conditions hold decides; `fate` happens where none of them does. */
  readonly doubts: readonly Doubt[];
  /** What stops the packets; or, for those that pass, the rules that let them pass. */
  readonly by: readonly Deciding[];
  readonly fate: Fate;
  /** What the input does not contain of what they go to, for people. */
  readonly beyond: readonly string[];
}

/** The matches of a filter, and where those of each element begin. */
export interface Walk {
  readonly matches: readonly Match[];
  readonly starts: ReadonlyMap<string, number>;
}

export function walkOf(matches: readonly Match[]): Walk {
  const starts = new Map<string, number>();
  for (const [index, { element }] of matches.entries()) {
    if (!starts.has(element)) starts.set(element, index);
  }
  return { matches, starts };
}

interface Held {
  readonly condition: string;
  readonly words: string;
}

/** Packets on their way. */
interface Open {
  readonly box: Box;
  /** The next match to try. */
  readonly from: number;
  /** The rules that sent them on. */
  readonly passed: readonly Deciding[];
  /** The conditions under which they are here. */
  readonly held: readonly Held[];
  readonly doubts: readonly Doubt[];
  readonly beyond: readonly string[];
  /** Where they go on if these conditions do not hold, the last one first. */
  readonly returns: readonly Pick<Open, 'from' | 'passed' | 'held'>[];
}

/**
 * Parts that are disjoint and together the whole box. The matches must end with rules that take every packet. `spend` is
 * told of comparisons and may throw.
 */
export function decisionsOn(
  whole: Box,
  { matches, starts }: Walk,
  spend: (comparisons: number) => void,
): Decision[] {
  const decisions: Decision[] = [];
  const open: Open[] = [
    { box: whole, from: 0, passed: [], held: [], doubts: [], beyond: [], returns: [] },
  ];
  const startOf = (element: string) => {
    const start = starts.get(element);
    if (start === undefined) throw new Error(`the filter has no element ${element}`);
    return start;
  };

  function take(state: Open, match: Match): void {
    const { action } = match;
    const passed = [...state.passed, match];
    if (action.kind === 'ON') {
      open.push({ ...state, passed, from: startOf(action.to) });
      return;
    }
    const fate = fateOf(action);
    const by = fate === 'STOP' ? [match] : passed;
    const beyond = beyondOf(state, action);
    const last = state.returns.at(-1);
    if (last) {
      const doubt = doubtOf(state.held, by, fate);
      const returns = state.returns.slice(0, -1);
      open.push({ ...state, ...last, returns, beyond, doubts: [...state.doubts, doubt] });
      return;
    }
    // What the last doubts would do happens anyway.
    const needed = state.doubts.findLastIndex((doubt) => doubt.fate !== fate) + 1;
    decisions.push({ box: state.box, doubts: state.doubts.slice(0, needed), by, fate, beyond });
  }

  /** The match takes the packets if its condition holds. */
  function perhapsTake(state: Open, { condition, words, ...match }: Match, next: number): void {
    const held = [...state.held, { condition, words }];
    const known = new Set(held.map((holding) => holding.condition));
    const isKnown = (one: string) => known.has(one);
    if (state.doubts.some(({ conditions }) => conditions.every(isKnown))) {
      open.push({ ...state, from: next });
      return;
    }
    const { action } = match;
    const passed = [...state.passed, match];
    if (action.kind === 'ON') {
      const back = { from: next, passed: state.passed, held: state.held };
      const returns = [...state.returns, back];
      open.push({ ...state, held, passed, returns, from: startOf(action.to) });
      return;
    }
    const fate = fateOf(action);
    const doubt = doubtOf(held, fate === 'STOP' ? [match] : passed, fate);
    const beyond = beyondOf(state, action);
    open.push({ ...state, from: next, beyond, doubts: [...state.doubts, doubt] });
  }

  for (let next = open.pop(); next; next = open.pop()) {
    const { box, from, held } = next;
    let index = from;
    while (index < matches.length && !boxesMeet((matches[index] as Match).maybe, box)) index += 1;
    spend(index + 1 - from + costOf(next));
    const match = matches[index];
    if (!match) throw new Error('no rule decides the packets');
    for (const rest of difference(box, match.maybe)) {
      open.push({ ...next, box: rest, from: index + 1 });
    }
    for (const inside of intersections([box], match.maybe)) {
      const isHeld = held.some(({ condition }) => condition === match.condition);
      const sure = isHeld ? inside : match.sure;
      if (sure)
        for (const part of intersections([inside], sure)) take({ ...next, box: part }, match);
      for (const part of sure ? difference(inside, sure) : [inside]) {
        perhapsTake({ ...next, box: part }, match, index + 1);
      }
    }
  }
  return decisions;
}

/** A match is compared with the doubts so far, too; each takes less time than a comparison of packets. */
const costOf = ({ doubts }: Open) => doubts.length >> 1;

function fateOf(action: Exclude<Action, { kind: 'ON' }>): Fate {
  return action.kind === 'BEYOND' ? `beyond ${action.key}` : action.kind;
}

const beyondOf = ({ beyond }: Open, action: Action): readonly string[] =>
  action.kind === 'BEYOND' ? [...beyond, action.words] : beyond;

const doubtOf = (held: readonly Held[], by: readonly Deciding[], fate: Fate): Doubt => ({
  conditions: held.map(({ condition }) => condition),
  words: held.map(({ words }) => words),
  by,
  fate,
});
