/** The ladder of a packet against the naive evaluator, and of a rule against its own report, for random groups. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import type { PacketSubject } from '../../../../core/validate/why/subject.ts';
import { deploymentOf, securityRules, virtualNetwork } from '../../../support/groups.ts';
import { addressOf, decide, type Packet, textOf } from '../../../support/naive.ts';
import { networksOf } from '../../../support/naive-path.ts';
import { patience, runs, share } from '../../../support/runs.ts';
import { sampledPackets } from '../../../support/sampled-packets.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

const frame = {
  virtualNetworkType: 'EXTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
} as const;

const subjectOf = (packet: Packet): PacketSubject => ({
  kind: 'packet',
  protocol: packet.protocol,
  source: { kind: 'address', address: packet.source },
  destination: { kind: 'address', address: packet.destination },
  sourcePort: packet.sourcePort,
  destinationPort: packet.destinationPort,
});

it('decides each packet as the naive evaluator does', () => {
  let decided = 0;
  fc.assert(
    fc.property(securityRules, fc.nat(), (rules, seed) => {
      const cloud = madeUpCloud(seed);
      const network = networkOf(cloud, virtualNetwork);
      const report = validateInput(
        { deployment: deploymentOf(frame, { securityRules: rules }) },
        { serviceTagFiles: [readServiceTagFile(weeklyFile(cloud))], whatIf: 'NONE' },
      );
      for (const packet of sampledPackets(seed).slice(0, 40)) {
        if (packet.protocol !== 'TCP' && packet.protocol !== 'UDP') continue;
        const ladder = report
          .ladders(subjectOf(packet))
          .find(({ direction }) => direction === packet.direction);
        const far = packet.direction === 'INBOUND' ? packet.source : packet.destination;
        // Rules do not filter what goes to the platform.
        if (packet.direction === 'OUTBOUND' && textOf(far) === '168.63.129.16') continue;
        const networks = networksOf(packet, network);
        if (ladder?.outcome === 'UNKNOWN') {
          // Open is only whether a private address is in a connected network.
          expect({ packet, networks: networks.length }).toEqual({ packet, networks: 2 });
          continue;
        }
        const deciders = networks.map((one) => decide(rules, packet, one));
        const accesses = new Set(deciders.map(({ access }) => access));
        const [name = '', other] = new Set(deciders.map((one) => one.name));
        // Two rules that do the same may decide it, each in one of both cases.
        const decidedBy = other === undefined ? name : null;
        expect({ packet, outcome: ladder?.outcome, by: ladder?.decidedBy }).toEqual({
          packet,
          outcome: accesses.has('ALLOW') ? 'ALLOWED' : 'DENIED',
          by: decidedBy,
        });
        expect(accesses.size).toBe(1);
        if (decidedBy === null) continue;
        decided += 1;
        expect(ladder?.rungs.at(-1)).toMatchObject({ rule: name, misses: [], fraction: 1 });
      }
    }),
    runs(40),
  );
  expect(decided).toBeGreaterThan(share(300));
});

it.each([
  ['deny', 'DENY', 'DENIED'],
  ['allow', 'ALLOW', 'ALLOWED'],
] as const)('names no rule where one of two may %s an address of a peer', (_, access, outcome) => {
  const rules = ['VirtualNetwork', '*'].map((far, index) => ({
    name: `rule-${index}`,
    priority: 100 + index,
    direction: 'OUTBOUND' as const,
    access,
    protocol: '*',
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: [far],
    destinationPortRanges: ['*'],
  }));
  const [ladder] = validateInput(
    { deployment: deploymentOf(frame, { securityRules: rules }) },
    { serviceTagFiles: [], whatIf: 'NONE' },
  ).ladders({
    kind: 'packet',
    protocol: 'TCP',
    source: { kind: 'subnet' },
    destination: { kind: 'address', address: addressOf('192.168.0.9') },
    sourcePort: undefined,
    destinationPort: 443,
  });
  expect(ladder).toMatchObject({ outcome, decidedBy: null });
  expect(ladder?.rungs.map(({ rule }) => rule)).toEqual(['rule-0', 'rule-1']);
});

it('says that a rule is hidden wherever the report says so', () => {
  let hidden = 0;
  fc.assert(
    fc.property(securityRules, fc.nat(), (rules, seed) => {
      const report = validateInput(
        { deployment: deploymentOf(frame, { securityRules: rules }) },
        { serviceTagFiles: [readServiceTagFile(weeklyFile(madeUpCloud(seed)))], whatIf: 'NONE' },
      );
      for (const rule of report.instance().locations[0]?.rules ?? []) {
        if (rule.hiddenBy.length === 0) continue;
        hidden += 1;
        const ladders = report.ladders({ kind: 'rule', name: rule.name });
        for (const { rungs, notes } of ladders) {
          expect(rungs.find((rung) => rung.rule === rule.name)?.fraction ?? 0).toBe(0);
          expect(notes.join()).toContain('it decides nothing');
        }
      }
    }),
    runs(80),
  );
  expect(hidden).toBeGreaterThan(share(15));
});
