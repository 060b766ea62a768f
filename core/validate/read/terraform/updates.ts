/** Plans and states with the changes that azapi_update_resource makes to resources that something else has put. */

import { updatedValues } from '../azapi.ts';
import type { TerraformPart } from '../terraform-part.ts';
import { get, keyOf, listOf, Unresolved } from '../unresolved.ts';
import { TerraformPlan } from './plan.ts';
import { targetsOf } from './targets.ts';
import { subnetsOf, type TerraformResource } from './values.ts';

/** Fields of a subnet that is not in the document, of which nothing is known but what changes it. */
const openFields = [
  'address_prefixes',
  'delegation',
  'service_endpoints',
  'network_security_group_id',
  'route_table_id',
];

const subnetType = 'azurerm_subnet';

export function readPlan(parts: readonly TerraformPart[]): TerraformPlan {
  const plan = new TerraformPlan(parts);
  for (const update of plan.resources.filter(({ type }) => type === 'azapi_update_resource')) {
    const change = updatedValues(update.values);
    if (!change) {
      const { type } = update.values;
      if (typeof type !== 'string') {
        plan.notes.leaveOpen(`what ${update.address} changes`, type, update.path);
      }
      continue;
    }
    const { type, values } = change;
    const [target, other] = targetsOf(
      { ...update, values: { ...update.values, resource_id: change.id } },
      ['resource_id'],
      type,
      plan,
    );
    if (target && !other) {
      const network = updated(target, values, update);
      plan.put(network, target);
      if (type === 'azurerm_virtual_network') updateSubnets(network, update, plan);
    } else if (typeof change.id !== 'string' || other || type !== subnetType) {
      plan.notes.leaveOpen(`what ${update.address} changes`, change.id, update.path);
    } else
      plan.put(
        { ...updated({ ...update, values: {} }, partOf(values, change.id), update), type },
        update,
      );
  }
  return plan;
}

/**
 * A list of subnets is put as a whole: a subnet gets the fields that its entry has, the others are open, and so is whether
 * a subnet without an entry remains.
 */
function updateSubnets(network: TerraformResource, update: TerraformResource, plan: TerraformPlan) {
  if (network.updatedBy?.get('subnet') !== update) return;
  const ofNetwork = plan.resources.filter(
    ({ type, values }) =>
      type === subnetType &&
      ['virtual_network_name', 'resource_group_name'].every(
        (key) =>
          keyOf(values[key]) ===
          keyOf(network.values[key === 'virtual_network_name' ? 'name' : key]),
      ),
  );
  const { subnet: list } = network.values;
  if (list instanceof Unresolved || listOf(list).some((one) => one instanceof Unresolved)) {
    plan.notes.leaveOpen(`the subnets that ${update.address} puts`, list, update.path);
  }
  const entries = subnetsOf(network);
  for (const entry of entries) {
    const known = ofNetwork.find(({ values }) => keyOf(values.name) === keyOf(entry.values.name));
    const values = Object.fromEntries(
      Object.entries(entry.values).filter(([key, one]) => one !== undefined && key !== 'id'),
    );
    if (known) plan.put(updated(known, { ...openOf(known), ...values }, update), known);
    else {
      const id = `${network.values.id}/subnets/${values.name}`;
      plan.add(updated(entry, { ...values, id }, update));
    }
  }
  const names = new Set(entries.map(({ values }) => keyOf(values.name)));
  for (const { address, values } of ofNetwork) {
    if (names.has(keyOf(values.name))) continue;
    plan.notes.leaveOpen(`whether ${address} remains`, update.address, update.path);
  }
}

/** The fields of a subnet that have a value, left open. */
const openOf = ({ address, values }: TerraformResource) =>
  Object.fromEntries(
    openFields
      .filter((key) => values[key] !== undefined && values[key] !== null)
      .map((key) => [key, new Unresolved(`[${key} of ${address}]`, `[the ${key} of ${address}]`)]),
  );

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
