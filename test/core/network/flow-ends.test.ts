/** Far ends: which addresses the Internet has, and when a result depends on the date of prefixes. */

import { describe, expect, it } from 'vitest';
import { remoteSide } from '../../../core/network/flow-ends.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { has } from '../../../core/network/sets/interval-set.ts';
import { everyAddress, parseAddress, prefixSet } from '../../../core/network/sets/ipv4.ts';
import type { AssumptionCode, NetworkFacts } from '../../../core/network/side.ts';

const tags = new ServiceTagIndex('PUBLIC');

function farEnd(name: string, known: Partial<NetworkFacts> = {}) {
  const assumed: AssumptionCode[] = [];
  const assume = (code: AssumptionCode) => assumed.push(code);
  const network = { tags, subnet: undefined, virtualNetwork: undefined, assume, ...known };
  return { side: remoteSide([tags.find(name) as Tag], [], network), assumed };
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
