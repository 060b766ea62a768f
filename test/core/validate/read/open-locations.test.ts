/** Further locations of which a source leaves open how many there are, or what they are. */

import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';

const judged = (file: SourceFile) =>
  validateInput({ source: { files: [file] } }, { serviceTagFiles: [], whatIf: 'NONE' });

const terraform = (more: string) => ({
  path: 'main.tf',
  text: `
variable "missing" {}
resource "azurerm_api_management" "a" {
  location             = "westeurope"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  ${more}
}`,
});
const dynamic = `dynamic "additional_location" {
    for_each = var.missing
    content { location = additional_location.value }
  }`;
const bicep = (more: string) => ({
  path: 'main.bicep',
  text: `
param missing object
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: { virtualNetworkType: 'Internal', additionalLocations: ${more} }
}`,
});
const azapi = {
  path: 'main.tf',
  text: `
variable "missing" {}
resource "azapi_resource" "a" {
  type     = "Microsoft.ApiManagement/service@2024-05-01"
  name     = "apim"
  location = "westeurope"
  body = {
    sku        = { name = "Premium", capacity = 1 }
    properties = { virtualNetworkType = "Internal", additionalLocations = var.missing }
  }
}`,
};

describe('an open list of further locations', () => {
  it.each([
    ['a dynamic block over what is not known', terraform(dynamic)],
    ['a body of azapi', azapi],
    ['a list in Bicep', bicep('missing.locations')],
    ['an item in Bicep', bicep('[missing]')],
  ])('is said, and the rest is judged: %s', (_, file) => {
    const report = judged(file);
    const messages = report.findings.map(({ message }) => message);
    expect(messages.join('\n')).toContain('does not say the list of further locations (');
    expect(report.verdict).toBe('NEEDS_REVIEW');
  });
});

/** Traffic Manager is denied, and clients from elsewhere are not. */
const denial = {
  name: 'DenyTrafficManager',
  properties: {
    priority: 101,
    direction: 'Inbound',
    access: 'Deny',
    protocol: 'Tcp',
    sourceAddressPrefix: 'AzureTrafficManager',
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '443',
  },
};
const template = (additionalLocations: unknown, sku = 'Premium') => ({
  resources: [
    {
      type: 'Microsoft.Network/networkSecurityGroups',
      name: 'nsg',
      location: 'westeurope',
      properties: { securityRules: [denial] },
    },
    {
      type: 'Microsoft.Network/virtualNetworks',
      name: 'vnet',
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [
          {
            name: 'apim',
            properties: {
              addressPrefix: '10.0.1.0/24',
              networkSecurityGroup: {
                id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]",
              },
            },
          },
        ],
      },
    },
    {
      type: 'Microsoft.ApiManagement/service',
      name: 'apim',
      location: 'westeurope',
      sku: { name: sku, capacity: 1 },
      properties: {
        virtualNetworkType: 'External',
        virtualNetworkConfiguration: {
          subnetResourceId:
            "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'apim')]",
        },
        ...(additionalLocations !== undefined && { additionalLocations }),
      },
    },
  ],
});
const arm = (more: unknown) =>
  validateInput({ document: template(more) }, { serviceTagFiles: [], whatIf: 'NONE' });
const bicepWithGroup = (more: string) =>
  judged({
    path: 'main.bicep',
    text: `
param missing object
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [{
      name: 'DenyTrafficManager'
      properties: {
        priority: 101, direction: 'Inbound', access: 'Deny', protocol: 'Tcp'
        sourceAddressPrefix: 'AzureTrafficManager', sourcePortRange: '*'
        destinationAddressPrefix: '*', destinationPortRange: '443'
      }
    }]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{
      name: 'apim'
      properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } }
    }]
  }
}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: {
    virtualNetworkType: 'External'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
    additionalLocations: ${more}
  }
}`,
  });
const terraformWithGroup = (more: string) =>
  judged({
    path: 'main.tf',
    text: `
variable "missing" {}
resource "azurerm_network_security_group" "g" {
  name     = "nsg"
  location = "westeurope"
  security_rule {
    name                       = "DenyTrafficManager"
    priority                   = 101
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_address_prefix      = "AzureTrafficManager"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }
}
resource "azurerm_subnet" "s" {
  name             = "apim"
  address_prefixes = ["10.0.1.0/24"]
}
resource "azurerm_subnet_network_security_group_association" "j" {
  subnet_id                 = azurerm_subnet.s.id
  network_security_group_id = azurerm_network_security_group.g.id
}
resource "azurerm_api_management" "a" {
  location             = "westeurope"
  sku_name             = "Premium_1"
  virtual_network_type = "External"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.s.id
  }
  ${more}
}`,
  });

describe('whether Traffic Manager is required', () => {
  it.each([
    ['no further location', arm(undefined), 'OPTIONAL', []],
    ['an empty list', arm([]), 'OPTIONAL', []],
    ['an open item', arm(["[parameters('missing')]"]), 'REQUIRED', ['required-flow-denied FAIL']],
    [
      'an item with an open field',
      arm([{ location: "[parameters('missing').l]" }]),
      'REQUIRED',
      ['required-flow-denied FAIL'],
    ],
    [
      'an open list',
      arm("[parameters('missing')]"),
      'CONDITIONAL',
      ['required-flow-undecided NEEDS_REVIEW'],
    ],
    [
      'an open item in Bicep',
      bicepWithGroup('[missing]'),
      'REQUIRED',
      ['required-flow-denied FAIL'],
    ],
    [
      'an open list in Bicep',
      bicepWithGroup('missing.locations'),
      'CONDITIONAL',
      ['required-flow-undecided NEEDS_REVIEW'],
    ],
    [
      'a block of Terraform',
      terraformWithGroup('additional_location {\n    location = "northeurope"\n  }'),
      'REQUIRED',
      ['required-flow-denied FAIL'],
    ],
    [
      'blocks of Terraform over what is not known',
      terraformWithGroup(dynamic),
      'CONDITIONAL',
      ['required-flow-undecided NEEDS_REVIEW'],
    ],
    [
      'blocks of Terraform over a list with an open item, which is one location',
      terraformWithGroup(dynamic.replace('var.missing', '[var.missing]')),
      'REQUIRED',
      ['required-flow-denied FAIL'],
    ],
    [
      'blocks of Terraform over a set of open items, which may be equal',
      terraformWithGroup(dynamic.replace('var.missing', 'toset([var.missing, "northeurope"])')),
      'CONDITIONAL',
      ['required-flow-undecided NEEDS_REVIEW'],
    ],
  ])('%s', (_, report, necessity, about) => {
    const [flow] = report.flows.filter(({ rule }) => rule.title === 'Traffic Manager');
    expect(flow).toMatchObject({ necessity, outcome: 'DENIED' });
    const told = report.findings.filter(
      ({ region, flows }) => region === flow?.region && flows.includes(flow?.key ?? ''),
    );
    expect(told.map(({ checkId, outcome }) => `${checkId} ${outcome}`)).toEqual(about);
  });

  it('is said to depend on the locations', () => {
    const [finding] = arm("[parameters('missing')]").findings.filter(
      ({ checkId }) => checkId === 'required-flow-undecided',
    );
    expect(finding?.message).toContain('which the input leaves open');
  });
});

it.each([
  [["[parameters('missing')]"], 1],
  ["[parameters('missing')]", 0],
])('a tier of one region has no further location: %j', (more, count) => {
  const document = template(more, 'Developer');
  const { findings } = validateInput({ document }, { serviceTagFiles: [], whatIf: 'NONE' });
  const about = findings.filter(({ checkId }) => checkId === 'tier-does-not-support-multi-region');
  expect(about).toHaveLength(count);
});

it.each([
  ['an empty id', '""', 'its id is empty'],
  ['a block that may be missing', undefined, '[expression at main.tf:'],
])('a subnet is named as far as it is known: %s', (_, id, expected) => {
  const block = id
    ? `virtual_network_configuration {\n    subnet_id = ${id}\n  }`
    : `dynamic "virtual_network_configuration" {
    for_each = var.missing
    content { subnet_id = virtual_network_configuration.value }
  }`;
  const { findings } = judged(terraform(block));
  const [finding] = findings.filter(({ checkId }) => checkId === 'location-subnet-unknown');
  expect(finding?.message).toContain(`is not in the document: ${expected}`);
});
