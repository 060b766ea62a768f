/** The hubs of Virtual WAN that a virtual network of a Terraform plan is connected with. */

import { plannedAddressText, plannedFirewallType } from '../firewall/planned-address.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import { targetsOf } from '../terraform/targets.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { get, isSettled, keyOf, listOf, type Path, textOf, Unresolved } from '../unresolved.ts';
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

const hubType = 'azurerm_virtual_hub';
const tableType = 'azurerm_virtual_hub_route_table';
const intentType = 'azurerm_virtual_hub_routing_intent';

export function plannedHubConnectionsOf(
  network: TerraformResource,
  plan: TerraformPlan,
): HubConnection[] {
  return plan.managed('azurerm_virtual_hub_connection').flatMap((connection): HubConnection[] => {
    const key = 'remote_virtual_network_id';
    const targets = targetsOf(connection, [key], network.type, plan);
    const isElsewhere = targets.length > 0 || !(connection.values[key] instanceof Unresolved);
    if (isElsewhere && !targets.includes(network)) return [];
    const hub = hubOf(connection, plan);
    const { internet_security_enabled: security } = connection.values;
    const takesDefault = flagOf(security, false);
    // A connection that may be missing has that in this field.
    const isOpen = targets.length !== 1 || security instanceof Unresolved;
    const { longer, ...hops } = nextHopsOf(connection, hub, plan);
    return [
      {
        hub: hub?.address ?? shortName(connection.values.virtual_hub_id),
        path: connection.path,
        takesDefault: targets.length === 1 || !takesDefault ? takesDefault : undefined,
        ...hops,
        longer: longer.map((one) => ({ ...one, isOpen: one.isOpen || isOpen })),
      },
    ];
  });
}

/**
 * True where a hub may send on what its firewall lets pass: its routing intent has no policy for Internet traffic. Where
 * the plan leaves open which hub it is, or whose an intent is, it may be that one.
 */
export function isForcedPlannedHub(firewall: TerraformResource, plan: TerraformPlan): boolean {
  return listOf(firewall.values.virtual_hub).some((block, index) => {
    const [hub] = targetsOf(firewall, ['virtual_hub', index, 'virtual_hub_id'], hubType, plan);
    const own = intentsOf(hub, plan);
    if (own.length > 0) return internetPolicyIn(own, plan) === undefined;
    const id = block instanceof Unresolved ? block : get(block, 'virtual_hub_id');
    const isOpen = hub === undefined && typeof id !== 'string';
    return plan
      .managed(intentType)
      .filter(
        (one) => isOpen || isOfOpenHub(one, plan) || isSameText(one.values.virtual_hub_id, id),
      )
      .some((one) => internetPolicyIn([one], plan) === undefined);
  });
}

const isSameText = (a: unknown, b: unknown) => typeof a === 'string' && keyOf(a) === keyOf(b);

/**
 * By routing intent, and by the route table of the connection. Where the plan leaves open which hub or table one is of, it
 * may be that of the connection, and no default route is certain.
 */
function nextHopsOf(
  connection: TerraformResource,
  hub: TerraformResource | undefined,
  plan: TerraformPlan,
): Pick<HubConnection, 'policy' | 'route' | 'longer'> {
  const intents = intentsOf(hub, plan);
  const isOpenHub = isOfOpenHub(connection, plan);
  const perhaps = plan
    .managed(intentType)
    .filter((one) => !intents.includes(one) && (isOpenHub || isOfOpenHub(one, plan)));
  const policies = [...intents, ...perhaps].flatMap((intent, place) =>
    listOf(intent.values.routing_policy).map((policy, index) => ({
      intent,
      policy,
      index,
      isOpen: place >= intents.length,
    })),
  );
  const policy = internetPolicyIn(intents, plan);
  const mayHavePolicy = perhaps.length > 0 || policies.some((one) => isOfOpenKind(one.policy));
  const routes = staticRoutesOf(connection, hub, plan);
  const defaults = routes.filter(({ destinations }) => isDefaultPrefix(destinations));
  const [route] = defaults;
  const isCertain = !policy && !mayHavePolicy && defaults.every((one) => !one.isOpen);
  return {
    policy,
    route: route && isCertain ? nextHopOf(route.owner, route.keys, plan) : undefined,
    longer: [
      ...policies.flatMap(({ intent, policy: one, index, isOpen }) => {
        const isPrivate = isPrivatePolicy(get(one, 'destinations'));
        if (!isPrivate && !isOfOpenKind(one)) return [];
        const next = nextHopOf(intent, ['routing_policy', index, 'next_hop'], plan);
        return privateRoutes(next, isOpen || !isPrivate);
      }),
      ...routes.flatMap(({ owner, keys, destinations, isOpen }) =>
        longerRoutes(destinations, nextHopOf(owner, keys, plan), isOpen),
      ),
    ],
  };
}

const isOfOpenKind = (policy: unknown) => !isSettled(get(policy, 'destinations') ?? policy);

const hubOf = (owner: TerraformResource, plan: TerraformPlan): TerraformResource | undefined =>
  targetsOf(owner, ['virtual_hub_id'], hubType, plan)[0];

const intentsOf = (
  hub: TerraformResource | undefined,
  plan: TerraformPlan,
): readonly TerraformResource[] =>
  hub === undefined ? [] : plan.managed(intentType).filter((one) => hubOf(one, plan) === hub);

const isOfOpenHub = (owner: TerraformResource, plan: TerraformPlan): boolean =>
  hubOf(owner, plan) === undefined && typeof owner.values.virtual_hub_id !== 'string';

function internetPolicyIn(
  intents: readonly TerraformResource[],
  plan: TerraformPlan,
): NextHopOfHub | undefined {
  const [next] = intents.flatMap((intent) =>
    listOf(intent.values.routing_policy).flatMap((policy, index) =>
      isInternetPolicy(get(policy, 'destinations'))
        ? [nextHopOf(intent, ['routing_policy', index, 'next_hop'], plan)]
        : [],
    ),
  );
  return next;
}

interface StaticRoute {
  readonly owner: TerraformResource;
  readonly keys: Path;
  readonly destinations: unknown;
}

/** In a table, or resources of their own. */
const staticRoutes = (plan: TerraformPlan): StaticRoute[] => [
  ...plan.managed(tableType).flatMap((owner) =>
    listOf(owner.values.route).map((route, index) => ({
      owner,
      keys: ['route', index, 'next_hop'],
      destinations: get(route, 'destinations') ?? route,
    })),
  ),
  ...plan.managed(`${tableType}_route`).map((owner) => ({
    owner,
    keys: ['next_hop'],
    destinations: owner.values.destinations,
  })),
];

/** The table, or the hub whose default table it is, that a static route is in. */
const ownersOf = (owner: TerraformResource, plan: TerraformPlan): TerraformResource[] =>
  owner.type === tableType ? [owner] : tablesAt(owner, ['route_table_id'], plan);

/** A table, or the hub whose default one a field names. Sources have the expression itself. */
function tablesAt(owner: TerraformResource, keys: Path, plan: TerraformPlan): TerraformResource[] {
  const value = keys.reduce<unknown>((part, key) => get(part, key), owner.values);
  const text = value instanceof Unresolved ? value.key : undefined;
  const inText = plan
    .managed(hubType)
    .filter(({ address }) => text === `[${address}.default_route_table_id]`);
  const referred = [tableType, hubType].flatMap((type) => targetsOf(owner, keys, type, plan));
  return inText.length > 0 ? inText : referred;
}

interface RouteOfConnection extends StaticRoute {
  readonly isOpen: boolean;
}

/** By the table that the connection names, or else the default one; open where the plan does not say which one that is. */
function staticRoutesOf(
  connection: TerraformResource,
  hub: TerraformResource | undefined,
  plan: TerraformPlan,
): RouteOfConnection[] {
  const keys = ['routing', 0, 'associated_route_table_id'];
  const [routing] = listOf(connection.values.routing);
  const named = routing instanceof Unresolved ? routing : get(routing, 'associated_route_table_id');
  const tables = tablesAt(connection, keys, plan);
  const isNamed = named !== undefined && named !== null;
  const table = tables[0] ?? (isNamed ? undefined : hub);
  const isOpenTable =
    table === undefined && (isNamed ? typeof named !== 'string' : isOfOpenHub(connection, plan));
  return staticRoutes(plan).flatMap((route): RouteOfConnection[] => {
    const { owner } = route;
    const owners = ownersOf(owner, plan);
    const isOwn =
      table !== undefined &&
      (owners.includes(table) ||
        (table === hub && isDefaultTable(owner) && hubOf(owner, plan) === hub));
    const isOfOpenTable =
      owners.length === 0
        ? typeof owner.values.route_table_id !== 'string'
        : table === hub && isDefaultTable(owner) && isOfOpenHub(owner, plan);
    return isOwn || isOpenTable || isOfOpenTable ? [{ ...route, isOpen: !isOwn }] : [];
  });
}

const isDefaultTable = ({ type, values }: TerraformResource): boolean =>
  type === tableType && keyOf(values.name) === 'defaultroutetable';

function nextHopOf(owner: TerraformResource, keys: Path, plan: TerraformPlan): NextHopOfHub {
  const [firewall] = targetsOf(owner, keys, plannedFirewallType, plan);
  const reference = keys.reduce<unknown>((part, key) => get(part, key), owner.values);
  return {
    address: firewall
      ? plannedAddressText(firewall)
      : `[${shortName(textOf(reference))} in the hub]`,
    path: [...owner.path, ...keys.slice(0, -1)],
  };
}
