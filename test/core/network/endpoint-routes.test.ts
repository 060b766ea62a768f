/** Routes of service endpoints: certain for the service in the region, possible for the service elsewhere. */

import { describe, expect, it } from 'vitest';
import { isEmptyPart, subtractParts } from '../../../core/network/address-part.ts';
import { remoteSide } from '../../../core/network/flow-ends.ts';
import type { UserRoute } from '../../../core/network/route.ts';
import { routingOf, through, tunnelRoutes } from '../../../core/network/routing.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { prefixSet } from '../../../core/network/sets/ipv4.ts';
import type { NetworkFacts } from '../../../core/network/side.ts';

const tags = new ServiceTagIndex('PUBLIC');
const network: NetworkFacts = {
  tags,
  subnet: undefined,
  virtualNetwork: undefined,
  assume: () => {},
};
const tag = (name: string) => tags.find(name) as Tag;
const endpoint = { inRegion: tag('Storage.WestEurope'), anywhere: tag('Storage') };

const route = (prefix: string): UserRoute => ({
  name: prefix,
  addressPrefix: prefix,
  destination: { kind: 'addresses', addresses: prefixSet(prefix) },
  prefixLength: Number(prefix.split('/')[1]),
  nextHop: 'VirtualAppliance',
  isConditional: false,
  path: '',
});

describe('a service endpoint', () => {
  it.each([
    ['Storage.WestEurope', true, true],
    ['Storage.NorthEurope', false, true],
    ['Sql', false, false],
  ])('takes %s for certain: %s, and perhaps: %s', (name, isSure, isPossible) => {
    const routing = routingOf([route('0.0.0.0/0')], [endpoint]);
    const side = remoteSide([tag(name)], routing.tags, network);
    const { sure, maybe } = through(routing, side, (hop) => hop === 'ServiceEndpoint');
    expect(isEmptyPart(subtractParts(side.all, sure))).toBe(isSure);
    expect(isEmptyPart(sure)).toBe(!isSure);
    expect(isEmptyPart(maybe)).toBe(!isPossible);
  });
});

describe('a forced tunnel', () => {
  it.each<[readonly string[], number]>([
    [['0.0.0.0/0'], 1],
    [['0.0.0.0/1', '128.0.0.0/1'], 2],
    [['0.0.0.0/1'], 1],
    [['128.0.0.0/1'], 0],
    [['64.0.0.0/2', '128.0.0.0/2'], 2],
    [['10.0.0.0/8'], 0],
    [[], 0],
  ])('of the routes %j are %i a part', (prefixes, count) => {
    expect(tunnelRoutes(routingOf(prefixes.map(route)))).toHaveLength(count);
  });
});
