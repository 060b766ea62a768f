/** A side that caches what entries cover. */

import { expect, it, vi } from 'vitest';
import type { AddressTerm } from '../../../core/network/address-term.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { rememberedSide } from '../../../core/network/side.ts';
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
