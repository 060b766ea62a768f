/** The addresses of the IP groups that a rule of a Terraform plan names. */

import type { TerraformPlan } from '../terraform/plan.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { get, isObject, listOf, textOf, Unresolved } from '../unresolved.ts';
import { openText } from './rules.ts';

const groupType = 'azurerm_ip_group';

export function groupAddresses(
  list: unknown,
  key: string,
  owner: TerraformResource,
  plan: TerraformPlan,
): readonly string[] {
  const known = plan.managed(groupType);
  return listOf(list).flatMap((reference) => {
    const group =
      reference instanceof Unresolved
        ? onlyOne(referredAnywhere(key, owner, plan))
        : onlyOne(known.filter(({ values }) => isSame(values.id, reference)));
    return group ? addressesIn(group, plan) : [openText(`the IP group ${lastOf(reference)}`)];
  });
}

const isSame = (id: unknown, reference: unknown) =>
  textOf(id).toLowerCase() === textOf(reference).toLowerCase();
const lastOf = (reference: unknown) => textOf(reference).split('/').at(-1);
const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/**
 * The groups that fields of the owner with this name refer to. A plan may list rules in another order than their
 * expressions, so that only a single group is certain.
 */
function referredAnywhere(
  key: string,
  owner: TerraformResource,
  plan: TerraformPlan,
): TerraformResource[] {
  const found = new Set<TerraformResource>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (!isObject(part)) return;
    for (const one of plan.referred(get(part, key), owner, groupType)) found.add(one);
    Object.values(part).forEach(visit);
  };
  visit(plan.expressionOf(owner, []));
  return [...found];
}

function addressesIn(group: TerraformResource, plan: TerraformPlan): readonly string[] {
  const own = listOf(group.values.cidrs).map((one) =>
    one instanceof Unresolved ? openText(one.text) : textOf(one),
  );
  const more = plan
    .managed('azurerm_ip_group_cidr')
    .filter(
      (one) =>
        plan.referred(plan.expressionOf(one, ['ip_group_id']), one, groupType).includes(group) ||
        isSame(one.values.ip_group_id, group.values.id),
    )
    .map(({ values }) => textOf(values.cidr));
  return [...own, ...more];
}
