/** An API Management service and its network among the resources of a Terraform plan, under azurerm's names. */

import { plannedAdminRulesOf } from '../admin-rules/terraform.ts';
import { unconnected } from '../peering/peering.ts';
import { plannedConnectionsOf } from '../peering/terraform.ts';
import {
  type DescribedLocation,
  type DescribedService,
  type DescribedSubnet,
  member,
  type SubnetElsewhere,
} from '../service-description.ts';
import { get, listOf, type Path, Unresolved } from '../unresolved.ts';
import { groupOf, tableOf } from './joins.ts';
import { terraformNeighbors } from './neighbors.ts';
import type { TerraformPlan } from './plan.ts';
import { readPublicIpAddress } from './public-ip.ts';
import { named, namedAt, targetsOf } from './targets.ts';
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
  const further = listOf(more.value);
  // A dynamic block over what is not known makes any number of them.
  const open = further.find((one) => one instanceof Unresolved);
  if (open) plan.notes.leaveOpen('the list of further locations', open, more.path);
  return {
    name: service.address,
    path,
    id: values.id,
    sku: { value: name, path: sku.path },
    virtualNetworkType: member(values, path, 'virtual_network_type'),
    platformVersion: member(values, path, 'platform_version'),
    locations: [
      readLocation(service, [], { value: units, path: sku.path }, plan),
      ...further.flatMap((location, index) =>
        location instanceof Unresolved
          ? []
          : readLocation(
              service,
              ['additional_location', index],
              member(location, [...more.path, index], 'capacity'),
              plan,
            ),
      ),
    ],
    furtherLocations: open && 'OPEN',
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
  const subnets = targetsOf(service, keys, 'azurerm_subnet', plan);
  const [subnet] = subnets;
  if (subnet && subnets.length === 1) return readSubnet(subnet, service, plan);
  const elsewhere = namedAt(service, keys, plan, subnets);
  if (subnet) return { elsewhere };
  const reference = { owner: service, keys };
  const networkSecurityGroup = groupOf(reference, plan);
  const routeTable = tableOf(reference, plan);
  return {
    elsewhere,
    ...(networkSecurityGroup && { networkSecurityGroup }),
    ...(routeTable && { routeTable }),
  };
}

function readSubnet(
  subnet: TerraformResource,
  service: TerraformResource,
  plan: TerraformPlan,
): DescribedSubnet {
  const { values, path } = subnet;
  const networkSecurityGroup = groupOf(subnet, plan);
  const routeTable = tableOf(subnet, plan);
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
    natGateway: natGatewayOf(subnet, plan),
    serviceEndpointPolicies: member(values, path, 'service_endpoint_policy_ids'),
    adminRules: network ? plannedAdminRulesOf(network, plan) : [],
    ...(network ? plannedConnectionsOf(network, plan) : unconnected),
    ...(networkSecurityGroup && { networkSecurityGroup }),
    ...(routeTable && { routeTable }),
    dnsServers: network ? dnsServersOf(network, plan) : { value: undefined, path },
    virtualNetworkRegion: network
      ? member(network.values, network.path, 'location')
      : { value: undefined, path },
    virtualNetworkAddressPrefixes: network
      ? member(network.values, network.path, 'address_space')
      : { value: undefined, path },
    neighbors: terraformNeighbors(subnet, service, plan),
  };
}

/** By an association, or in the subnet itself: of azapi, or where sources leave open whether there is an association. */
function natGatewayOf(subnet: TerraformResource, plan: TerraformPlan) {
  const key = 'nat_gateway_id';
  const join = plan
    .ofType('azurerm_subnet_nat_gateway_association')
    .find((one) => targetsOf(one, ['subnet_id'], subnet.type, plan).includes(subnet));
  const owner = join ?? subnet;
  const own = subnet.values[key];
  const isNamed = join !== undefined || Boolean(own);
  return {
    value: isNamed ? namedAt(owner, [key], plan, []) : undefined,
    isOpen: !join && own instanceof Unresolved,
    path: [...owner.path, key],
  };
}

/** A resource that sets the servers of the network sets them after it; one that the plan removes takes them away. */
function dnsServersOf(network: TerraformResource, plan: TerraformPlan) {
  const type = 'azurerm_virtual_network_dns_servers';
  const key = 'dns_servers';
  const isOfNetwork = (one: TerraformResource) =>
    targetsOf(one, ['virtual_network_id'], network.type, plan).includes(network);
  const own = plan.ofType(type).find(isOfNetwork);
  if (own) return member(own.values, own.path, key);
  const servers = member(network.values, network.path, key);
  const isTakenAway =
    plan.refreshed.isFromAzure(network, key) !== false && plan.removed(type).some(isOfNetwork);
  return isTakenAway ? { ...servers, value: undefined } : servers;
}

function servicesOf(delegation: unknown): unknown[] {
  const services = get(delegation, 'service_delegation');
  if (!Array.isArray(services)) return [delegation instanceof Unresolved ? delegation : services];
  return services.map((one: unknown) => (one instanceof Unresolved ? one : get(one, 'name')));
}

function networkOf(subnet: TerraformResource, plan: TerraformPlan): TerraformResource | undefined {
  if (subnet.within) return subnet.within;
  const type = 'azurerm_virtual_network';
  const name = subnet.values.virtual_network_name;
  const referred = plan.referred(plan.expressionOf(subnet, ['virtual_network_name']), subnet, type);
  const networks = referred.length > 0 ? referred : named(type, name, subnet, plan);
  return networks.length === 1 ? networks[0] : undefined;
}
