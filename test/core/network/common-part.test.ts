/** What tags of a weekly file have in common, computed once for all validations. */

import { expect, it } from 'vitest';
import { commonPart } from '../../../core/network/common-part.ts';
import { shippedServiceTagFiles } from '../../../core/network/service-tags/shipped-files.ts';
import { type IntervalSet, intersect } from '../../../core/network/sets/interval-set.ts';

const [file] = shippedServiceTagFiles;
const addressesOf = (tag: string) => file?.addressesOf(tag) as IntervalSet;

it('is the intersection, the same object each time', () => {
  const [storage, cloud] = ['Storage', 'AzureCloud'].map(addressesOf) as [IntervalSet, IntervalSet];
  const { sure, maybe } = commonPart(storage, cloud);
  expect(sure).toBe(maybe);
  expect(maybe.line).toEqual(intersect(storage, cloud));
  expect(commonPart(storage, cloud).sure).toBe(sure);
});

it('is computed again once the sets have taken their share of memory', () => {
  const long = Array.from({ length: 4000 }, (_, index) => 2 * index);
  const one: IntervalSet = [0, 10_000];
  const before = commonPart(long, one);
  for (let index = 0; index < 300; index += 1) commonPart(long, [0, 10_000 + index]);
  expect(commonPart(long, one)).not.toBe(before);
  expect(commonPart(long, one)).toEqual(before);
});
