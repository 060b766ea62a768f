/** A security group in JSON: alone, or in a list of resources beside its route table. */

import { InputError } from '../../../../core/input-error.ts';

export interface GroupParts {
  readonly document: unknown;
  /** As the group names it. */
  readonly location: string | undefined;
  readonly routeTable?: unknown;
  /** Index of each in the list; undefined for a group alone. */
  readonly groupIndex?: number;
  readonly routeTableIndex?: number;
  /** The other resources. */
  readonly unused: readonly { readonly name: string; readonly index: number }[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A resource has its lists itself, as az writes them, or in its properties, as the REST API does. */
const has = (resource: unknown, list: string, type: RegExp): boolean =>
  isObject(resource) &&
  (Array.isArray(resource[list]) ||
    (isObject(resource.properties) && Array.isArray(resource.properties[list])) ||
    (typeof resource.type === 'string' && type.test(resource.type)));

const isGroup = (resource: unknown) =>
  has(resource, 'securityRules', /^microsoft\.network\/networksecuritygroups$/i);
const isRouteTable = (resource: unknown) =>
  has(resource, 'routes', /^microsoft\.network\/routetables$/i);

const locationOf = (resource: unknown) =>
  isObject(resource) && typeof resource.location === 'string' ? resource.location : undefined;

const nameOf = (resource: unknown, index: number) =>
  isObject(resource) && typeof resource.name === 'string' ? resource.name : `resource ${index + 1}`;

/** Throws InputError for a list with several groups or route tables. A list of security rules is a group alone. */
export function groupIn(document: unknown): GroupParts {
  if (!Array.isArray(document) || !document.some(isGroup)) {
    return { document, location: locationOf(document), unused: [] };
  }
  const groups = document.filter(isGroup);
  const tables = document.filter(isRouteTable);
  for (const [what, all] of [
    ['security group', groups],
    ['route table', tables],
  ] as const) {
    if (all.length > 1) {
      throw new InputError(`the list has several of a ${what}, and the subnet has one`, {
        path: ['document'],
        given: all.map(nameOf).join(', '),
        accepted: [`one ${what}`],
      });
    }
  }
  const [group] = groups;
  const [routeTable] = tables;
  return {
    document: group,
    location: locationOf(group),
    groupIndex: document.indexOf(group),
    ...(routeTable !== undefined && {
      routeTable,
      routeTableIndex: document.indexOf(routeTable),
    }),
    unused: document.flatMap((resource, index) =>
      resource === group || resource === routeTable
        ? []
        : [{ name: nameOf(resource, index), index }],
    ),
  };
}

const routeTablePath = /^\/deployment\/locations\/0\/routeTable\/document/;

/** From a path into the input to keys in the text; undefined where the text does not have it. */
export function keysInGroup(
  group: GroupParts | undefined,
  keys: readonly (string | number)[],
  path: string,
): readonly (string | number)[] | undefined {
  if (!routeTablePath.test(path)) {
    return group?.groupIndex === undefined ? keys : [group.groupIndex, ...keys];
  }
  if (group?.routeTableIndex === undefined) return undefined;
  // Of deployment, locations, 0, routeTable and document none is in the text.
  return [group.routeTableIndex, ...keys.slice(5)];
}
