/** What a side covers is a part of it, whatever the entry and the facts: the evaluation of a flow does not compare it. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AddressPart, holdsPart, partOf } from '../../../core/network/address-part.ts';
import type { AddressTerm } from '../../../core/network/address-term.ts';
import { localSide, remoteSide } from '../../../core/network/flow-ends.ts';
import { hostSide } from '../../../core/network/host-side.ts';
import { platformTags, ServiceTagIndex } from '../../../core/network/service-tags/service-tags.ts';
import { fromIntervals, type IntervalSet } from '../../../core/network/sets/interval-set.ts';
import {
  everyAddress,
  hostAddress,
  parseAddress,
  privateAddresses,
  publicAddresses,
} from '../../../core/network/sets/ipv4.ts';
import {
  type NetworkFacts,
  narrowed,
  rememberedSide,
  type Side,
} from '../../../core/network/side.ts';
import { runs } from '../../support/runs.ts';
import { fileChoices } from '../../support/weekly-files.ts';

const names = [
  ...platformTags,
  'ApiManagement',
  'ApiManagement.WestEurope',
  'AzureCloud',
  'AzureCloud.westeurope',
  'Storage',
  'Storage.WestEurope',
  'Storage.NorthEurope',
  'Sql',
  'AzureMonitor',
  'AzureFrontDoor.Backend',
  'AzureActiveDirectory',
];

/** Around what divides the address space; the made-up file has 25.0.0.0/8 and 26.0.0.0/8. */
const edges = ['0.0.0.0', '10.0.1.0', '10.1.0.0', '20.1.2.0', '25.3.0.0', '26.0.1.0', '172.16.0.0']
  .map((text) => parseAddress(text) as number)
  .concat(hostAddress);
const numbered: fc.Arbitrary<IntervalSet> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...edges),
      fc.constantFrom(-16, 0, 5),
      fc.constantFrom(0, 31, 65_535, 2 ** 24),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    fromIntervals(
      list.map(([edge, offset, length]) => {
        const first = Math.max(0, edge + offset);
        return [first, first + length] as const;
      }),
    ),
  );
const addresses = fc.oneof(
  { weight: 4, arbitrary: numbered },
  fc.constantFrom(everyAddress, privateAddresses, publicAddresses),
);

const indexes = fileChoices.map(
  ({ serviceTagFiles: [file] }) => new ServiceTagIndex('PUBLIC', file),
);
const tagOf = (tags: ServiceTagIndex, name: string) => {
  const tag = tags.find(name);
  if (!tag) throw new Error(`no tag ${name}`);
  return tag;
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const facts: fc.Arbitrary<NetworkFacts> = fc
  .record({
    tags: fc.constantFrom(...indexes),
    subnet: maybe(numbered),
    virtualNetwork: maybe(numbered),
    strangers: maybe(numbered),
    routed: maybe(numbered),
    routedFromInternet: maybe(numbered),
  })
  .map(({ strangers, routed, routedFromInternet, ...known }) => ({
    ...known,
    ...(strangers && { strangers }),
    ...(routed && { routed }),
    ...(routedFromInternet && { routedFromInternet }),
    assume: () => {},
  }));

const name = fc.constantFrom(...names);
type TermIn = (tags: ServiceTagIndex) => AddressTerm;
const term: fc.Arbitrary<TermIn> = fc.oneof(
  addresses.map(
    (set): TermIn =>
      () => ({ kind: 'addresses', addresses: set }),
  ),
  name.map(
    (one): TermIn =>
      (tags) => ({ kind: 'tag', tag: tagOf(tags, one) }),
  ),
  fc
    .constantFrom<AddressTerm>(
      { kind: 'any' },
      { kind: 'ipv6' },
      { kind: 'unresolved', text: '[x]' },
      { kind: 'application-security-group', names: ['a'] },
    )
    .map(
      (one): TermIn =>
        () =>
          one,
    ),
);

interface Case {
  readonly network: NetworkFacts;
  /** Tags that rules name besides the entry's. */
  readonly ruleTags: readonly string[];
  readonly far: readonly string[];
  readonly set: IntervalSet;
}
const cases: fc.Arbitrary<Case> = fc.record({
  network: facts,
  ruleTags: fc.uniqueArray(name, { maxLength: 4 }),
  far: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
  set: addresses,
});

const remote = ({ network, ruleTags }: Case, far: readonly string[]): Side =>
  remoteSide(
    far.map((one) => tagOf(network.tags, one)),
    ruleTags.map((one) => tagOf(network.tags, one)),
    network,
  );
const farOf = (one: Case): Side => remote(one, one.far);

it.each<[what: string, sideOf: (one: Case) => Side]>([
  ['the subnet', ({ network }) => localSide(network)],
  ['the virtual network', (one) => remote(one, ['VirtualNetwork'])],
  ['the Internet', (one) => remote(one, ['Internet'])],
  ['the load balancer', (one) => remote(one, ['AzureLoadBalancer'])],
  ['the control plane', (one) => remote(one, ['ApiManagement'])],
  ['AzureCloud', (one) => remote(one, ['AzureCloud'])],
  ['service tags', farOf],
  ['addresses', ({ network, set }) => hostSide(set, network)],
  ['a far end in the cache', (one) => rememberedSide(one.network, () => farOf(one))],
  ['a part of a far end', (one) => partOfSide(farOf(one), one.set)],
  ['a part of addresses', (one) => partOfSide(hostSide(everyAddress, one.network), one.set)],
])('of %s', (_, sideOf) => {
  fc.assert(
    fc.property(cases, fc.array(term, { minLength: 1, maxLength: 4 }), (one, terms) => {
      const side = sideOf(one);
      for (const entry of terms.map((termIn) => termIn(one.network.tags))) {
        const coverage = side.cover(entry);
        const parts: readonly [outer: AddressPart, inner: AddressPart][] = [
          [side.all, coverage.maybe],
          [coverage.maybe, coverage.sure],
        ];
        expect(parts.map(([outer, inner]) => holdsPart(outer, inner))).toEqual([true, true]);
      }
    }),
    runs(300),
  );
});

/** Half of its names, and what is in the set of its numbers. */
function partOfSide(side: Side, set: IntervalSet): Side {
  const { line } = side.cover({ kind: 'addresses', addresses: set }).maybe;
  return narrowed(
    side,
    partOf(
      line,
      [...side.all.atoms].filter((_, index) => index % 2 === 0),
    ),
  );
}
