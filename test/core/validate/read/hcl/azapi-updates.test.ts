/** What azapi_update_resource changes of a network that other resources of Terraform describe. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates so, too

import { describe, expect, test } from 'vitest';
import { validateInput } from '../../../../../core/validate/validate-input.ts';

const rule = (access: string) => `{
      name = "sql"
      properties = {
        priority = 100, direction = "Outbound", access = "${access}", protocol = "Tcp"
        sourceAddressPrefix = "*", sourcePortRange = "*"
        destinationAddressPrefix = "Sql", destinationPortRange = "1433"
      }
    }`;

const network = `
variable "on" {}
variable "kind" {}
resource "azurerm_virtual_network" "vnet" {
  name                = "vnet"
  resource_group_name = "rg"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "apim" {
  name                 = "apim"
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = ["10.0.1.0/27"]
}
resource "azurerm_network_security_group" "open" {
  name                = "open"
  resource_group_name = "rg"
  security_rule {
    name                       = "clients"
    priority                   = 300
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
  }
}
resource "azurerm_network_security_group" "closed" {
  name                = "closed"
  resource_group_name = "rg"
  security_rule {
    name                       = "sql"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "Sql"
    destination_port_range     = "1433"
  }
}
resource "azurerm_public_ip" "ip" {
  name                = "ip"
  resource_group_name = "rg"
  location            = "westeurope"
  sku                 = "Standard"
  allocation_method   = "Static"
  domain_name_label   = "apim"
}
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  resource_group_name  = "rg"
  sku_name             = "Developer_1"
  virtual_network_type = "External"
  public_ip_address_id = azurerm_public_ip.ip.id
  virtual_network_configuration {
    subnet_id = azurerm_subnet.apim.id
  }
}
`;
const joined = `
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.open.id
}
`;
const update = (fields: string) => `
resource "azapi_update_resource" "change" {
  ${fields}
}
`;
const subnetType = 'type = "Microsoft.Network/virtualNetworks/subnets@2024-05-01"';
const closedBody = (id = 'azurerm_network_security_group.closed.id') =>
  `body = { properties = { networkSecurityGroup = { id = ${id} } } }`;
const bySubnetId = 'resource_id = azurerm_subnet.apim.id';
const groupUpdate = (access: string) =>
  update(`type = "Microsoft.Network/networkSecurityGroups@2024-05-01"
  resource_id = azurerm_network_security_group.open.id
  body = {
    properties = { securityRules = [${rule(access)}] }
  }`);

function judged(more: string) {
  const source = { files: [{ path: 'main.tf', text: network + more }] };
  const report = validateInput({ source }, { serviceTagFiles: [], whatIf: 'NONE' });
  const flow = report.flows.find(({ key }) => key === 'outbound-1433-Sql');
  return { outcome: flow?.outcome, line: flow?.sourceLocation?.line, report };
}

describe('azapi_update_resource', () => {
  test.each<[string, string, string]>([
    ['of a subnet by its id', update(`${subnetType}\n${bySubnetId}\n${closedBody()}`), 'DENIED'],
    [
      'of a subnet by its network and its name',
      update(
        `${subnetType}\nparent_id = azurerm_virtual_network.vnet.id\nname = "apim"\n${closedBody()}`,
      ),
      'DENIED',
    ],
    [
      'of a subnet by an id in parts',
      update(
        `${subnetType}\nresource_id = "\${azurerm_virtual_network.vnet.id}/subnets/apim"\n${closedBody()}`,
      ),
      'DENIED',
    ],
    [
      'with a body of JSON',
      update(
        `${subnetType}\n${bySubnetId}\nbody = jsonencode({ properties = { networkSecurityGroup = { id = azurerm_network_security_group.closed.id } } })`,
      ),
      'DENIED',
    ],
    ['with the rules of a group', joined + groupUpdate('Deny'), 'DENIED'],
    ['with rules that allow it', joined + groupUpdate('Allow'), 'ALLOWED'],
    [
      'that may not be there',
      joined + groupUpdate('Deny').replace('"change" {', '"change" {\n  count = var.on ? 1 : 0'),
      'UNKNOWN',
    ],
    [
      'that is not there',
      joined + groupUpdate('Deny').replace('"change" {', '"change" {\n  count = 0'),
      'ALLOWED',
    ],
    [
      'with a group that is elsewhere',
      update(`${subnetType}\n${bySubnetId}\n${closedBody('var.kind')}`),
      'UNKNOWN',
    ],
    [
      'of a part of the service that is no network',
      joined +
        update(
          'type = "Microsoft.ApiManagement/service/backends@2024-05-01"\nresource_id = "x"\nbody = {}',
        ),
      'ALLOWED',
    ],
  ])('%s', (_, more, outcome) => {
    expect(judged(more).outcome).toBe(outcome);
  });

  test('is where its rules are found', () => {
    const more = joined + groupUpdate('Deny');
    const line = (network + more).split('\n').findLastIndex((text) => text.includes('[{')) + 1;
    expect(judged(more)).toMatchObject({ outcome: 'DENIED', line });
  });

  test('of an unknown type, or of something unknown, leaves the verdict open', () => {
    const unknownType = update(`type = var.kind\nresource_id = var.kind\nbody = {}`);
    const unknownTarget = update(`${subnetType}\nresource_id = var.kind\n${closedBody()}`);
    for (const more of [unknownType, unknownTarget]) {
      expect(judged(joined + more).report.verdict).toBe('NEEDS_REVIEW');
    }
    expect(judged(joined).report.verdict).toBe('PASS');
  });
});
