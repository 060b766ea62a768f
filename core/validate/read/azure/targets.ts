/** Which resource of a template or an export a field of another one means. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { field, get, isObject, keyOf, listOf, textOf } from '../unresolved.ts';
import { latestOf } from './latest.ts';

const maxName = 100;

/** The name for a message; a document may have anything there. */
export function nameOf({ resolved, id }: Resource): string {
  const name = get(resolved(), 'name');
  const text = isObject(name) || Array.isArray(name) ? `a ${id.type}` : textOf(name);
  return text.slice(0, maxName);
}

/** The resource that a reference leads to, the one put last where there are several; undefined where none is there. */
export function follow(
  reference: unknown,
  type: string,
  all: TemplateResources,
): Resource | undefined {
  const key = keyOf(reference);
  const targets = key === undefined ? [] : all.named(key).filter(({ id }) => id.type === type);
  for (const resource of targets) noteCondition(resource, all);
  return latestOf(targets, all);
}

/** The report takes a resource under a condition for deployed. */
export function noteCondition(resource: Resource, all: TemplateResources): void {
  const condition = all.openCondition(resource);
  if (condition === undefined) return;
  all.notes.leaveOpen(`whether ${nameOf(resource)} is deployed`, condition, resource.path);
}

/** The resources of a type, each once, that name the subnet among those that they are attached to, as exports have it. */
export function tiedTo(subnet: unknown, type: string, all: TemplateResources): Resource[] {
  const key = keyOf(subnet);
  if (key === undefined) return [];
  const tied = all
    .ofType(type)
    .filter(({ resolved }) =>
      listOf(field(resolved(), 'subnets')).some((one) => keyOf(get(one, 'id')) === key),
    );
  return eachOnce(tied, all);
}

/** The last description of each resource. */
export function eachOnce(resources: readonly Resource[], all: TemplateResources): Resource[] {
  const groups = Map.groupBy(
    resources,
    ({ id, literalId }) => literalId ?? `${id.group ?? ''} ${id.names.join('/')}`,
  );
  return [...groups.values()].flatMap((same) => latestOf(same, all) ?? []);
}
