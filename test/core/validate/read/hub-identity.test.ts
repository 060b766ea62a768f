/** Which hub a connection, routing intent and a firewall belong to, by their ids. */

import { describe, expect, it } from 'vitest';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { exported } from '../../../support/firewall-documents.ts';
import { stepsOf } from '../../../support/firewalls.ts';
import { connection, guard, intent } from '../../../support/hub-documents.ts';

const sql = 'outbound-1433-Sql';
const deny = guard(['Storage']);
const reportOf = (document: unknown) =>
  validateInput({ document }, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' });

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
