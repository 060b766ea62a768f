/** Boxes meet, and hold each other, where all four of their sides do. */

import { describe, expect, it } from 'vitest';
import { partOf } from '../../../../core/network/address-part.ts';
import {
  type Box,
  boxAround,
  boxesMeet,
  differences,
  holdsBox,
  intersections,
} from '../../../../core/network/sets/box.ts';

const one: Box = {
  remote: partOf([1, 4]),
  local: partOf([11, 14]),
  ports: [80, 83],
  sourcePorts: [1024, 2047],
};
const cases: readonly [side: keyof Box, part: Partial<Box>, apart: Partial<Box>][] = [
  ['remote', { remote: partOf([4, 5]) }, { remote: partOf([5, 6]) }],
  ['local', { local: partOf([14, 15]) }, { local: partOf([15, 16]) }],
  ['ports', { ports: [83, 84] }, { ports: [84, 85] }],
  ['sourcePorts', { sourcePorts: [2047, 2048] }, { sourcePorts: [2048, 2049] }],
];

describe.each(cases)('boxes that differ in %s alone', (side, part, apart) => {
  const meeting = { ...one, ...part };
  const distant = { ...one, ...apart };

  it('meet where these sides do', () => {
    expect([boxesMeet(one, meeting), boxesMeet(one, distant)]).toEqual([true, false]);
    expect(intersections([one, distant], meeting).length).toBe(2);
    expect(intersections([one], distant)).toEqual([]);
  });

  it('are left whole by one that is apart', () => {
    expect(differences([one], distant)).toEqual([one]);
    const [left, ...others] = differences([one], meeting);
    expect(others).toEqual([]);
    expect({ ...left, [side]: one[side] }).toEqual(one);
    expect(left?.[side]).not.toEqual(one[side]);
  });

  it('are held by the box around them, and not by each other', () => {
    const around = boxAround([one, distant]);
    expect([holdsBox(around, one), holdsBox(around, distant)]).toEqual([true, true]);
    expect([holdsBox(one, distant), holdsBox(one, meeting)]).toEqual([false, false]);
  });
});
