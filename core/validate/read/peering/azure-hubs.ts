/** The hubs of Virtual WAN that a virtual network of a template or an export is connected with. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce } from '../azure/targets.ts';
import { addressesOf } from '../firewall/firewall-addresses.ts';
import { field, fieldPath, get, keyOf, listOf } from '../unresolved.ts';
import {
  type HubConnection,
  isDefaultPrefix,
  isInternetPolicy,
  type NextHopOfHub,
} from './hubs.ts';
import { flagOf, shortName } from './peering.ts';

const hubType = 'microsoft.network/virtualhubs';
const connectionType = `${hubType}/hubvirtualnetworkconnections`;
const intentType = `${hubType}/routingintent`;
const tableType = `${hubType}/hubroutetables`;
const firewallType = 'microsoft.network/azurefirewalls';

export function hubConnectionsOf(network: Resource, all: TemplateResources): HubConnection[] {
  return eachOnce(all.ofType(connectionType), all)
    .filter(({ resolved }) => {
      const key = keyOf(get(field(resolved(), 'remoteVirtualNetwork'), 'id'));
      return key !== undefined && all.named(key).includes(network);
    })
    .map((connection): HubConnection => {
      const body = connection.resolved();
      const isOpen = all.openCondition(connection) !== undefined;
      const table = get(get(field(body, 'routingConfiguration'), 'associatedRouteTable'), 'id');
      const takesDefault = flagOf(field(body, 'enableInternetSecurity'), undefined);
      return {
        hub: connection.id.names[0] ?? 'of the connection',
        path: connection.path,
        takesDefault: isOpen && takesDefault ? undefined : takesDefault,
        policy: policyOf(connection, all),
        route: staticRouteOf(connection, keyOf(table)?.split('/').at(-1), all),
      };
    });
}

/** True where a hub sends traffic through its firewall on to something else, and not straight to the Internet. */
export function isForcedHub(reference: unknown, all: TemplateResources): boolean {
  const name = keyOf(get(reference, 'id'))?.split('/').at(-1);
  const ofHub = (one: Resource) => one.id.names[0] === name;
  const intents = all.ofType(intentType).filter(ofHub);
  return (
    intents.length > 0 &&
    !intents.some((one) => policiesOf(one).some(({ value }) => isInternet(value))) &&
    all
      .ofType(tableType)
      .filter(ofHub)
      .some((one) => routesOf(one).some(isDefault))
  );
}

interface Entry {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

const entriesOf = (resource: Resource, key: string): Entry[] => {
  const body = resource.resolved();
  return listOf(field(body, key)).map((value, index) => ({
    value,
    path: [...resource.path, ...fieldPath(body, key), index],
  }));
};
const policiesOf = (intent: Resource) => entriesOf(intent, 'routingPolicies');
const routesOf = (table: Resource) => entriesOf(table, 'routes');
const isInternet = (policy: unknown) => isInternetPolicy(get(policy, 'destinations'));
const isDefault = ({ value }: Entry) => isDefaultPrefix(get(value, 'destinations'));

/** Of the same hub, as far as their ids tell. */
const isBeside = (one: Resource, { id }: Resource): boolean =>
  one.id.names[0] === id.names[0] &&
  (one.id.group === undefined || id.group === undefined || one.id.group === id.group);

function policyOf(connection: Resource, all: TemplateResources): NextHopOfHub | undefined {
  const [policy] = all
    .ofType(intentType)
    .filter((one) => isBeside(one, connection))
    .flatMap(policiesOf)
    .filter(({ value }) => isInternet(value));
  return policy && nextHopOf(policy, all);
}

/** All connections are associated with the default table where they name none. */
function staticRouteOf(
  connection: Resource,
  table = 'defaultroutetable',
  all: TemplateResources,
): NextHopOfHub | undefined {
  const [route] = all
    .ofType(tableType)
    .filter((one) => isBeside(one, connection) && one.id.names[1] === table)
    .flatMap(routesOf)
    .filter(isDefault);
  return route && nextHopOf(route, all);
}

function nextHopOf({ value, path }: Entry, all: TemplateResources): NextHopOfHub {
  const reference = get(value, 'nextHop');
  const firewall = all
    .named(keyOf(reference) ?? '')
    .filter(({ id }) => id.type === firewallType)
    .at(-1);
  const address = firewall ? addressesOf(firewall)[0] : undefined;
  return { address: address ?? `[${shortName(reference)} in the hub]`, path };
}
