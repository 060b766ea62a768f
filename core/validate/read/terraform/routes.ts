/** The routes of a table in a Terraform plan: in the table itself, and as resources of their own. */

import type { InputRoute } from '../../../deployment.ts';
import { readOpenRoute } from '../azure/routes.ts';
import { nextHopAddress } from '../firewall/planned-address.ts';
import { openRoute } from '../input-route.ts';
import { get, listOf, type Path, Unresolved } from '../unresolved.ts';
import type { TerraformPlan } from './plan.ts';
import { replacedNames } from './refreshed.ts';
import { ownersNamed } from './targets.ts';
import type { TerraformResource } from './values.ts';

export const planTableType = 'azurerm_route_table';
const routeType = 'azurerm_route';

/** As with rules, a table whose routes are known only after apply has none of its own where some are resources. */
export function readPlannedRoutes(table: TerraformResource, plan: TerraformPlan): InputRoute[] {
  const path = [...table.path, 'route'];
  const { route: list } = table.values;
  const isOfTable = (route: TerraformResource) => isRouteOf(route, table, plan) === true;
  const ownRoutes = plan.ofType(routeType).filter(isOfTable);
  const own = plan.ofType(routeType).flatMap((route) => {
    const isOwn = isRouteOf(route, table, plan);
    if (isOwn === false) return [];
    const read = readPlannedRoute(route.values, route.path, route, plan);
    return [isOwn ? read : { ...read, isConditional: true }];
  });
  if (list instanceof Unresolved) {
    return ownRoutes.length > 0 ? own : [openRoute(list.text, path), ...own];
  }
  const removed = plan.removed(routeType).filter(isOfTable);
  const replaced = replacedNames(table, 'route', plan, { own: ownRoutes, removed });
  const inline = listOf(list)
    .map((route, index) => readPlannedRoute(route, [...path, index], table, plan))
    .filter(({ name }) => !replaced.has(name.toLowerCase()));
  return [...inline, ...own];
}

const tableKey = 'route_table_name';

/** Undefined where the plan does not say whose route it is. */
function isRouteOf(
  route: TerraformResource,
  table: TerraformResource,
  plan: TerraformPlan,
): boolean | undefined {
  const tables = ownersNamed(route, tableKey, planTableType, plan);
  const isNamed = tables.length > 0 || typeof route.values[tableKey] === 'string';
  if (!tables.includes(table) && isNamed) return false;
  return tables.length === 1 || undefined;
}

function readPlannedRoute(
  route: unknown,
  path: Path,
  owner: TerraformResource,
  plan: TerraformPlan,
): InputRoute {
  const address = 'next_hop_in_ip_address';
  const renamed =
    route instanceof Unresolved
      ? route
      : {
          name: get(route, 'name'),
          addressPrefix: get(route, 'address_prefix'),
          nextHopType: get(route, 'next_hop_type'),
          nextHopIpAddress: nextHopAddress(get(route, address), owner, plan),
        };
  return readOpenRoute(renamed, path, false);
}
