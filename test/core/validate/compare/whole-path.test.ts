/** Comparisons of whole paths, with admin rules, routes and a firewall, against the naive evaluator packet by packet. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { compareFilters } from '../../../../core/network/compare/compare-filters.ts';
import type { PacketFilter } from '../../../../core/network/compare/filter-element.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { filterOfLocation } from '../../../../core/validate/compare/filter-of-location.ts';
import { readLocation } from '../../../../core/validate/location/location.ts';
import { holds } from '../../../support/changed-packets.ts';
import { virtualNetwork } from '../../../support/groups.ts';
import { type NaivePath, passes, worldsOf } from '../../../support/naive-path.ts';
import { patience, runs, share } from '../../../support/runs.ts';
import { sampledPackets } from '../../../support/sampled-packets.ts';
import { deploymentOnPath, paths } from '../../../support/whole-paths.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

function filterOf(path: NaivePath, cloud: ReturnType<typeof madeUpCloud>): PacketFilter {
  const { filter } = filterOfLocation(
    readLocation(deploymentOnPath(path), 0, {
      serviceTagFiles: [readServiceTagFile(weeklyFile(cloud))],
      whatIf: 'NONE',
    }).evaluate(),
  );
  if (!filter) throw new Error('the group is in the input');
  return filter;
}

const hasNames = ({ firewall }: NaivePath) =>
  firewall.collections.some(({ kind }) => kind === 'APPLICATION');

/** One part of the first path is that of the second. */
const pair = fc
  .tuple(paths, paths, fc.constantFrom('rules', 'admin', 'routes', 'hasGateway', 'firewall', 'all'))
  .map(([before, other, part]): [NaivePath, NaivePath] => [
    before,
    part === 'all' ? other : { ...before, [part]: other[part as keyof NaivePath] },
  ]);

it('differ in exactly the packets that the naive evaluator finds', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(pair, fc.nat(1_000_000), ([before, after], seed) => {
      const cloud = madeUpCloud(seed);
      const network = networkOf(cloud, virtualNetwork);
      const changes = compareFilters(filterOf(before, cloud), filterOf(after, cloud), 'MAY_STOP');
      for (const packet of sampledPackets(seed).slice(0, 100)) {
        const wanted = new Set(
          worldsOf(packet, network).map((world) => {
            const [old, now] = [before, after].map((path) => passes(path, packet, world));
            return old === now ? 'SAME' : now ? 'OPENED' : 'CLOSED';
          }),
        );
        const found = changes.filter((one) => holds(one, packet)).map(({ change }) => change);
        const [only = ''] = wanted.size === 1 ? wanted : ['UNDECIDED'];
        // Two host names are compared as texts, so it stays open whether one is the other's.
        if (found[0] === 'UNDECIDED' && [before, after].some(hasNames)) continue;
        expect({ packet, found }).toEqual({ packet, found: only === 'SAME' ? [] : [only] });
        seen.set(only, (seen.get(only) ?? 0) + 1);
      }
    }),
    runs(60),
  );
  const few = ['SAME', 'OPENED', 'CLOSED', 'UNDECIDED'].filter(
    (change) => (seen.get(change) ?? 0) < share(50),
  );
  expect(few).toEqual([]);
});
