/** What rules do with a flow of numbered addresses: outcomes, shares, and the rules that decide. */

import { describe, expect, it } from 'vitest';
import { partOf } from '../../../core/network/address-part.ts';
import type { AddressTerm } from '../../../core/network/address-term.ts';
import { evaluate } from '../../../core/network/evaluate.ts';
import type { Flow } from '../../../core/network/flow.ts';
import { denyAllRule, type SecurityRule } from '../../../core/network/security-rule.ts';
import { ServiceTagIndex, type Tag } from '../../../core/network/service-tags/service-tags.ts';
import { at, denyAll, flow, open, outbound, rule, sideOf } from '../../support/small-flow.ts';

interface Case {
  readonly rules: readonly SecurityRule[];
  readonly outcome: string;
  readonly fraction?: number | null;
  readonly by?: string;
  /** "name share" of each rule that decides a part, or may. */
  readonly deciders?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'a rule that allows all': {
    rules: [rule('a'), denyAll],
    outcome: 'ALLOWED',
    fraction: 1,
    by: 'a',
  },
  'no rule but the last': { rules: [denyAll], outcome: 'DENIED', fraction: 0, by: denyAll.name },
  'half of the far end': {
    rules: [rule('a', { source: at(1, 2) }), denyAll],
    outcome: 'PARTIAL',
    fraction: 0.5,
    by: 'a',
    deciders: ['a 0.5', `${denyAll.name} 0.5`],
  },
  'a quarter of the subnet': {
    rules: [rule('a', { destination: at(13) }), denyAll],
    outcome: 'PARTIAL',
    fraction: 0.25,
    by: denyAll.name,
  },
  'one of four ports': {
    rules: [rule('a', { destinationPorts: [83, 90] }), denyAll],
    outcome: 'PARTIAL',
    fraction: 0.25,
    by: denyAll.name,
  },
  'a quarter of a quarter': {
    rules: [rule('a', { source: at(1), destinationPorts: [80, 80] }), denyAll],
    outcome: 'PARTIAL',
    fraction: 1 / 16,
  },
  'half of the source ports': {
    rules: [rule('a', { sourcePorts: [1024, 33_279] }), denyAll],
    outcome: 'PARTIAL',
    fraction: 0.5,
  },
  'source ports that no client has': {
    rules: [rule('a', { sourcePorts: [0, 1023] }), denyAll],
    outcome: 'DENIED',
    fraction: 0,
    deciders: [`${denyAll.name} 1`],
  },
  'the last port before the range': {
    rules: [rule('a', { destinationPorts: [0, 79] }), denyAll],
    outcome: 'DENIED',
    fraction: 0,
  },
  'another protocol': {
    rules: [rule('a', { protocol: 'UDP' }), denyAll],
    outcome: 'DENIED',
    fraction: 0,
    deciders: [`${denyAll.name} 1`],
  },
  'the other direction': {
    rules: [rule('a', { direction: 'OUTBOUND' }), denyAll],
    outcome: 'DENIED',
    fraction: 0,
  },
  'the ends exchanged': {
    rules: [rule('a', { source: at(11, 14), destination: at(1, 4) }), denyAll],
    outcome: 'DENIED',
    fraction: 0,
  },
  'a denial before it': {
    rules: [rule('d', { access: 'DENY', source: at(1) }), rule('a'), denyAll],
    outcome: 'PARTIAL',
    fraction: 0.75,
    by: 'a',
    deciders: ['d 0.25', 'a 0.75'],
  },
  'a denial behind it': {
    rules: [rule('a'), rule('d', { access: 'DENY' }), denyAll],
    outcome: 'ALLOWED',
    fraction: 1,
    deciders: ['a 1'],
  },
  'two rules that share it evenly: the first one decides': {
    rules: [rule('a', { source: at(1, 2) }), rule('b', { source: at(3, 4) }), denyAll],
    outcome: 'ALLOWED',
    fraction: 1,
    by: 'a',
    deciders: ['a 0.5', 'b 0.5'],
  },
  'an open source': {
    rules: [rule('a', { source: open }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
    deciders: ['a null', `${denyAll.name} null`],
  },
  'an open source and nothing else: nobody decides for certain': {
    rules: [rule('a', { source: open })],
    outcome: 'ALLOWED',
    fraction: 1,
    by: 'nobody',
  },
  'half of it for certain, the rest open: nobody decides most': {
    rules: [rule('a', { source: at(1, 2) }), rule('o', { access: 'DENY', source: open }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
    by: 'nobody',
  },
  'three quarters of it for certain, the rest open': {
    rules: [rule('a', { source: at(1, 3) }), rule('o', { access: 'DENY', source: open }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
    by: 'a',
  },
  'an open access': {
    rules: [rule('a', { access: undefined }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
    by: 'a',
  },
  'an open direction': {
    rules: [rule('a', { direction: undefined }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'an open priority': {
    rules: [rule('a', { priority: undefined }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'an open protocol': {
    rules: [rule('a', { protocol: undefined }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'open source ports': {
    rules: [rule('a', { sourcePorts: undefined }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'open destination ports': {
    rules: [rule('a', { destinationPorts: undefined }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'a rule that another one contests': {
    rules: [rule('a', { isContested: true }), denyAll],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'a part allowed for certain, the rest open': {
    rules: [rule('a', { source: at(1) }), rule('d', { access: 'DENY', source: open }), rule('b')],
    outcome: 'UNKNOWN',
    fraction: null,
  },
  'a part allowed and a part denied for certain, the rest open': {
    rules: [
      rule('a', { source: at(1) }),
      rule('d', { access: 'DENY', source: at(2) }),
      rule('o', { access: 'DENY', source: open }),
      rule('b'),
    ],
    outcome: 'PARTIAL',
    fraction: null,
  },
};

describe('a flow', () => {
  it.each(Object.entries(cases))('%s', (_, { rules, outcome, fraction, by, deciders }) => {
    const actual = evaluate(flow, rules);
    expect(actual.outcome).toBe(outcome);
    expect(actual.allowedFraction).toBe(fraction);
    expect(actual.isSimplified).toBe(false);
    if (by !== undefined) expect(actual.decidedBy?.name ?? 'nobody').toBe(by);
    if (deciders) {
      expect(actual.deciders.map((one) => `${one.rule.name} ${one.fraction}`)).toEqual(deciders);
    }
  });

  it('may have lost what is left of it to a rule for a tag, and to no other rule', () => {
    const whole = sideOf([1, 4]);
    const named: Flow = {
      ...flow,
      remote: {
        all: whole.all,
        cover: (term) =>
          term.kind === 'tag' ? whole.cover(at(1, 2)[0] as AddressTerm) : whole.cover(term),
        isCertainlyFilled: ({ line }, isAfterTags) => line.length > 0 && !isAfterTags,
      },
    };
    const outcomeOf = (source: AddressTerm[]) =>
      evaluate(named, [rule('d', { access: 'DENY', source }), rule('a'), denyAll]).outcome;
    const storage = new ServiceTagIndex('PUBLIC').find('Storage') as Tag;
    expect(outcomeOf([{ kind: 'tag', tag: storage }])).toBe('UNKNOWN');
    expect(outcomeOf(at(1, 2))).toBe('PARTIAL');
  });

  it('goes out with its ends exchanged', () => {
    const rules = [
      rule('a', { direction: 'OUTBOUND', source: at(11, 12), destination: at(1, 4) }),
      denyAllRule('OUTBOUND'),
    ];
    expect(evaluate(outbound, rules)).toMatchObject({ outcome: 'PARTIAL', allowedFraction: 0.5 });
  });

  it('tells what is denied for certain, and by which rules', () => {
    const rules = [
      rule('a', { source: at(1) }),
      rule('d', { access: 'DENY', source: at(2), destinationPorts: [80, 81] }),
      rule('b'),
      denyAll,
    ];
    const { denied, deniedBy } = evaluate(flow, rules);
    expect(denied).toEqual([
      {
        remote: partOf([2, 2]),
        local: partOf([11, 14]),
        ports: [80, 81],
        sourcePorts: [1024, 65_535],
      },
    ]);
    expect(deniedBy.map(({ name }) => name)).toEqual(['d']);
  });

  it.each([
    [300, false],
    [1100, true],
  ])('cut by %i rules is simplified: %s', (count, isSimplified) => {
    const whole = sideOf([1, 10_000]);
    const wide: Flow = { ...flow, remote: whole, local: whole, ports: [0, 9999] };
    const rules = Array.from({ length: count }, (_, index) =>
      rule(`r${index}`, {
        access: 'DENY',
        source: at(2 * index + 1),
        destination: at(2 * index + 1),
        destinationPorts: [2 * index + 1, 2 * index + 1],
      }),
    );
    const actual = evaluate(wide, [...rules, rule('a'), denyAll]);
    expect(actual.isSimplified).toBe(isSimplified);
    expect(actual.outcome).toBe(isSimplified ? 'UNKNOWN' : 'PARTIAL');
    expect(actual.denied).toHaveLength(100);
  });
});
