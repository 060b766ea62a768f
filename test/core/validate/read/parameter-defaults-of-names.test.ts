/** The default of a parameter that is part of a name: it decides where it picks one of several subnets. */

import { describe, expect, it } from 'vitest';
import { assumedIn, sourceReport } from './assumed-defaults.ts';

describe('the default of a name', () => {
  const names = {
    bicep: `param network string = 'vnet'
resource vnet 'Microsoft.Network/virtualNetworks@2023-09-01' = {
  name: network
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'a', properties: { addressPrefix: '10.0.1.0/27' } }, { name: 'b', properties: { addressPrefix: '10.0.2.0/27' } }]
  }
}
param chosen string = 'a'
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: SUBNET }
  }
}`,
    terraform: `variable "network" { default = "vnet" }
variable "chosen" { default = "a" }
resource "azurerm_subnet" "s" {
  for_each             = { a = "10.0.1.0/27", b = "10.0.2.0/27" }
  name                 = "\${var.network}-\${each.key}"
  virtual_network_name = var.network
  resource_group_name  = "g"
  address_prefixes     = [each.value]
}
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = SUBNET
  }
}`,
  };
  it.each<[string, 'bicep' | 'terraform', string, string[]]>([
    [
      'of the network decides nothing in Bicep',
      'bicep',
      "resourceId('Microsoft.Network/virtualNetworks/subnets', network, 'a')",
      [],
    ],
    ['of the network decides nothing by reference', 'bicep', 'vnet.properties.subnets[0].id', []],
    [
      'that picks one of two subnets decides in Bicep',
      'bicep',
      "resourceId('Microsoft.Network/virtualNetworks/subnets', network, chosen)",
      ['chosen = a (the subnet)'],
    ],
    [
      'of the network decides nothing in Terraform',
      'terraform',
      '{ for s in azurerm_subnet.s : s.name => s.id }[format("%s-a", var.network)]',
      [],
    ],
    [
      'that picks one of two subnets decides in Terraform',
      'terraform',
      'azurerm_subnet.s[var.chosen].id',
      ['chosen = a (the subnet)'],
    ],
  ])('%s', (_, language, subnet, expected) => {
    const path = language === 'bicep' ? 'main.bicep' : 'main.tf';
    const report = sourceReport(path, names[language].replace('SUBNET', subnet), {});
    expect(assumedIn(report)).toEqual(expected);
  });
});
