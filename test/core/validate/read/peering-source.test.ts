/** Peerings and route tables in source files: Terraform, azapi, Bicep. */

import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../core/validate/read/arm/budget.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { readSource } from '../../../../core/validate/read/source/read-source.ts';
import { type Input, validateInput } from '../../../../core/validate/validate-input.ts';
import { hclNetwork } from '../../../support/firewall-terraform.ts';

const networkId = (name: string) =>
  `/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/${name}`;
const report = (input: Input) =>
  validateInput(input, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' });
const hasGatewayFinding = (input: Input) =>
  report(input).findings.some(({ checkId }) => checkId === 'gateway-routes-unknown');
const source = (path: string, text: string) => ({ source: { files: [{ path, text }] } });

const withoutTable = hclNetwork
  .replace(/resource "azurerm_route_table"[\s\S]*?\n}\n/, '')
  .replace(/resource "azurerm_subnet_route_table_association"[\s\S]*?\n}\n/, '');
const hclPeering = (fields: string) => `${withoutTable}
resource "azurerm_virtual_network_peering" "hub" {
  name                      = "to-hub"
  resource_group_name       = "net"
  virtual_network_name      = azurerm_virtual_network.this.name
  remote_virtual_network_id = "${networkId('hub')}"
  ${fields}
}
`;

function peeringsIn(text: string) {
  const budget = new Budget();
  const { document } = readSource({ files: [{ path: 'main.tf', text }] }, {}, budget);
  const { locations } = readDocument(document, { budget, service: 'contoso' }).deployment;
  return locations[0]?.peerings ?? [];
}

const routeServer = (network: string) => `
resource "azurerm_subnet" "routes" {
  name                 = "RouteServerSubnet"
  resource_group_name  = "net"
  virtual_network_name = azurerm_virtual_network.${network}.name
}
resource "azurerm_route_server" "routes" {
  name      = "routes"
  subnet_id = azurerm_subnet.routes.id
}
`;

describe('peerings in Terraform', () => {
  it.each([
    ['that use the gateway', 'use_remote_gateways = true', true],
    ['that do not', '', false],
    ['of which a variable decides', 'use_remote_gateways = var.x', true],
  ])('%s', (_, fields, expected) => {
    const variable = '\nvariable "x" {}\n';
    expect(hasGatewayFinding(source('main.tf', hclPeering(fields) + variable))).toBe(expected);
  });

  it.each([
    ['is there', '', '', true],
    ['may be there', '', 'count = var.x ? 1 : 0', undefined],
    ['is there, and their own may not be', 'count = var.x ? 1 : 0', '', undefined],
  ])('whose peering back %s', (_, own, back, expected) => {
    const hub = `
variable "x" {}
resource "azurerm_virtual_network" "hub" {
  name                = "hub"
  resource_group_name = "net"
  address_space       = ["10.1.0.0/16"]
}
resource "azurerm_virtual_network_peering" "back" {
  name                      = "back"
  resource_group_name       = "net"
  virtual_network_name      = azurerm_virtual_network.hub.name
  remote_virtual_network_id = azurerm_virtual_network.this.id
  ${back}
}
`;
    const text = hclPeering(own).replace(`"${networkId('hub')}"`, 'azurerm_virtual_network.hub.id');
    expect(peeringsIn(text + hub).map(({ isConnected }) => isConnected)).toEqual([expected]);
  });

  it.each([
    ['peer_complete_virtual_networks_enabled = false', undefined],
    ['peer_complete_virtual_networks_enabled = var.x', undefined],
    ['only_ipv6_peering_enabled = true', undefined],
    ['local_subnet_names = ["a"]', undefined],
    ['peer_complete_virtual_networks_enabled = true', true],
  ])('of a part of a network: %s', (field, expected) => {
    const [peering] = peeringsIn(`${hclPeering(field)}\nvariable "x" {}\n`);
    expect(peering?.allowsAccess).toBe(expected);
  });

  it('that may be of the network use a gateway for all that is known', () => {
    const text = hclPeering('use_remote_gateways = true').replace(
      '= azurerm_virtual_network.this.name\n  remote',
      '= var.x\n  remote',
    );
    expect(text).toContain('= var.x');
    expect(hasGatewayFinding(source('main.tf', `${text}\nvariable "x" {}\n`))).toBe(true);
  });

  it('azapi has them, too', () => {
    const text = `${withoutTable}
resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  name      = "to-hub"
  parent_id = azurerm_virtual_network.this.id
  body = {
    properties = {
      remoteVirtualNetwork = { id = "${networkId('hub')}" }
      useRemoteGateways    = true
    }
  }
}
`;
    expect(hasGatewayFinding(source('main.tf', text))).toBe(true);
  });
});

it('a Route Server of the network in Terraform may bring a default route', () => {
  const text = withoutTable + routeServer('this');
  expect(hasGatewayFinding(source('main.tf', text))).toBe(true);
  expect(hasGatewayFinding(source('main.tf', withoutTable))).toBe(false);
});

describe('route tables that keep gateway routes out', () => {
  const table = (field: string) => `${hclPeering('use_remote_gateways = true')}
resource "azurerm_route_table" "own" {
  name                = "own"
  resource_group_name = "net"
  ${field}
}
resource "azurerm_subnet_route_table_association" "own" {
  subnet_id      = azurerm_subnet.apim.id
  route_table_id = azurerm_route_table.own.id
}
`;

  it.each([
    ['bgp_route_propagation_enabled = false', false],
    ['disable_bgp_route_propagation = true', false],
    ['bgp_route_propagation_enabled = true', true],
    ['', true],
  ])('azurerm: %s', (field, expected) => {
    expect(hasGatewayFinding(source('main.tf', table(field)))).toBe(expected);
  });
});

it('Bicep has peerings in their network', () => {
  const text = `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'contoso'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'apim', properties: { addressPrefix: '10.0.1.0/27' } }]
  }
  resource hub 'virtualNetworkPeerings' = {
    name: 'to-hub'
    properties: {
      remoteVirtualNetwork: { id: '${networkId('hub')}' }
      useRemoteGateways: true
    }
  }
}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'contoso'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: '\${vnet.id}/subnets/apim' }
  }
}
`;
  expect(hasGatewayFinding(source('main.bicep', text))).toBe(true);
});
