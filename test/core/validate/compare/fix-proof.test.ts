/** What proves a fix: no packet passes after a safe one that no required flow needs, packet by packet. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AdminRule, Deployment, RuleFields } from '../../../../core/deployment.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { isSafe, proofOfFix } from '../../../../core/validate/compare/fix-proof.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import { applied } from '../../../support/applied-rules.ts';
import { firewall } from '../../../support/firewalls.ts';
import { deploymentOf, frame, securityRules, virtualNetwork } from '../../../support/groups.ts';
import {
  isAllowed,
  matchesAddress,
  type NaiveNetwork,
  type Packet,
} from '../../../support/naive.ts';
import { passes, worldsOf } from '../../../support/naive-path.ts';
import { patience, runs, share } from '../../../support/runs.ts';
import { sampledPackets } from '../../../support/sampled-packets.ts';
import { adminRules, toAdminRule } from '../../../support/whole-paths.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

const rulesOf = ({ locations: [location] }: Deployment): readonly RuleFields[] => {
  const group = location?.networkSecurityGroup;
  const rules = group && 'securityRules' in group ? group.securityRules : [];
  return rules.map((rule) => (rule.protocol === 'ANY' ? { ...rule, protocol: '*' } : rule));
};

function holdsPort(range: string, port: number): boolean {
  if (range === '*') return true;
  const [first = 0, last = first] = range.split('-').map(Number);
  return first <= port && port <= last;
}

type Flow = ConfigReport['flows'][number];

/** As its document states the flow, whose tag may be wider than the one that the instance needs. */
const statedTags = ({ direction, statement }: Flow) => [
  direction === 'INBOUND' ? statement.source : statement.destination,
];

/** Whether a required flow has the packet, with its far end in a tag of the flow. */
const isRequired = (
  flows: readonly Flow[],
  packet: Packet,
  network: NaiveNetwork,
  tagsOf: (flow: Flow) => readonly string[] = statedTags,
) => {
  const far = packet.direction === 'INBOUND' ? packet.source : packet.destination;
  return flows.some((flow) => {
    const { necessity, direction, statement, destinationPort } = flow;
    return (
      necessity === 'REQUIRED' &&
      direction === packet.direction &&
      (statement.protocol === 'ANY' || statement.protocol === packet.protocol) &&
      holdsPort(destinationPort, packet.destinationPort) &&
      tagsOf(flow).some((tag) => matchesAddress(tag, far, network))
    );
  });
};

/** The flows that the group denies before the fix and allows after it. */
const mended = (before: ConfigReport, after: ConfigReport) =>
  before.flows.filter(
    ({ outcome }, index) => outcome === 'DENIED' && after.flows[index]?.outcome === 'ALLOWED',
  );

const single = frame.map((one) => ({ ...one, regions: one.regions.slice(0, 1) }));

describe('the proof of a fix', () => {
  it('of random groups: a safe one admits no packet that no required flow needs, and takes none away', () => {
    let safe = 0;
    fc.assert(
      fc.property(single, securityRules, fc.nat(1_000_000), (input, rules, seed) => {
        const cloud = madeUpCloud(seed);
        const network = networkOf(cloud, virtualNetwork);
        const options = {
          serviceTagFiles: [readServiceTagFile(weeklyFile(cloud))],
          whatIf: 'NONE',
        } as const;
        const deployment = deploymentOf(input, { securityRules: rules });
        const before = validate(deployment, options);
        const fixed = applied(deployment, before.remediation());
        const proof = proofOfFix(before, validate(fixed, options));
        if (!isSafe(proof)) return;
        safe += 1;
        for (const packet of sampledPackets(seed)) {
          const [old, now] = [rules, rulesOf(fixed)].map((all) => isAllowed(all, packet, network));
          if (old === now) continue;
          expect({ packet, now }).toEqual({ packet, now: true });
          expect(isRequired(before.flows, packet, network)).toBe(true);
        }
      }),
      runs(60),
    );
    expect(safe).toBeGreaterThan(share(20));
  });

  it('of random groups under security admin rules: a safe one admits only what a required flow needs, and some of it', () => {
    let [safe, useless] = [0, 0];
    fc.assert(
      fc.property(
        single,
        securityRules,
        adminRules,
        fc.nat(1_000_000),
        (input, rules, admin, seed) => {
          const cloud = madeUpCloud(seed);
          const network = networkOf(cloud, virtualNetwork);
          const serviceTagFiles = [readServiceTagFile(weeklyFile(cloud))];
          const under = (deployment: Deployment): Deployment => ({
            ...deployment,
            locations: deployment.locations.map((one) => ({
              ...one,
              adminRules: admin.map(toAdminRule),
            })),
          });
          const judged = (deployment: Deployment) =>
            validate(deployment, { serviceTagFiles, whatIf: 'NONE' });
          const deployment = under(deploymentOf(input, { securityRules: rules }));
          const before = judged(deployment);
          const fixed = applied(deployment, before.remediation());
          const after = judged(fixed);
          const proof = proofOfFix(before, after);
          if (proof.stopped.length > 0) useless += 1;
          if (!isSafe(proof)) return;
          safe += 1;
          const missing = mended(before, after);
          for (const packet of sampledPackets(seed)) {
            const [world] = worldsOf(packet, network);
            if (!world) throw new Error('a packet has a world');
            const path = { admin, routes: [], hasGateway: false, firewall: firewall([]) };
            const [old, now] = [rules, rulesOf(fixed)].map((all) =>
              passes({ ...path, rules: all }, packet, world),
            );
            if (old !== now) {
              expect({ packet, now }).toEqual({ packet, now: true });
              expect(isRequired(before.flows, packet, network)).toBe(true);
            }
            if (
              packet.sourcePort >= 1024 &&
              isRequired(missing, packet, network, ({ remoteTags }) => remoteTags)
            ) {
              expect({ packet, now }).toEqual({ packet, now: true });
            }
          }
        },
      ),
      runs(60),
    );
    expect(safe).toBeGreaterThan(share(15));
    expect(useless).toBeGreaterThanOrEqual(share(2));
  });

  it('names what a wider fix opens', () => {
    const rule = (ports: readonly string[], access: 'ALLOW' | 'DENY'): RuleFields => ({
      name: 'sql',
      priority: 200,
      direction: 'OUTBOUND',
      access,
      protocol: 'Tcp',
      sourceAddressPrefixes: ['*'],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: ['*'],
      destinationPortRanges: ports,
    });
    const report = (...rules: readonly RuleFields[]) =>
      validate(
        deploymentOf(
          { regions: ['westeurope'], virtualNetworkType: 'EXTERNAL', platform: 'STV2' },
          { securityRules: rules },
        ),
        { serviceTagFiles: [readServiceTagFile(weeklyFile(madeUpCloud(1)))], whatIf: 'NONE' },
      );
    const denied = report(rule(['1433', '22'], 'DENY'));
    const narrow = proofOfFix(denied, report(rule(['22'], 'DENY')));
    expect(new Set(narrow.beyond.flatMap(({ destinationPorts }) => destinationPorts))).toEqual(
      new Set(['1433']),
    );
    const wide = proofOfFix(denied, report());
    expect(wide.beyond.flatMap(({ destinationPorts }) => destinationPorts)).toContain('22');
    expect(wide.closed).toEqual([]);
    const other = proofOfFix(denied, report(rule(['1433', '22', '23'], 'DENY')));
    expect(new Set(other.closed.flatMap(({ destinationPorts }) => destinationPorts))).toEqual(
      new Set(['23']),
    );
    expect([narrow, wide, other].map(isSafe)).toEqual([false, false, false]);
  });

  it('does not count what the owner keeps closed to some clients as needed', () => {
    const clients = (source: string): RuleFields => ({
      name: 'clients',
      priority: 200,
      direction: 'INBOUND',
      access: 'ALLOW',
      protocol: 'Tcp',
      sourceAddressPrefixes: [source],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: ['*'],
      destinationPortRanges: ['443'],
    });
    const report = (source: string) =>
      validate(
        deploymentOf(
          { regions: ['westeurope'], virtualNetworkType: 'EXTERNAL', platform: 'STV2' },
          { securityRules: [clients(source)] },
        ),
        { serviceTagFiles: [readServiceTagFile(weeklyFile(madeUpCloud(1)))], whatIf: 'NONE' },
      );
    const proof = proofOfFix(report('203.0.113.0/24'), report('Internet'));
    expect(proof.beyond.flatMap(({ destinationPorts }) => destinationPorts)).toContain('443');
  });

  it('without a file of prefixes does not take one tag for another', () => {
    const rule = (
      name: string,
      priority: number,
      access: 'ALLOW' | 'DENY',
      to: string,
    ): RuleFields => ({
      name,
      priority,
      direction: 'OUTBOUND',
      access,
      protocol: 'Tcp',
      sourceAddressPrefixes: ['*'],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: [to],
      destinationPortRanges: ['443'],
    });
    const report = (...rules: readonly RuleFields[]) =>
      validate(
        deploymentOf(
          { regions: ['westeurope'], virtualNetworkType: 'EXTERNAL', platform: 'STV2' },
          { securityRules: [...rules, rule('deny', 4000, 'DENY', '*')] },
        ),
        { serviceTagFiles: [], whatIf: 'NONE' },
      );
    const storage = rule('storage', 200, 'ALLOW', 'Storage');
    const wide = proofOfFix(report(), report(rule('other', 200, 'ALLOW', 'AzureCosmosDB')));
    const narrow = proofOfFix(
      report(storage),
      report(rule('no', 100, 'DENY', 'AzureCosmosDB'), storage),
    );
    expect([wide, narrow].map(isSafe)).toEqual([false, false]);
    expect(narrow.closed.length).toBeGreaterThan(0);
    expect(isSafe(proofOfFix(report(), report(storage)))).toBe(true);
  });

  it('does not say of a fix that it helps where a security admin rule stops the flow', () => {
    const sql = (access: 'ALLOW' | 'DENY'): RuleFields => ({
      name: 'sql',
      priority: 200,
      direction: 'OUTBOUND',
      access,
      protocol: 'Tcp',
      sourceAddressPrefixes: ['*'],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: ['Sql'],
      destinationPortRanges: ['1433'],
    });
    const proofUnder = (...adminRules: readonly AdminRule[]) => {
      const [before, after] = (['DENY', 'ALLOW'] as const).map((access) => {
        const deployment = deploymentOf(
          { regions: ['westeurope'], virtualNetworkType: 'EXTERNAL', platform: 'STV2' },
          { securityRules: [sql(access)] },
        );
        const locations = deployment.locations.map((one) => ({ ...one, adminRules }));
        const serviceTagFiles = [readServiceTagFile(weeklyFile(madeUpCloud(1)))];
        return validate({ ...deployment, locations }, { serviceTagFiles, whatIf: 'NONE' });
      }) as [ConfigReport, ConfigReport];
      return proofOfFix(before, after);
    };
    const deny = (more: Partial<AdminRule> = {}) => adminRule('DENY', 10, 'Sql', '1433', more);
    const beforeDeny = adminRule('ALLOW', 5, 'Sql', '1433');
    const proofs = [
      proofUnder(),
      proofUnder(deny()),
      proofUnder(deny({ doubt: 'it may not be deployed' })),
      proofUnder(beforeDeny, deny()),
    ];
    expect(proofs.map(({ stopped }) => stopped.length > 0)).toEqual([false, true, true, false]);
    expect(proofs[1]).toMatchObject({ beyond: [], closed: [] });
    expect(proofs[1]?.stopped[0]?.decidedBefore).toEqual(['Rule10']);
    expect(proofs.slice(1, 3).map(isSafe)).toEqual([false, false]);
    expect(proofs[3]).toEqual(proofs[0]);
  });
});
