/** The engine against the naive evaluator: every flow of random groups, packet by packet, with all prefixes known. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import type { FlowResult } from '../../../core/validate/report.ts';
import { validate } from '../../../core/validate/validate.ts';
import {
  deploymentOf,
  frame,
  securityRules,
  subnet,
  virtualNetwork,
} from '../../support/groups.ts';
import { isAllowed } from '../../support/naive.ts';
import {
  falseExamples,
  type Measure,
  PacketCounter,
  packetsOfCounterexample,
} from '../../support/packets.ts';
import { patience, runs, share } from '../../support/runs.ts';
import { madeUpCloud, networkOf, weeklyFile } from '../../support/world.ts';

vi.setConfig({ testTimeout: patience });

const differs = (input: number | null | undefined, wanted: number) =>
  input === null || input === undefined || Math.abs(input - wanted) > 1e-9;

function offencesOf(flow: FlowResult, counter: PacketCounter, naive: Measure): string[] {
  const offences: string[] = [];
  const wanted = naive.outcome;
  if (flow.outcome !== wanted) offences.push(`outcome ${flow.outcome}, naive ${wanted}`);
  if (differs(flow.allowedFraction, naive.allowed)) {
    offences.push(`fraction ${flow.allowedFraction}, naive ${naive.allowed}`);
  }
  const most = Math.max(...naive.decided.values());
  if (differs(naive.decided.get(flow.decidedBy ?? ''), most)) {
    offences.push(`decided by ${flow.decidedBy}, naive ${JSON.stringify([...naive.decided])}`);
  }
  const traced = new Map(flow.trace().map(({ rule, fraction }) => [rule, fraction]));
  for (const [rule, share] of naive.decided) {
    if (differs(traced.get(rule), share)) {
      offences.push(`${rule} takes ${traced.get(rule)}, naive ${share}`);
    }
  }
  for (const [rule, fraction] of traced) {
    if (fraction !== 0 && !naive.decided.has(rule)) offences.push(`${rule} takes ${fraction}`);
  }
  if ((wanted === 'ALLOWED') !== (flow.counterexample === null)) {
    offences.push(`counterexample ${flow.counterexample} of ${wanted}`);
  }
  if ((wanted === 'PARTIAL') !== flow.deniedExamples.length > 0) {
    offences.push(`examples ${flow.deniedExamples} of ${wanted}`);
  }
  const { rules, network } = counter.scene;
  const lost = packetsOfCounterexample(counter, flow);
  if (wanted !== 'ALLOWED' && lost.every((packet) => isAllowed(rules, packet, network))) {
    offences.push(`${flow.counterexample} is allowed`);
  }
  for (const example of falseExamples(counter, flow, naive))
    offences.push(`${example} is not lost`);
  return offences.map((offence) => `${flow.region} ${flow.key}: ${offence}`);
}

describe('with a weekly file', () => {
  it('every flow of every group is as the naive evaluator has it', () => {
    let asked = 0;
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(frame, securityRules, fc.nat(1_000_000), (input, rules, seed) => {
        const cloud = madeUpCloud(seed);
        const report = validate(deploymentOf(input, { securityRules: rules }), {
          serviceTagFiles: [readServiceTagFile(weeklyFile(cloud))],
          whatIf: 'NONE',
        });
        const network = networkOf(cloud, virtualNetwork);
        const counter = new PacketCounter({ rules, network, subnet });
        const offences = report.flows.flatMap((flow) => {
          const naive = counter.measure(flow);
          asked += naive.asked;
          outcomes.add(naive.outcome);
          return offencesOf(flow, counter, naive);
        });
        expect(offences).toEqual([]);
      }),
      runs(80),
    );
    expect(outcomes).toEqual(new Set(['ALLOWED', 'PARTIAL', 'DENIED']));
    expect(asked).toBeGreaterThan(share(50_000));
  });
});
