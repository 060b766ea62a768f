/**
 * The routes of a table among the resources of a template or an export: in the table, and as resources of their own.
 */

import type { InputRoute } from '../../../deployment.ts';
import { isPartOf, type Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { isPrivateAddressText } from '../firewall/private-address.ts';
import { openRoute, readRawRoute } from '../input-route.ts';
import { field, fieldPath, isObject, keyOf, type Path, textOf, Unresolved } from '../unresolved.ts';

export const tableType = 'microsoft.network/routetables';

export function readAzureRoutes(table: Resource, all: TemplateResources): InputRoute[] {
  const body = table.resolved();
  const list = field(body, 'routes');
  const path = [...table.path, ...fieldPath(body, 'routes')];
  const isConditional = all.openCondition(table) !== undefined;
  const inline =
    list instanceof Unresolved
      ? [openRoute(list.text, path)]
      : (Array.isArray(list) ? list : []).map((route: unknown, index) =>
          readOpenRoute(route, [...path, index], isConditional),
        );
  const names = new Set(inline.map(({ name }) => name.toLowerCase()));
  const own = all
    .ofType(`${tableType}/routes`)
    .filter((route) => isPartOf(route, table) || isOpen(route.id.names[0]))
    .map((route) => {
      const name = keyOf(route.resolved().name)?.split('/').at(-1);
      const isDoubtful =
        isConditional || all.openCondition(route) !== undefined || isOpen(route.id.names[0]);
      return readOpenRoute({ ...route.resolved(), name }, route.path, isDoubtful);
    });
  // An export repeats the routes of a table as resources.
  return [...inline, ...own.filter(({ name }) => !names.has(name.toLowerCase()))];
}

const isOpen = (name: string | undefined) => name?.includes('[') === true;

/** A route of which some fields may be left open. */
export function readOpenRoute(route: unknown, path: Path, isConditional: boolean): InputRoute {
  return route instanceof Unresolved
    ? openRoute(route.text, path)
    : readRawRoute(plain(route), path, isConditional);
}

function plain(value: unknown): unknown {
  if (value instanceof Unresolved)
    return isPrivateAddressText(value.key) ? value.key : textOf(value);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
    : value;
}
