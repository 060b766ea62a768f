/** Which description of a resource holds where a document puts it more than once: the one that is deployed last. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { isSame } from '../arm/values.ts';
import { listOf, Unresolved } from '../unresolved.ts';

/**
 * Those without a condition before those with one; then by what depends on what. Where neither of two waits for the
 * other and they differ, the later one in the document is taken, and a note says that this is open.
 */
export function latestOf(
  resources: readonly Resource[],
  all: TemplateResources,
): Resource | undefined {
  if (resources.length < 2) return resources[0];
  const certain = resources.filter((one) => all.openCondition(one) === undefined);
  const [first, ...others] = certain.length > 0 ? certain : resources;
  return others.reduce<Resource | undefined>((latest, one) => {
    if (!latest) return one;
    if (waitsFor(latest, one, all)) return latest;
    if (!waitsFor(one, latest, all) && !isSame(latest.resolved(), one.resolved())) {
      const { name } = one.resolved();
      const shown = name instanceof Unresolved ? name.text : one.id.names.at(-1);
      const what = `which of two descriptions of ${shown} is deployed last`;
      all.notes.leaveOpen(what, one.id.type, one.path);
    }
    return one;
  }, first);
}

/** True where one, or a deployment around it, waits for the other, or for a deployment around that. */
export function waitsFor(one: Resource, other: Resource, all: TemplateResources): boolean {
  const wanted = new Set(withDeployments(other));
  const seen = new Set<Resource>();
  const visit = (resource: Resource): boolean => {
    if (seen.has(resource)) return false;
    seen.add(resource);
    return dependenciesOf(resource, all).some((next) => wanted.has(next) || visit(next));
  };
  return withDeployments(one).some((resource) => !wanted.has(resource) && visit(resource));
}

const withDeployments = (resource: Resource): Resource[] =>
  resource.within ? [resource, ...withDeployments(resource.within)] : [resource];

function dependenciesOf(resource: Resource, all: TemplateResources): Resource[] {
  return listOf(resource.resolved().dependsOn).flatMap((reference) => {
    const key = reference instanceof Unresolved ? reference.key : reference;
    return typeof key === 'string' ? all.meantBy(key, resource.scope) : [];
  });
}
