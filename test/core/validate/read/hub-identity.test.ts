/** Which hub a connection, routing intent and a firewall belong to, by their ids. */

import { describe, expect, it } from 'vitest';
import { exportedIn } from '../../../../core/validate/checks/kit/example.ts';
import { type Input, validateInput } from '../../../../core/validate/validate-input.ts';
import { exported } from '../../../support/firewall-documents.ts';
import { stepsOf } from '../../../support/firewalls.ts';
import { connection, guard, idOf, intent, table } from '../../../support/hub-documents.ts';

const sql = 'outbound-1433-Sql';
const deny = guard(['Storage']);
const reportOn = (input: Input) =>
  validateInput(input, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' });
const reportOf = (document: unknown) => reportOn({ document });

describe('hubs of the same name', () => {
  const at = (subscription: string, group: string, rest: string) =>
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/${rest}`;
  const network = exported.find(({ type }) => type === 'Microsoft.Network/virtualNetworks');
  const spoke = {
    ...connection({ remoteVirtualNetwork: { id: String(network?.id) } }),
    id: at('s', 'net', 'virtualHubs/west/hubVirtualNetworkConnections/spoke'),
  };
  const withoutTable = exported
    .filter(({ type }) => !/firewall/i.test(String(type)))
    .map((one) =>
      JSON.parse(JSON.stringify(one, (key, value) => (key === 'routeTable' ? undefined : value))),
    );

  it.each([
    ['the own one', 's', 'net', /^DENIED/],
    ['of another subscription', 'other', 'net', /^ROUTE UNKNOWN the hub west/],
    ['of another resource group', 's', 'other', /^ROUTE UNKNOWN the hub west/],
  ])('%s', (_, subscription, group, expected) => {
    const hub = at(subscription, group, 'virtualHubs/west');
    const guardId = at(subscription, group, 'azureFirewalls/guard');
    const document = [
      ...withoutTable,
      spoke,
      { ...intent(['Internet'], guardId), id: `${hub}/routingIntent/intent` },
      {
        ...deny,
        id: guardId,
        properties: { ...deny.properties, virtualHub: { id: hub } },
      },
    ];
    expect(stepsOf(reportOf(document), sql)[0]).toMatch(expected);
  });
});

describe('the firewall of a hub that the document leaves open', () => {
  const routes = {
    type: 'Microsoft.Network/routeTables',
    name: 'own',
    properties: {
      disableBgpRoutePropagation: true,
      routes: [
        {
          name: 'own',
          properties: {
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.9.0.4',
          },
        },
      ],
    },
  };
  const allow = guard(['Sql']);
  const inHub = (virtualHub: unknown) => ({
    ...allow,
    properties: {
      ...allow.properties,
      virtualHub,
      hubIPAddresses: { privateIPAddress: '10.9.0.4' },
    },
  });
  const openId = { id: "[parameters('hub')]" };
  const openName = { id: "[resourceId('Microsoft.Network/virtualHubs', parameters('hub'))]" };
  const straight = ['ALLOWED Data/sql'];
  const perhaps = ['ALLOWED Data/sql', expect.stringMatching(/^ROUTE UNKNOWN .*may lead on$/)];
  const west = { type: 'Microsoft.Network/virtualHubs', name: 'west' };

  it.each([
    ['its id, beside intent for private traffic', openId, [intent(['PrivateTraffic'])], perhaps],
    [
      'its name, beside intent for private traffic',
      openName,
      [intent(['PrivateTraffic'])],
      perhaps,
    ],
    ['all of it', "[parameters('hub')]", [intent(['PrivateTraffic'])], perhaps],
    ['its id, beside intent for the Internet', openId, [intent(['Internet'])], straight],
    ['its id, without intent', openId, [], straight],
    [
      'its id, beside intents of two hubs',
      openId,
      [intent(['Internet']), intent(['PrivateTraffic'], undefined, 'north')],
      perhaps,
    ],
    [
      'nothing, and an intent of a hub of an open name',
      { id: idOf('virtualHubs', 'west') },
      [intent(['PrivateTraffic'], undefined, "[parameters('hub')]")].map((one) => ({
        ...one,
        name: "[concat(parameters('hub'), '/intent')]",
      })),
      perhaps,
    ],
    [
      'nothing, and an intent of another hub that is there',
      { id: idOf('virtualHubs', 'west') },
      [
        west,
        { ...west, name: "[parameters('hub')]" },
        { ...intent(['PrivateTraffic']), name: "[concat(parameters('hub'), '/intent')]" },
      ],
      straight,
    ],
    ['none of it: it is in no hub', undefined, [intent(['PrivateTraffic'])], straight],
  ])('%s', (about, virtualHub, more, expected) => {
    const subnet = { routeTable: { id: idOf('routeTables', 'own') } };
    const example = exportedIn(about, subnet, routes, inHub(virtualHub), ...more);
    expect(stepsOf(reportOn(example as Input), sql)).toEqual(expected);
  });
});

it('intent of a hub of an open name may come before a static route', () => {
  const open = { ...intent(['Internet']), name: "[concat(parameters('hub'), '/intent')]" };
  const route = table('defaultRouteTable', ['0.0.0.0/0']);
  const example = exportedIn('open', {}, connection(), open, route, guard(['Sql']));
  expect(stepsOf(reportOn(example as Input), sql)[0]).toMatch(/^ROUTE UNKNOWN the hub west/);
});
