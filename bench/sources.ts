/** Sources of any length in Bicep and Terraform, with a service whose network they describe. */

import type { SourceFile } from '../core/validate/read/source/files.ts';

export const languages = ['Bicep', 'Terraform'] as const;
type Language = (typeof languages)[number];

const bicepRule = (
  index: number,
) => `resource rule${index} 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: 'rule-\${prefix}-${index}'
  properties: {
    priority: ${100 + index}
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: isOpen ? 'Storage' : 'AzureCloud'
    destinationPortRange: string(443 + ${index})
  }
}`;

const bicepFrame = `param prefix string = 'apim'
param isOpen bool = true
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      { name: 'apim', properties: { addressPrefix: '10.0.1.0/27', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}`;

const terraformRule = (index: number) => `resource "azurerm_network_security_rule" "rule${index}" {
  name                        = "rule-\${var.prefix}-${index}"
  priority                    = ${100 + index}
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "VirtualNetwork"
  source_port_range           = "*"
  destination_address_prefix  = var.is_open ? "Storage" : "AzureCloud"
  destination_port_range      = tostring(443 + ${index})
  resource_group_name         = "rg"
  network_security_group_name = azurerm_network_security_group.nsg.name
}`;

const terraformFrame = `variable "prefix" {
  default = "apim"
}
variable "is_open" {
  default = true
}
resource "azurerm_network_security_group" "nsg" {
  name                = "nsg"
  location            = "westeurope"
  resource_group_name = "rg"
}
resource "azurerm_subnet" "apim" {
  name                 = "apim"
  resource_group_name  = "rg"
  virtual_network_name = "vnet"
  address_prefixes     = ["10.0.1.0/27"]
}
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.nsg.id
}
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  resource_group_name  = "rg"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.apim.id
  }
}`;

const writers = {
  Bicep: { path: 'main.bicep', frame: bicepFrame, rule: bicepRule },
  Terraform: { path: 'main.tf', frame: terraformFrame, rule: terraformRule },
};

/** One file with so many lines, or some more: a service, and rules of a group. */
export function longFile(language: Language, lines: number): SourceFile {
  const { path, frame, rule } = writers[language];
  const parts = [frame];
  for (let index = 0; parts.join('\n').split('\n').length < lines; index += 1) {
    parts.push(rule(index));
  }
  return { path, text: `${parts.join('\n')}\n` };
}

/** One file: a service, and so many rules of its group. */
export function fileWithRules(language: Language, count: number): SourceFile {
  const { path, frame, rule } = writers[language];
  const rules = Array.from({ length: count }, (_, index) => rule(index));
  return { path, text: [frame, ...rules].join('\n') };
}

/** A repository with so many files: the deployment, and modules that it uses, each with a few resources. */
export function repository(language: Language, count: number): readonly SourceFile[] {
  const { path, text } = fileWithRules(language, 10);
  const numbers = Array.from({ length: count - 1 }, (_, index) => index);
  const modules = numbers.map((index) => ({
    path: language === 'Bicep' ? `modules/part${index}.bicep` : `modules/part${index}/main.tf`,
    text: language === 'Bicep' ? bicepModule(index) : terraformModule(index),
  }));
  const calls = numbers.map((index) =>
    language === 'Bicep'
      ? `module part${index} 'modules/part${index}.bicep' = { name: 'part${index}', params: { name: '\${prefix}${index}' } }`
      : `module "part${index}" {\n  source = "./modules/part${index}"\n  name   = "\${var.prefix}${index}"\n}`,
  );
  return [{ path, text: [text, ...calls].join('\n') }, ...modules];
}

const bicepModule = (index: number) => `param name string
param location string = 'westeurope'
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-\${name}'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.${1 + (index % 200)}.0.0/16'] }
    subnets: [for (size, i) in [26, 27]: { name: 's\${i}', properties: { addressPrefix: '10.${1 + (index % 200)}.\${i}.0/\${size}' } }]
  }
}
output id string = vnet.id
`;

const terraformModule = (index: number) => `variable "name" {}
resource "azurerm_virtual_network" "vnet" {
  name                = "vnet-\${var.name}"
  location            = "westeurope"
  resource_group_name = "rg"
  address_space       = ["10.${1 + (index % 200)}.0.0/16"]
}
resource "azurerm_subnet" "all" {
  for_each             = { a = 0, b = 1 }
  name                 = each.key
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = [cidrsubnet("10.${1 + (index % 200)}.0.0/16", 8, each.value)]
}
output "id" {
  value = azurerm_virtual_network.vnet.id
}
`;
