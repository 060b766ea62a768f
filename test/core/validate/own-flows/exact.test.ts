/** Own flows are broken by exactly the packets that the naive evaluator finds, and no further opening escapes. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { Comparisons } from '../../../../core/network/compare/compare-filters.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { readLocation } from '../../../../core/validate/location/location.ts';
import { judgeOwnFlow } from '../../../../core/validate/own-flows/judge-own-flow.ts';
import type { OwnFlowInput } from '../../../../core/validate/own-flows/own-flow.ts';
import { readOwnFlows } from '../../../../core/validate/own-flows/read-own-flow.ts';
import { documented, type Rule } from '../../../support/compared-networks.ts';
import { deploymentOf, securityRules, virtualNetwork } from '../../../support/groups.ts';
import {
  addressOf,
  isAllowed,
  type NaiveNetwork,
  type Packet,
  textOf,
} from '../../../support/naive.ts';
import { holdsPacket, isBrokenBy, outcomeOf, ownFlow } from '../../../support/naive-own-flow.ts';
import { judgedFlow } from '../../../support/own-flows.ts';
import { patience, runs, share } from '../../../support/runs.ts';
import { sampledPackets } from '../../../support/sampled-packets.ts';
import { madeUpCloud, networkOf, randomFrom, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

/** BROKEN or HOLDS; UNDECIDED if that depends on whether the far address is in a connected network. */
function verdictOn(
  flow: OwnFlowInput,
  rules: readonly RuleFields[],
  packet: Packet,
  network: NaiveNetwork,
) {
  const far = textOf(packet.direction === 'INBOUND' ? packet.source : packet.destination);
  const isPrivate = /^(10|172\.16|192\.168|127)\./.test(far);
  const worlds = isPrivate
    ? [network, { ...network, virtualNetwork: [...network.virtualNetwork, far] }]
    : [network];
  const all = new Set(
    worlds.map((world) => isBrokenBy(flow, packet, world, isAllowed(rules, packet, world))),
  );
  return all.size === 2 ? 'UNDECIDED' : all.has(true) ? 'BROKEN' : 'HOLDS';
}

const frame = {
  virtualNetworkType: 'EXTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
} as const;

describe('any flow in any group', () => {
  it('is broken by exactly the packets that the naive evaluator finds', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(securityRules, ownFlow, fc.nat(1_000_000), (rules, promised, seed) => {
        const cloud = madeUpCloud(seed);
        const network = networkOf(cloud, virtualNetwork);
        const context = readLocation(deploymentOf(frame, { securityRules: rules }), 0, {
          serviceTagFiles: [readServiceTagFile(weeklyFile(cloud))],
          whatIf: 'NONE',
        }).evaluate();
        const [read] = readOwnFlows([promised]);
        if (!read) throw new Error('one flow is read');
        const { result } = judgeOwnFlow(read, context, new Comparisons());
        for (const packet of sampledPackets(seed)) {
          if (packet.direction !== read.direction) continue;
          const wanted = verdictOn(promised, rules, packet, network);
          expect({ packet, outcome: outcomeOf(result, packet) }).toEqual({
            packet,
            outcome: wanted,
          });
          const key = `${read.kind} ${wanted}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      runs(120),
    );
    const kinds = ['ALLOW', 'DENY', 'ONLY'];
    const outcomes = ['BROKEN', 'HOLDS', 'UNDECIDED'];
    const few = kinds
      .flatMap((kind) => outcomes.map((outcome) => `${kind} ${outcome}`))
      .filter((key) => (seen.get(key) ?? 0) < share(20));
    expect(few).toEqual([]);
  });
});

describe('only', () => {
  const listed: OwnFlowInput = {
    name: 'nothing but what is documented',
    only: [
      { from: ['ApiManagement'], ports: ['3443'], protocol: 'TCP' },
      { from: ['Internet'], ports: ['80', '443'], protocol: 'TCP' },
      { from: ['VirtualNetwork', 'AzureLoadBalancer'] },
    ],
    reason: 'Each further opening is reviewed.',
  };

  it('holds without a further opening', () => {
    expect(judgedFlow(listed, { rules: documented }).outcome).toBe('HOLDS');
  });

  it('finds each of 200 further openings, with its rule and one of its packets', () => {
    const random = randomFrom(4147);
    const missed: unknown[] = [];
    for (let index = 0; index < 200; index += 1) {
      const length = 8 + random(25);
      const unit = 2 ** (32 - length);
      const first = Math.floor((addressOf('198.0.0.0') + random(2 ** 24)) / unit) * unit;
      const prefix = `${textOf(first)}/${length}`;
      const port = String([22, 81, 442, 444, 3389, 36_537, 65_535][random(7)]);
      const protocol = ['Tcp', 'Udp', '*'][random(3)] as string;
      const extra: Rule = [
        'extra',
        200 + random(3000),
        'INBOUND',
        'ALLOW',
        protocol,
        prefix,
        '*',
        port,
      ];
      const { outcome, broken } = judgedFlow(listed, { rules: [extra, ...documented] });
      const packet: Packet = {
        direction: 'INBOUND',
        protocol: protocol === 'Udp' ? 'UDP' : 'TCP',
        source: first,
        sourcePort: 50_000,
        destination: addressOf('10.0.1.5'),
        destinationPort: Number(port),
      };
      const sets = broken.filter((set) => holdsPacket(set, packet));
      const isFound =
        outcome === 'BROKEN' &&
        sets.length === 1 &&
        sets[0]?.decidedBefore.join() === 'extra' &&
        broken.every(({ decidedBefore }) => decidedBefore.join() === 'extra');
      if (!isFound) missed.push({ prefix, port, protocol, outcome, broken });
    }
    expect(missed).toEqual([]);
  });
});
