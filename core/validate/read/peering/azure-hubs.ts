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
  isPrivatePolicy,
  longerRoutes,
  type NextHopOfHub,
  privateRoutes,
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
    const takesDefault = flagOf(field(body, 'enableInternetSecurity'), undefined);
    const { longer, ...hops } = nextHopsOf(connection, tableNameOf(body), all);
    return [
      {
        hub: connection.id.names[0] ?? 'of the connection',
        path: connection.path,
        takesDefault: isOpen && takesDefault ? undefined : takesDefault,
        ...hops,
        longer: longer.map((one) => ({ ...one, isOpen: one.isOpen || isOpen })),
      },
    ];
  });
}

/**
 * True where a hub may send on what its firewall lets pass, and not straight to the Internet: its routing intent has no
 * policy for Internet traffic. Where the document leaves open which hub it is, it may be any that has such an intent.
 */
export function isForcedHub(reference: unknown, all: TemplateResources): boolean {
  const id = reference instanceof Unresolved ? reference : get(reference, 'id');
  const key = keyOf(id);
  if (key === undefined) return false;
  const hub = parseResourceId(key);
  const whole = hub && { id: hub, literalId: key.includes('[') ? undefined : key };
  const intents = all.ofType(intentType);
  const own = whole ? intents.filter((one) => isOfSameHub(whole, hubAbove(one))) : [];
  const lacksInternet = (some: readonly Resource[]) =>
    !some.some((one) => policiesOf(one).some(({ value }) => isInternet(value)));
  if (own.length > 0) return lacksInternet(own);
  const perhaps = intents.filter((one) => !whole || mayBeOfHub(whole, hubAbove(one), all));
  const byHub = Map.groupBy(perhaps, ({ id: { names } }) => names[0]);
  return [...byHub.values()].some(lacksInternet);
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
const isPrivate = (policy: unknown) => isPrivatePolicy(get(policy, 'destinations'));
const isOfOpenKind = (policy: unknown) => !isSettled(get(policy, 'destinations') ?? policy);
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

const isOpenText = (name: string | undefined) => name?.includes('[') === true;
const isOpenName = ({ id }: Hub) => isOpenText(id.names[0]);

/** All connections have the default table where they name none; undefined where the document leaves open which one. */
function tableNameOf(connection: unknown): string | undefined {
  let value = field(connection, 'routingConfiguration');
  for (const key of ['associatedRouteTable', 'id']) {
    if (!(value instanceof Unresolved)) value = get(value, key);
  }
  const name = keyOf(value)?.split('/').at(-1) ?? 'defaultroutetable';
  return isOpenText(name) ? undefined : name;
}

/** Two hubs that the document does not tell apart: the name of one is open, and they are not both in it. */
function mayBeOfHub(a: Hub, b: Hub, all: TemplateResources): boolean {
  const isHere = (hub: Hub) =>
    all.ofType(hubType).some(({ id }) => id.names[0] === hub.id.names[0]);
  return (isOpenName(a) || isOpenName(b)) && !(isHere(a) && isHere(b));
}

/** An id that may be that of any network. */
const isOpenId = (reference: unknown): boolean =>
  reference instanceof Unresolved &&
  (parseResourceId(reference.key)?.names ?? ['[']).some((name) => name.includes('['));

/**
 * Where the routes of the hub lead by routing intent, and by the route table of the connection. A default route that is
 * open is left out, so that nothing is certain.
 */
function nextHopsOf(
  connection: Resource,
  table: string | undefined,
  all: TemplateResources,
): Pick<HubConnection, 'policy' | 'route' | 'longer'> {
  const isHere = (one: Resource) => isOfSameHub(hubAbove(one), hubAbove(connection));
  const mayBeHere = (one: Resource) => mayBeOfHub(hubAbove(one), hubAbove(connection), all);
  const isOpen = (one: Resource) => all.openCondition(one) !== undefined || !isHere(one);
  const near = (type: string) => all.ofType(type).filter((one) => isHere(one) || mayBeHere(one));
  const policies = near(intentType).flatMap((intent) =>
    policiesOf(intent).map((one) => ({ ...one, isOpen: isOpen(intent) })),
  );
  const routes = near(tableType).flatMap((one) => {
    const name = one.id.names[1];
    const isPerhaps = table === undefined || isOpenText(name);
    if (!isPerhaps && name !== table) return [];
    return routesOf(one).map((route) => ({ ...route, isOpen: isPerhaps || isOpen(one) }));
  });
  const policy = policies.find((one) => !one.isOpen && isInternet(one.value));
  const mayHavePolicy =
    policies.some(({ value }) => isInternet(value) || isOfOpenKind(value)) ||
    all.ofType(intentType).some((one) => !isHere(one) && mayBeHere(one));
  const defaults = routes.filter(isDefault);
  const [route] = defaults;
  const isCertain = !policy && !mayHavePolicy && defaults.every((one) => !one.isOpen);
  return {
    policy: policy && nextHopOf(policy, all),
    route: route && isCertain ? nextHopOf(route, all) : undefined,
    longer: [
      ...policies.flatMap((one) =>
        isPrivate(one.value) || isOfOpenKind(one.value)
          ? privateRoutes(nextHopOf(one, all), one.isOpen || !isPrivate(one.value))
          : [],
      ),
      ...routes.flatMap((one) =>
        longerRoutes(get(one.value, 'destinations') ?? one.value, nextHopOf(one, all), one.isOpen),
      ),
    ],
  };
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
