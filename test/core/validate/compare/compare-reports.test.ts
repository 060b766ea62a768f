/** What changes of a network open and close: packets as sets, and findings that come and go. */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { shippedServiceTagFiles } from '../../../../core/network/service-tags/shipped-files.ts';
import { compareReports } from '../../../../core/validate/compare/compare-reports.ts';
import type { PacketSet } from '../../../../core/validate/compare/packet-set.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';

type Rule = readonly [
  name: string,
  priority: number,
  direction: 'INBOUND' | 'OUTBOUND',
  access: 'ALLOW' | 'DENY',
  protocol: string,
  source: string | readonly string[],
  destination: string | readonly string[],
  ports: string | readonly string[],
];

const listOf = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value);

const toRule = ([
  name,
  priority,
  direction,
  access,
  protocol,
  source,
  destination,
  ports,
]: Rule) => ({
  name,
  priority,
  direction,
  access,
  protocol,
  sourceAddressPrefixes: listOf(source),
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: listOf(destination),
  destinationPortRanges: listOf(ports),
});

const management = ['INBOUND', 'ALLOW', 'Tcp', 'ApiManagement', 'VirtualNetwork', '3443'] as const;
const documented: readonly Rule[] = [
  ['management', 100, ...management],
  ['probe', 110, 'INBOUND', 'ALLOW', 'Tcp', 'AzureLoadBalancer', 'VirtualNetwork', '6390'],
  ['clients', 120, 'INBOUND', 'ALLOW', 'Tcp', 'Internet', 'VirtualNetwork', ['80', '443']],
];
const denyOutbound: Rule = ['deny', 4000, 'OUTBOUND', 'DENY', '*', '*', '*', '*'];
const ssh: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/24', '*', '22'];

interface Network {
  readonly rules?: readonly Rule[];
  /** Empty if it is unknown. */
  readonly subnet?: string;
  readonly space?: readonly string[];
  readonly regions?: readonly string[];
}

const reportOn = ({
  rules,
  subnet = '10.0.1.0/27',
  regions = ['westeurope'],
  space = ['10.0.0.0/16'],
}: Network) =>
  validateInput(
    {
      deployment: withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'EXTERNAL',
        locations: regions.map((region) => ({
          region,
          ...(subnet !== '' && { subnet: { addressPrefix: subnet } }),
          virtualNetworkAddressPrefixes: space,
          ...(rules && { networkSecurityGroup: { securityRules: rules.map(toRule) } }),
        })),
      }),
    },
    { serviceTagFiles: shippedServiceTagFiles, whatIf: 'NONE' },
  );

const compare = (before: Network, after: Network) =>
  compareReports(reportOn(before), reportOn(after));

const words = ({ direction, protocols, tags, ...set }: PacketSet) => {
  const [far, ports] = [
    direction === 'INBOUND' ? set.sourcePrefixes : set.destinationPrefixes,
    set.destinationPorts,
  ];
  return `${direction} ${protocols} ${tags.join('+') || far} ${ports}: ${set.decidedBefore} -> ${set.decidedAfter}`;
};

const rest = documented.slice(1);

describe('a change that changes nothing is silent', () => {
  it.each<[string, readonly Rule[], readonly Rule[]]>([
    ['the same rules', documented, documented],
    ['another order in the text', documented, documented.toReversed()],
    ['another name', documented, [['admin', 100, ...management], ...rest]],
    [
      'another priority in the same order',
      documented,
      [['management', 105, ...management], ...rest],
    ],
    [
      'two halves of a prefix',
      [ssh],
      [['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', ['203.0.113.0/25', '203.0.113.128/25'], '*', '22']],
    ],
    [
      'two rules for one',
      [ssh],
      [
        ['a', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/25', '*', '22'],
        ['b', 201, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.128/25', '*', '22'],
      ],
    ],
    [
      'a rule behind one that takes all of its packets',
      [ssh],
      [ssh, ['late', 300, 'INBOUND', 'DENY', 'Tcp', '203.0.113.7', '*', '22']],
    ],
    [
      'a denial of what is denied anyway',
      [],
      [['deny', 4096, 'INBOUND', 'DENY', '*', 'Internet', '*', '22']],
    ],
  ])('%s', (_, before, after) => {
    const { opened, closed, undecided, notCompared } = compare({ rules: before }, { rules: after });
    expect({ opened, closed, undecided, notCompared }).toEqual({
      opened: [],
      closed: [],
      undecided: [],
      notCompared: [],
    });
  });
});

describe('packets', () => {
  it('that a rule opens', () => {
    const { opened, closed } = compare({ rules: documented }, { rules: [...documented, ssh] });
    expect(closed).toEqual([]);
    expect(opened).toEqual([
      {
        region: 'westeurope',
        direction: 'INBOUND',
        protocols: ['TCP'],
        sourcePrefixes: ['203.0.113.0/24'],
        sourcePorts: ['*'],
        destinationPrefixes: ['10.0.1.0/27'],
        destinationPorts: ['22'],
        tags: [],
        portRules: [],
        example: '203.0.113.10:50000 -> 10.0.1.4:22 tcp',
        decidedBefore: ['DenyAllInBound'],
        decidedAfter: ['ssh'],
        conditions: [],
      },
    ]);
  });

  it('that a denial closes, with the rules of the port table that need them', () => {
    const sql: Rule = ['no-sql', 300, 'OUTBOUND', 'DENY', 'Tcp', '*', 'Sql', '1433'];
    const { closed, appeared, resolved } = compare(
      { rules: documented },
      { rules: [...documented, sql] },
    );
    expect(closed.map(words)).toEqual(['OUTBOUND TCP Sql 1433: AllowInternetOutBound -> no-sql']);
    expect(closed[0]?.portRules.map(({ id }) => id)).toEqual(['azure-sql']);
    expect(closed[0]?.example).toMatch(/^10\.0\.1\.4:50000 -> [\d.]+:1433 tcp$/);
    expect(appeared.map(({ checkId }) => checkId)).toEqual(['required-flow-denied']);
    expect(resolved).toEqual([]);
  });

  it('of a range that is too wide by half', () => {
    const wide: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/26', '*', '22'];
    const narrow: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/27', '*', '22'];
    const { opened, closed } = compare({ rules: [wide] }, { rules: [narrow] });
    expect(opened).toEqual([]);
    expect(closed.map(words)).toEqual(['INBOUND TCP 203.0.113.32/27 22: ssh -> DenyAllInBound']);
  });

  it('of all protocols', () => {
    const { closed, undecided } = compare(
      { rules: documented },
      { rules: [...documented, denyOutbound] },
    );
    expect(closed.map(words)).toEqual([
      'OUTBOUND ANY VirtualNetwork *: AllowVnetOutBound -> deny',
      'OUTBOUND ANY Internet *: AllowInternetOutBound -> deny',
    ]);
    expect(undecided.map(({ conditions }) => conditions)).toEqual([
      ['whether VirtualNetwork holds the far address'],
    ]);
  });

  it('where there was no group', () => {
    const { opened, closed } = compare({}, { rules: documented });
    expect(opened).toEqual([]);
    expect(closed.every(({ decidedBefore }) => decidedBefore.join() === 'no security group')).toBe(
      true,
    );
    expect(closed.some(({ direction }) => direction === 'INBOUND')).toBe(true);
  });

  it('of a subnet with other addresses are the same where no rule names them', () => {
    const { opened, closed } = compare(
      { rules: documented },
      { rules: documented, subnet: '10.0.2.0/26' },
    );
    expect([...opened, ...closed]).toEqual([]);
  });

  it('of a subnet with other addresses change where a rule names them', () => {
    const own: Rule = [
      'own',
      200,
      'INBOUND',
      'ALLOW',
      'Tcp',
      '203.0.113.0/24',
      '10.0.1.0/27',
      '22',
    ];
    const { closed } = compare({ rules: [own] }, { rules: [own], subnet: '10.0.2.0/27' });
    expect(closed.map(words)).toEqual(['INBOUND TCP 203.0.113.0/24 22: own -> DenyAllInBound']);
  });

  it('that an expression leaves open', () => {
    const open: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', "[parameters('admins')]", '*', '22'];
    const same = compare({ rules: [open] }, { rules: [open, ...documented] });
    expect(same.undecided).toEqual([]);
    const { undecided, opened } = compare({ rules: documented }, { rules: [...documented, open] });
    expect(undecided.map(words)).toContain(
      'INBOUND TCP Internet 22: DenyAllInBound -> ssh,DenyAllInBound',
    );
    for (const { conditions } of undecided) {
      expect(conditions).toContain("the value of [parameters('admins')] at the far end");
    }
    expect(opened).toEqual([]);
  });
});

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

describe('locations', () => {
  it('of unknown regions are compared, too', () => {
    const regions = ['westeurope', 'unknown'];
    const { notCompared, opened } = compare(
      { rules: documented, regions },
      { rules: [...documented, ssh], regions },
    );
    expect(notCompared).toEqual([]);
    expect(opened.map(({ region }) => region)).toEqual(regions);
  });

  it('that come or go are not compared, and that is said', () => {
    const { notCompared, opened } = compare(
      { rules: documented },
      { rules: documented, regions: ['westeurope', 'northeurope'] },
    );
    expect(opened).toEqual([]);
    expect(notCompared).toEqual([
      'North Europe: the instance has no location in North Europe before the change',
    ]);
  });
});
