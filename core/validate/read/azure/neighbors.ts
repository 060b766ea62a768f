/** What a template or an export puts into the subnet of a service besides it, and how many addresses that takes. */

import type { Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import type { Neighbors } from '../service-description.ts';
import { field, get, keyOf, listOf, textOf } from '../unresolved.ts';

/** Fields of a resource whose entries each take an address of the subnet that they name. */
const configurations = {
  'microsoft.network/networkinterfaces': 'ipConfigurations',
  'microsoft.network/loadbalancers': 'frontendIPConfigurations',
  'microsoft.network/applicationgateways': 'gatewayIPConfigurations',
} as const;

const endpointType = 'microsoft.network/privateendpoints';

/** An address at least for each entry that names the subnet; more where a resource has several machines. */
export function azureNeighbors(
  reference: unknown,
  own: Resource,
  all: TemplateResources,
): Neighbors {
  const key = keyOf(reference);
  const isSubnet = (value: unknown) => key !== undefined && keyOf(value) === key;
  const neighbors = [
    ...Object.entries(configurations).flatMap(([type, list]) =>
      all.ofType(type).map((resource) => {
        const subnets = listOf(field(resource.resolved(), list)).map((one) =>
          get(field(one, 'subnet'), 'id'),
        );
        const addresses = subnets.filter(isSubnet).length;
        return { resource, isIn: addresses > 0, addresses };
      }),
    ),
    ...all.ofType(endpointType).map((resource) => {
      const body = resource.resolved();
      const isIn = isSubnet(get(field(body, 'subnet'), 'id'));
      // An export lists the endpoint's network interface as a resource of its own.
      const isListed = listOf(field(body, 'networkInterfaces')).length > 0;
      return { resource, isIn, addresses: isIn && !isListed ? 1 : 0 };
    }),
    ...all.ofType(own.id.type).map((resource) => {
      const body = resource.resolved();
      const isIn = [body, ...listOf(field(body, 'additionalLocations'))].some((location) =>
        isSubnet(get(field(location, 'virtualNetworkConfiguration'), 'subnetResourceId')),
      );
      return { resource, isIn: isIn && resource !== own, addresses: isIn ? 1 : 0 };
    }),
  ].filter(({ isIn, resource }) => isIn && all.openCondition(resource) === undefined);
  return {
    names: neighbors.map(({ resource }) => {
      const body = resource.resolved();
      return `${textOf(get(body, 'type'))}/${textOf(get(body, 'name'))}`;
    }),
    addresses: neighbors.reduce((sum, { addresses }) => sum + addresses, 0),
  };
}
