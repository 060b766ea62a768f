/** The hubs of Virtual WAN that a virtual network of a template or an export is connected with. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce } from '../azure/targets.ts';
import { addressesOf } from '../firewall/firewall-addresses.ts';
import { parseResourceId } from '../resource-id.ts';
import { field, fieldPath, get, isSettled, keyOf, listOf, Unresolved } from '../unresolved.ts';
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
  return eachOnce(all.ofType(connectionType), all).flatMap((connection): HubConnection[] => {
    const body = connection.resolved();
    const remote = get(field(body, 'remoteVirtualNetwork'), 'id');
    const isOwn = all.named(keyOf(remote) ?? '').includes(network);
    if (!isOwn && !isOpenId(remote)) return [];
    const isOpen = !isOwn || all.openCondition(connection) !== undefined;
    const table = get(get(field(body, 'routingConfiguration'), 'associatedRouteTable'), 'id');
    const takesDefault = flagOf(field(body, 'enableInternetSecurity'), undefined);
    return [
      {
        hub: connection.id.names[0] ?? 'of the connection',
        path: connection.path,
        takesDefault: isOpen && takesDefault ? undefined : takesDefault,
        ...nextHopsOf(connection, keyOf(table)?.split('/').at(-1), all),
      },
    ];
  });
}

/**
 * True where a hub may send on what its firewall lets pass, and not straight to the Internet: its routing intent has no
 * policy for Internet traffic.
 */
export function isForcedHub(reference: unknown, all: TemplateResources): boolean {
  const key = keyOf(get(reference, 'id')) ?? '';
  const hub = parseResourceId(key);
  if (hub === undefined) return false;
  const whole = { id: hub, literalId: key.includes('[') ? undefined : key };
  const intents = all.ofType(intentType).filter((one) => isOfSameHub(whole, hubAbove(one)));
  return (
    intents.length > 0 &&
    !intents.some((one) => policiesOf(one).some(({ value }) => isInternet(value)))
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

type Hub = Pick<Resource, 'id' | 'literalId'>;

const hubAbove = ({ id, literalId }: Resource): Hub => ({
  id: { ...id, names: id.names.slice(0, 1) },
  literalId: literalId?.split('/').slice(0, -2).join('/'),
});

/** By their whole ids, or else by name and resource group as far as that is known. */
const isOfSameHub = (a: Hub, b: Hub): boolean =>
  a.literalId !== undefined && b.literalId !== undefined
    ? a.literalId === b.literalId
    : a.id.names[0] === b.id.names[0] &&
      (a.id.group === undefined || b.id.group === undefined || a.id.group === b.id.group);

/** An id that may be that of any network. */
const isOpenId = (reference: unknown): boolean =>
  reference instanceof Unresolved &&
  (parseResourceId(reference.key)?.names ?? ['[']).some((name) => name.includes('['));

/**
 * Where the default route leads by routing intent, and by the route table of the connection; all connections have the
 * default table where they name none. What a condition decides is left out, so that nothing is certain.
 */
function nextHopsOf(
  connection: Resource,
  table = 'defaultroutetable',
  all: TemplateResources,
): Pick<HubConnection, 'policy' | 'route'> {
  const isHere = (one: Resource) => isOfSameHub(hubAbove(one), hubAbove(connection));
  const isOpen = (one: Resource) => all.openCondition(one) !== undefined;
  const intents = all.ofType(intentType).filter(isHere);
  const policies = intents.flatMap((intent) =>
    policiesOf(intent).map((policy) => ({ ...policy, isOpen: isOpen(intent) })),
  );
  const policy = policies.find((one) => !one.isOpen && isInternet(one.value));
  if (policy) return { policy: nextHopOf(policy, all), route: undefined };
  const mayHavePolicy = policies.some(
    ({ value }) => isInternet(value) || !isSettled(get(value, 'destinations') ?? value),
  );
  if (mayHavePolicy) return { policy: undefined, route: undefined };
  const routes = all
    .ofType(tableType)
    .filter((one) => isHere(one) && one.id.names[1] === table)
    .flatMap((one) => routesOf(one).map((route) => ({ ...route, isOpen: isOpen(one) })))
    .filter(isDefault);
  const [route] = routes;
  const isCertain = routes.every((one) => !one.isOpen);
  return { policy: undefined, route: route && isCertain ? nextHopOf(route, all) : undefined };
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
