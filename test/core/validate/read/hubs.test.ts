/** Hubs of Virtual WAN in templates and exports: the default route that they give, and where it leads. */

import { describe, expect, it } from 'vitest';
import { exportedIn } from '../../../../core/validate/checks/kit/example.ts';
import { type Input, validateInput } from '../../../../core/validate/validate-input.ts';
import { stepsOf } from '../../../support/firewalls.ts';
import {
  connection,
  firewallId,
  guard,
  idOf,
  intent,
  table,
} from '../../../support/hub-documents.ts';

type Fields = Readonly<Record<string, unknown>>;

const sql = 'outbound-1433-Sql';
/** Each under a condition that a parameter without a value decides. */
const perhaps = (...resources: readonly Fields[]) =>
  resources.map((one) => ({ ...one, condition: "[parameters('isWanted')]" }));
const allow = guard(['Sql']);
const deny = guard(['Storage']);

const tableOf = (properties: Fields) => ({
  subnet: { routeTable: { id: idOf('routeTables', 'own') } },
  resource: { type: 'Microsoft.Network/routeTables', name: 'own', properties },
});
const udr = (addressPrefix: string, nextHopType: string) =>
  tableOf({ routes: [{ name: 'own', properties: { addressPrefix, nextHopType } }] });

const hop = {
  name: 'own',
  properties: {
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
    nextHopIpAddress: '10.9.0.4',
  },
};

const reportOf = (input: Input) =>
  validateInput(input, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' });
const own = ['traffic-force-tunneled', 'control-plane-route', 'gateway-routes-unknown'];
const foundIn = (input: Input) => [
  ...new Set(
    reportOf(input)
      .findings.map(({ checkId }) => checkId)
      .filter((id) => own.includes(id)),
  ),
];

const tunnel = ['control-plane-route', 'traffic-force-tunneled'];
const open = ['gateway-routes-unknown'];

interface Case {
  readonly about: string;
  readonly resources: readonly Fields[];
  readonly own?: ReturnType<typeof tableOf>;
  readonly step: RegExp | undefined;
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  {
    about: 'routing intent to a firewall that allows it',
    resources: [connection(), intent(['Internet']), allow],
    step: /^ALLOWED Data\/sql$/,
    found: tunnel,
  },
  {
    about: 'routing intent to a firewall that does not',
    resources: [connection(), intent(['Internet']), deny],
    step: /^DENIED the default of Azure Firewall$/,
    found: tunnel,
  },
  {
    about: 'routing intent to a firewall that the document does not contain',
    resources: [connection(), intent(['Internet'])],
    step: /^ROUTE UNKNOWN the input does not contain the appliance at .*guard/,
    found: tunnel,
  },
  {
    about: 'routing intent to an appliance',
    resources: [connection(), intent(['Internet'], idOf('networkVirtualAppliances', 'nva')), allow],
    step: /^ROUTE UNKNOWN .*nva/,
    found: tunnel,
  },
  {
    about: 'a static route in the default table',
    resources: [connection(), table('defaultRouteTable', ['0.0.0.0/0']), deny],
    step: /^DENIED/,
    found: tunnel,
  },
  {
    about: 'a static route in the table of the connection',
    resources: [
      connection({
        routingConfiguration: {
          associatedRouteTable: { id: idOf('virtualHubs/hubRouteTables', 'west', 'spokes') },
        },
      }),
      table('spokes', ['0.0.0.0/0']),
      deny,
    ],
    step: /^DENIED/,
    found: tunnel,
  },
  {
    about: 'a static route in another table',
    resources: [connection(), table('spokes', ['0.0.0.0/0']), deny],
    step: /^ROUTE UNKNOWN the hub west of Virtual WAN may bring a default route$/,
    found: open,
  },
  {
    about: 'a static route for private addresses alone',
    resources: [connection(), table('defaultRouteTable', ['10.0.0.0/8']), deny],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'a hub of which the document has nothing',
    resources: [connection()],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'a connection that takes no default route',
    resources: [connection({ enableInternetSecurity: false }), intent(['Internet']), deny],
    step: undefined,
    found: [],
  },
  {
    about: 'a connection that does not say whether it takes it',
    resources: [connection({ enableInternetSecurity: undefined }), intent(['Internet']), deny],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'a connection of another network',
    resources: [connection({}, 'other'), intent(['Internet']), deny],
    step: undefined,
    found: [],
  },
  {
    about: 'routing intent of another hub, whose default route stays there',
    resources: [connection(), intent(['Internet'], firewallId, 'north'), deny],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'routing intent under a condition',
    resources: [connection(), ...perhaps(intent(['Internet'])), deny],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'routing intent under a condition, which would come before a static route',
    resources: [
      connection(),
      ...perhaps(intent(['Internet'])),
      table('defaultRouteTable', ['0.0.0.0/0']),
      deny,
    ],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'a route table of the hub under a condition',
    resources: [connection(), ...perhaps(table('defaultRouteTable', ['0.0.0.0/0'])), deny],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'a connection of a network that a parameter names',
    resources: [
      connection({ remoteVirtualNetwork: { id: "[parameters('network')]" } }),
      intent(['Internet']),
      deny,
    ],
    step: /^ROUTE UNKNOWN the hub west/,
    found: open,
  },
  {
    about: 'a route table that keeps gateway routes out',
    resources: [connection(), intent(['Internet']), deny],
    own: tableOf({ routes: [], disableBgpRoutePropagation: true }),
    step: undefined,
    found: [],
  },
  {
    about: 'a route table of which a parameter decides whether it keeps gateway routes out',
    resources: [connection(), intent(['Internet']), deny],
    own: tableOf({ routes: [], disableBgpRoutePropagation: "[parameters('isKeptOut')]" }),
    step: /^ROUTE UNKNOWN|^UNKNOWN/,
    found: ['control-plane-route'],
  },
  {
    about: 'a user-defined default route, which comes first',
    resources: [connection(), intent(['Internet']), deny],
    own: udr('0.0.0.0/0', 'Internet'),
    step: undefined,
    found: [],
  },
  {
    about: 'a route for the control plane',
    resources: [connection(), intent(['Internet']), allow],
    own: udr('ApiManagement', 'Internet'),
    step: /^ALLOWED/,
    found: ['traffic-force-tunneled'],
  },
  {
    about: 'a longer user-defined prefix for all of Azure SQL',
    resources: [connection(), intent(['Internet']), deny],
    own: udr('Sql', 'Internet'),
    step: undefined,
    found: tunnel,
  },
];

describe('hubs of Virtual WAN (virtual-wan-routing-intent-2025-08-01)', () => {
  it.each(cases)('$about', ({ about, resources, own: mine, step, found }) => {
    const input = exportedIn(
      about,
      mine?.subnet ?? {},
      ...resources,
      ...(mine ? [mine.resource] : []),
    );
    const [first] = stepsOf(reportOf(input as Input), sql);
    if (step) expect(first).toMatch(step);
    else expect(first).toBeUndefined();
    expect(foundIn(input as Input).sort()).toEqual([...found].sort());
  });

  it('a hub under forced tunneling sends on what its firewall allows', () => {
    const resources = [
      connection(),
      intent(['PrivateTraffic']),
      table('defaultRouteTable', ['0.0.0.0/0']),
      allow,
    ];
    const steps = stepsOf(reportOf(exportedIn('forced', {}, ...resources) as Input), sql);
    expect(steps).toEqual([
      'ALLOWED Data/sql',
      expect.stringMatching(/^ROUTE UNKNOWN .*may lead on$/),
    ]);
  });

  it.each([
    ['a policy for private traffic alone', ['PrivateTraffic'], true],
    ['a policy for Internet traffic', ['Internet'], false],
  ])('what the firewall of a hub allows: %s', (about, destinations, mayLeadOn) => {
    const routes = { routes: [hop], disableBgpRoutePropagation: true };
    const { subnet, resource } = tableOf(routes);
    const hubIPAddresses = { privateIPAddress: '10.9.0.4' };
    const here = { ...allow, properties: { ...allow.properties, hubIPAddresses } };
    const resources = [resource, intent(destinations), here];
    const steps = stepsOf(reportOf(exportedIn(about, subnet, ...resources) as Input), sql);
    expect(steps).toEqual([
      'ALLOWED Data/sql',
      ...(mayLeadOn ? [expect.stringMatching(/^ROUTE UNKNOWN .*may lead on$/)] : []),
    ]);
  });

  it('a route table that leaves open whether it keeps the route out is named as the cause', () => {
    const { subnet, resource } = tableOf({
      routes: [],
      disableBgpRoutePropagation: "[parameters('isKeptOut')]",
    });
    const input = exportedIn('open', subnet, resource, connection(), intent(['Internet']));
    const found = reportOf(input as Input).findings.filter(
      ({ checkId }) => checkId === 'route-not-judged',
    );
    expect(found.map(({ message }) => message)).toEqual([
      'the default route of the hub west: the document leaves open whether the subnet has it, or the route table keeps it out',
    ]);
  });

  it('the peering that Azure makes for the connection is not named beside it', () => {
    const peering = {
      type: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
      name: 'contoso/RemoteVnetToHubPeering_1',
      properties: {
        remoteVirtualNetwork: {
          id: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Network/virtualNetworks/HV_west_1',
        },
        peeringState: 'Connected',
        useRemoteGateways: true,
      },
    };
    const closed = connection({ enableInternetSecurity: false });
    expect(foundIn(exportedIn('closed', {}, closed, peering) as Input)).toEqual([]);
    expect(foundIn(exportedIn('unknown', {}, peering) as Input)).toEqual(open);
  });
});
