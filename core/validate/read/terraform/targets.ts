/** Which resource of a Terraform plan a field of another one means. */

import { memoizeByObject } from '../../../network/memoize.ts';
import { parseResourceId } from '../resource-id.ts';
import { get, keyOf, listOf, type Path, textOf, Unresolved } from '../unresolved.ts';
import type { TerraformPlan } from './plan.ts';
import type { TerraformResource } from './values.ts';

/** The resources of a type that a field names: by a known id, or by the references of the configuration. */
export function targetsOf(
  owner: TerraformResource,
  keys: Path,
  type: string,
  plan: TerraformPlan,
): TerraformResource[] {
  const value = keys.reduce<unknown>((part, key) => get(part, key), owner.values);
  if (typeof value !== 'string') {
    return plan.referred(plan.expressionOf(owner, keys), owner, type);
  }
  const all = plan.ofType(type);
  const byId = byIdIn(all).get(value.toLowerCase());
  const id = byId ? undefined : parseResourceId(value);
  return byId ?? (id && byNamesIn(all).get(keyOfNames(id.group, id.names))) ?? [];
}

const byIdIn = memoizeByObject((all: readonly TerraformResource[]) =>
  Map.groupBy(
    all.filter(({ values }) => typeof values.id === 'string'),
    ({ values }) => keyOf(values.id),
  ),
);

/** Resources that are still to be created, whose ids are put together from their names. */
const byNamesIn = memoizeByObject((all: readonly TerraformResource[]) =>
  Map.groupBy(
    all.filter(({ values }) => typeof values.id !== 'string'),
    ({ values }) =>
      keyOfNames(
        values.resource_group_name,
        [values.virtual_network_name, values.name].filter((name) => typeof name === 'string'),
      ),
  ),
);

const keyOfNames = (group: unknown, names: readonly string[]): string | undefined =>
  typeof group === 'string' ? [group, ...names].join('/').toLowerCase() : undefined;

const isSameText = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();

/** Names that are left open are equal where they depend on the same. */
function isSameName(a: unknown, b: unknown): boolean {
  const key = keyOf(a);
  return key !== undefined && key === keyOf(b);
}

/** What a field names that is not one resource of the plan: several of them, an id, or the references of the field. */
export function namedAt(
  owner: TerraformResource,
  keys: Path,
  plan: TerraformPlan,
  targets: readonly TerraformResource[],
): string {
  if (targets.length > 0) {
    return `one of ${targets
      .slice(0, 5)
      .map(({ address }) => address)
      .join(', ')}`;
  }
  const value = keys.reduce<unknown>(
    (part, key) => (part instanceof Unresolved ? part : get(part, key)),
    owner.values,
  );
  const references = listOf(get(plan.expressionOf(owner, keys), 'references')).map(textOf);
  return references.length > 0 && typeof value !== 'string'
    ? references.slice(0, 4).join(' ')
    : textOf(value);
}

/** The resources of a type with a name, in the same resource group as far as that is known. */
export function named(
  type: string,
  name: unknown,
  { values: { resource_group_name: group } }: TerraformResource,
  plan: TerraformPlan,
): TerraformResource[] {
  return plan
    .ofType(type)
    .filter(
      ({ values }) =>
        isSameName(values.name, name) &&
        (isSameText(values.resource_group_name, group) ||
          typeof values.resource_group_name !== 'string' ||
          typeof group !== 'string'),
    );
}

const ownersIn = memoizeByObject(
  (_: readonly TerraformResource[]) => new Map<TerraformResource, readonly TerraformResource[]>(),
);

/** The resources of a type that a part names in a field; each of them asks of every part. */
export function ownersNamed(
  part: TerraformResource,
  key: string,
  type: string,
  plan: TerraformPlan,
): readonly TerraformResource[] {
  // The plan makes another list where its resources change.
  const known = ownersIn(plan.ofType(type));
  const cached = known.get(part);
  if (cached) return cached;
  const referred = plan.referred(plan.expressionOf(part, [key]), part, type);
  const owners = referred.length > 0 ? referred : named(type, part.values[key], part, plan);
  known.set(part, owners);
  return owners;
}
