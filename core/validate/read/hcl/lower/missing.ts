/** The variables without a value that the verdict on the services needs. */

import { memoizeByObject } from '../../../../network/memoize.ts';
import { isMap, itemsOf, Unknown, unknownsIn, type Value } from '../values.ts';
import type { Identities } from './identity.ts';
import type { Resource } from './resource.ts';
import { fields } from './resource-fields.ts';

/** Names, those of whatever the services are joined with. */
export function missingNames(resources: readonly Resource[], identities: Identities): string[] {
  const names = new Set<string>();
  for (const { type, values } of reached(resources, identities)) {
    for (const field of fields[type] ?? []) {
      for (const unknown of unknownsIn(values.get(field) ?? null)) {
        for (const name of unknown.missing) names.add(name);
      }
    }
  }
  return [...names].sort();
}

function reached(resources: readonly Resource[], identities: Identities): Set<Resource> {
  const visited = new Set<Resource>();
  const joinedWith = memoizeByObject((one: Resource) => namedBy(one, identities));
  const visit = (resource: Resource | undefined) => {
    if (!resource || resource.isData || visited.has(resource)) return;
    visited.add(resource);
    for (const value of targetsIn([...resource.values.values()]))
      visit(identities.resourceOf(value));
    for (const [field, type] of Object.entries(ownerFields)) {
      const name = resource.values.get(field);
      if (name !== undefined) {
        identities.named(type, name, resource.values.get('resource_group_name')).forEach(visit);
      }
    }
    for (const other of resources) {
      if (!visited.has(other) && joinedWith(other).has(resource)) visit(other);
    }
  };
  for (const resource of resources) {
    const isService =
      resource.type === 'azurerm_api_management' ||
      String(resource.values.get('type') ?? '')
        .toLowerCase()
        .startsWith('microsoft.apimanagement/service');
    if (isService) visit(resource);
  }
  return visited;
}

const ownerFields: Readonly<Record<string, string>> = {
  virtual_network_name: 'azurerm_virtual_network',
};

/** Associations and parts are joined with what they name. */
function namedBy({ type, values }: Resource, identities: Identities): ReadonlySet<Resource> {
  const one = (field: string) => {
    const resource = identities.resourceOf(values.get(field));
    return new Set(resource ? [resource] : []);
  };
  if (type === 'azapi_update_resource') return one('resource_id');
  if (type.endsWith('_association')) return one('subnet_id');
  const owner = Object.hasOwn(partOwners, type) ? partOwners[type] : undefined;
  if (owner === undefined) return new Set();
  const group = values.get('resource_group_name');
  return new Set(identities.named(owner[0], values.get(owner[1]), group));
}

const partOwners: Readonly<Record<string, readonly [string, string]>> = {
  azurerm_network_security_rule: ['azurerm_network_security_group', 'network_security_group_name'],
  azurerm_route: ['azurerm_route_table', 'route_table_name'],
};

function targetsIn(values: readonly Value[]): Value[] {
  return values.flatMap((value): Value[] => {
    if (value instanceof Unknown || typeof value === 'string') return [value];
    return targetsIn(isMap(value) ? [...value.values()] : (itemsOf(value) ?? []));
  });
}
