/** Which resource of a template or an export a field of another one means. */

import { InputError } from '../../../input-error.ts';
import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { get, isObject, keyOf, type Path, textOf } from '../unresolved.ts';

const maxName = 100;

/** The name for a message; a document may hold anything in its place. */
export function nameOf({ resolved, id }: Resource): string {
  const name = get(resolved(), 'name');
  const text = isObject(name) || Array.isArray(name) ? `a ${id.type}` : textOf(name);
  return text.slice(0, maxName);
}

/** What is there of a type, for an error. */
export function namesOf(type: string, all: TemplateResources): string[] {
  const found = all.ofType(type).map(nameOf).slice(0, 10);
  const linked = all.linkedNames
    .slice(0, 3)
    .map((name) => `a linked template ${name} to be put in`);
  return [found.length === 0 ? `no ${type} is in the document` : found.join(', '), ...linked];
}

/** The one resource that a reference leads to. */
export function follow(
  reference: unknown,
  type: string,
  path: Path,
  all: TemplateResources,
): Resource {
  const key = keyOf(reference);
  const found = key === undefined ? [] : all.named(key).filter(({ id }) => id.type === type);
  const [resource] = found;
  if (resource && found.length === 1) {
    requireCertain(resource);
    return resource;
  }
  throw new InputError(
    found.length > 1
      ? `several resources are the ${type} that is named here`
      : `the ${type} that is named here cannot be followed`,
    { path, given: textOf(reference), accepted: namesOf(type, all) },
  );
}

export function requireCertain(resource: Resource): void {
  if (resource.condition === undefined) return;
  throw new InputError(`whether ${nameOf(resource)} is deployed depends on a condition`, {
    path: resource.path,
    given: resource.condition,
    accepted: ['resources without a condition, or one that the document answers'],
  });
}
