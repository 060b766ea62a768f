/**
 * Route tables: route by route, or as the documents that Azure's tools print, `az network route-table show` and
 * Resource Manager's shape, a bare list of routes, and templates and Terraform plans that hold one table.
 */

import type { InputRoute, RouteTable } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { keysOf, pointer } from '../../json-pointer.ts';
import { Budget } from './arm/budget.ts';
import { TemplateResources } from './arm/template.ts';
import { readAzureRoutes, tableType } from './azure/routes.ts';
import { describe, isTerraform, resourcesIn } from './document-shape.ts';
import { readRawRoute } from './input-route.ts';
import { flagOf } from './peering/peering.ts';
import { planTableType, readPlannedRoutes } from './terraform/routes.ts';
import { readPlan } from './terraform/updates.ts';
import { field, get, isObject, type Path } from './unresolved.ts';

const maxRoutes = 400;

const accepted = [
  'an array of routes',
  'an object with routes (az network route-table show)',
  'an object with properties.routes (REST, ARM resource)',
  'an ARM template or a Terraform plan with one route table',
];

/** The routes of a table, with the pointers to them; `path` leads to the table's input object. */
export function readRouteTable(
  table: RouteTable,
  path: Path,
  budget = new Budget(),
): readonly InputRoute[] {
  const routes =
    'document' in table
      ? (table.routes ?? readDocument(table.document, [...path, 'document'], budget))
      : table.routes.map((route, index) => readRawRoute(route, [...path, 'routes', index]));
  if (routes.length > maxRoutes) {
    throw new InputError('too many routes', {
      path,
      given: routes.length,
      expected: [`at most ${maxRoutes} routes in a route table`],
    });
  }
  return routes;
}

/** Whether the table keeps routes out that gateways learn; undefined where the document leaves it open. */
export function keepsOutGatewayRoutes(table: RouteTable): boolean | undefined {
  if (!('document' in table)) return false;
  const { document } = table;
  const flags = [
    flagOf(field(document, 'disableBgpRoutePropagation'), false),
    flagOf(get(document, 'disable_bgp_route_propagation'), false),
    not(flagOf(get(document, 'bgp_route_propagation_enabled'), true)),
  ];
  return flags.includes(true) ? true : flags.includes(undefined) ? undefined : false;
}

const not = (flag: boolean | undefined) => (flag === undefined ? undefined : !flag);

function readDocument(document: unknown, path: Path, budget: Budget): readonly InputRoute[] {
  if (isTerraform(document)) {
    const plan = readPlan([{ document: document as object, path: ['document'] }]);
    const table = theOne(plan.ofType(planTableType), document, path);
    return readPlannedRoutes(table, plan).map((route) => moved(route, path));
  }
  const resources = isTemplate(document) ? resourcesIn(document) : undefined;
  if (resources) {
    const all = new TemplateResources([resources], budget);
    return readAzureRoutes(theOne(all.ofType(tableType), document, path), all).map((route) =>
      moved(route, path),
    );
  }
  for (const keys of [['properties', 'routes'], ['routes'], []]) {
    const routes = keys.reduce(
      (holder: unknown, key) => (isObject(holder) ? holder[key] : undefined),
      document,
    );
    if (!Array.isArray(routes)) continue;
    return routes.map((route, index) => readRawRoute(route, [...path, ...keys, index]));
  }
  throw refuse(document, path);
}

/** A list of routes and a list of resources look alike but for where they stand. */
const isTemplate = (document: unknown) =>
  isObject(get(document, 'template')) || typeof get(document, 'resources') === 'object';

function theOne<T>(tables: readonly T[], document: unknown, path: Path): T {
  const [table] = tables;
  if (table && tables.length === 1) return table;
  throw tables.length === 0
    ? refuse(document, path)
    : new InputError('the document has several route tables', {
        path,
        given: tables.length,
        expected: ['one route table'],
      });
}

const refuse = (document: unknown, path: Path) =>
  new InputError('no routes found in the document', {
    path,
    given: describe(document),
    accepted,
  });

/** The same route with paths from the root of the input; the steps of a copy loop are in no document. */
function moved(route: InputRoute, path: Path): InputRoute {
  const keys = keysOf(route.path).slice(1);
  return {
    ...route,
    path: pointer(...path, ...keys.filter((key) => !String(key).startsWith('copyIndex='))),
  };
}
