/** What the ladder of a packet says. */

import { describe, expect, it } from 'vitest';
import { adminRule } from '../../../support/admin-rules.ts';
import type { Rule } from '../../../support/compared-networks.ts';
import {
  application,
  applicationRule,
  firewall,
  network as fromNetwork,
  networkRule,
} from '../../../support/firewalls.ts';
import {
  allowSql,
  closed,
  ladders,
  office,
  sql,
  steps,
  storage,
} from '../../../support/why-ladders.ts';

describe('a packet', () => {
  it('is tried against the rules of its direction in order, up to the one that decides', () => {
    const [ladder, ...more] = ladders('tcp 10.0.1.4 -> 13.69.104.0:1433', [
      allowSql,
      office,
      sql,
      storage,
    ]);
    expect(more).toEqual([]);
    expect(ladder).toMatchObject({
      region: 'westeurope',
      direction: 'OUTBOUND',
      packets: 'outbound TCP 10.0.1.4 -> 13.69.104.0:1433',
      outcome: 'DENIED',
      decidedBy: 'DenySql',
      notes: ['AllowSql (priority 300) matches it, too, and is not tried'],
    });
    expect(ladder && steps(ladder)).toEqual([
      ['Storage', 'other destination, destination port'],
      ['DenySql', 'decides'],
    ]);
  });

  it('within the subnet leaves it and comes in', () => {
    expect(
      ladders('udp 10.0.1.4 -> 10.0.1.5:4290', []).map((one) => [one.direction, one.decidedBy]),
    ).toEqual([
      ['OUTBOUND', 'AllowVnetOutBound'],
      ['INBOUND', 'AllowVnetInBound'],
    ]);
  });

  it('of a service tag may be decided in part', () => {
    const part: Rule = ['Part', 90, 'OUTBOUND', 'DENY', 'Tcp', '*', '13.69.104.0/28', '*'];
    const [ladder] = ladders('tcp subnet -> Sql:1433', [part, allowSql]);
    expect(ladder).toMatchObject({ outcome: 'PARTIAL', decidedBy: 'AllowSql' });
    expect(ladder && steps(ladder)[0]?.[1]).toMatch(/^decides 0\.\d+ %$/);
  });

  it.each(['udp 10.0.1.4 -> 168.63.129.16:53', 'tcp 10.0.1.4 -> 169.254.169.254:80'])(
    'to an address of the platform is decided by no security rule: %s',
    (text) => {
      const all: Rule = ['All', 100, 'OUTBOUND', 'DENY', '*', '*', '*', '*'];
      for (const rules of [[all], undefined]) {
        expect(ladders(text, rules)).toMatchObject([
          {
            outcome: 'UNKNOWN',
            decidedBy: null,
            rungs: [],
            notes: [expect.stringContaining('rules do not filter')],
          },
        ]);
      }
    },
  );

  it.each([
    ['without ports meets only rules for every port', 'icmp 203.0.113.9 -> 10.0.1.4', 'Closed'],
    ['from a port that a rule admits', 'tcp 203.0.113.9:1500 -> 10.0.1.4:443', 'Office'],
  ])('%s', (_, text, decidedBy) => {
    expect(ladders(text, [office, closed])[0]).toMatchObject({ decidedBy });
  });

  it.each([
    [undefined, {}, 'tcp 203.0.113.9 -> 10.0.1.4:443', 'DENIED', /lets nothing in/],
    [undefined, {}, 'tcp 10.0.9.9 -> 10.0.1.4:443', 'ALLOWED', /no security group/],
    [undefined, {}, 'tcp 192.168.0.9 -> 10.0.1.4:443', 'UNKNOWN', /source is in its network/],
    [undefined, {}, 'tcp 10.0.1.4 -> 13.69.104.0:1433', 'ALLOWED', /no security group/],
    [
      undefined,
      { networkSecurityGroupElsewhere: 'nsg' },
      'tcp 10.0.1.4 -> 13.69.104.0:1433',
      'UNKNOWN',
      /not in the input/,
    ],
  ])('without rules: %#', (rules, more, text, outcome, note) => {
    const [ladder] = ladders(text, rules, more);
    expect(ladder).toMatchObject({ outcome, rungs: [] });
    expect(ladder?.notes.join()).toMatch(note);
  });

  it('that a group lets out may meet a route', () => {
    const route = (name: string, addressPrefix: string, nextHopType: string) => ({
      name,
      addressPrefix,
      nextHopType,
      ...(nextHopType === 'VirtualAppliance' && { nextHopIpAddress: '10.0.9.4' }),
    });
    const routes = [
      route('out', '0.0.0.0/0', 'VirtualAppliance'),
      route('hole', '13.69.104.0/24', 'None'),
    ];
    const notesOf = (text: string) =>
      ladders(text, [], { routeTable: { routes } })[0]?.notes.join();
    expect(notesOf('tcp 10.0.1.4 -> 13.69.104.0:1433')).toMatch(/then route "?hole.* drops it/);
    expect(notesOf('tcp 10.0.1.4 -> 8.8.8.8:53')).toMatch(/then route "?out.* sends it on/);
  });

  it.each([
    ['Deny', 'DENY', [], 'DENIED', 'Rule10', ['Rule10']],
    ['Deny, without a group', 'DENY', undefined, 'DENIED', 'Rule10', ['Rule10']],
    ['an open action', undefined, [allowSql], 'UNKNOWN', null, ['Rule10', 'AllowSql']],
    ['Allow', 'ALLOW', [sql], 'DENIED', 'DenySql', ['Rule10', 'DenySql']],
    ['Always Allow', 'ALWAYS_ALLOW', [sql], 'ALLOWED', 'Rule10', ['Rule10']],
  ] as const)('under a security admin rule: %s', (_, action, rules, outcome, decidedBy, tried) => {
    const adminRules = [adminRule(action, 10, '*', '1433')];
    const [ladder] = ladders('tcp 10.0.1.4 -> 13.69.104.0:1433', rules, { adminRules });
    expect([ladder?.outcome, ladder?.decidedBy]).toEqual([outcome, decidedBy]);
    expect(ladder?.rungs.map(({ rule }) => rule)).toEqual(tried);
  });

  it.each([
    ['that the firewall allows', '1433', 'ALLOWED', 'Data/rule'],
    ['that no rule of it allows', '1434', 'DENIED', 'the default of Azure Firewall'],
    ['that it decides by host name', '443', 'UNKNOWN', null],
  ])('meets admin rules, group, route and firewall in order: %s', (_, port, outcome, by) => {
    const nextHopIpAddress = '10.0.9.4';
    const out = { name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' };
    const [ladder] = ladders(
      `tcp 10.0.1.4 -> 13.69.104.0:${port}`,
      [],
      {
        adminRules: [adminRule('ALLOW', 10, '*', '*')],
        routeTable: { routes: [{ ...out, nextHopIpAddress }] },
      },
      [
        firewall(
          [
            fromNetwork('Data', 'ALLOW', networkRule(['13.69.104.0/24'], ['1433'])),
            application('Web', 'ALLOW', applicationRule(['*.contoso.com'])),
          ],
          { privateAddresses: [nextHopIpAddress] },
        ),
      ],
    );
    expect([ladder?.outcome, ladder?.decidedBy]).toEqual([outcome, by]);
    const elements = new Set(ladder?.rungs.map(({ element }) => element));
    expect([...elements]).toEqual([
      'SECURITY_ADMIN_RULES',
      'NETWORK_SECURITY_GROUP',
      'ROUTE',
      'FIREWALL',
    ]);
  });

  it('that a route leads to a firewall of the input says so', () => {
    const nextHopIpAddress = '10.0.9.4';
    const out = { name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' };
    const [ladder] = ladders(
      'tcp 10.0.1.4 -> 8.8.8.8:53',
      [],
      { routeTable: { routes: [{ ...out, nextHopIpAddress }] } },
      [firewall([], { privateAddresses: [nextHopIpAddress] })],
    );
    expect(ladder?.notes.join()).toMatch(/sends it to the firewall hub, whose rules decide$/);
    expect(ladder?.outcome).toBe('DENIED');
  });

  it.each([
    ['tcp 10.0.2.4 -> 13.69.104.0:1433', 'neither end of the packet is in the subnet'],
    ['tcp 10.0.1.4 -> Sqll:1433', 'nearest: Sql'],
  ])('that has no place here is refused: %s', (text, reason) => {
    expect(() => ladders(text, [])).toThrow(reason);
  });
});
