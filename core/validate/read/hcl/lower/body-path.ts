/** Where the body of an azapi resource has what readers of plans look for under azurerm's names. */

export const resourcesPath = '/document/planned_values/root_module/resources';

const values = new RegExp(`^${resourcesPath}/(\\d+)/values/([^/]+)(.*)$`);

const fields: Readonly<Record<string, string>> = {
  security_rule: 'properties/securityRules',
  route: 'properties/routes',
  subnet: 'properties/subnets',
  address_space: 'properties/addressSpace/addressPrefixes',
  dns_servers: 'properties/dhcpOptions/dnsServers',
  address_prefixes: 'properties/addressPrefix',
  delegation: 'properties/delegations',
  service_endpoints: 'properties/serviceEndpoints',
  network_security_group_id: 'properties/networkSecurityGroup/id',
  route_table_id: 'properties/routeTable/id',
  sku_name: 'sku/name',
  sku: 'sku/name',
  zones: 'zones',
  location: 'location',
  virtual_network_type: 'properties/virtualNetworkType',
  virtual_network_configuration: 'properties/virtualNetworkConfiguration',
  public_ip_address_id: 'properties/publicIpAddressId',
  additional_location: 'properties/additionalLocations',
};

const inBody = (field: string): string =>
  Object.hasOwn(fields, field) ? (fields[field] ?? '') : `properties/${field}`;

/**
 * Pointers to where a value may be written: in the resource, in its body, or, where an update has the field, in the body
 * of the last one. `updates` are the indexes of the resources that update another one, by its index.
 */
export function writtenPaths(
  pointer: string,
  updates: ReadonlyMap<number, readonly number[]>,
  isWritten: (pointer: string) => boolean,
): readonly string[] {
  const [, index, field = '', rest = ''] = values.exec(pointer) ?? [];
  if (index === undefined) return [pointer];
  const bodies = [Number(index), ...(updates.get(Number(index)) ?? [])].map(
    (one) => `${resourcesPath}/${one}/values/body/${inBody(field)}`,
  );
  const updated = bodies.slice(1).findLast(isWritten);
  return updated === undefined ? [pointer, `${bodies[0]}${rest}`] : [`${updated}${rest}`];
}
