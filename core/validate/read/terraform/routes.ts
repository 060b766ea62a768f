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
  const isOfTable = (route: TerraformResource) => tablesOf(route, plan).includes(table);
  const ownRoutes = plan.ofType(routeType).filter(isOfTable);
  const own = ownRoutes.map((route) => readPlannedRoute(route.values, route.path, route, plan));
  if (list instanceof Unresolved) return own.length > 0 ? own : [openRoute(list.text, path)];
  const removed = plan.removed(routeType).filter(isOfTable);
  const replaced = replacedNames(table, 'route', plan, { own: ownRoutes, removed });
  const inline = listOf(list)
    .map((route, index) => readPlannedRoute(route, [...path, index], table, plan))
    .filter(({ name }) => !replaced.has(name.toLowerCase()));
  return [...inline, ...own];
}

const tablesOf = (route: TerraformResource, plan: TerraformPlan): readonly TerraformResource[] =>
  ownersNamed(route, 'route_table_name', planTableType, plan);

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
