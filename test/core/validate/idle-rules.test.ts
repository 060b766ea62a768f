/**
 * Rules that decide nothing, in random groups: each one that is reported can go without a trace, and with all
 * prefixes known the reported ones are exactly those that a packet-by-packet walk never stops at.
 */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { RuleFields } from '../../../core/deployment.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import type { ConfigReport } from '../../../core/validate/report.ts';
import { hiddenIn, namesIn } from '../../support/findings.ts';
import {
  frame,
  rulesInNumber,
  securityRules,
  subnet,
  virtualNetwork,
} from '../../support/groups.ts';
import {
  addressOf,
  decide,
  hasPrefix,
  matches,
  matchesAddress,
  type NaiveNetwork,
  type Packet,
} from '../../support/naive.ts';
import { addressEdges, portEdges } from '../../support/packets.ts';
import { files, reportOf } from '../../support/reports.ts';
import { patience, runs, share } from '../../support/runs.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../support/world.ts';

vi.setConfig({ testTimeout: patience });

const neverMatching = ['rule-inert', 'wrong-direction', 'rule-ends-swapped', 'wrong-destination'];

/** Names of the rules that findings of these checks lead to, in one location. */
function accused({ findings }: ConfigReport, ids: readonly string[]): string[] {
  const own = findings.filter(({ path }) => path.includes('/locations/0/'));
  const hidden = ids.includes('rule-shadowed') ? own.flatMap(hiddenIn) : [];
  return own
    .filter(({ checkId }) => ids.includes(checkId))
    .flatMap(namesIn)
    .concat(hidden)
    .sort();
}

const wordsOf = ({ flows, verdict }: ConfigReport, isMeasured: boolean) => [
  verdict,
  ...flows.map(({ region, key, outcome, allowedFraction, counterexample }) =>
    [
      region,
      key,
      outcome,
      ...(isMeasured ? [allowedFraction?.toFixed(9), counterexample] : []),
    ].join(' '),
  ),
];

describe('a rule reported as deciding nothing', () => {
  it('can be removed without a trace', () => {
    let removed = 0;
    fc.assert(
      fc.property(frame, securityRules, files, (input, rules, file) => {
        const before = reportOf(input, rules, file);
        const isMeasured = file.length > 0;
        for (const name of accused(before, ['rule-shadowed', ...neverMatching])) {
          removed += 1;
          const others = rules.filter((rule) => rule.name !== name);
          const after = reportOf(input, others, file);
          // Without a file the tags that rules name divide far ends, and so may decide or measure what was not.
          const isOpen = !isMeasured && [before, after].some(hasOpenFlows);
          if (!isOpen) expect(wordsOf(after, isMeasured)).toEqual(wordsOf(before, isMeasured));
        }
      }),
      runs(150),
    );
    expect(removed).toBeGreaterThan(share(50));
  });
});

const hasOpenFlows = ({ flows }: ConfigReport) =>
  flows.some(({ outcome }) => outcome === 'UNKNOWN');

/** One value of each kind that rules can tell apart. */
function representatives(values: Iterable<number>, tell: (value: number) => readonly boolean[]) {
  const byKind = new Map([...new Set(values)].map((value) => [tell(value).join(), value]));
  return [...byKind.values()];
}

function* packetsAmong(rules: readonly RuleFields[], network: NaiveNetwork): Generator<Packet> {
  const entries = [
    ...new Set(
      rules.flatMap((rule) => [...rule.sourceAddressPrefixes, ...rule.destinationAddressPrefixes]),
    ),
  ];
  const atAddress = (address: number) =>
    entries.map((entry) => matchesAddress(entry, address, network));
  const cuts = addressEdges({ rules, network, subnet }).filter((cut) => cut < 2 ** 32);
  const remotes = representatives([0, addressOf('9.9.9.9'), ...cuts], atAddress);
  const inSubnet = cuts.filter((cut) => hasPrefix(cut, subnet));
  const locals = representatives(inSubnet, atAddress);
  const portsOf = (ranges: readonly string[]) => {
    const edges = [0, ...ranges.flatMap(portEdges)].filter((port) => port < 65_536);
    return representatives(edges, (port) =>
      ranges.flatMap((range) => {
        const [first = 0, last = 65_535] = portEdges(range);
        return [first <= port, port < last];
      }),
    );
  };
  const ports = portsOf(rules.flatMap(({ destinationPortRanges }) => destinationPortRanges));
  const sourcePorts = portsOf(rules.flatMap(({ sourcePortRanges }) => sourcePortRanges));
  for (const direction of ['INBOUND', 'OUTBOUND'] as const) {
    for (const protocol of ['TCP', 'UDP', 'ICMP', 'ESP'] as const) {
      for (const remote of remotes) {
        for (const local of locals) {
          const [source, destination] = direction === 'INBOUND' ? [remote, local] : [local, remote];
          for (const destinationPort of ports) {
            for (const sourcePort of sourcePorts) {
              yield { direction, protocol, source, sourcePort, destination, destinationPort };
            }
          }
        }
      }
    }
  }
}

describe('with a weekly file', () => {
  it('no rule is missed and none accused wrongly', () => {
    const actual = { idle: 0, unmatched: 0 };
    fc.assert(
      fc.property(frame, rulesInNumber(8, 9), fc.nat(1_000_000), (input, rules, seed) => {
        const cloud = madeUpCloud(seed);
        const report = reportOf(input, rules, [readServiceTagFile(weeklyFile(cloud))]);
        const network = networkOf(cloud, virtualNetwork);
        const busy = new Set<string>();
        const met = new Set<string>();
        for (const packet of packetsAmong(rules, network)) {
          busy.add(decide(rules, packet, network).name);
          for (const rule of rules) if (matches(rule, packet, network)) met.add(rule.name);
        }
        const names = rules.map(({ name }) => name).sort();
        const idle = names.filter((name) => met.has(name) && !busy.has(name));
        const unmatched = names.filter((name) => !met.has(name));
        expect(accused(report, ['rule-shadowed'])).toEqual(idle);
        expect(accused(report, neverMatching)).toEqual(unmatched);
        actual.idle += idle.length;
        actual.unmatched += unmatched.length;
      }),
      runs(40),
    );
    expect(Math.min(actual.idle, actual.unmatched)).toBeGreaterThanOrEqual(share(6));
  });
});
