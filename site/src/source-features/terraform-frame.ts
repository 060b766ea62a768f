/** A deployment in Terraform around one rule. */

import type { SourceFile } from '../../../core/validate/read/source/files.ts';
import type { SourceFeature } from './feature.ts';

export const file = (path: string, ...parts: readonly string[]): SourceFile => ({
  path,
  text: `${parts.join('\n')}\n`,
});

export const fields = (port: string, access: string, priority: string) => `
  name                       = "${access}"
  priority                   = ${priority}
  direction                  = "Outbound"
  access                     = "${access}"
  protocol                   = "Tcp"
  source_address_prefix      = "*"
  source_port_range          = "*"
  destination_address_prefix = "${access === 'Allow' ? 'Sql' : '*'}"
  destination_port_range     = ${port}`;

export const block = (port: string, access = 'Allow', priority = '100') =>
  `security_rule {${fields(port, access, priority)}\n}`;

export const groupOf = (
  rules: string,
  more = '',
) => `resource "azurerm_network_security_group" "nsg" {
  name                = "nsg"
  location            = "westeurope"
  resource_group_name = "rg"
  ${rules}
  ${block('"*"', 'Deny', '4000')}
  ${more}
}`;

export const networkWith = (groupId: string) => `resource "azurerm_subnet" "apim" {
  name                 = "apim"
  resource_group_name  = "rg"
  virtual_network_name = "vnet"
  address_prefixes     = ["10.0.1.0/27"]
}
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = ${groupId}
}
${serviceIn('azurerm_subnet.apim.id')}`;

export const serviceIn = (subnetId: string) => `resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  resource_group_name  = "rg"
  publisher_name       = "Contoso"
  publisher_email      = "apis@example.com"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = ${subnetId}
  }
}`;

export const own = 'azurerm_network_security_group.nsg.id';
export const withRules = (declarations: string, rules: string) =>
  file('main.tf', declarations, groupOf(rules), networkWith(own));
export const withPort = (declarations: string, port: string) =>
  withRules(declarations, block(port));

/** A feature of an expression: declarations, and the expression over them. */
export const expression = (
  name: string,
  example: string,
  declarations: (port: string) => string,
  port: string | ((port: string) => string),
): SourceFeature => ({
  name,
  example,
  files: (value) => [withPort(declarations(value), typeof port === 'string' ? port : port(value))],
});

export const none = () => '';
export const variable = 'variable "port" {}';
