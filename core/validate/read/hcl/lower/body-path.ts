/** Where the body of an azapi resource has what readers of plans look for under azurerm's names. */

const values = /^(\/document\/planned_values\/root_module\/resources\/\d+\/values)\/([^/]+)(.*)$/;

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

/** The pointer into the body; undefined for a pointer that leads to no value of a resource. */
export function bodyPath(pointer: string): string | undefined {
  const [, start, field = '', rest = ''] = values.exec(pointer) ?? [];
  if (start === undefined) return undefined;
  const inBody = Object.hasOwn(fields, field) ? fields[field] : `properties/${field}`;
  return `${start}/body/${inBody}${rest}`;
}
