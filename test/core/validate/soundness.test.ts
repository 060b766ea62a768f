/**
 * What the engine says without a weekly file, without the virtual network's address space, or with template
 * expressions in rules must hold in every world that fits what it was given: ALLOWED, DENIED, PARTIAL, a fraction and
 * a counterexample are checked packet by packet in several made-up worlds. UNKNOWN is never wrong here.
 */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { RuleFields } from '../../../core/deployment.ts';
import type { FlowResult } from '../../../core/validate/report.ts';
import { validate } from '../../../core/validate/validate.ts';
import {
  deploymentOf,
  frame,
  type NetworkGiven,
  securityRules,
  subnet,
  virtualNetwork,
} from '../../support/groups.ts';
import { isAllowed } from '../../support/naive.ts';
import { falseExamples, PacketCounter, packetsOfCounterexample } from '../../support/packets.ts';
import { patience, runs } from '../../support/runs.ts';
import { propertiesOf } from '../../support/shapes.ts';
import { madeUpCloud, networkOf, strayPrefixes, withBundledPrefixes } from '../../support/world.ts';

vi.setConfig({ testTimeout: patience });

const differs = (input: number, wanted: number) => Math.abs(input - wanted) > 1e-9;

function offencesOf(flow: FlowResult, counter: PacketCounter): string[] {
  const naive = counter.measure(flow);
  const offences: string[] = [];
  if (flow.outcome !== 'UNKNOWN' && flow.outcome !== naive.outcome) {
    offences.push(`outcome ${flow.outcome}, naive ${naive.outcome}`);
  }
  if (flow.allowedFraction !== null && differs(flow.allowedFraction, naive.allowed)) {
    offences.push(`fraction ${flow.allowedFraction}, naive ${naive.allowed}`);
  }
  const traced = new Map(flow.trace().map((entry) => [entry.rule, entry]));
  for (const [rule, share] of naive.decided) {
    const entry = traced.get(rule);
    if (!entry) offences.push(`${rule} takes ${share} and is not in the trace`);
    else if (entry.fraction !== null && differs(entry.fraction, share)) {
      offences.push(`${rule} takes ${entry.fraction}, naive ${share}`);
    } else if (
      !entry.protocolMatched ||
      !entry.sourceMatched ||
      !entry.sourcePortMatched ||
      !entry.destinationMatched ||
      !entry.destinationPortMatched
    ) {
      offences.push(`${rule} takes ${share} and is traced as not matching`);
    }
  }
  for (const { rule, fraction } of flow.trace()) {
    if (fraction && !naive.decided.has(rule)) offences.push(`${rule} takes ${fraction}, naive 0`);
  }
  const { rules, network } = counter.scene;
  const lost = packetsOfCounterexample(counter, flow);
  if (flow.counterexample && lost.every((packet) => isAllowed(rules, packet, network))) {
    offences.push(`${flow.counterexample} is allowed`);
  }
  for (const example of falseExamples(counter, flow, naive))
    offences.push(`${example} is not lost`);
  return offences.map((offence) => `${flow.region} ${flow.key}: ${offence}`);
}

/** What the rest of a virtual network may be, where only its subnet is known. */
const otherSpaces = [[], ['10.0.1.8/29'], ['172.16.4.0/30'], ['192.168.7.0/31'], virtualNetwork];

const input = fc.constantFrom<NetworkGiven[]>(
  { subnet, virtualNetwork },
  { subnet, virtualNetwork },
  { subnet },
  { virtualNetwork },
  {},
);

/** A rule with one field replaced by a template expression. */
interface Hole {
  readonly rule: number;
  readonly field: string;
}
const fields = [
  'protocol',
  'access',
  'direction',
  'priority',
  'sourceAddressPrefix',
  'destinationAddressPrefix',
  'sourcePortRange',
  'destinationPortRange',
];
const holes = fc.array(fc.record({ rule: fc.nat(13), field: fc.constantFrom(...fields) }), {
  maxLength: 3,
});

function withHoles(rules: readonly RuleFields[], hidden: readonly Hole[]) {
  return rules.map((rule, index) => {
    const properties = propertiesOf(rule);
    for (const { field } of hidden.filter((hole) => hole.rule === index)) {
      properties[field] = "[parameters('p')]";
      if (`${field}es` in properties) properties[`${field}es`] = [];
      if (`${field}s` in properties) properties[`${field}s`] = [];
    }
    return { name: rule.name, properties };
  });
}

/** Outcomes that were given, for a look at how many of them are UNKNOWN. */
const outcomes: FlowResult['outcome'][] = [];

function check(
  deployment: ReturnType<typeof deploymentOf>,
  rules: readonly RuleFields[],
  space: NetworkGiven,
  seed: number,
  worlds: number,
): string[] {
  const report = validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' });
  outcomes.push(...report.flows.map(({ outcome }) => outcome));
  const offences = Array.from({ length: worlds }, (_, index) => {
    const cloud = withBundledPrefixes(madeUpCloud(seed + index));
    const others = otherSpaces[(seed + index) % otherSpaces.length] as string[];
    const network = networkOf(cloud, space.virtualNetwork ?? [subnet, ...others]);
    const counter = new PacketCounter({ rules, network, subnet });
    return report.flows.flatMap((flow) => offencesOf(flow, counter));
  });
  return [...new Set(offences.flat())];
}

describe('without a weekly file', () => {
  it('the made-up tags stay clear of the bundled prefixes', () => {
    expect(strayPrefixes()).toEqual([]);
  });

  it('every verdict holds whatever the prefixes and the virtual network are', () => {
    fc.assert(
      fc.property(frame, securityRules, input, fc.nat(1_000_000), (frame, rules, space, seed) => {
        const deployment = deploymentOf(frame, { securityRules: rules }, space);
        expect(check(deployment, rules, space, seed, 3)).toEqual([]);
      }),
      runs(15),
    );
  });

  it('every verdict holds whatever template expressions stand for', () => {
    fc.assert(
      fc.property(
        frame,
        securityRules,
        input,
        holes,
        fc.nat(1_000_000),
        (frame, rules, space, hidden, seed) => {
          const document = { securityRules: withHoles(rules, hidden) };
          const deployment = deploymentOf(frame, { document }, space);
          expect(check(deployment, rules, space, seed, 1)).toEqual([]);
        },
      ),
      runs(30),
    );
  });

  it('most flows are decided all the same', () => {
    const unknown = outcomes.filter((outcome) => outcome === 'UNKNOWN').length;
    expect(unknown / outcomes.length).toBeLessThan(0.3);
  });
});
