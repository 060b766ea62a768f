/** The rules that a flow meets, and what of each of them matches it. */

import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../core/network/evaluate.ts';
import { denyAllRule, type SecurityRule } from '../../../core/network/security-rule.ts';
import { at, denyAll, flow, outbound, rule } from '../../support/small-flow.ts';

describe('the trace', () => {
  const traced = (rules: readonly SecurityRule[], of = flow) =>
    evaluate(of, rules)
      .trace()
      .map((entry) => [
        entry.rule.name,
        [
          entry.protocolMatched && 'protocol',
          entry.sourceMatched && 'source',
          entry.sourcePortMatched && 'sourcePort',
          entry.destinationMatched && 'destination',
          entry.destinationPortMatched && 'destinationPort',
        ]
          .filter(Boolean)
          .join(' '),
        entry.fraction,
      ]);
  const all = 'protocol source sourcePort destination destinationPort';

  it.each<[string, Partial<SecurityRule>, string]>([
    ['the protocol', { protocol: 'UDP' }, 'source sourcePort destination destinationPort'],
    ['the source', { source: at(9) }, 'protocol sourcePort destination destinationPort'],
    ['the source port', { sourcePorts: [1, 1023] }, 'protocol source destination destinationPort'],
    ['the destination', { destination: at(9) }, 'protocol source sourcePort destinationPort'],
    [
      'the destination port',
      { destinationPorts: [84, 99] },
      'protocol source sourcePort destination',
    ],
  ])('says that %s does not match', (_, change, matched) => {
    expect(traced([rule('a', change), denyAll])).toEqual([
      ['a', matched, 0],
      [denyAll.name, all, 1],
    ]);
  });

  it('ends at the rule that decides the last of the flow, and leaves the other direction out', () => {
    const rules = [
      rule('out', { direction: 'OUTBOUND' }),
      rule('a', { source: at(1, 2) }),
      rule('b', { source: at(3, 4) }),
      denyAll,
    ];
    expect(traced(rules)).toEqual([
      ['a', all, 0.5],
      ['b', all, 0.5],
    ]);
  });

  it('takes what is open as matched, with a share that cannot be measured', () => {
    const openRule = rule('a', {
      protocol: undefined,
      sourcePorts: undefined,
      destinationPorts: undefined,
      direction: undefined,
    });
    expect(traced([openRule, denyAll])).toEqual([
      ['a', all, null],
      [denyAll.name, all, null],
    ]);
  });

  it('has the ends exchanged for a flow that goes out', () => {
    const rules = [
      rule('a', { direction: 'OUTBOUND', source: at(9), destination: at(1) }),
      denyAllRule('OUTBOUND'),
    ];
    expect(traced(rules, outbound)[0]?.[1]).toBe('protocol sourcePort destination destinationPort');
  });
});
