/** Own flows where a gateway may bring a default route: undecided where the documented flows are. */

import { describe, expect, it } from 'vitest';
import type { LocationInput } from '../../../../core/deployment.ts';
import {
  judgedFlow,
  type OwnNetwork,
  type Promised,
  reportOn,
} from '../../../support/own-flows.ts';
import { gateway, peering, routeTable } from '../../../support/peerings.ts';

const to = (far: string): Promised => ({
  allow: [{ to: [far], ports: ['1433'], protocol: 'TCP' }],
});
const closed = ['closed', 200, 'OUTBOUND', 'DENY', '*', '*', 'Internet', '*'] as const;
const open = ['open', 100, 'OUTBOUND', 'ALLOW', '*', '*', '*', '*'] as const;
const office = '203.0.113.0/24';
const doubt =
  'whether the gateway of hub that the peering to-hub uses brings a default route and what is behind it';
const kept: Partial<LocationInput> = {
  routeTable: { document: { routes: [], disableBgpRoutePropagation: true } },
};

interface Case {
  readonly about: string;
  readonly promised: Promised;
  readonly network: OwnNetwork;
  readonly outcome: string;
}

const cases: readonly Case[] = [
  { about: 'no gateway', promised: to('Internet'), network: { rules: [] }, outcome: 'HOLDS' },
  {
    about: 'all of the Internet',
    promised: to('Internet'),
    network: { routeSources: [gateway] },
    outcome: 'UNDECIDED',
  },
  {
    about: 'addresses of the Internet',
    promised: to(office),
    network: { routeSources: [gateway] },
    outcome: 'UNDECIDED',
  },
  {
    about: 'what must not pass and the group lets out',
    promised: { deny: [{ to: [office] }] },
    network: { routeSources: [gateway] },
    outcome: 'UNDECIDED',
  },
  {
    about: 'what may pass, and no more',
    promised: { only: [{ to: ['Sql'] }], of: [{ to: ['Internet'] }] },
    network: { routeSources: [gateway] },
    outcome: 'UNDECIDED',
  },
  {
    about: 'what the group denies already',
    promised: to(office),
    network: { rules: [closed], routeSources: [gateway] },
    outcome: 'BROKEN',
  },
  {
    about: 'what must not pass and the group denies',
    promised: { deny: [{ to: [office] }] },
    network: { rules: [closed], routeSources: [gateway] },
    outcome: 'HOLDS',
  },
  {
    about: 'packets into the subnet',
    promised: { allow: [{ from: ['Internet'], ports: ['443'], protocol: 'TCP' }] },
    network: {
      rules: [['in', 100, 'INBOUND', 'ALLOW', '*', 'Internet', '*', '443']],
      routeSources: [gateway],
    },
    outcome: 'HOLDS',
  },
  {
    about: 'a table that keeps routes of gateways out',
    promised: to('Internet'),
    network: { routeSources: [gateway], ...kept },
    outcome: 'HOLDS',
  },
  {
    about: 'a default route to the Internet',
    promised: to('Internet'),
    network: { routeSources: [gateway], ...routeTable([['0.0.0.0/0', 'Internet']]) },
    outcome: 'HOLDS',
  },
  {
    about: 'two halves of one',
    promised: to('Internet'),
    network: {
      routeSources: [gateway],
      ...routeTable([
        ['0.0.0.0/1', 'Internet'],
        ['128.0.0.0/1', 'Internet'],
      ]),
    },
    outcome: 'HOLDS',
  },
  {
    about: 'a default route that may not be there',
    promised: to('Internet'),
    network: {
      routeSources: [gateway],
      routeTable: {
        document: {},
        routes: [
          {
            name: 'way',
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'Internet',
            isConditional: true,
            path: '/way',
          },
        ],
      },
    },
    outcome: 'UNDECIDED',
  },
  {
    about: 'a route of the owner for the addresses',
    promised: to(office),
    network: { routeSources: [gateway], ...routeTable([['203.0.113.0/24', 'Internet']]) },
    outcome: 'HOLDS',
  },
  {
    about: 'a route of the owner for half of the addresses',
    promised: to(office),
    network: { routeSources: [gateway], ...routeTable([['203.0.113.0/25', 'Internet']]) },
    outcome: 'UNDECIDED',
  },
  {
    about: 'a route of the owner that drops half of the addresses',
    promised: to(office),
    network: { routeSources: [gateway], ...routeTable([['203.0.113.0/25', 'None']]) },
    outcome: 'BROKEN',
  },
  {
    about: 'the network itself and its peers',
    promised: to('VirtualNetwork'),
    network: { routeSources: [gateway], peerings: [peering()] },
    outcome: 'HOLDS',
  },
  {
    about: 'a prefix of a connected peer',
    promised: to('10.1.2.0/24'),
    network: { rules: [open], routeSources: [gateway], peerings: [peering()] },
    outcome: 'HOLDS',
  },
  {
    about: 'a peer that is in no tag, to which Azure has a route',
    promised: to('10.1.2.0/24'),
    network: {
      rules: [open],
      routeSources: [gateway],
      peerings: [peering({ allowsAccess: undefined })],
    },
    outcome: 'HOLDS',
  },
  {
    about: 'private addresses that no input names',
    promised: to('10.20.0.0/24'),
    network: { rules: [open], routeSources: [gateway] },
    outcome: 'UNDECIDED',
  },
];

describe.each([true, false])('with addresses of tags: %s', (hasWeeklyFile) => {
  it.each(cases)('$about', ({ promised, network, outcome }) => {
    expect(judgedFlow(promised, { rules: [], hasWeeklyFile, ...network }).outcome).toBe(outcome);
  });

  it.each([
    ['nothing', {}, { Sql: 'UNDECIDED', 'Sql.WestEurope': 'UNDECIDED', Storage: 'UNDECIDED' }],
    [
      'a route for the tag',
      routeTable([['Sql', 'Internet']]),
      { Sql: 'HOLDS', 'Sql.WestEurope': 'HOLDS', Storage: 'UNDECIDED' },
    ],
    [
      'a route for a part of the tag',
      routeTable([['Sql.WestEurope', 'Internet']]),
      { Sql: 'UNDECIDED', 'Sql.WestEurope': 'HOLDS', Storage: 'UNDECIDED' },
    ],
    [
      'a route for all of Azure, which holds Sql',
      routeTable([['AzureCloud', 'Internet']]),
      { Sql: 'HOLDS', 'Sql.WestEurope': 'HOLDS', Storage: 'UNDECIDED' },
    ],
    [
      'an endpoint, which leads to the region alone',
      { subnet: { addressPrefix: '10.0.1.0/27', serviceEndpoints: ['Microsoft.Sql'] } },
      { Sql: 'UNDECIDED', 'Sql.WestEurope': 'HOLDS', Storage: 'UNDECIDED' },
    ],
  ])('tags, with %s', (_, location, outcomes) => {
    const network = { rules: [], hasWeeklyFile, routeSources: [gateway], ...location };
    const judged = Object.keys(outcomes).map((tag) => [tag, judgedFlow(to(tag), network).outcome]);
    expect(Object.fromEntries(judged)).toEqual(outcomes);
  });

  it.each([
    ['no route', {}],
    ['a route for a tag', routeTable([['Sql', 'Internet']])],
    ['a route for all of Azure', routeTable([['AzureCloud', 'Internet']])],
    ['a route for the control plane', routeTable([['ApiManagement', 'Internet']])],
    ['a route for a part of the Internet', routeTable([['20.0.0.0/8', 'Internet']])],
    ['a default route', routeTable([['0.0.0.0/0', 'Internet']])],
    ['a table that keeps them out', kept],
  ])('documented flows as own ones, with %s', (_, location) => {
    const network: OwnNetwork = { rules: [], hasWeeklyFile, routeSources: [gateway], ...location };
    const documented = reportOn([], network).flows.filter(
      ({ direction, remoteTags }) => direction === 'OUTBOUND' && remoteTags.length === 1,
    );
    expect(documented.length).toBeGreaterThan(5);
    const flows = documented.map(({ key, remoteTags, destinationPort, statement }) => ({
      name: key,
      reason: 'documents ask for it',
      allow: [
        {
          to: remoteTags,
          ports: destinationPort.split(/,\s*/),
          protocol: statement.protocol,
        },
      ],
    }));
    const { ownFlows } = reportOn(flows, network);
    expect(ownFlows.map(({ name, outcome }) => [name, outcome === 'UNDECIDED'])).toEqual(
      documented.map(({ key, steps }) => [key, steps().some((step) => step.outcome === 'UNKNOWN')]),
    );
  });
});

it('names the gateway, and the finding is where the document has it', () => {
  const report = reportOn([{ name: 'promise', reason: 'because', ...to(office) }], {
    rules: [],
    routeSources: [gateway],
  });
  expect(report.ownFlows[0]?.message).toBe(
    `outbound TCP 1433 to 203.0.113.0/24 may be dropped by a default route of the gateway of hub that the peering to-hub uses, for example 10.0.1.4:50000 -> 203.0.113.10:1433 tcp; it depends on ${doubt}`,
  );
  expect(report.ownFlows[0]?.undecided[0]?.conditions).toEqual([doubt]);
  const finding = report.findings.find(({ checkId }) => checkId === 'own-flow-undecided');
  expect(finding).toMatchObject({ path: '/g', outcome: 'NEEDS_REVIEW' });
});
