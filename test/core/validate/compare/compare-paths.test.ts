/** What changes of security admin rules, routes and firewalls open and close. */

import { expect, it } from 'vitest';
import type { AdminRule } from '../../../../core/deployment.ts';
import type { FirewallCollection, InputFirewall } from '../../../../core/firewall.ts';
import type { RouteSource } from '../../../../core/peering.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import { compare, denyOutbound, type Rule, words } from '../../../support/compared-networks.ts';
import {
  application,
  applicationRule,
  firewall,
  firewallAddress,
  network,
  networkRule,
} from '../../../support/firewalls.ts';
import { gateway } from '../../../support/peerings.ts';

interface Side {
  readonly rules?: readonly Rule[];
  readonly admin?: readonly AdminRule[];
  /** Where the default route leads. */
  readonly hop?: string;
  readonly address?: string;
  /** Something that may bring a default route. */
  readonly gateway?: RouteSource;
  readonly firewalls?: readonly InputFirewall[];
}

const far = '203.0.113.0/24';
const sql: Rule = ['sql', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', far, '1433'];
const web: Rule = ['web', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', far, '443'];
const group: readonly Rule[] = [sql, denyOutbound];
const data = (...to: readonly string[]) =>
  firewall([network('Data', 'ALLOW', networkRule(to, ['1433']))]);
const toFirewall = { hop: 'VirtualAppliance', address: firewallAddress };
const doubt = 'the input does not say whether the configuration is deployed';

const networkOf = ({ rules = group, admin = [], hop, address, gateway, firewalls = [] }: Side) => ({
  rules,
  firewalls,
  more: {
    adminRules: admin,
    ...(gateway && { routeSources: [gateway] }),
    ...(hop !== undefined && {
      routeTable: {
        routes: [
          {
            name: 'out',
            addressPrefix: '0.0.0.0/0',
            nextHopType: hop,
            ...(address !== undefined && { nextHopIpAddress: address }),
          },
        ],
      },
    }),
  },
});

interface Row {
  readonly about: string;
  readonly before: Side;
  readonly after: Side;
  readonly opened?: readonly string[];
  readonly closed?: readonly string[];
  readonly undecided?: readonly string[];
}

const packets = `OUTBOUND TCP ${far} 1433`;
const stopped = 'the default of Azure Firewall';

const byName = network('Names', 'ALLOW', networkRule([], ['443'], { hostNames: ['a.example'] }));
const throughFirewall = (
  collections: readonly FirewallCollection[],
  more: Partial<InputFirewall> = {},
): Side => ({
  ...toFirewall,
  rules: [web, denyOutbound],
  firewalls: [firewall(collections, more)],
});

const learned = `a default route of ${gateway.name}`;

const rows: readonly Row[] = [
  {
    about: 'a gateway that may bring a default route',
    before: {},
    after: { gateway },
    undecided: [`${packets}: sql -> sql,${learned}`],
  },
  { about: 'the same gateway before and after', before: { gateway }, after: { gateway } },
  {
    about: 'another gateway',
    before: { gateway },
    after: { gateway: { ...gateway, name: 'the gateway vpn' } },
    undecided: [`${packets}: sql,${learned} -> sql,a default route of the gateway vpn`],
  },
  {
    about: 'a rule that is gone, where a gateway may bring a default route',
    before: { gateway },
    after: { gateway, rules: [denyOutbound] },
    closed: [`${packets}: sql,${learned} -> deny`],
  },
  {
    about: 'a gateway, and a default route of the owner that comes before what it brings',
    before: { hop: 'Internet' },
    after: { hop: 'Internet', gateway },
  },
  {
    about: 'an admin rule that denies what the group allows',
    before: {},
    after: { admin: [adminRule('DENY', 10, far, '1433')] },
    closed: [`${packets}: sql -> Rule10`],
  },
  {
    about: 'an admin rule that denies what the group denies anyway',
    before: { rules: [denyOutbound] },
    after: { rules: [denyOutbound], admin: [adminRule('DENY', 10, far, '1433')] },
  },
  {
    about: 'an admin rule that always allows what the group denies',
    before: { rules: [denyOutbound] },
    after: { rules: [denyOutbound], admin: [adminRule('ALWAYS_ALLOW', 10, far, '1433')] },
    opened: [`${packets}: deny -> Rule10`],
  },
  {
    about: 'an action that becomes Allow, which leaves it to the group',
    before: { admin: [adminRule('ALWAYS_ALLOW', 10, far, '*')] },
    after: { admin: [adminRule('ALLOW', 10, far, '*')] },
    closed: [`OUTBOUND TCP ${far} 0-1432,1434-65535: Rule10 -> deny`],
  },
  {
    about: 'an admin rule in doubt',
    before: {},
    after: { admin: [adminRule('DENY', 10, far, '1433', { doubt })] },
    undecided: [`${packets}: sql -> Rule10,sql`],
  },
  {
    about: 'an admin rule in doubt on both sides',
    before: { admin: [adminRule('DENY', 10, far, '1433', { doubt })] },
    after: { admin: [adminRule('DENY', 10, far, '1433', { doubt })] },
  },
  {
    about: 'a rule of the group under an admin rule that denies',
    before: { rules: [denyOutbound], admin: [adminRule('DENY', 10, far, '1433')] },
    after: { admin: [adminRule('DENY', 10, far, '1433')] },
  },
  {
    about: 'a default route that drops',
    before: {},
    after: { hop: 'None' },
    closed: [`${packets}: sql -> out`],
  },
  {
    about: 'a firewall that lets less pass',
    before: { ...toFirewall, firewalls: [data(far)] },
    after: { ...toFirewall, firewalls: [data('203.0.113.0/25')] },
    closed: [`OUTBOUND TCP 203.0.113.128/25 1433: sql,out,Data/rule -> ${stopped}`],
  },
  {
    about: 'a firewall with another name and the same rules',
    before: { ...toFirewall, firewalls: [data(far)] },
    after: { ...toFirewall, firewalls: [{ ...data(far), name: 'spoke' }] },
  },
  {
    about: 'a route to a firewall that lets it pass',
    before: {},
    after: { ...toFirewall, firewalls: [data(far)] },
  },
  {
    about: 'a route to a firewall that stops it',
    before: {},
    after: { ...toFirewall, firewalls: [data('198.51.100.0/24')] },
    closed: [`${packets}: sql -> ${stopped}`],
  },
  {
    about: 'a route to an appliance that is not in the input',
    before: {},
    after: toFirewall,
    undecided: [`${packets}: sql -> sql,out`],
  },
  {
    about: 'what the group opens to an appliance that is not in the input',
    before: { ...toFirewall, rules: [denyOutbound] },
    after: toFirewall,
    opened: [`${packets}: deny -> sql,out`],
  },
  {
    about: 'an application rule by host name, which decides by more than the packet says',
    before: { ...toFirewall, rules: [web, denyOutbound], firewalls: [firewall([])] },
    after: {
      ...toFirewall,
      rules: [web, denyOutbound],
      firewalls: [firewall([application('Web', 'ALLOW', applicationRule(['a.example']))])],
    },
    undecided: [`OUTBOUND TCP ${far} 443: ${stopped} -> web,out,Web/rule,${stopped}`],
  },
  {
    about: 'host names of an application rule in another order',
    before: throughFirewall([
      application('Web', 'ALLOW', applicationRule(['b.example', 'a.example'])),
    ]),
    after: throughFirewall([
      application('Web', 'ALLOW', applicationRule(['a.example', 'b.example'])),
    ]),
  },
  {
    about: 'a host instead of all below its domain, which count as independent',
    before: throughFirewall([application('Web', 'ALLOW', applicationRule(['*.example']))]),
    after: throughFirewall([application('Web', 'ALLOW', applicationRule(['a.example']))]),
    undecided: [
      `OUTBOUND TCP ${far} 443: web,out,Web/rule,${stopped} -> web,out,Web/rule,${stopped}`,
    ],
  },
  {
    about: 'a firewall that resolves host names of network rules no longer as the instance does',
    before: throughFirewall([byName]),
    after: throughFirewall([byName], { hasDnsProxy: false }),
    undecided: [
      `OUTBOUND TCP ${far} 443: web,out,Names/rule,${stopped} -> web,out,Names/rule,${stopped}`,
    ],
  },
];

it.each(rows)('$about', ({ before, after, opened = [], closed = [], undecided = [] }) => {
  const found = compare(networkOf(before), networkOf(after));
  expect(found.notCompared).toEqual([]);
  expect(found.opened.map(words)).toEqual(opened);
  expect(found.closed.map(words)).toEqual(closed);
  expect(found.undecided.map(words)).toEqual(undecided);
});
