/** Modules of a source that were not read: what they hold is unknown, so that they may touch what they are handed. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { field, get, isObject, keyOf, Unresolved } from '../unresolved.ts';

/** A lowered module says so by this field. */
export const unreadField = 'unread';

export const unreadModules = (all: TemplateResources): Resource[] =>
  all.linked.filter(({ resolved }) => get(resolved(), unreadField) === true);

/** The module is handed the name or the id of the resource, or something open under a name that may be for it. */
export function mayTouch(module: Resource, { id }: Resource): boolean {
  const parameters = field(module.resolved(), 'parameters');
  const name = id.names.at(-1) ?? '';
  const end = `/${id.type.split('/').at(-1)}/${name}`;
  const names = (value: unknown): boolean => {
    const key = keyOf(value);
    if (key !== undefined) return key === name || key.endsWith(end) || key.includes(`${end}/`);
    return typeof value === 'object' && value !== null && Object.values(value).some(names);
  };
  return Object.entries(isObject(parameters) ? parameters : {}).some(([parameter, argument]) => {
    const value = get(argument, 'value');
    return names(value) || (value instanceof Unresolved && /nsg|security_?group/i.test(parameter));
  });
}
