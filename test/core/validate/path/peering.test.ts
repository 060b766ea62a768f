/** What peerings and the gateways behind them do to an instance: the tag, the routes, the next hops. */

import { describe, expect, it } from 'vitest';
import { type LocationInput, withDefaults } from '../../../../core/deployment.ts';
import type { OwnFlowInput } from '../../../../core/validate/own-flows/own-flow.ts';
import { drawingsOf } from '../../../../core/validate/report/drawing.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { firewall, network, networkRule, reportOf, stepsOf } from '../../../support/firewalls.ts';
import { gateway, inNetwork, peering, routeTable } from '../../../support/peerings.ts';
import { sql } from './firewall-cases.ts';

const toHub = ['0.0.0.0/0', 'VirtualAppliance', '10.1.0.4'] as const;
const perhapsToHub = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.1.0.4',
  path: '/routes/0',
};
const allow = network('Data', 'ALLOW', networkRule(['*'], ['*']));
const around = ['ApiManagement', 'Internet'] as const;

interface Case {
  readonly about: string;
  readonly location: Partial<LocationInput>;
  /** Findings of the checks on peerings. */
  readonly findings: readonly string[];
  /** What the elements after the group do with Azure SQL. */
  readonly steps: readonly RegExp[];
}

const own = [
  'peering-not-connected',
  'gateway-routes-unknown',
  'forwarded-traffic-blocked',
  'control-plane-route',
  'traffic-force-tunneled',
  'public-range-used-as-private',
];

const cases: readonly Case[] = [
  { about: 'a connected peering', location: { peerings: [peering()] }, findings: [], steps: [] },
  {
    about: 'a peering that waits for the other side',
    location: { peerings: [peering({ state: 'Initiated', isConnected: false })] },
    findings: ['peering-not-connected PASS'],
    steps: [],
  },
  {
    about: 'a peering of a template, whose other side is somewhere else',
    location: { peerings: [peering({ state: undefined, isConnected: undefined })] },
    findings: [],
    steps: [],
  },
  {
    about: 'address spaces that overlap (Requirements and constraints)',
    location: {
      peerings: [peering({ addressPrefixes: ['10.0.128.0/17'], isConnected: undefined })],
    },
    findings: ['peering-not-connected PASS'],
    steps: [],
  },
  {
    about: 'address spaces that overlap where the peering may be of another network',
    location: {
      peerings: [
        peering({
          addressPrefixes: ['10.0.128.0/17', '52.1.0.0/16'],
          isConnected: undefined,
          mayBeOfOther: true,
        }),
      ],
    },
    findings: [],
    steps: [],
  },
  {
    about: 'a firewall behind a peering that is gone',
    location: {
      peerings: [peering({ state: 'Disconnected', isConnected: false })],
      ...routeTable([toHub, around]),
    },
    findings: ['peering-not-connected FAIL'],
    steps: [/^ROUTE DENIED the next hop is in hub, and the peering to-hub is Disconnected$/],
  },
  {
    about: 'the same with a second peering that leads there',
    location: {
      peerings: [
        peering({ state: 'Disconnected', isConnected: false }),
        peering({ name: 'again', addressPrefixes: ['10.1.0.0/24'] }),
      ],
      ...routeTable([toHub, around]),
    },
    findings: ['traffic-force-tunneled NEEDS_REVIEW', 'peering-not-connected PASS'],
    steps: [/^ROUTE UNKNOWN the input does not contain the appliance at 10\.1\.0\.4$/],
  },
  {
    about: 'the same with a second peering that may lead there',
    location: {
      peerings: [
        peering({ state: 'Disconnected', isConnected: false }),
        peering({ name: 'again', isConnected: undefined }),
      ],
      ...routeTable([toHub, around]),
    },
    findings: ['traffic-force-tunneled NEEDS_REVIEW', 'peering-not-connected PASS'],
    steps: [/^ROUTE UNKNOWN the input does not contain the appliance at 10\.1\.0\.4$/],
  },
  {
    about: 'a route that may exist, behind a peering that is gone',
    location: {
      peerings: [peering({ state: 'Disconnected', isConnected: false })],
      routeTable: { document: {}, routes: [{ ...perhapsToHub, isConditional: true }] },
    },
    findings: ['peering-not-connected NEEDS_REVIEW', 'control-plane-route NEEDS_REVIEW'],
    steps: [/^ROUTE UNKNOWN/],
  },
  {
    about: 'subnets of networks that overlap may be peered',
    location: {
      peerings: [
        peering({ addressPrefixes: ['10.0.128.0/17'], isConnected: undefined, isPart: true }),
      ],
    },
    findings: [],
    steps: [],
  },
  {
    about: 'a part of Azure SQL behind a peering that is gone',
    location: {
      peerings: [peering({ state: 'Disconnected', isConnected: false })],
      ...routeTable([['Sql.WestEurope', 'VirtualAppliance', '10.1.0.4']]),
    },
    findings: ['peering-not-connected FAIL'],
    steps: [/^ROUTE DENIED/],
  },
  {
    about: 'an appliance in a peer that lets no forwarded traffic in',
    location: {
      peerings: [peering({ allowsForwarded: false })],
      ...routeTable([toHub, around]),
    },
    findings: ['traffic-force-tunneled NEEDS_REVIEW', 'forwarded-traffic-blocked NEEDS_REVIEW'],
    steps: [/^ROUTE UNKNOWN/],
  },
  {
    about: 'forwarded traffic does not matter without a route there',
    location: { peerings: [peering({ allowsForwarded: false })] },
    findings: [],
    steps: [],
  },
  {
    about: 'a gateway of the hub, and no route table',
    location: { peerings: [peering()], routeSources: [gateway] },
    findings: ['gateway-routes-unknown NEEDS_REVIEW'],
    steps: [/^ROUTE UNKNOWN the gateway of hub.* may bring a default route$/],
  },
  {
    about: 'a gateway and a default route to the Internet, which comes before one of BGP',
    location: {
      routeSources: [gateway],
      ...routeTable([['0.0.0.0/0', 'Internet']]),
    },
    findings: [],
    steps: [],
  },
  {
    about: 'a gateway and two halves of a default route',
    location: {
      routeSources: [gateway],
      ...routeTable([
        ['0.0.0.0/1', 'Internet'],
        ['128.0.0.0/1', 'Internet'],
      ]),
    },
    findings: [],
    steps: [],
  },
  {
    about: 'a gateway and a table that keeps its routes out',
    location: {
      routeSources: [gateway],
      routeTable: { document: { routes: [], disableBgpRoutePropagation: true } },
    },
    findings: [],
    steps: [],
  },
  {
    about: 'a gateway and a route for a part of the Internet',
    location: { routeSources: [gateway], ...routeTable([['20.0.0.0/8', 'Internet']]) },
    findings: ['gateway-routes-unknown NEEDS_REVIEW'],
    steps: [/^ROUTE UNKNOWN/],
  },
  {
    about: 'a gateway and a route for the tag of Azure SQL: that flow does not depend on it',
    location: { routeSources: [gateway], ...routeTable([['Sql', 'Internet']]) },
    findings: ['gateway-routes-unknown NEEDS_REVIEW'],
    steps: [],
  },
  {
    about: 'a gateway and a service endpoint for Azure SQL',
    location: {
      routeSources: [gateway],
      subnet: { addressPrefix: '10.0.1.0/27', serviceEndpoints: ['Microsoft.Sql'] },
    },
    findings: ['gateway-routes-unknown NEEDS_REVIEW'],
    steps: [],
  },
  {
    about: 'a gateway and a default route to a firewall: the route decides',
    location: { routeSources: [gateway], ...routeTable([toHub, around]) },
    findings: ['traffic-force-tunneled NEEDS_REVIEW'],
    steps: [/^ROUTE UNKNOWN the input does not contain the appliance/],
  },
];

describe('peerings (manage-peering-2022-11-14, traffic-routing-2023-05-27)', () => {
  it.each(cases)('$about', ({ location, findings, steps }) => {
    const report = reportOf(inNetwork(location));
    const found = report.findings
      .filter(({ checkId }) => own.includes(checkId))
      .map(({ checkId, outcome }) => `${checkId} ${outcome}`);
    expect(found.sort()).toEqual([...findings].sort());
    const after = stepsOf(report, sql);
    expect(after).toHaveLength(steps.length);
    for (const [index, step] of steps.entries()) expect(after[index]).toMatch(step);
  });

  it('a firewall in a peered network decides', () => {
    const hub = firewall([allow], { privateAddresses: ['10.1.0.4'] });
    const location = { peerings: [peering()], ...routeTable([toHub, around]) };
    expect(stepsOf(reportOf(inNetwork(location, { firewalls: [hub] })), sql)).toEqual([
      expect.stringMatching(/^ALLOWED/),
    ]);
  });

  it('a firewall behind a peering that is gone decides nothing', () => {
    const hub = firewall([allow], { privateAddresses: ['10.1.0.4'] });
    const peerings = [peering({ state: 'Disconnected', isConnected: false })];
    const report = reportOf(
      inNetwork({ peerings, ...routeTable([toHub, around]) }, { firewalls: [hub] }),
    );
    expect(stepsOf(report, sql)).toEqual([expect.stringMatching(/^ROUTE DENIED/)]);
    const lost = report.findings.filter(({ flows }) => flows.includes(sql));
    expect(lost.map(({ checkId }) => checkId)).toEqual(['peering-not-connected']);
  });

  it('pictures leave a flow open that a default route of a gateway may take', () => {
    const report = reportOf(inNetwork({ routeSources: [gateway] }));
    const [drawing] = drawingsOf(report);
    const flow = drawing?.flows.flows.find(({ key }) => key === sql);
    expect(flow?.state).toBe('UNDECIDED');
    expect(flow?.cause?.lead).toMatch(/default route/);
  });
});

const outcomeOf = (location: Partial<LocationInput>) => {
  const flow: OwnFlowInput = { name: 'backend', reason: 'it is promised', allow: backend };
  const report = validate(withDefaults(inNetwork(location)), {
    serviceTagFiles: [],
    whatIf: 'NONE',
    flows: [flow],
  });
  return report.ownFlows[0]?.outcome;
};

const backend = [{ to: ['10.1.2.0/24'], ports: ['8443'], protocol: 'TCP' }];

describe('own flows to a peer', () => {
  it.each([
    ['that is connected', {}, 'HOLDS'],
    ['whose peering is open', { isConnected: undefined }, 'UNDECIDED'],
    [
      'that blocks traffic, which takes it out of VirtualNetwork',
      { allowsAccess: false },
      'BROKEN',
    ],
    ['of which that is open', { allowsAccess: undefined }, 'UNDECIDED'],
  ] as const)('%s', (_, more, expected) => {
    expect(outcomeOf({ peerings: [peering(more)] })).toBe(expected);
  });

  it.each([
    ['the longer prefix of the peering wins', '10.0.0.0/8', 'HOLDS'],
    ['a route with the same prefix wins', '10.1.0.0/16', 'BROKEN'],
    ['a route with a longer prefix wins', '10.1.2.0/24', 'BROKEN'],
  ])('%s', (_, prefix, expected) => {
    const location = { peerings: [peering()], ...routeTable([[prefix, 'None']]) };
    expect(outcomeOf(location)).toBe(expected);
  });
});
