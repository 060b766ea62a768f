/** Route tables and what the checks say of them: what must be found, and what is near and must not be. */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { inbound, securityRules } from '../../../../core/validate/checks/kit/example.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { fileChoices } from '../../../support/weekly-files.ts';
import {
  all,
  asymmetric,
  back,
  type Case,
  clients,
  firewall,
  review,
  subnet,
  table,
  tunnel,
  watched,
} from './routes.ts';

const external = { virtualNetworkType: 'EXTERNAL' } as const;

const cases: readonly Case[] = [
  { about: 'no route table', location: {}, found: [] },
  { about: 'an empty table', location: table(), found: [] },
  {
    about: 'a firewall without anything else',
    location: table(firewall),
    found: [tunnel, asymmetric],
  },
  {
    about: 'a gateway',
    location: table(['0.0.0.0/0', 'VirtualNetworkGateway']),
    found: [tunnel, asymmetric],
  },
  {
    about: 'two halves',
    location: table(['0.0.0.0/1', 'VirtualAppliance'], ['128.0.0.0/1', 'virtualappliance']),
    found: [tunnel, asymmetric],
  },
  {
    about: 'many parts that are most of the Internet',
    location: table(
      ['0.0.0.0/2', 'VirtualAppliance'],
      ['64.0.0.0/2', 'VirtualAppliance'],
      ['128.0.0.0/2', 'VirtualAppliance'],
      back,
    ),
    found: [tunnel],
  },
  {
    about: 'less than most of the Internet, with the tag',
    location: table(['0.0.0.0/2', 'VirtualAppliance'], back),
    found: [],
  },
  {
    about: 'the default leads to the Internet',
    location: table(['0.0.0.0/0', 'Internet'], ['51.145.56.125/32', 'Internet']),
    found: [],
  },
  {
    about: 'a half to the Internet takes half of the tunnel back',
    location: table(firewall, ['0.0.0.0/1', 'Internet'], ['128.0.0.0/1', 'Internet']),
    found: [],
  },
  {
    about: 'private ranges only',
    location: table(['10.0.0.0/8', 'VirtualAppliance'], ['192.168.0.0/16', 'VirtualAppliance']),
    found: [],
  },
  { about: 'the tag is returned', location: table(firewall, back), found: [tunnel] },
  {
    about: 'the tag in another case, and classic hops',
    location: table(['0.0.0.0/0', 'Virtual appliance'], ['APIMANAGEMENT', 'internet']),
    found: [tunnel],
  },
  {
    about: 'a tag that holds ApiManagement',
    location: table(firewall, ['AzureCloud', 'Internet']),
    found: [tunnel],
  },
  {
    about: 'one address of the tag',
    location: table(firewall, ['51.145.56.125/32', 'Internet']),
    found: [tunnel, [review, /single address instead of the service tag/]],
  },
  {
    about: 'two addresses of the tag',
    location: table(firewall, ['51.145.56.125', 'Internet'], ['20.40.125.155/32', 'Internet']),
    found: [tunnel, [review, /2 addresses instead of the service tag/]],
  },
  {
    about: 'a region of the tag',
    location: table(firewall, ['ApiManagement.WestEurope', 'Internet']),
    found: [tunnel, [review, /a part of the service tag/]],
  },
  {
    about: 'a region of the tag, without a default route in the table',
    location: table(['ApiManagement.WestEurope', 'Internet']),
    found: [[review, /BGP brings/]],
  },
  {
    about: 'the tag, without a default route in the table',
    location: table(back),
    found: [],
  },
  {
    about: 'a range that holds a part of the tag, without a default route in the table',
    location: table(['20.0.0.0/8', 'Internet']),
    found: [],
  },
  {
    about: 'an address of the tag, without a default route in the table',
    location: table(['51.145.56.125/32', 'Internet']),
    found: [[review, /single address instead of the service tag/]],
  },
  {
    about: 'another tag, without a default route in the table',
    location: table(['Storage', 'Internet']),
    found: [],
  },
  {
    about: 'the tag itself goes to the firewall',
    location: table(['ApiManagement', 'VirtualAppliance']),
    found: [asymmetric],
  },
  {
    about: 'all service endpoints',
    location: { ...table(firewall, back), ...subnet(...all) },
    found: [tunnel],
  },
  {
    about: 'endpoints in lower case, and the one of Storage for every region',
    location: {
      ...table(firewall, back),
      ...subnet(
        'microsoft.sql',
        'Microsoft.Storage.Global',
        'Microsoft.EventHub',
        all[3] as string,
      ),
    },
    found: [tunnel],
  },
  {
    about: 'one service endpoint is missing',
    location: { ...table(firewall, back), ...subnet(...all.slice(1)) },
    found: [[tunnel[0], /no service endpoint Microsoft\.Sql,/]],
  },
  {
    about: 'the traffic of a missing endpoint is routed to the Internet by tag',
    location: { ...table(firewall, back, ['Sql', 'Internet']), ...subnet(...all.slice(1)) },
    found: [tunnel],
  },
  {
    about: 'on stv1 Key Vault takes no endpoint',
    location: { ...table(firewall, back), ...subnet(...all.slice(0, 3)) },
    deployment: { platform: 'STV1' },
    found: [tunnel],
  },
  {
    about: 'Premium v2 needs neither routes nor endpoints',
    location: { ...table(firewall), ...subnet() },
    deployment: { tier: 'PREMIUM_V2' },
    found: [],
  },
  {
    about: 'external: replies to every client go to the firewall',
    location: { ...table(firewall, back), ...clients('Internet') },
    deployment: external,
    found: [tunnel, ['client-route-asymmetric ERROR FAIL', /replies to clients on the Internet/]],
  },
  {
    about: 'external: the only clients are returned',
    location: {
      ...table(firewall, back, ['203.0.113.0/24', 'Internet']),
      ...clients('203.0.113.0/25'),
    },
    deployment: external,
    found: [tunnel],
  },
  {
    about: 'external: some clients are returned',
    location: {
      ...table(firewall, back, ['203.0.113.0/24', 'Internet']),
      ...clients('203.0.113.0/24', '198.51.100.0/24'),
    },
    deployment: external,
    found: [tunnel, ['client-route-asymmetric WARNING NEEDS_REVIEW', /those to some are returned/]],
  },
  {
    about: 'external: clients by a tag that is returned',
    location: {
      ...table(firewall, back, ['AzureFrontDoor.Backend', 'Internet']),
      ...clients('AzureFrontDoor.Backend'),
    },
    deployment: external,
    found: [tunnel],
  },
  {
    about: 'external: no client is let in',
    location: { ...table(firewall, back), ...clients() },
    deployment: external,
    found: [tunnel],
  },
  {
    about: 'everything is dropped',
    location: table(['0.0.0.0/0', 'None']),
    found: [['route-black-hole ERROR FAIL', /replies to inbound TCP 3443.*Storage/]],
  },
  {
    about: 'one service is dropped',
    location: table(['Sql', 'None']),
    found: [['route-black-hole ERROR FAIL', /Sql/]],
  },
  {
    about: 'everything is dropped but what the tags return',
    location: table(
      ['0.0.0.0/0', 'None'],
      back,
      ['AzureCloud', 'Internet'],
      ['Storage', 'Internet'],
    ),
    found: [['route-black-hole WARNING NEEDS_REVIEW', /Internet/]],
  },
  {
    about: 'a service with an endpoint may be dropped by a route for its tag',
    location: { ...table(['Sql', 'None'], back), ...subnet('Microsoft.Sql') },
    found: [['route-black-hole WARNING NEEDS_REVIEW', /perhaps a part of outbound TCP 1433/]],
  },
  { about: 'a private range is dropped', location: table(['192.168.0.0/16', 'None']), found: [] },
  {
    about: 'a service that is not required is dropped',
    location: table(['AzureTrafficManager', 'None']),
    found: [],
  },
  {
    about: 'a service with an endpoint is not dropped by a default route',
    location: { ...table(['0.0.0.0/0', 'None'], back), ...subnet('Microsoft.Sql') },
    found: [
      ['route-black-hole ERROR FAIL', /^(?!.*Sql).*Storage/],
      ['route-black-hole WARNING NEEDS_REVIEW', /of outbound TCP 80 to Internet/],
    ],
  },
  {
    about: 'a next hop that does not exist',
    location: table(['0.0.0.0/0', 'Firewall']),
    found: [['route-not-judged WARNING NEEDS_REVIEW', /"Firewall"; accepted: Internet/]],
  },
  {
    about: 'host bits',
    location: table(['203.0.113.1/24', 'Internet']),
    found: [['route-not-judged WARNING NEEDS_REVIEW', /203\.0\.113\.0\/24/]],
  },
  {
    about: 'IPv6 is left out',
    location: table(['::/0', 'VirtualAppliance']),
    found: [],
  },
];

describe.each(fileChoices)('routes with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$about', ({ location, deployment, found: actual }) => {
    const { findings } = validate(
      withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        ...deployment,
        locations: [
          {
            region: 'westeurope',
            ...securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
            ...location,
          },
        ],
      }),
      { serviceTagFiles, whatIf: 'NONE' },
    );
    const told = findings.filter(({ checkId }) => watched.includes(checkId));
    expect(
      told.map(({ checkId, severity, outcome }) => `${checkId} ${severity} ${outcome}`).sort(),
      told.map(({ message }) => message).join('\n'),
    ).toEqual(actual.map(([kind]) => kind).sort());
    for (const [kind, message] of actual) {
      if (!message) continue;
      const same = told.filter(
        ({ checkId, severity, outcome }) => kind === `${checkId} ${severity} ${outcome}`,
      );
      expect(same.map((one) => one.message).join('\n')).toMatch(message);
    }
  });
});
