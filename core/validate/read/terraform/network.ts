/** An API Management service and its network among the resources of a Terraform plan, under azurerm's names. */

import type { RouteTable } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import {
  type DescribedLocation,
  type DescribedService,
  type DescribedSubnet,
  member,
  type SubnetElsewhere,
} from '../service-description.ts';
import { get, listOf, type Path, Unresolved } from '../unresolved.ts';
import { terraformNeighbors } from './neighbors.ts';
import type { TerraformPlan } from './plan.ts';
import { readPublicIpAddress } from './public-ip.ts';
import { planTableType, readPlannedRoutes } from './routes.ts';
import { groupType, readGroup } from './rules.ts';
import { named, refuseTarget, targetOf, targetsOf } from './targets.ts';
import type { TerraformResource } from './values.ts';

export function readTerraformService(
  service: TerraformResource,
  plan: TerraformPlan,
): DescribedService {
  const { values, path } = service;
  const sku = member(values, path, 'sku_name');
  const [name, units] =
    typeof sku.value === 'string' ? sku.value.split('_') : [sku.value, sku.value];
  const more = member(values, path, 'additional_location');
  return {
    name: service.address,
    path,
    sku: { value: name, path: sku.path },
    virtualNetworkType: member(values, path, 'virtual_network_type'),
    platformVersion: member(values, path, 'platform_version'),
    locations: [
      readLocation(service, [], { value: units, path: sku.path }, plan),
      ...listOf(more.value).map((location, index) =>
        readLocation(
          service,
          ['additional_location', index],
          member(location, [...more.path, index], 'capacity'),
          plan,
        ),
      ),
    ],
  };
}

export function isInNetwork({ values }: TerraformResource): boolean {
  return listOf(values.virtual_network_configuration).length > 0;
}

function readLocation(
  service: TerraformResource,
  keys: Path,
  units: DescribedLocation['units'],
  plan: TerraformPlan,
): DescribedLocation {
  const values = keys.reduce<unknown>((part, key) => get(part, key), service.values);
  const path = [...service.path, ...keys];
  const network = [...keys, 'virtual_network_configuration'];
  const subnetKeys = [...network, 0, 'subnet_id'];
  const isNamed = listOf(get(values, 'virtual_network_configuration')).length > 0;
  const addressKeys = [...keys, 'public_ip_address_id'];
  const publicIpAddress = readPublicIpAddress(service, addressKeys, plan);
  return {
    path,
    region: member(values, path, 'location'),
    units,
    zones: member(values, path, 'zones'),
    subnet: () => (isNamed ? findSubnet(service, subnetKeys, plan) : undefined),
    subnetPath: [...service.path, ...network],
    ...(publicIpAddress && { publicIpAddress }),
    publicIpAddressPath: [...service.path, ...addressKeys],
  };
}

function findSubnet(
  service: TerraformResource,
  keys: Path,
  plan: TerraformPlan,
): DescribedSubnet | SubnetElsewhere {
  const type = 'azurerm_subnet';
  if (targetsOf(service, keys, type, plan).length > 0) {
    return readSubnet(targetOf(service, keys, type, plan), service, plan);
  }
  const refusal = refuseTarget(service, keys, type, plan, 0);
  return { elsewhere: String(refusal.given), refusal };
}

function readSubnet(
  subnet: TerraformResource,
  service: TerraformResource,
  plan: TerraformPlan,
): DescribedSubnet {
  const { values, path } = subnet;
  const group =
    associated('azurerm_subnet_network_security_group_association', subnet, plan) ??
    naming(subnet, 'network_security_group_id');
  const table =
    associated('azurerm_subnet_route_table_association', subnet, plan) ??
    naming(subnet, 'route_table_id');
  const network = networkOf(subnet, plan);
  const delegations = member(values, path, 'delegation');
  return {
    path,
    id: typeof values.id === 'string' ? values.id : subnet.address,
    addressPrefixes: member(values, path, 'address_prefixes'),
    delegations: {
      ...delegations,
      value: Array.isArray(delegations.value)
        ? delegations.value.flatMap(servicesOf)
        : delegations.value,
    },
    serviceEndpoints: member(values, path, 'service_endpoints'),
    ...(group && {
      networkSecurityGroup: readGroup(
        targetOf(group, ['network_security_group_id'], groupType, plan),
        plan,
      ),
    }),
    ...(table && {
      routeTable: readRouteTable(targetOf(table, ['route_table_id'], planTableType, plan), plan),
    }),
    dnsServers: network
      ? member(network.values, network.path, 'dns_servers')
      : { value: undefined, path },
    virtualNetworkRegion: network
      ? member(network.values, network.path, 'location')
      : { value: undefined, path },
    virtualNetworkAddressPrefixes: network
      ? member(network.values, network.path, 'address_space')
      : { value: undefined, path },
    neighbors: terraformNeighbors(subnet, service, plan),
  };
}

/** The subnet where it names something itself: a block of a virtual network, a data source, one of azapi. */
const naming = (subnet: TerraformResource, key: string): TerraformResource | undefined =>
  subnet.values[key] ? subnet : undefined;

function servicesOf(delegation: unknown): unknown[] {
  const services = get(delegation, 'service_delegation');
  if (!Array.isArray(services)) return [delegation instanceof Unresolved ? delegation : services];
  return services.map((one: unknown) => (one instanceof Unresolved ? one : get(one, 'name')));
}

/**
 * The resource that joins the subnet to something; an error where a join may be the subnet's, but cannot be followed.
 */
function associated(
  type: string,
  subnet: TerraformResource,
  plan: TerraformPlan,
): TerraformResource | undefined {
  const joins = plan.ofType(type).map((join) => ({
    join,
    subnets: targetsOf(join, ['subnet_id'], 'azurerm_subnet', plan),
  }));
  const own = joins.filter(({ subnets }) => subnets.length === 1 && subnets[0] === subnet);
  if (own.length === 1) return own[0]?.join;
  const open = joins.find(
    ({ join, subnets }) =>
      subnets.length > 1 || (subnets.length === 0 && typeof join.values.subnet_id !== 'string'),
  );
  const doubtful = own.length > 1 ? own[0] : open;
  if (!doubtful) return undefined;
  // Names the reference and what there is.
  targetOf(doubtful.join, ['subnet_id'], 'azurerm_subnet', plan);
  throw new InputError(`several ${type} join the subnet`, {
    path: doubtful.join.path,
    given: own.map(({ join }) => join.address).join(', '),
    accepted: ['one for each subnet'],
  });
}

function networkOf(subnet: TerraformResource, plan: TerraformPlan): TerraformResource | undefined {
  if (subnet.within) return subnet.within;
  const type = 'azurerm_virtual_network';
  const name = subnet.values.virtual_network_name;
  const referred = plan.referred(plan.expressionOf(subnet, ['virtual_network_name']), subnet, type);
  const found = referred.length > 0 ? referred : named(type, name, subnet, plan);
  return found.length === 1 ? found[0] : undefined;
}

const readRouteTable = (table: TerraformResource, plan: TerraformPlan): RouteTable => ({
  document: table.values,
  routes: readPlannedRoutes(table, plan),
});
