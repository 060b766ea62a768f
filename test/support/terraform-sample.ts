/** One deployment as people write it in Terraform: its network, service and rules, and the parts that styles share. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import type { SourceFile } from '../../core/validate/read/source/files.ts';

export interface SampleRule {
  readonly name: string;
  readonly priority: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: string;
  readonly source: string;
  readonly destination: string;
  readonly ports: readonly string[];
}

export interface Sample {
  readonly rules: readonly SampleRule[];
  readonly subnetPrefix: string;
  readonly type: string;
  readonly route?: { readonly name: string; readonly prefix: string; readonly hop: string };
}

/** A value as HCL. */
export function hcl(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(hcl).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{\n${Object.entries(value)
    .map(([key, part]) => `${/^[a-z_]+$/i.test(key) ? key : JSON.stringify(key)} = ${hcl(part)}`)
    .join('\n')}\n}`;
}

export const attributes = (values: Record<string, unknown>) =>
  Object.entries(values)
    .map(([key, part]) => `  ${key} = ${hcl(part)}`)
    .join('\n');

export const fieldsOf = (rule: SampleRule) => ({
  name: rule.name,
  priority: rule.priority,
  direction: rule.direction,
  access: rule.access,
  protocol: rule.protocol,
  source_port_range: '*',
  source_address_prefix: rule.source,
  destination_address_prefix: rule.destination,
  ...(rule.ports.length === 1
    ? { destination_port_range: rule.ports[0] }
    : { destination_port_ranges: rule.ports }),
});

/** The fields of a rule, each taken from an object that a loop goes over. */
export const taken = (of: string, name = `${of}.name`) => `
    name                       = ${name}
    priority                   = ${of}.priority
    direction                  = ${of}.direction
    access                     = ${of}.access
    protocol                   = ${of}.protocol
    source_port_range          = "*"
    source_address_prefix      = ${of}.source
    destination_address_prefix = ${of}.destination
    destination_port_range     = length(${of}.ports) == 1 ? ${of}.ports[0] : null
    destination_port_ranges    = length(${of}.ports) == 1 ? null : ${of}.ports`;

export const owner = `
  resource_group_name         = azurerm_resource_group.rg.name
  network_security_group_name = azurerm_network_security_group.apim.name`;

interface Parts {
  readonly prefix?: string;
  readonly groupBody?: string;
  readonly more?: string;
}

/** Everything but the rules. */
export function around(sample: Sample, { prefix, groupBody = '', more = '' }: Parts): string {
  const route = sample.route;
  return `
resource "azurerm_resource_group" "rg" {
  name     = "rg-\${var.suffix}"
  location = "West Europe"
}
variable "suffix" {
  type = string
}
resource "azurerm_virtual_network" "main" {
  name                = "vnet-\${var.suffix}"
  location            = azurerm_resource_group.rg.location
  resource_group_name = azurerm_resource_group.rg.name
  address_space       = ["10.20.0.0/16"]
  dns_servers         = ["10.20.0.4"]
}
resource "azurerm_subnet" "apim" {
  name                 = "apim"
  resource_group_name  = azurerm_resource_group.rg.name
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ${prefix ?? hcl([sample.subnetPrefix])}
  service_endpoints    = ["Microsoft.Storage"]
}
resource "azurerm_network_security_group" "apim" {
  name                = "nsg-\${var.suffix}"
  location            = azurerm_resource_group.rg.location
  resource_group_name = azurerm_resource_group.rg.name
${groupBody}
}
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.apim.id
}
${
  route
    ? `resource "azurerm_route_table" "apim" {
  name                = "rt-\${var.suffix}"
  location            = azurerm_resource_group.rg.location
  resource_group_name = azurerm_resource_group.rg.name
  route {
    name           = ${hcl(route.name)}
    address_prefix = ${hcl(route.prefix)}
    next_hop_type  = ${hcl(route.hop)}
  }
}
resource "azurerm_subnet_route_table_association" "apim" {
  subnet_id      = azurerm_subnet.apim.id
  route_table_id = azurerm_route_table.apim.id
}`
    : ''
}
resource "azurerm_api_management" "main" {
  name                 = "apim-\${var.suffix}"
  location             = azurerm_resource_group.rg.location
  resource_group_name  = azurerm_resource_group.rg.name
  publisher_name       = "Example"
  publisher_email      = "example@example.com"
  sku_name             = "Premium_2"
  virtual_network_type = ${hcl(sample.type)}
  virtual_network_configuration {
    subnet_id = azurerm_subnet.apim.id
  }
}
${more}`;
}

export const main = (text: string): SourceFile[] => [{ path: 'main.tf', text }];
export const dynamic = (forEach: string) => `
  dynamic "security_rule" {
    for_each = ${forEach}
    iterator = rule
    content {${taken('rule.value')}
    }
  }`;
