/**
 * Scenarios that documents of Batfish pose for filters of routers, built anew for a security group: which packets of a
 * kind are denied, which rules match nothing and why, and whether a change does what it is for and nothing else.
 */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import {
  compare,
  denyOutbound,
  type Rule,
  toRule,
  words,
} from '../../../support/compared-networks.ts';
import { judgedFlow, type Promised } from '../../../support/own-flows.ts';

const resolver = '198.51.100.53';
const dns = (name: string, priority: number, access: 'ALLOW' | 'DENY', from: string): Rule => [
  name,
  priority,
  'OUTBOUND',
  access,
  'Udp',
  from,
  resolver,
  '53',
];
const subnet = '10.0.1.0/27';
const asksResolver: Promised = { allow: [{ to: [resolver], ports: ['53'], protocol: 'UDP' }] };
const noLogin: Promised = { deny: [{ from: ['*'], ports: ['22'], protocol: 'TCP' }] };

describe('which packets of a kind does the group deny, or allow', () => {
  it('DNS of all but one address of the subnet', () => {
    const rules = [
      dns('one-address', 200, 'DENY', '10.0.1.10'),
      dns('dns', 300, 'ALLOW', subnet),
      denyOutbound,
    ];
    const { outcome, broken } = judgedFlow(asksResolver, { rules });
    expect(outcome).toBe('BROKEN');
    expect(broken).toMatchObject([
      {
        sourcePrefixes: ['10.0.1.10/32'],
        destinationPrefixes: [`${resolver}/32`],
        example: `10.0.1.10:50000 -> ${resolver}:53 udp`,
        decidedBefore: ['one-address'],
      },
    ]);
  });

  it('no DNS, where the denial comes after the permission', () => {
    const rules = [
      dns('dns', 200, 'ALLOW', subnet),
      dns('one-address', 300, 'DENY', '10.0.1.10'),
      denyOutbound,
    ];
    expect(judgedFlow(asksResolver, { rules }).outcome).toBe('HOLDS');
  });

  it('SSH from one network, and to one half of the subnet', () => {
    const closed: Rule = ['closed', 4000, 'INBOUND', 'DENY', '*', '*', '*', '*'];
    const rules: readonly Rule[] = [
      ['admins', 200, 'INBOUND', 'ALLOW', 'Tcp', '10.9.0.0/24', '10.0.1.0/28', '20-25'],
      closed,
    ];
    const { outcome, broken } = judgedFlow(noLogin, { rules });
    expect(outcome).toBe('BROKEN');
    expect(
      broken.map(({ sourcePrefixes, destinationPrefixes, destinationPorts }) => [
        sourcePrefixes,
        destinationPrefixes,
        destinationPorts,
      ]),
    ).toEqual([[['10.9.0.0/24'], ['10.0.1.0/28'], ['22']]]);
    expect(judgedFlow(noLogin, { rules: [closed] }).outcome).toBe('HOLDS');
  });
});

describe('which rules match nothing, and which rules hide them', () => {
  const rule = (name: string, priority: number, access: 'ALLOW' | 'DENY', to: string): Rule => [
    name,
    priority,
    'OUTBOUND',
    access,
    '*',
    '*',
    to,
    '*',
  ];
  it.each<[about: string, rules: readonly Rule[], hidden: Readonly<Record<string, string[]>>]>([
    [
      'a denial behind a wider permission',
      [rule('wide', 100, 'ALLOW', '198.51.100.0/24'), rule('part', 200, 'DENY', '198.51.100.0/25')],
      { part: ['wide'] },
    ],
    [
      'a permission behind a denial of everything',
      [denyOutbound, ['icmp', 4001, 'OUTBOUND', 'ALLOW', 'Icmp', '*', '*', '*']],
      { icmp: ['deny'] },
    ],
    [
      'a rule that two others cover together',
      [
        rule('low', 100, 'ALLOW', '198.51.100.0/25'),
        rule('high', 110, 'DENY', '198.51.100.128/25'),
        rule('whole', 200, 'ALLOW', '198.51.100.0/24'),
      ],
      { whole: ['low', 'high'] },
    ],
    [
      'none, where a part is left',
      [
        rule('low', 100, 'ALLOW', '198.51.100.0/25'),
        rule('whole', 200, 'ALLOW', '198.51.100.0/24'),
      ],
      {},
    ],
  ])('%s', (_, rules, hidden) => {
    const report = validateInput(
      {
        deployment: withDefaults({
          tier: 'PREMIUM',
          virtualNetworkType: 'EXTERNAL',
          locations: [
            {
              region: 'westeurope',
              subnet: { addressPrefix: subnet },
              networkSecurityGroup: { securityRules: rules.map(toRule) },
            },
          ],
        }),
      },
      { serviceTagFiles: [], whatIf: 'NONE' },
    );
    const found = (report.instance().locations[0]?.rules ?? []).filter(
      ({ hiddenBy, isDefault }) => hiddenBy.length > 0 && !isDefault,
    );
    expect(Object.fromEntries(found.map(({ name, hiddenBy }) => [name, hiddenBy]))).toEqual(hidden);
    for (const name of Object.keys(hidden)) {
      const [ladder] = report.ladders({ kind: 'rule', name });
      expect(ladder?.notes[0]).toMatch(/^it decides nothing/);
    }
  });
});

describe('a change does what it is for, and nothing else', () => {
  const partner = (prefix: string): Rule => [
    'partner',
    300,
    'INBOUND',
    'ALLOW',
    'Tcp',
    prefix,
    '10.0.1.0/27',
    '443',
  ];
  const clients: Rule = ['no-clients', 400, 'INBOUND', 'DENY', '*', 'Internet', '*', '*'];
  const half = 'INBOUND TCP 203.0.113.32/27 443: no-clients -> partner';

  it.each<[about: string, before: readonly Rule[], after: readonly Rule[], opened: string[]]>([
    [
      'the intended prefix',
      [clients],
      [partner('203.0.113.0/27'), clients],
      ['INBOUND TCP 203.0.113.0/27 443: no-clients -> partner'],
    ],
    [
      'a prefix that is one bit too short opens the other half, too',
      [partner('203.0.113.0/27'), clients],
      [partner('203.0.113.0/26'), clients],
      [half],
    ],
    [
      'a permission behind the denial changes nothing',
      [clients],
      [clients, ['late', 500, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/27', '*', '443']],
      [],
    ],
  ])('%s', (_, before, after, opened) => {
    const found = compare({ rules: before }, { rules: after });
    expect(found.opened.map(words)).toEqual(opened);
    expect([found.closed, found.undecided, found.notCompared]).toEqual([[], [], []]);
  });

  it('the same permission under a security admin rule that denies it changes nothing', () => {
    const deny = adminRule('DENY', 10, '*', '443');
    const more = {
      adminRules: [{ ...deny, rule: { ...deny.rule, direction: 'Inbound' } }],
    };
    const found = compare(
      { rules: [clients], more },
      { rules: [partner('203.0.113.0/27'), clients], more },
    );
    expect([found.opened, found.closed, found.undecided]).toEqual([[], [], []]);
  });
});
