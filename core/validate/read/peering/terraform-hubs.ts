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
  type NextHopOfHub,
} from './hubs.ts';
import { flagOf, shortName } from './peering.ts';

const hubType = 'azurerm_virtual_hub';
const tableType = 'azurerm_virtual_hub_route_table';

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
    const takesDefault = flagOf(connection.values.internet_security_enabled, false);
    return [
      {
        hub: hub?.address ?? shortName(connection.values.virtual_hub_id),
        path: connection.path,
        takesDefault: targets.length === 1 || !takesDefault ? takesDefault : undefined,
        ...nextHopsOf(connection, hub, plan),
      },
    ];
  });
}

/** True where a hub may send on what its firewall lets pass: its routing intent has no policy for Internet traffic. */
export function isForcedPlannedHub(firewall: TerraformResource, plan: TerraformPlan): boolean {
  const [hub] = listOf(firewall.values.virtual_hub).flatMap((_, index) =>
    targetsOf(firewall, ['virtual_hub', index, 'virtual_hub_id'], hubType, plan),
  );
  return hub !== undefined && intentsOf(hub, plan).length > 0 && policyOf(hub, plan) === undefined;
}

/** By routing intent, and by the route table of the connection; neither where an intent is open. */
function nextHopsOf(
  connection: TerraformResource,
  hub: TerraformResource | undefined,
  plan: TerraformPlan,
): Pick<HubConnection, 'policy' | 'route'> {
  const policy = hub && policyOf(hub, plan);
  const mayHavePolicy =
    hub !== undefined &&
    intentsOf(hub, plan).some(({ values }) =>
      listOf(values.routing_policy).some((one) => !isSettled(get(one, 'destinations') ?? one)),
    );
  return {
    policy,
    route: policy || mayHavePolicy ? undefined : staticRouteOf(connection, hub, plan),
  };
}

const hubOf = (owner: TerraformResource, plan: TerraformPlan): TerraformResource | undefined =>
  targetsOf(owner, ['virtual_hub_id'], hubType, plan)[0];

const intentsOf = (hub: TerraformResource, plan: TerraformPlan): TerraformResource[] =>
  plan
    .managed('azurerm_virtual_hub_routing_intent')
    .filter((intent) => hubOf(intent, plan) === hub);

function policyOf(hub: TerraformResource, plan: TerraformPlan): NextHopOfHub | undefined {
  const [next] = intentsOf(hub, plan).flatMap((intent) =>
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
}

/** Routes for 0.0.0.0/0, in a table or as resources of their own. */
const defaultRoutes = (plan: TerraformPlan): StaticRoute[] => [
  ...plan
    .managed(tableType)
    .flatMap((owner) =>
      listOf(owner.values.route).flatMap((route, index) =>
        isDefaultPrefix(get(route, 'destinations'))
          ? [{ owner, keys: ['route', index, 'next_hop'] }]
          : [],
      ),
    ),
  ...plan
    .managed(`${tableType}_route`)
    .filter(({ values }) => isDefaultPrefix(values.destinations))
    .map((owner) => ({ owner, keys: ['next_hop'] })),
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

/** By the table that the connection names, or else the default one. */
function staticRouteOf(
  connection: TerraformResource,
  hub: TerraformResource | undefined,
  plan: TerraformPlan,
): NextHopOfHub | undefined {
  const keys = ['routing', 0, 'associated_route_table_id'];
  const named = get(listOf(connection.values.routing)[0], 'associated_route_table_id');
  const tables = tablesAt(connection, keys, plan);
  const table = tables[0] ?? (named === undefined || named === null ? hub : undefined);
  const route = defaultRoutes(plan).find(
    ({ owner }) =>
      table !== undefined &&
      (ownersOf(owner, plan).includes(table) ||
        (table === hub && isDefaultTable(owner) && hubOf(owner, plan) === hub)),
  );
  return route && nextHopOf(route.owner, route.keys, plan);
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
