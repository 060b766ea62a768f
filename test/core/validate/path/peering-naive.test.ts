/** Random networks with peerings and routes: each address goes where a naive walk over the routes sends it. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type InputRoute, withDefaults } from '../../../../core/deployment.ts';
import { hostSide } from '../../../../core/network/host-side.ts';
import { has } from '../../../../core/network/sets/interval-set.ts';
import type { InputPeering } from '../../../../core/peering.ts';
import { readLocation } from '../../../../core/validate/location/location.ts';
import { routedElsewhere } from '../../../../core/validate/why/routed-elsewhere.ts';
import { addressOf, hasPrefix, textOf } from '../../../support/naive.ts';
import { hopOf, isInTag, type NaiveRoute, systemRoutes } from '../../../support/naive-routes.ts';
import { inNetwork, peering, routeTable } from '../../../support/peerings.ts';
import { runs } from '../../../support/runs.ts';

const own = ['10.0.0.0/16'];
const prefixWithin = (base: string, longest: number, shortest: number) =>
  fc
    .record({ at: fc.nat(2 ** 16 - 1), length: fc.integer({ min: shortest, max: longest }) })
    .map(({ at, length }) => {
      const count = 2 ** (32 - length);
      const first = Math.floor((addressOf(base) + at) / count) * count;
      return `${textOf(first)}/${length}`;
    });

const maybe = fc.constantFrom(true, false, undefined);
const peerings = fc.uniqueArray(
  fc
    .record({
      block: fc.integer({ min: 1, max: 4 }),
      length: fc.constantFrom(16, 17, 20),
      allowsAccess: maybe,
      isConnected: maybe,
    })
    .map(
      ({ block, length, ...more }): InputPeering =>
        peering({ name: `p${block}`, addressPrefixes: [`10.${block}.0.0/${length}`], ...more }),
    ),
  { selector: ({ name }) => name, maxLength: 4 },
);
const routes = fc.uniqueArray(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16', '10.0.0.0/14'),
      ...['10.0.0.0', '10.1.0.0', '10.2.0.0'].map((base) => prefixWithin(base, 24, 14)),
    ),
    fc.constantFrom('None', 'VirtualAppliance', 'Internet', 'VnetLocal'),
  ),
  { selector: ([prefix]) => prefix, maxLength: 6 },
);

const addresses = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.nat(65_535))
    .map(([block, rest]) => addressOf(`10.${block}.0.0`) + rest),
  { minLength: 1, maxLength: 12 },
);

const contextOf = (
  some: readonly InputPeering[],
  table: readonly (readonly [string, string])[],
  hubRoutes: readonly InputRoute[] = [],
) =>
  readLocation(
    withDefaults(
      inNetwork({
        peerings: some,
        hubRoutes,
        ...routeTable(table.map(([prefix, hop]) => [prefix, hop, '10.9.9.9'] as const)),
      }),
    ),
    0,
    { serviceTagFiles: [], whatIf: 'NONE' },
  ).evaluate();

it('addresses of the network and of its peers take the next hop of the naive walk', () => {
  fc.assert(
    fc.property(peerings, routes, addresses, (some, table, sample) => {
      const context = contextOf(some, table);
      const all = [
        ...systemRoutes(own, some),
        ...table.map(([prefix, hop]) => ({ prefix, hop, source: 'USER' as const })),
      ];
      const known = [
        ...own,
        ...some.filter(({ isConnected }) => isConnected).flatMap((one) => one.addressPrefixes),
      ];
      for (const address of sample) {
        if (!known.some((prefix) => hasPrefix(address, prefix))) continue;
        const taken = routedElsewhere(
          [{ kind: 'addresses', addresses: [address, address] }],
          context,
        );
        const hop = hopOf(address, all);
        expect(taken.some(({ isDropped }) => isDropped)).toBe(hop === 'None');
        expect(taken.some(({ isDropped }) => !isDropped)).toBe(hop === 'VirtualAppliance');
        expect(taken.every(({ isCertain }) => isCertain)).toBe(true);
      }
    }),
    runs(300),
  );
});

it('VirtualNetwork holds what it holds whatever the open peerings are, and may hold what it may', () => {
  fc.assert(
    fc.property(peerings, addresses, (some, sample) => {
      const { network, tags } = contextOf(some, []);
      const tag = tags.find('VirtualNetwork');
      if (!tag) throw new Error('no such tag');
      for (const address of sample) {
        const { sure, maybe: perhaps } = hostSide([address, address], network).cover({
          kind: 'tag',
          tag,
        });
        expect(has(sure.line, address)).toBe(isInTag(address, own, some, false));
        if (isInTag(address, own, some, true)) expect(has(perhaps.line, address)).toBe(true);
        const blocked = some.some(
          ({ allowsAccess, addressPrefixes }) =>
            allowsAccess === false && addressPrefixes.some((prefix) => hasPrefix(address, prefix)),
        );
        expect(has(perhaps.line, address)).toBe(!blocked);
      }
    }),
    runs(500),
  );
});

const ofHub: InputRoute = {
  name: 'the default route of the hub west',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.9.9.9',
  isConditional: false,
  isLearned: true,
  path: '/hub',
};
const publicRoutes = fc.uniqueArray(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'),
      ...['20.0.0.0', '150.0.0.0'].map((base) => prefixWithin(base, 24, 8)),
    ),
    fc.constantFrom('None', 'VirtualAppliance', 'Internet'),
  ),
  { selector: ([prefix]) => prefix, maxLength: 5 },
);
const publicAddresses = fc.array(
  fc
    .tuple(fc.constantFrom('20.0.0.0', '150.0.0.0', '8.8.0.0'), fc.nat(65_535))
    .map(([base, rest]) => addressOf(base) + rest),
  { minLength: 1, maxLength: 8 },
);

it('the default route of a hub takes the addresses that the naive walk gives it', () => {
  fc.assert(
    fc.property(publicRoutes, publicAddresses, fc.boolean(), (table, sample, hasHub) => {
      const context = contextOf([], table, hasHub ? [ofHub] : []);
      const all: NaiveRoute[] = [
        ...systemRoutes(own, []),
        ...table.map(([prefix, hop]) => ({ prefix, hop, source: 'USER' as const })),
        ...(hasHub
          ? [{ prefix: '0.0.0.0/0', hop: 'VirtualAppliance', source: 'BGP' as const }]
          : []),
      ];
      for (const address of sample) {
        const hop = hopOf(address, all);
        for (const wanted of ['None', 'VirtualAppliance'] as const) {
          const course = context.routes?.course(
            { line: [address, address] },
            (one) => one === wanted,
          );
          expect(has(course?.sure.line ?? [], address)).toBe(hop === wanted);
          expect(has(course?.maybe.line ?? [], address)).toBe(hop === wanted);
        }
      }
    }),
    runs(300),
  );
});
