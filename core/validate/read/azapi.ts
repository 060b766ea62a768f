/**
 * Resources of the azapi provider, which carry what Resource Manager takes as their `body`, under the names that
 * azurerm has for the same things.
 */

import { parseJson } from './parse-json.ts';
import { parseResourceId } from './resource-id.ts';
import { get, isObject, Unresolved } from './unresolved.ts';

type Values = Record<string, unknown>;

/** A part of the body; an open part leaves open all that would be in it. */
function part(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (part, key) => (part instanceof Unresolved ? part : get(part, key)),
    value,
  );
}

const each = (list: unknown, read: (item: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(read) : list;

function service(body: unknown): Values {
  const { sku_name, ...primary } = location(body, part(body, 'properties'));
  return {
    ...primary,
    sku_name,
    virtual_network_type: part(body, 'properties', 'virtualNetworkType'),
    platform_version: part(body, 'properties', 'platformVersion'),
    additional_location: each(part(body, 'properties', 'additionalLocations'), (one) => ({
      ...location(one, one),
      location: part(one, 'location'),
      capacity: part(one, 'sku', 'capacity'),
    })),
  };
}

function location(body: unknown, properties: unknown): Values {
  const name = part(body, 'sku', 'name');
  const capacity = part(body, 'sku', 'capacity') ?? 1;
  const network = part(properties, 'virtualNetworkConfiguration');
  const open = [name, capacity].find((one) => one instanceof Unresolved);
  return {
    sku_name: open ?? (typeof name === 'string' ? `${name}_${capacity}` : name),
    zones: part(body, 'zones'),
    public_ip_address_id: part(properties, 'publicIpAddressId'),
    virtual_network_configuration: network
      ? [{ subnet_id: part(network, 'subnetResourceId') }]
      : undefined,
  };
}

function subnet(body: unknown): Values {
  const properties = part(body, 'properties');
  const prefix = part(properties, 'addressPrefix');
  return {
    address_prefixes:
      part(properties, 'addressPrefixes') ?? (prefix === undefined ? undefined : [prefix]),
    delegation: each(part(properties, 'delegations'), (one) => ({
      service_delegation: [{ name: part(one, 'properties', 'serviceName') }],
    })),
    service_endpoints: each(part(properties, 'serviceEndpoints'), (one) => part(one, 'service')),
    network_security_group_id: part(properties, 'networkSecurityGroup', 'id'),
    route_table_id: part(properties, 'routeTable', 'id'),
    nat_gateway_id: part(properties, 'natGateway', 'id'),
    service_endpoint_policy_ids: each(part(properties, 'serviceEndpointPolicies'), (one) =>
      part(one, 'id'),
    ),
  };
}

const network = (body: unknown): Values => ({
  address_space: part(body, 'properties', 'addressSpace', 'addressPrefixes'),
  dns_servers: part(body, 'properties', 'dhcpOptions', 'dnsServers'),
  subnet: each(part(body, 'properties', 'subnets'), (one) =>
    one instanceof Unresolved ? one : { ...subnet(one), name: part(one, 'name') },
  ),
});

const route = (body: unknown): Values => ({
  address_prefix: part(body, 'properties', 'addressPrefix'),
  next_hop_type: part(body, 'properties', 'nextHopType'),
  next_hop_in_ip_address: part(body, 'properties', 'nextHopIpAddress'),
});

const peering = (body: unknown): Values => ({
  remote_virtual_network_id: part(body, 'properties', 'remoteVirtualNetwork', 'id'),
  remote_address_prefixes: part(body, 'properties', 'remoteAddressSpace', 'addressPrefixes'),
  peering_state: part(body, 'properties', 'peeringState'),
  allow_virtual_network_access: part(body, 'properties', 'allowVirtualNetworkAccess'),
  allow_forwarded_traffic: part(body, 'properties', 'allowForwardedTraffic'),
  use_remote_gateways: part(body, 'properties', 'useRemoteGateways'),
  peer_complete_virtual_networks_enabled: part(body, 'properties', 'peerCompleteVnets'),
  only_ipv6_peering_enabled: part(body, 'properties', 'enableOnlyIPv6Peering'),
  local_subnet_names: part(body, 'properties', 'localSubnetNames'),
  remote_subnet_names: part(body, 'properties', 'remoteSubnetNames'),
});

const routeTable = (body: unknown): Values => ({
  disable_bgp_route_propagation: part(body, 'properties', 'disableBgpRoutePropagation'),
  route: each(part(body, 'properties', 'routes'), (one) => ({
    name: part(one, 'name'),
    ...route(one),
  })),
});

const publicIp = (body: unknown): Values => ({
  sku: part(body, 'sku', 'name'),
  zones: part(body, 'zones'),
  allocation_method: part(body, 'properties', 'publicIPAllocationMethod'),
  ip_version: part(body, 'properties', 'publicIPAddressVersion'),
  domain_name_label: part(body, 'properties', 'dnsSettings', 'domainNameLabel'),
});

const ruleFields = [
  'access',
  'direction',
  'priority',
  'protocol',
  'sourceAddressPrefix',
  'sourcePortRange',
  'destinationAddressPrefix',
  'destinationPortRange',
];

/** Properties that are open as a whole leave open each of the fields that a rule must have. */
const rule = (body: unknown): Values => {
  const properties = part(body, 'properties');
  return isObject(properties)
    ? properties
    : Object.fromEntries(ruleFields.map((field) => [field, properties]));
};

/** By the type in lower case: azurerm's name for it, its values, and the field that names what it belongs to. */
const types = new Map<string, readonly [string, (body: unknown) => Values, string?]>([
  ['microsoft.apimanagement/service', ['azurerm_api_management', service]],
  ['microsoft.network/virtualnetworks', ['azurerm_virtual_network', network]],
  ['microsoft.network/virtualnetworks/subnets', ['azurerm_subnet', subnet, 'virtual_network_name']],
  [
    'microsoft.network/networksecuritygroups',
    [
      'azurerm_network_security_group',
      (body) => ({ security_rule: part(body, 'properties', 'securityRules') }),
    ],
  ],
  [
    'microsoft.network/networksecuritygroups/securityrules',
    ['azurerm_network_security_rule', rule, 'network_security_group_name'],
  ],
  ['microsoft.network/routetables', ['azurerm_route_table', routeTable]],
  ['microsoft.network/routetables/routes', ['azurerm_route', route, 'route_table_name']],
  ['microsoft.network/publicipaddresses', ['azurerm_public_ip', publicIp]],
  [
    'microsoft.network/virtualnetworks/virtualnetworkpeerings',
    ['azurerm_virtual_network_peering', peering, 'virtual_network_name'],
  ],
]);

/** True for a type of Resource Manager, with or without its version, that a verdict may rest on. */
export const isReadType = (type: string): boolean =>
  types.has(type.toLowerCase().split('@')[0] ?? '');

export const actionType = 'azapi_resource_action';
export const actionReason = 'actions of azapi are not read';

/** True where an action may change what a verdict rests on: a type that is no text is left open. */
export const mayAct = (type: unknown, method: unknown): boolean =>
  method !== 'GET' && (typeof type !== 'string' || isReadType(type));

export const isAzapi = ({ prefix }: { readonly prefix: string }): boolean =>
  /^(?:data\.)?azapi_(?:update_)?resource$/.test(prefix);

/**
 * What azapi_update_resource changes: the type under azurerm's name, the id, and the fields that the body has; undefined
 * for types that no verdict rests on.
 */
export function updatedValues(
  values: Values,
): { type: string; id: unknown; values: Values } | undefined {
  const [name] = typeof values.type === 'string' ? values.type.toLowerCase().split('@') : [];
  const known = types.get(name ?? '');
  if (!known) return undefined;
  const [type, read] = known;
  const changed = Object.entries(read(bodyOf(values.body))).filter(([, one]) => one !== undefined);
  const { resource_id, parent_id, name: own } = values;
  const isByName = typeof parent_id === 'string' && typeof own === 'string';
  const id = isByName ? `${parent_id}/${name?.split('/').at(-1)}/${own}` : resource_id;
  return { type, id: resource_id ?? id, values: Object.fromEntries(changed) };
}

/** The type and the values under azurerm's names; those of any other resource as they are. */
export function azureValues(type: string, values: Values): { type: string; values: Values } {
  const [name] = typeof values.type === 'string' ? values.type.toLowerCase().split('@') : [];
  const known = type === 'azapi_resource' ? types.get(name ?? '') : undefined;
  if (!known) return { type, values };
  const [azurermType, read, owner] = known;
  const body = bodyOf(values.body ?? values.output);
  const { id, location: region, zones } = values;
  const parent = typeof values.parent_id === 'string' ? values.parent_id : '';
  return {
    type: azurermType,
    values: {
      id,
      name: values.name,
      location: region ?? part(body, 'location'),
      resource_group_name: groupOf(parent),
      ...read(body),
      ...(zones !== undefined && { zones }),
      ...(owner !== undefined && { [owner]: parseResourceId(parent)?.names.at(-1) }),
    },
  };
}

/** Older versions of the provider have the body as JSON. */
const bodyOf = (body: unknown): unknown =>
  typeof body === 'string'
    ? (parseJson(body) ?? new Unresolved('[body]', '[a body that is not JSON]'))
    : body;

const groupOf = (parent: string): string | undefined =>
  /\/resourcegroups\/([^/]+)/i.exec(parent)?.[1];
