/** What a comparison says of values that the inputs leave open: it may change, or it is the same. */

import { describe, expect, it } from 'vitest';
import { compare, type Rule } from '../../../support/compared-networks.ts';

describe('a rule of which the input leaves the position open', () => {
  const floating = (priority: number): Rule => [
    'ssh',
    priority,
    'INBOUND',
    'ALLOW',
    'Tcp',
    '203.0.113.0/24',
    '*',
    '22',
  ];
  const denial = (priority: number): Rule => [
    'deny',
    priority,
    'INBOUND',
    'DENY',
    'Tcp',
    '203.0.113.0/24',
    '*',
    '22',
  ];

  it('may decide otherwise when another rule moves', () => {
    const [before, after] = [
      [floating(200), denial(200)],
      [floating(200), denial(200), denial(150)],
    ];
    const { undecided, opened, closed } = compare({ rules: before }, { rules: after });
    expect([opened, closed]).toEqual([[], []]);
    expect(undecided.map(({ destinationPorts }) => destinationPorts)).toEqual([['22']]);
    expect(compare({ rules: before }, { rules: before }).undecided).toEqual([]);
  });
});

describe('what the input leaves open', () => {
  const from = (source: string | readonly string[], access: string): Rule => [
    'ssh',
    200,
    'INBOUND',
    access as 'ALLOW',
    'Tcp',
    source,
    '*',
    '22',
  ];

  it.each<[string, Rule, Rule]>([
    [
      'an access',
      from('203.0.113.0/24', "[parameters('a')]"),
      from('203.0.113.0/24', "[parameters('b')]"),
    ],
    [
      'an access that was known',
      from('203.0.113.0/24', 'ALLOW'),
      from('203.0.113.0/24', "[parameters('b')]"),
    ],
    ['another source', from("[parameters('a')]", 'ALLOW'), from("[parameters('b')]", 'ALLOW')],
  ])('may change: %s', (_, before, after) => {
    const { opened, closed, undecided } = compare({ rules: [before] }, { rules: [after] });
    expect([opened, closed]).toEqual([[], []]);
    expect(undecided.length).toBeGreaterThan(0);
    for (const { conditions } of undecided) expect(conditions.join()).not.toBe('');
  });

  it('is the same in another order', () => {
    const [a, b] = ["[parameters('a')]", "[parameters('b')]"];
    const { undecided } = compare(
      { rules: [from([a, b], 'ALLOW')] },
      { rules: [from([b, a], 'ALLOW')] },
    );
    expect(undecided).toEqual([]);
  });

  it('at both ends decides each packet for itself', () => {
    const rule = (
      name: string,
      priority: number,
      access: 'ALLOW' | 'DENY',
      ...near: string[]
    ): Rule => [name, priority, 'INBOUND', access, 'Tcp', "[parameters('h')]", near, '22'];
    const allow = rule('r100', 100, 'ALLOW', "[parameters('g')]");
    const deny = rule('r110', 110, 'DENY', "[parameters('g')]", '10.0.1.4');
    const rest: Rule = ['r120', 120, 'INBOUND', 'ALLOW', '*', '*', '*', '22'];
    const { undecided } = compare({ rules: [allow, deny, rest] }, { rules: [allow, rest] });
    expect(undecided.length).toBeGreaterThan(0);
  });

  it('is where the subnet is', () => {
    const wide: Rule = ['c', 200, 'INBOUND', 'ALLOW', 'Tcp', 'Internet', '10.0.0.0/16', '443'];
    const part: Rule = ['c', 200, 'INBOUND', 'ALLOW', 'Tcp', 'Internet', '10.0.9.0/24', '443'];
    const outside: Rule = ['c', 200, 'INBOUND', 'ALLOW', 'Tcp', 'Internet', '20.1.0.0/24', '22'];
    for (const [before, after] of [
      [{ rules: [wide] }, { rules: [wide], subnet: '' }],
      [{ rules: [wide], subnet: '' }, { rules: [wide] }],
      [
        { rules: [], subnet: '' },
        { rules: [part], subnet: '' },
      ],
      [
        { rules: [], subnet: '' },
        { rules: [outside], subnet: '', space: [] },
      ],
    ] as const) {
      const { opened, closed } = compare(before, after);
      expect([opened, closed]).toEqual([[], []]);
    }
    const { undecided } = compare(
      { rules: [], subnet: '', space: [] },
      { rules: [outside], subnet: '', space: [] },
    );
    expect(undecided[0]?.conditions).toContain('the addresses of the subnet');
    expect(undecided[0]?.destinationPrefixes).toEqual(['20.1.0.0/24']);
  });

  it('is IPv6, which is said', () => {
    const { notCompared } = compare({ rules: [] }, { rules: [from('2001:db8::/32', 'ALLOW')] });
    expect(notCompared.join()).toContain('rules for IPv6 addresses differ');
  });
});
