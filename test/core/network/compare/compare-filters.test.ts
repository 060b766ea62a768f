/** What a change of rules opens and closes, against the naive evaluator on sampled packets of random pairs of groups. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { compareFilters } from '../../../../core/network/compare/compare-filters.ts';
import type { PacketFilter } from '../../../../core/network/compare/filter-element.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { filterOfLocation } from '../../../../core/validate/compare/filter-of-location.ts';
import { readLocation } from '../../../../core/validate/location/location.ts';
import { holds } from '../../../support/changed-packets.ts';
import {
  deploymentOf,
  securityRule,
  securityRules,
  virtualNetwork,
} from '../../../support/groups.ts';
import { isAllowed, type NaiveNetwork, type Packet } from '../../../support/naive.ts';
import { patience, runs, share } from '../../../support/runs.ts';
import { sampledPackets } from '../../../support/sampled-packets.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

type Cloud = ReturnType<typeof madeUpCloud>;

const frame = {
  virtualNetworkType: 'EXTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
} as const;

function filterOf(rules: readonly RuleFields[], cloud: Cloud): PacketFilter {
  const deployment = deploymentOf(frame, { securityRules: rules });
  const serviceTagFiles = [readServiceTagFile(weeklyFile(cloud))];
  const { filter } = filterOfLocation(
    readLocation(deployment, 0, { serviceTagFiles, whatIf: 'NONE' }).evaluate(),
  );
  if (!filter) throw new Error('the group is in the input');
  return filter;
}

/** What happens to the packet, also if its far address is in a network that is connected. */
function changesOf(
  before: readonly RuleFields[],
  after: readonly RuleFields[],
  packet: Packet,
  network: NaiveNetwork,
) {
  const far = packet.direction === 'INBOUND' ? packet.source : packet.destination;
  const text = [24, 16, 8, 0].map((shift) => (far >>> shift) & 255).join('.');
  const isPrivate = /^(10|172\.16|192\.168|127)\./.test(text);
  const worlds = isPrivate
    ? [network, { ...network, virtualNetwork: [...network.virtualNetwork, text] }]
    : [network];
  const changes = worlds.map((world) => {
    const [old, now] = [isAllowed(before, packet, world), isAllowed(after, packet, world)];
    return old === now ? 'SAME' : now ? 'OPENED' : 'CLOSED';
  });
  return new Set(changes).size === 1 ? changes[0] : 'UNDECIDED';
}

/** The same group with one rule added, taken away or replaced, or another group. */
const pair = fc
  .tuple(securityRules, securityRules, securityRule, fc.nat(13), fc.nat(4))
  .map(([rules, others, rule, at, kind]): [RuleFields[], RuleFields[]] => {
    const added = { ...rule, name: 'added' };
    const isFree = !rules.some(
      ({ priority, direction }) => priority === rule.priority && direction === rule.direction,
    );
    switch (kind) {
      case 0:
        return [rules, others];
      case 1:
        return [rules, rules.filter((_, index) => index !== at % rules.length)];
      case 2:
        return [
          rules,
          rules.map((one, index) => ({ ...one, priority: 100 + ((index * 7 + at) % 97) })),
        ];
      default:
        return [rules, isFree ? [...rules, added] : rules];
    }
  });

describe('any two groups', () => {
  it('differ in exactly the packets that the naive evaluator finds', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(pair, fc.nat(1_000_000), ([before, after], seed) => {
        const cloud = madeUpCloud(seed);
        const network = networkOf(cloud, virtualNetwork);
        const changes = compareFilters(filterOf(before, cloud), filterOf(after, cloud));
        for (const packet of sampledPackets(seed)) {
          const wanted = changesOf(before, after, packet, network);
          const actual = changes.filter((one) => holds(one, packet)).map(({ change }) => change);
          expect({ packet, found: actual }).toEqual({
            packet,
            found: wanted === 'SAME' ? [] : [wanted],
          });
          seen.set(wanted as string, (seen.get(wanted as string) ?? 0) + 1);
        }
      }),
      runs(80),
    );
    // The same, opened, closed, undecided.
    expect(seen.size).toBeGreaterThanOrEqual(share(4));
  });
});
