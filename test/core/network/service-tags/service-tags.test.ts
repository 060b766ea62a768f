/** What a rule for one service tag covers of another, by their names alone. */

import { expect, it, test } from 'vitest';
import { coverageOf } from '../../../../core/network/service-tags/service-tags.ts';
import { catalog } from '../../../../data/index.ts';

const { contained, overlapping } = catalog.serviceTagRelations;
const isContained = (outer: string, inner: string) =>
  contained.some((one) => one.outer === outer && one.inner === inner);

test.each(contained)(
  '$outer covers all of $inner, which may cover some of it',
  ({ outer, inner }) => {
    expect(coverageOf(outer, inner)).toBe('all');
    expect(coverageOf(inner, outer)).toBe(isContained(inner, outer) ? 'all' : 'maybe');
  },
);

test.each(overlapping)('$first and $second may cover some of each other', ({ first, second }) => {
  expect([coverageOf(first, second), coverageOf(second, first)]).toEqual(['maybe', 'maybe']);
});

it('is nothing where either tag is measured, and unknown where neither is', () => {
  expect(catalog.serviceTags.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Storage', 'Sql']),
  );
  expect(coverageOf('Storage', 'Sql')).toBe('none');
  expect(coverageOf('Storage', 'NotMeasured')).toBe('none');
  expect(coverageOf('NotMeasured', 'Storage')).toBe('none');
  expect(coverageOf('NotMeasured', 'NorThis')).toBe('maybe');
});
