/** Plans and states with the changes that azapi_update_resource makes to resources that something else has put. */

import { updatedValues } from '../azapi.ts';
import type { TerraformPart } from '../terraform-part.ts';
import { get, Unresolved } from '../unresolved.ts';
import { TerraformPlan } from './plan.ts';
import { targetsOf } from './targets.ts';
import type { TerraformResource } from './values.ts';

/** Fields of a subnet that is not in the document, of which nothing is known but what changes it. */
const openFields = [
  'address_prefixes',
  'delegation',
  'service_endpoints',
  'network_security_group_id',
  'route_table_id',
];

export function readPlan(parts: readonly TerraformPart[]): TerraformPlan {
  const plan = new TerraformPlan(parts);
  for (const update of plan.resources.filter(({ type }) => type === 'azapi_update_resource')) {
    const change = updatedValues(update.values);
    if (!change) continue;
    const { type, values } = change;
    const [target, other] = targetsOf(
      { ...update, values: { ...update.values, resource_id: change.id } },
      ['resource_id'],
      type,
      plan,
    );
    if (target && !other) plan.put(updated(target, values, update), target);
    else if (typeof change.id !== 'string' || other || type !== 'azurerm_subnet') {
      plan.notes.leaveOpen(`what ${update.address} changes`, change.id, update.path);
    } else
      plan.put(
        { ...updated({ ...update, values: {} }, partOf(values, change.id), update), type },
        update,
      );
  }
  return plan;
}

function updated(
  target: TerraformResource,
  values: Readonly<Record<string, unknown>>,
  update: TerraformResource,
): TerraformResource {
  return {
    ...target,
    values: { ...target.values, ...values },
    updatedBy: new Map([
      ...(target.updatedBy ?? []),
      ...Object.keys(values).map((key) => [key, update] as const),
    ]),
  };
}

/** A subnet that is elsewhere, with what is put on it. */
const partOf = (values: Readonly<Record<string, unknown>>, id: string) => ({
  id,
  ...Object.fromEntries(
    openFields.map((key) => [
      key,
      get(values, key) ??
        new Unresolved(`[${key} of ${id}]`, `[the ${key} of ${id.split('/').at(-1)}]`),
    ]),
  ),
});
