/** What a Terraform plan puts into the subnet of a service besides it, and how many addresses that takes. */

import type { Neighbors } from '../service-description.ts';
import { get, listOf, type Path } from '../unresolved.ts';
import type { TerraformPlan } from './plan.ts';
import { targetsOf } from './targets.ts';
import { mayBeMissing, type TerraformResource } from './values.ts';

/** Blocks of a resource that each take an address of the subnet that they name. */
const blocks = {
  azurerm_network_interface: 'ip_configuration',
  azurerm_lb: 'frontend_ip_configuration',
  azurerm_application_gateway: 'gateway_ip_configuration',
  azurerm_api_management: 'virtual_network_configuration',
} as const;

/** An address at least for each block that names the subnet; more where a resource has several machines. */
export function terraformNeighbors(
  subnet: TerraformResource,
  own: TerraformResource,
  plan: TerraformPlan,
): Neighbors {
  const isSubnet = (owner: TerraformResource, keys: Path) => {
    const targets = targetsOf(owner, keys, subnet.type, plan);
    return targets.length === 1 && targets[0] === subnet;
  };
  const neighbors = [
    ...Object.entries(blocks).flatMap(([type, block]) =>
      plan.managed(type).map((resource) => ({
        resource,
        addresses: listOf(get(resource.values, block)).filter((_, index) =>
          isSubnet(resource, [block, index, 'subnet_id']),
        ).length,
      })),
    ),
    ...plan.managed('azurerm_private_endpoint').map((resource) => ({
      resource,
      addresses: isSubnet(resource, ['subnet_id']) ? 1 : 0,
    })),
  ].filter(
    ({ resource, addresses }) => addresses > 0 && resource !== own && !mayBeMissing(resource),
  );
  return {
    names: neighbors.map(({ resource }) => resource.address),
    addresses: neighbors.reduce((sum, { addresses }) => sum + addresses, 0),
  };
}
