/** What a change of rules means where the subnet moves, or is not in the input. */

import { expect, it } from 'vitest';
import {
  type ChangedPackets,
  mergedPackets,
} from '../../../../core/network/compare/changed-packets.ts';
import { compareFilters } from '../../../../core/network/compare/compare-filters.ts';
import {
  actionsOfAccess,
  type PacketFilter,
} from '../../../../core/network/compare/filter-element.ts';
import { Numbering } from '../../../../core/network/compare/numbering.ts';
import type { SecurityRule } from '../../../../core/network/security-rule.ts';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
import type { IntervalSet } from '../../../../core/network/sets/interval-set.ts';
import { at, denyAll, rule } from '../../../support/small-flow.ts';

const virtualNetwork = [10, 49];
const none = undefined;

const filter = (subnet: IntervalSet | undefined, ...rules: SecurityRule[]): PacketFilter => ({
  elements: [
    {
      id: 'group',
      rules: [...rules, denyAll],
      actionsOf: (one) => actionsOfAccess(one),
      describe: ({ name }) => name,
    },
  ],
  network: { tags: new ServiceTagIndex('PUBLIC'), subnet, virtualNetwork },
});
const toPart = rule('to a part', { destination: at(22, 24) });
const toAll = rule('to all');

it.each<[what: string, before: PacketFilter, after: PacketFilter, changes: object[]]>([
  [
    'a subnet moves to what a rule allows',
    filter([10, 19], toPart),
    filter([20, 29], toPart),
    [{ change: 'OPENED', near: [22, 24], conditions: [] }],
  ],
  [
    'a subnet moves away from it',
    filter([20, 29], toPart),
    filter([10, 19], toPart),
    [{ change: 'CLOSED', near: [22, 24], conditions: [] }],
  ],
  ['a subnet moves and no rule cares', filter([10, 19], toAll), filter([20, 29], toAll), []],
  [
    'a part of an unknown subnet',
    filter(none),
    filter(none, toPart),
    [{ change: 'UNDECIDED', near: [22, 24], conditions: ['the addresses of the subnet'] }],
  ],
  [
    'all of an unknown subnet',
    filter(none),
    filter(none, toAll),
    [{ change: 'OPENED', near: virtualNetwork, conditions: [] }],
  ],
])('%s', (_, before, after, changes) => {
  expect(compareFilters(before, after)).toMatchObject(changes);
});

it('keeps packets that may be closed apart from those that may be opened', () => {
  const one: ChangedPackets = {
    change: 'UNDECIDED',
    mayClose: true,
    direction: 'INBOUND',
    protocols: ['TCP'],
    near: [1, 1],
    far: [1, 1],
    sourcePorts: [1, 1],
    destinationPorts: [1, 1],
    before: [],
    after: [],
    conditions: [],
  };
  const others = [
    { ...one, far: [2, 2] },
    { ...one, far: [3, 3], mayClose: false },
  ];
  expect(mergedPackets([one, ...others], new Numbering())).toEqual([
    { ...one, far: [1, 2] },
    { ...one, far: [3, 3], mayClose: false },
  ]);
});
