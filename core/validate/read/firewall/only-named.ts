/** Which single resource the expressions of a Terraform plan name. */

import { memoizeByObject } from '../../../network/memoize.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { get, isObject, listOf } from '../unresolved.ts';

/** A field, and the attribute of a resource of some type that it may have as its value. */
export interface NamingField {
  readonly field: string;
  readonly type: string;
  readonly attribute: string;
}

/**
 * The resource whose attribute every expression for the field names, anywhere in the owner; undefined where one of them
 * names something else, too. A plan may list blocks in another order than their expressions, so that only a single resource
 * is certain.
 */
export function onlyNamed(
  naming: NamingField,
  owner: TerraformResource,
  plan: TerraformPlan,
): TerraformResource | undefined {
  const results = resultsOf(plan)(owner);
  if (!results.has(naming.field)) results.set(naming.field, compute(naming, owner, plan));
  return results.get(naming.field);
}

const resultsOf = memoizeByObject((_: TerraformPlan) =>
  memoizeByObject((_owner: TerraformResource) => new Map<string, TerraformResource | undefined>()),
);

function compute(
  { field, type, attribute }: NamingField,
  owner: TerraformResource,
  plan: TerraformPlan,
): TerraformResource | undefined {
  const found = new Set<TerraformResource | undefined>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (!isObject(part)) return;
    for (const [name, value] of Object.entries(part)) {
      if (name !== field || listOf(get(value, 'references')).length === 0) {
        visit(value);
        continue;
      }
      for (const { reference, resources } of plan.ends(value, owner, type)) {
        const [only, other] = resources;
        found.add(reference.endsWith(`.${attribute}`) && !other ? only : undefined);
      }
    }
  };
  visit(plan.expressionOf(owner, []));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
