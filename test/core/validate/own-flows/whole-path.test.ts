/** Own flows on whole paths, with admin rules, routes and a firewall, against the naive evaluator packet by packet. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Comparisons } from '../../../../core/network/compare/compare-filters.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { readLocation } from '../../../../core/validate/location/location.ts';
import { judgeOwnFlow } from '../../../../core/validate/own-flows/judge-own-flow.ts';
import type { OwnFlowInput } from '../../../../core/validate/own-flows/own-flow.ts';
import { readOwnFlows } from '../../../../core/validate/own-flows/read-own-flow.ts';
import { virtualNetwork } from '../../../support/groups.ts';
import { hasPrefix, type NaiveNetwork, type Packet, textOf } from '../../../support/naive.ts';
import { isBrokenBy, outcomeOf, ownFlow } from '../../../support/naive-own-flow.ts';
import { farAddressOf, type NaivePath, passes, worldsOf } from '../../../support/naive-path.ts';
import { patience, runs, share } from '../../../support/runs.ts';
import { sampledPackets } from '../../../support/sampled-packets.ts';
import { deploymentOnPath, paths } from '../../../support/whole-paths.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

const isRouted = ({ routes }: NaivePath, packet: Packet) =>
  routes.some(({ addressPrefix }) => hasPrefix(farAddressOf(packet), addressPrefix));

/** BROKEN or HOLDS; UNDECIDED if it depends on what the input does not say. */
function verdictOn(flow: OwnFlowInput, path: NaivePath, packet: Packet, network: NaiveNetwork) {
  const verdicts = worldsOf(packet, network).map((world) =>
    isBrokenBy(flow, packet, world.network, passes(path, packet, world)),
  );
  const all = new Set(verdicts);
  return all.size === 2 ? 'UNDECIDED' : all.has(true) ? 'BROKEN' : 'HOLDS';
}

it('are broken by exactly the packets that the naive evaluator finds', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(paths, ownFlow, fc.nat(1_000_000), (path, promised, seed) => {
      const cloud = madeUpCloud(seed);
      const network = networkOf(cloud, virtualNetwork);
      const context = readLocation(deploymentOnPath(path), 0, {
        serviceTagFiles: [readServiceTagFile(weeklyFile(cloud))],
        whatIf: 'NONE',
      }).evaluate();
      const [read] = readOwnFlows([promised]);
      if (!read) throw new Error('one flow is read');
      const { result } = judgeOwnFlow(read, context, new Comparisons());
      for (const packet of sampledPackets(seed).slice(0, 150)) {
        const far = textOf(farAddressOf(packet));
        if (packet.direction !== read.direction || far === '168.63.129.16') continue;
        const wanted = verdictOn(promised, path, packet, network);
        const outcome = outcomeOf(result, packet);
        // VirtualNetwork may hold the prefixes of routes, too, and Internet may not; see routed-prefixes.test.ts.
        if (outcome === 'UNDECIDED' && isRouted(path, packet)) continue;
        expect({ packet, outcome }).toEqual({ packet, outcome: wanted });
        const key = `${read.kind} ${wanted}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }),
    runs(100),
  );
  const keys = ['ALLOW', 'DENY', 'ONLY'].flatMap((kind) =>
    ['BROKEN', 'HOLDS', 'UNDECIDED'].map((outcome) => `${kind} ${outcome}`),
  );
  expect(keys.filter((key) => (seen.get(key) ?? 0) < share(5))).toEqual([]);
});
