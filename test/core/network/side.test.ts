/** A side that caches what entries cover, and a part of a side. */

import { expect, it, vi } from 'vitest';
import type { AddressTerm } from '../../../core/network/address-term.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { narrowed, rememberedSide } from '../../../core/network/side.ts';
import { at, sideOf } from '../../support/small-flow.ts';

const tags = new ServiceTagIndex('PUBLIC');
const tagged = (name: string): AddressTerm => ({ kind: 'tag', tag: tags.find(name) as Tag });

it('computes the coverage of a tag once, and tells its assumptions each time', () => {
  const assume = vi.fn();
  const cover = vi.fn();
  const network = { tags, subnet: undefined, virtualNetwork: undefined, assume };
  const side = rememberedSide(network, (facts) => {
    cover.mockImplementation((term: AddressTerm) => {
      if (term.kind === 'tag' && term.tag.name === 'Sql') facts.assume('SERVICE_TAGS_NOT_LOADED');
      return sideOf([1, 4]).cover(term);
    });
    return { ...sideOf([1, 4]), cover };
  });
  const seen = [tagged('Sql'), tagged('Sql'), tagged('Storage'), tagged('Sql'), ...at(2)].map(
    (term) => {
      assume.mockClear();
      side.cover(term);
      return assume.mock.calls.flat();
    },
  );
  const assumed = ['SERVICE_TAGS_NOT_LOADED'];
  expect(seen).toEqual([assumed, assumed, [], assumed, []]);
  expect(cover).toHaveBeenCalledTimes(3);
});

it('covers of a part of a side no more than is in that part', () => {
  const side = sideOf([1, 4, 8, 9]);
  const part = narrowed(side, { ...side.all, line: [3, 8] });
  const lines = [1, 3, 8, 9].map((number) => part.cover(at(number)[0] as AddressTerm).maybe.line);
  expect(lines).toEqual([[], [3, 3], [8, 8], []]);
  expect(narrowed(side, side.all)).toBe(side);
});
