/** What is asked, and what the ladder of a packet or a rule says. */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import type { InputFirewall } from '../../../../core/firewall.ts';
import { shippedServiceTagFiles } from '../../../../core/network/service-tags/shipped-files.ts';
import { deedOf } from '../../../../core/validate/report/ladders.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { readWhySubject } from '../../../../core/validate/why/subject.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import { type Rule, toRule } from '../../../support/compared-networks.ts';
import {
  application,
  applicationRule,
  firewall,
  network as fromNetwork,
  networkRule,
} from '../../../support/firewalls.ts';

describe('what is asked', () => {
  const packet = {
    kind: 'packet',
    protocol: 'TCP',
    source: { kind: 'address', address: 0x0a000104 },
    destination: { kind: 'address', address: 0x0d456800 },
    sourcePort: undefined,
    destinationPort: 1433,
  };
  it.each([
    ['tcp 10.0.1.4 -> 13.69.104.0:1433', packet],
    ['10.0.1.4 -> 13.69.104.0 tcp/1433', packet],
    ['  10.0.1.4→13.69.104.0:1433 TCP', packet],
    ['10.0.1.4:50000 -> 13.69.104.0:1433 tcp', { ...packet, sourcePort: 50_000 }],
    [
      'TCP the subnet -> Sql:1433',
      { ...packet, source: { kind: 'subnet' }, destination: { kind: 'tag', name: 'Sql' } },
    ],
    ['icmp 10.0.1.4 -> 13.69.104.0', { ...packet, protocol: 'ICMP', destinationPort: undefined }],
    ['rule:Deny Sql ', { kind: 'rule', name: 'Deny Sql' }],
    ['RULE: DenySql', { kind: 'rule', name: 'DenySql' }],
  ])('is read from %j', (text, expected) => {
    expect(readWhySubject(text)).toEqual(expected);
  });

  it.each([
    ['rule:', 'the name of the rule is missing'],
    ['DenySql', 'neither a packet nor a rule'],
    ['tcp 10.0.1.4 -> 10.0.1.5 -> 10.0.1.6:80', 'neither a packet nor a rule'],
    ['tpc 10.0.1.4 -> 13.69.104.0:1433', 'protocol'],
    ['10.0.1.4 -> 13.69.104.0:1433', 'protocol'],
    ['tcp 10.0.1.4 -> 13.69.104.0', 'the destination port is missing'],
    ['tcp 10.0.1.4 -> 13.69.104.0:65536', '"65536" is no port'],
    ['icmp 10.0.1.4 -> 13.69.104.0:80', 'ICMP has no ports'],
    ['tcp 10.0.1 -> 13.69.104.0:80', 'an end of the packet cannot be read'],
    ['tcp 10.0.1.4 -> fe80::1', 'an end of the packet cannot be read'],
  ])('is refused with what is accepted: %j', (text, reason) => {
    expect(() => readWhySubject(text)).toThrow(reason);
    expect(() => readWhySubject(text)).toThrow(/accepted: /);
  });
});

const sql: Rule = ['DenySql', 200, 'OUTBOUND', 'DENY', 'Tcp', 'VirtualNetwork', 'Sql', '1433'];
const allowSql: Rule = ['AllowSql', 300, 'OUTBOUND', 'ALLOW', 'Tcp', '*', 'Sql', '1433'];
const storage: Rule = ['Storage', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', 'Storage', '443'];
const office: Rule = ['Office', 110, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/25', '*', '443'];
const closed: Rule = ['Closed', 120, 'INBOUND', 'DENY', '*', '203.0.113.0/24', '*', '*'];

function ladders(
  text: string,
  rules: readonly Rule[] | undefined,
  more: object = {},
  firewalls: readonly InputFirewall[] = [],
) {
  const deployment = withDefaults({
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    firewalls,
    locations: [
      {
        region: 'westeurope',
        subnet: { addressPrefix: '10.0.1.0/27' },
        virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
        ...(rules && { networkSecurityGroup: { securityRules: rules.map(toRule) } }),
        ...more,
      },
    ],
  });
  const report = validateInput(
    { deployment },
    { serviceTagFiles: shippedServiceTagFiles, whatIf: 'NONE' },
  );
  return report.ladders(readWhySubject(text));
}

const steps = ({ rungs }: ReturnType<typeof ladders>[number]) =>
  rungs.map((rung) => [rung.rule, deedOf(rung)]);

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

describe('a rule', () => {
  it('that decides all of its packets says what of the documented traffic that is, and what it hides', () => {
    const [ladder] = ladders('rule:denysql', [allowSql, sql, storage]);
    expect(ladder).toMatchObject({
      packets: 'outbound TCP 1433 from VirtualNetwork to Sql',
      outcome: 'DENIED',
      decidedBy: 'DenySql',
    });
    expect(ladder?.notes).toEqual([
      'it decides all of these packets',
      expect.stringMatching(/^it denies outbound TCP 1433 to Sql/),
      'it hides AllowSql (priority 300)',
    ]);
  });

  it('that is hidden says by which rules', () => {
    const [ladder] = ladders('rule:AllowSql', [allowSql, sql]);
    expect(ladder?.notes).toEqual([
      'it decides nothing: DenySql (priority 200) decides all of these packets before it',
      'it decides no documented flow',
    ]);
    expect(ladder && steps(ladder)).toEqual([['DenySql', 'decides']]);
  });

  it('for any protocol is explained for each protocol where an earlier rule is for one', () => {
    const all = ladders('rule:Closed', [office, closed]);
    expect(all.map(({ packets, notes }) => [packets, notes[0]])).toEqual([
      [
        'inbound TCP from 203.0.113.0/24 to *',
        expect.stringMatching(
          /^it decides .* of these packets; the rest goes to Office \(priority 110\)/,
        ),
      ],
      ['inbound any other protocol from 203.0.113.0/24 to *', 'it decides all of these packets'],
    ]);
  });

  it.each([
    ['IPv6', ['six', 100, 'INBOUND', 'ALLOW', 'Tcp', '2001:db8::/32', '*', '443'], /IPv4/],
    [
      'another subnet',
      ['six', 100, 'INBOUND', 'ALLOW', 'Tcp', '*', '10.0.2.0/24', '443'],
      /matches nothing/,
    ],
  ] as const)('that meets no packet says so: %s', (_, rule, note) => {
    const [ladder] = ladders('rule:six', [rule as Rule]);
    expect(ladder).toMatchObject({ rungs: [], outcome: 'UNKNOWN' });
    expect(ladder?.notes.join()).toMatch(note);
  });

  it.each([
    ['rule:DenySqk', 'nearest: DenySql'],
    ['rule:Broken', 'Azure refuses rule "Broken"'],
  ])('that is not tried is refused: %s', (text, reason) => {
    const broken: Rule = ['Broken', 250, 'INBOUND', 'ALLOW', 'Tcp', 'Internets', '*', '443'];
    expect(() => ladders(text, [sql, broken])).toThrow(reason);
  });

  it('says what security admin rules do with its packets before it', () => {
    const adminRules = [
      adminRule('DENY', 10, '13.69.104.0/28', '*'),
      adminRule('ALWAYS_ALLOW', 20, '*', '*'),
    ];
    const [ladder] = ladders('rule:AllowSql', [allowSql], { adminRules });
    expect(ladder?.notes.slice(-2)).toEqual([
      'before it security admin rules deny some of these packets: Rule10 (priority 10)',
      'before it security admin rules always allow some of these packets: Rule20 (priority 20)',
    ]);
    const [own] = ladders('rule:Rule20', [allowSql], { adminRules });
    expect(own?.rungs.map(({ element, rule }) => [element, rule])).toEqual([
      ['SECURITY_ADMIN_RULES', 'Rule10'],
      ['SECURITY_ADMIN_RULES', 'Rule20'],
    ]);
    expect(own?.notes).toHaveLength(1);
  });

  it('of Azure itself has a ladder, too', () => {
    expect(ladders('rule:DenyAllOutBound', [])[0]?.rungs.at(-1)).toMatchObject({
      isDefault: true,
      path: null,
    });
  });
});
