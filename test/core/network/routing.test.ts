/** Next hops of sets against a walk over single addresses, and the order in which prefixes and tags are taken. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remoteSide } from '../../../core/network/flow-ends.ts';
import { hostSide } from '../../../core/network/host-side.ts';
import { type NextHop, nextHops, type UserRoute } from '../../../core/network/route.ts';
import { routingOf, through } from '../../../core/network/routing.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { equals, fromIntervals, has, size } from '../../../core/network/sets/interval-set.ts';
import { parseAddress } from '../../../core/network/sets/ipv4.ts';
import type { NetworkFacts } from '../../../core/network/side.ts';
import { readRoute } from '../../../core/validate/read/input-route.ts';
import { runs } from '../../support/runs.ts';

const tags = new ServiceTagIndex('PUBLIC');
const network: NetworkFacts = {
  tags,
  subnet: undefined,
  virtualNetwork: undefined,
  assume: () => {},
};

const base = parseAddress('203.0.113.0') as number;

/** A route for 2^k addresses of the 256 behind 203.0.113.0. */
const numbered = fc
  .record({
    length: fc.integer({ min: 24, max: 32 }),
    at: fc.nat(255),
    nextHop: fc.constantFrom(...nextHops),
  })
  .map(({ length, at, nextHop }): UserRoute => {
    const count = 2 ** (32 - length);
    const first = base + Math.floor(at / count) * count;
    return {
      name: `${first}/${length}`,
      addressPrefix: '',
      destination: { kind: 'addresses', addresses: [first, first + count - 1] },
      prefixLength: length,
      nextHop,
      isConditional: false,
      path: '',
    };
  });

const tables = fc.uniqueArray(numbered, { selector: ({ name }) => name, maxLength: 12 });

/** The next hop of one address, by the rule itself. */
function hopOf(address: number, routes: readonly UserRoute[]): NextHop {
  const [best] = routes
    .filter(
      ({ destination }) => destination.kind === 'addresses' && has(destination.addresses, address),
    )
    .sort((a, b) => (b.prefixLength ?? 0) - (a.prefixLength ?? 0));
  return best?.nextHop ?? 'SystemDefault';
}

const addresses = Array.from({ length: 256 }, (_, index) => base + index);
const setOf = (list: readonly number[]) =>
  fromIntervals(list.map((address) => [address, address] as const));
const everything = hostSide(setOf(addresses), network);

/** A tag of known addresses, as from a weekly file. */
const tagOf = (name: string, set: readonly number[]): Tag => {
  const [tagBase = name, part] = name.split('.');
  return {
    name,
    base: tagBase,
    isRegional: part !== undefined,
    ...(part !== undefined && { part }),
    addresses: setOf(set),
  };
};

describe('routes of address prefixes', () => {
  it('lead where the longest prefix of each address leads', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom<NextHop>('SystemDefault', ...nextHops), (routes, hop) => {
        const { sure, maybe } = through(routingOf(routes), everything, (one) => one === hop);
        const wanted = setOf(addresses.filter((address) => hopOf(address, routes) === hop));
        expect(equals(sure.line, wanted)).toBe(true);
        expect(equals(maybe.line, wanted)).toBe(true);
      }),
      runs(200),
    );
  });

  it('do not depend on the order in which they are given', () => {
    fc.assert(
      fc.property(tables, (routes) => {
        const isFirewall = (hop: NextHop) => hop === 'VirtualAppliance';
        const one = through(routingOf(routes), everything, isFirewall);
        const other = through(routingOf([...routes].reverse()), everything, isFirewall);
        expect(other).toEqual(one);
      }),
      runs(50),
    );
  });
});

it('of two routes with one prefix the first one leads', () => {
  const route = (nextHop: (typeof nextHops)[number]): UserRoute => ({
    name: nextHop,
    addressPrefix: '',
    destination: { kind: 'addresses', addresses: [base, base + 255] },
    prefixLength: 24,
    nextHop,
    isConditional: false,
    path: '',
  });
  const routing = routingOf([route('VirtualAppliance'), route('Internet')]);
  const led = (wanted: NextHop) => through(routing, everything, (hop) => hop === wanted).sure.line;
  expect([led('VirtualAppliance'), led('Internet')]).toEqual([[base, base + 255], []]);
});

describe('routes of service tags and conditional routes', () => {
  const withDoubt = fc.record({
    routes: tables,
    conditional: fc.array(numbered, { maxLength: 3 }),
    tag: fc.uniqueArray(fc.nat(255), { minLength: 1, maxLength: 60 }),
    nextHop: fc.constantFrom(...nextHops),
    hop: fc.constantFrom<NextHop>('SystemDefault', ...nextHops),
    longer: fc.boolean(),
    present: fc.nat(7),
  });

  it('bound every way in which it may turn out', () => {
    fc.assert(
      fc.property(withDoubt, ({ routes, conditional, tag, nextHop, hop, longer, present }) => {
        const members = tag.map((index) => base + index);
        const input: UserRoute[] = [
          ...routes,
          ...conditional.map((route) => ({ ...route, isConditional: true })),
          {
            name: 'tag',
            addressPrefix: 'Some',
            destination: { kind: 'tag', tag: tagOf('Some', members) },
            nextHop,
            isConditional: false,
            path: '',
          },
        ];
        const { sure, maybe } = through(routingOf(input), everything, (one) => one === hop);
        // One way: the tag's prefixes are single addresses or all that there is, the conditions hold or not.
        const there = conditional.filter((_, index) => (present >> index) % 2 === 1);
        for (const address of addresses) {
          const fixed = [
            ...routes,
            ...there.filter(({ name }) => !routes.some((r) => r.name === name)),
          ];
          const isTagged = members.includes(address);
          const best = Math.max(
            -1,
            ...fixed
              .filter(
                ({ destination }) =>
                  destination.kind === 'addresses' && has(destination.addresses, address),
              )
              .map(({ prefixLength }) => prefixLength ?? 0),
          );
          const tagLength = longer ? 32 : 5;
          const actual = isTagged && tagLength > best ? nextHop : hopOf(address, fixed);
          if (has(sure.line, address)) expect(actual).toBe(hop);
          if (actual === hop) expect(has(maybe.line, address)).toBe(true);
        }
      }),
      runs(200),
    );
  });

  const hop = (name: string, input: string) => {
    const { route } = readRoute(
      { name, addressPrefix: input, nextHopType: name, isConditional: false, path: '' },
      tags,
    );
    return route as UserRoute;
  };
  const order: readonly [
    string,
    readonly UserRoute[],
    string,
    string,
    'sure' | 'maybe' | 'none',
  ][] = [
    [
      'a tag before a default route',
      [hop('VirtualAppliance', '0.0.0.0/0'), hop('Internet', 'Storage')],
      'Storage',
      'Internet',
      'sure',
    ],
    [
      'a regional tag before the tag',
      [hop('VirtualAppliance', 'Storage'), hop('Internet', 'Storage.WestEurope')],
      'Storage.WestEurope',
      'Internet',
      'sure',
    ],
    [
      'a region of AzureCloud before AzureCloud',
      [hop('None', 'AzureCloud'), hop('Internet', 'AzureCloud.WestEurope')],
      'Storage.WestEurope',
      'Internet',
      'sure',
    ],
    [
      'a tag and a region of AzureCloud, whichever has the longer prefix',
      [hop('VirtualAppliance', 'Storage'), hop('Internet', 'AzureCloud.WestEurope')],
      'Storage.WestEurope',
      'Internet',
      'maybe',
    ],
    [
      'a tag and a prefix that may hold parts of it',
      [hop('VirtualAppliance', '20.0.0.0/8'), hop('Internet', 'Storage')],
      'Storage',
      'Internet',
      'maybe',
    ],
    [
      'a tag and a prefix as wide as the widest one of a tag',
      [hop('VirtualAppliance', '16.0.0.0/5'), hop('Internet', 'Storage')],
      'Storage',
      'Internet',
      'maybe',
    ],
    [
      'a tag before a prefix that is wider than any of a tag',
      [hop('VirtualAppliance', '16.0.0.0/4'), hop('Internet', 'Storage')],
      'Storage',
      'Internet',
      'sure',
    ],
    [
      'a tag on a condition',
      [{ ...hop('Internet', 'Storage'), isConditional: true }],
      'Storage',
      'Internet',
      'maybe',
    ],
    ['no route for the tag', [hop('None', 'Sql')], 'Storage', 'None', 'none'],
  ];

  it.each([
    ['a condition decides on', { ...hop('None', '203.0.113.1/32'), isConditional: true }],
    ['an expression decides on', hop('None', "[parameters('prefix')]")],
  ])('a single address may lose to a route for the same that %s', (_, rival) => {
    const routing = routingOf([hop('Internet', '203.0.113.1/32'), rival]);
    const { sure, maybe } = through(routing, everything, (one) => one === 'Internet');
    expect([sure.line, size(maybe.line)]).toEqual([[], 1]);
  });

  it.each(order)('%s', (_, routes, end, wanted, answer) => {
    const routing = routingOf(routes);
    const side = remoteSide([tags.find(end) as Tag], routing.tags, network);
    const { sure, maybe } = through(routing, side, (one) => one === wanted);
    const all = side.all.atoms.size;
    expect({
      sure: answer === 'sure' ? sure.atoms.size === all : sure.atoms.size === 0,
      maybe: answer === 'none' ? maybe.atoms.size === 0 : maybe.atoms.size === all,
    }).toEqual({ sure: true, maybe: true });
  });
});
