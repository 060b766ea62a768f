/** Packets that a change of rules opens, closes or may do so, as one box; and the same packets in fewer boxes. */

import { type IntervalSet, union } from '../sets/interval-set.ts';
import type { Change } from './difference.ts';
import type { Deciding } from './filter-element.ts';
import type { Numbering } from './numbering.ts';
import type { Direction, Protocol } from './packet-filter.ts';

export interface ChangedPackets {
  readonly change: Change;
  /** True for closed packets, and for undecided ones that may be closed. */
  readonly mayClose: boolean;
  readonly direction: Direction;
  readonly protocols: readonly Protocol[];
  readonly near: IntervalSet;
  readonly far: IntervalSet;
  readonly sourcePorts: IntervalSet;
  readonly destinationPorts: IntervalSet;
  /**
   * The rules that decide the packets: what stops them, or in their order those that let them pass. More where that
   * depends on something.
   */
  readonly before: readonly Deciding[];
  readonly after: readonly Deciding[];
  /** What the change depends on where it is undecided. */
  readonly conditions: readonly string[];
}

const sides = ['far', 'near', 'destinationPorts', 'sourcePorts'] as const;
type Side = (typeof sides)[number];

/** Joins boxes that differ in one side only, as long as there are any; each is decided by the same rules. */
export function mergedPackets(
  all: readonly ChangedPackets[],
  numbering: Numbering,
): ChangedPackets[] {
  const keyOf = (one: ChangedPackets, without: Side | 'protocols') =>
    [
      one.change,
      one.mayClose,
      one.direction,
      numbering.of(JSON.stringify([labels(one.before), labels(one.after), one.conditions])),
      ...(without === 'protocols' ? [] : one.protocols),
      ...sides.map((side) => (side === without ? '' : numbering.ofSet(one[side]))),
    ].join('|');
  let merged = [...all];
  for (let before = 0; before !== merged.length; ) {
    before = merged.length;
    for (const side of sides) {
      merged = [...Map.groupBy(merged, (one) => keyOf(one, side)).values()].map((same) =>
        joined(same, side, union(...same.map((one) => one[side]))),
      );
    }
    merged = [...Map.groupBy(merged, (one) => keyOf(one, 'protocols')).values()].map((same) => ({
      ...(same[0] as ChangedPackets),
      protocols: same.flatMap(({ protocols }) => protocols),
    }));
  }
  return merged;
}

const labels = (all: readonly Deciding[]) => all.map(({ element, rule }) => [element, rule.name]);

const joined = (
  [first]: readonly ChangedPackets[],
  side: Side,
  set: IntervalSet,
): ChangedPackets => ({ ...(first as ChangedPackets), [side]: set });
