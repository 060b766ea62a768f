/** Far ends: which addresses the Internet has, and when a result depends on the date of prefixes. */

import { describe, expect, it } from 'vitest';
import { partOf } from '../../../core/network/address-part.ts';
import { remoteSide } from '../../../core/network/flow-ends.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { has } from '../../../core/network/sets/interval-set.ts';
import {
  everyAddress,
  parseAddress,
  prefixSet,
  privateAddresses,
} from '../../../core/network/sets/ipv4.ts';
import type { AssumptionCode, NetworkFacts } from '../../../core/network/side.ts';

const tags = new ServiceTagIndex('PUBLIC');

function farEnd(name: string, known: Partial<NetworkFacts> = {}, ruleTags: readonly Tag[] = []) {
  const assumed: AssumptionCode[] = [];
  const assume = (code: AssumptionCode) => assumed.push(code);
  const network = { tags, subnet: undefined, virtualNetwork: undefined, assume, ...known };
  return { side: remoteSide([tags.find(name) as Tag], ruleTags, network), assumed };
}

describe('the Internet', () => {
  it.each<[what: string, known: Partial<NetworkFacts>, hasIt: boolean]>([
    ['a public address', {}, true],
    ['one of the own network', { virtualNetwork: prefixSet('20.1.0.0/16') }, false],
    ['one of the own subnet', { subnet: prefixSet('20.1.2.0/24') }, false],
    ['one beside the own network', { virtualNetwork: prefixSet('20.2.0.0/16') }, true],
  ])('%s', (_, known, hasIt) => {
    const { side } = farEnd('Internet', known);
    expect(has(side.all.line, parseAddress('20.1.2.3') as number)).toBe(hasIt);
  });
});

it.each([
  ['private addresses', prefixSet('10.0.0.0/8'), []],
  ['some public addresses', prefixSet('20.0.0.0/8'), ['BUNDLED_PREFIXES']],
  ['all addresses', everyAddress, []],
] as const)('%s against the control plane: %j rests on %j', (_, addresses, codes) => {
  const { side, assumed } = farEnd('ApiManagement');
  side.cover({ kind: 'addresses', addresses });
  expect(assumed).toEqual(codes);
});

const storage = tags.find('Storage') as Tag;

it.each([
  ['VirtualNetwork', prefixSet('10.0.0.0/8'), 0, 1, ['VNET_SPACE_ASSUMED']],
  ['VirtualNetwork', privateAddresses, 1, 1, ['VNET_SPACE_ASSUMED']],
  ['Internet', prefixSet('10.0.0.0/8'), 0, 0, []],
  ['Internet', prefixSet('20.0.0.0/8'), 0, 1, ['SERVICE_TAGS_NOT_LOADED']],
] as const)(
  'of the names of %s %j covers %i, perhaps %i',
  (name, addresses, sure, maybe, codes) => {
    const { side, assumed } = farEnd(name, {}, [storage]);
    const coverage = side.cover({ kind: 'addresses', addresses });
    expect([coverage.sure.atoms.size, coverage.maybe.atoms.size, assumed]).toEqual([
      sure,
      maybe,
      codes,
    ]);
  },
);

it.each([
  ['20.0.0.0/24', false, true],
  ['20.0.0.0/24', true, false],
  ['16.0.0.0/4', true, true],
])('%s of the Internet, after tags %s: there certainly is an address %s', (prefix, isAfter, is) => {
  const { side } = farEnd('Internet', {}, [storage]);
  expect(side.isCertainlyFilled(partOf(prefixSet(prefix)), isAfter)).toBe(is);
});
