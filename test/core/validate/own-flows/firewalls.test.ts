/** Own flows through firewalls of the input: rules by host names, two firewalls of one name, and rules with open values. */

import { expect, it } from 'vitest';
import type { RouteFields } from '../../../../core/deployment.ts';
import type { FirewallCollection } from '../../../../core/firewall.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import {
  application,
  applicationRule,
  firewall,
  firewallAddress,
  network,
  networkRule,
} from '../../../support/firewalls.ts';
import { judgedFlow, type Promised } from '../../../support/own-flows.ts';

const route = (name: string, addressPrefix: string, nextHopIpAddress: string): RouteFields => ({
  name,
  addressPrefix,
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress,
});
const rules = [['all', 100, 'OUTBOUND', 'ALLOW', '*', '*', '*', '*']] as const;
const toFirewall = { rules, routeTable: { routes: [route('out', '0.0.0.0/0', firewallAddress)] } };
const allow = (far: string): Promised => ({
  allow: [{ to: [far], ports: ['443'], protocol: 'TCP' }],
});

const far = '203.0.113.0/24';
const every = (action: 'ALLOW' | 'DENY', ...protocols: readonly string[]) =>
  application(`${action} ${protocols}`, action, applicationRule(['*'], { protocols }));
const host = (action: 'ALLOW' | 'DENY', name: string) =>
  application(`${action} ${name}`, action, applicationRule([name]));
const addresses = network(
  'Addresses',
  'ALLOW',
  networkRule([], ['*'], { hostNames: ['a.example'] }),
);
const web = every('ALLOW', 'HTTPS:443');

it.each<[about: string, collections: readonly FirewallCollection[], outcome: string]>([
  [
    'a protocol that is open, another that is open, and all of HTTPS',
    [every('ALLOW', '[p]'), every('DENY', '[q]'), web],
    'UNDECIDED',
  ],
  [
    'one open protocol twice, and all of HTTPS',
    [every('ALLOW', '[p]'), every('DENY', '[p]'), web],
    'HOLDS',
  ],
  [
    'the addresses of a host, the host itself, and all of HTTPS',
    [addresses, host('DENY', 'a.example'), web],
    'UNDECIDED',
  ],
  [
    'one host twice, and all of HTTPS',
    [host('ALLOW', 'a.example'), host('DENY', 'a.example'), web],
    'HOLDS',
  ],
])('rules for %s', (_, collections, outcome) => {
  const firewalls = [firewall(collections)];
  expect(judgedFlow(allow(far), { ...toFirewall, firewalls }).outcome).toBe(outcome);
});

const otherAddress = '10.0.3.4';
const all = (action: 'ALLOW' | 'DENY') =>
  network('All', action, networkRule(['*'], ['*'], { name: action }));

it.each([
  ['198.51.100.0/24', 'HOLDS', 'all of it passes'],
  ['203.0.113.0/24', 'BROKEN', 'is denied by rule All/DENY of firewall hub'],
])('each of two firewalls of one name judges what is sent to it: %s', (to, outcome, message) => {
  const result = judgedFlow(allow(to), {
    rules,
    firewalls: [
      firewall([all('ALLOW')]),
      firewall([all('DENY')], { privateAddresses: [otherAddress] }),
    ],
    routeTable: {
      routes: [
        route('one', '198.51.100.0/24', firewallAddress),
        route('other', '203.0.113.0/24', otherAddress),
      ],
    },
  });
  expect([result.outcome, result.message]).toEqual([outcome, expect.stringContaining(message)]);
});

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Admin rules without a known action, and as many routes to values that are not known and hosts of the firewall. */
const open = (count: number) => ({
  rules,
  adminRules: times(count, (index) => adminRule(undefined, index + 1, `[admin${index}]`, '*')),
  hubRoutes: times(count, (index) => ({
    ...route(`way${index}`, `[prefix${index}]`, firewallAddress),
    isConditional: true,
    path: `/document/routes/${index}`,
  })),
  firewalls: [
    firewall(times(count, (index) => host(index % 2 === 0 ? 'DENY' : 'ALLOW', `host${index}`))),
  ],
});

it.each([
  [10, 'may be denied by'],
  [60, 'it was not judged: the rules divide the packets into too many parts'],
])('%i open values of each kind', (count, message) => {
  const result = judgedFlow(allow(far), open(count));
  expect([result.outcome, result.message]).toEqual(['UNDECIDED', expect.stringContaining(message)]);
});
