/** Parts of which some addresses are known by number and some by tag name only. */

import { describe, expect, it } from 'vitest';
import {
  type AddressPart,
  type Atom,
  holdsPart,
  intersectParts,
  partOf,
  partsMeet,
  subtractParts,
} from '../../../core/network/address-part.ts';

const atom = (name: string): Atom => ({ name, base: name, inAzureCloud: true, isCertain: true });
const [sql, storage] = [atom('Sql'), atom('Storage')];
const low = [0, 9];
const high = [20, 29];
const both = [0, 9, 20, 29];
const numbers = partOf(low);
const named = partOf(low, [sql]);
const other = partOf(low, [storage]);
const all = partOf(both, [sql, storage]);

/** Name, two parts, what the first has besides, what they share, whether they meet, and whether the first holds the second. */
const pairs: readonly (readonly [
  string,
  AddressPart,
  AddressPart,
  AddressPart,
  AddressPart,
  boolean,
  boolean,
])[] = [
  ['a name less numbers', named, numbers, partOf([], [sql]), numbers, true, true],
  ['numbers less a name', numbers, named, partOf([]), numbers, true, false],
  ['another name', named, other, partOf([], [sql]), numbers, true, false],
  ['all less one name', all, named, partOf(high, [storage]), named, true, true],
  ['one name less all', named, all, partOf([]), named, true, false],
  [
    'names alone',
    partOf([], [sql]),
    partOf([], [storage]),
    partOf([], [sql]),
    partOf([]),
    false,
    false,
  ],
  ['numbers apart', partOf(low, [sql]), partOf(high), partOf(low, [sql]), partOf([]), false, false],
];

describe('address parts', () => {
  it.each(pairs)('%s', (_, a, b, besides, shared, meet, holds) => {
    expect(subtractParts(a, b)).toEqual(besides);
    expect(intersectParts(a, b)).toEqual(shared);
    expect(partsMeet(a, b)).toBe(meet);
    expect(holdsPart(a, b)).toBe(holds);
  });
});
