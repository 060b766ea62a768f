/** Interval sets against JavaScript's own sets, over a universe small enough to list. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  empty,
  equals,
  fromIntervals,
  has,
  type IntervalSet,
  intersect,
  interval,
  isEmpty,
  overlaps,
  size,
  subtract,
  union,
} from '../../../../core/network/sets/interval-set.ts';
import { runs } from '../../../support/runs.ts';

const universe = Array.from({ length: 24 }, (_, value) => value);

const pairs = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  { maxLength: 8 },
);

const membersOf = (list: readonly (readonly [number, number])[]) =>
  new Set(
    universe.filter((value) => list.some(([first, last]) => first <= value && value <= last)),
  );

/** The list of the values that the set is meant to have: what the set must answer to has(). */
const valuesOf = (set: IntervalSet) => universe.filter((value) => has(set, value));

/** Sorted, disjoint, never touching: one list for each set of values. */
const isCanonical = (set: IntervalSet) =>
  set.length % 2 === 0 &&
  set.every((value, index) =>
    index === 0
      ? true
      : index % 2 === 1
        ? value >= Number(set[index - 1])
        : value > Number(set[index - 1]) + 1,
  );

const operations = [
  { name: 'union', run: (a: IntervalSet, b: IntervalSet) => union(a, b), model: 'union' },
  { name: 'intersect', run: intersect, model: 'intersection' },
  { name: 'subtract', run: subtract, model: 'difference' },
] as const;

describe('interval sets', () => {
  it('hold the values of their intervals, in canonical form', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const set = fromIntervals(list);
        expect(isCanonical(set)).toBe(true);
        expect(valuesOf(set)).toEqual([...membersOf(list)]);
        expect(size(set)).toBe(membersOf(list).size);
        expect(isEmpty(set)).toBe(list.length === 0);
        expect(union(set, set)).toEqual(set);
      }),
      runs(100),
    );
  });

  it.each(operations)('$name as sets do, in canonical form', ({ run, model }) => {
    fc.assert(
      fc.property(pairs, pairs, (one, other) => {
        const result = run(fromIntervals(one), fromIntervals(other));
        const values = membersOf(one)[model](membersOf(other));
        expect(isCanonical(result)).toBe(true);
        expect(valuesOf(result)).toEqual(universe.filter((value) => values.has(value)));
      }),
      runs(100),
    );
  });

  const few = fromIntervals([
    [10, 99],
    [200, 299],
    [400, 499],
  ]);
  /** The tens of these, and the last number of each. */
  const many = fromIntervals(
    Array.from({ length: 500 }, (_, value) => value)
      .filter((value) => has(few, value) && (value % 100 === 99 || value % 10 === 0))
      .map((value) => [value, value] as const),
  );

  it.each([undefined, 8, 101, 150, 198, 301, 398, 501])(
    'three intervals compared with many, which also hold %s',
    (stray) => {
      const wide = stray === undefined ? many : union(many, interval(stray, stray));
      expect(covers(few, wide)).toBe(stray === undefined);
      expect(intersect(few, wide)).toEqual(many);
      expect(intersect(wide, few)).toEqual(many);
      expect(intersect(wide, many)).toEqual(many);
      expect(intersect(many, wide)).toEqual(many);
    },
  );

  it('compare as sets do', () => {
    fc.assert(
      fc.property(pairs, pairs, (one, other) => {
        const [a, b] = [fromIntervals(one), fromIntervals(other)];
        const [setA, setB] = [membersOf(one), membersOf(other)];
        expect(covers(a, b)).toBe(setB.isSubsetOf(setA));
        expect(overlaps(a, b)).toBe(!setA.isDisjointFrom(setB));
        expect(equals(a, b)).toBe(setA.symmetricDifference(setB).size === 0);
      }),
      runs(100),
    );
  });

  /** Single numbers and short intervals with gaps of any size, many enough to be looked up and not walked over. */
  const manyIntervals = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 12 })), {
      minLength: 20,
      maxLength: 40,
    })
    .map((steps) => {
      let at = 0;
      return steps.map(([length, gap]) => {
        const first = at;
        at += length + gap;
        return [first, first + length] as const;
      });
    });
  const fewIntervals = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 250 })),
    { minLength: 1, maxLength: 2 },
  );

  it('compare few intervals with many as they compare one number after the other', () => {
    fc.assert(
      fc.property(fewIntervals, manyIntervals, (starts, pairs) => {
        const few = fromIntervals(starts.map(([first, length]) => [first, first + length]));
        const many = fromIntervals(pairs);
        const values = Array.from({ length: 700 }, (_, value) => value);
        const common = values.filter((value) => has(few, value) && has(many, value));
        for (const result of [intersect(few, many), intersect(many, few)]) {
          expect(isCanonical(result)).toBe(true);
          expect(values.filter((value) => has(result, value))).toEqual(common);
        }
        expect(covers(few, many)).toBe(common.length === size(many));
        expect(covers(many, few)).toBe(common.length === size(few));
        const rest = subtract(many, few);
        expect(isCanonical(rest)).toBe(true);
        expect(size(rest)).toBe(size(many) - common.length);
      }),
      runs(200),
    );
  });

  it('unite any number of sets, in any order', () => {
    fc.assert(
      fc.property(fc.array(pairs, { maxLength: 5 }), (lists) => {
        const sets = lists.map(fromIntervals);
        expect(union(...sets)).toEqual(fromIntervals(lists.flat()));
        expect(union(...sets.reverse())).toEqual(fromIntervals(lists.flat()));
      }),
      runs(100),
    );
  });

  it.each<[string, IntervalSet, IntervalSet]>([
    ['an interval that ends before it begins is empty', interval(5, 4), empty],
    [
      'neighbors are one interval',
      fromIntervals([
        [6, 9],
        [1, 5],
      ]),
      [1, 9],
    ],
    [
      'an interval within another adds nothing',
      fromIntervals([
        [1, 9],
        [3, 4],
      ]),
      [1, 9],
    ],
    [
      'the middle cut out leaves two',
      subtract([0, 2 ** 32 - 1], [1, 2 ** 32 - 2]),
      [0, 0, 2 ** 32 - 1, 2 ** 32 - 1],
    ],
    ['no sets unite to none', union(), empty],
  ])('%s', (_, set, wanted) => {
    expect(set).toEqual(wanted);
  });

  it('leave their operands as they were', () => {
    const a = Object.freeze([1, 5, 9, 12]);
    const b = Object.freeze([3, 10]);
    for (const { run } of operations) run(a, b);
    expect([a, b]).toEqual([
      [1, 5, 9, 12],
      [3, 10],
    ]);
  });
});

it.each([
  [
    [0, 5],
    [5, 9],
  ],
  [
    [0, 5],
    [6, 9],
  ],
  [
    [5, 9],
    [0, 5],
  ],
  [
    [6, 9],
    [0, 5],
  ],
])('the union of neighbours %j and %j is one interval', (a, b) => {
  expect(union(a, b)).toEqual([0, 9]);
});
