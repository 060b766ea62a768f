/** Peerings of which a document leaves open whose they are. */

import { describe, expect, it } from 'vitest';
import type { InputPeering } from '../../../../core/peering.ts';
import { Budget } from '../../../../core/validate/read/arm/budget.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { readSource } from '../../../../core/validate/read/source/read-source.ts';
import { exported } from '../../../support/firewall-documents.ts';
import { hclNetwork } from '../../../support/firewall-terraform.ts';

const networkId = (name: string) =>
  `/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/${name}`;

/** Of a document, and of a file of Terraform. */
const read = (document: unknown) =>
  readDocument(document, { service: 'contoso' }).deployment.locations[0];
function readTerraform(text: string) {
  const budget = new Budget();
  const { document } = readSource({ files: [{ path: 'main.tf', text }] }, {}, budget);
  return readDocument(document, { budget, service: 'contoso' }).deployment.locations[0];
}
const shape = (peerings: readonly InputPeering[] = []) =>
  peerings.map(({ name, remote, addressPrefixes, allowsAccess, isConnected, mayBeOfOther }) =>
    [name, remote, ...addressPrefixes, allowsAccess, isConnected, mayBeOfOther].map(String).join(),
  );

describe('in a template', () => {
  const others = exported.filter(({ type }) => !/firewall/i.test(String(type)));
  const properties = {
    remoteVirtualNetwork: { id: networkId('hub') },
    remoteAddressSpace: { addressPrefixes: ['10.1.0.0/16'] },
    peeringState: 'Connected',
    allowVirtualNetworkAccess: true,
  };
  const peering = (name: string, more: object = {}) => ({
    type: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
    name,
    properties: { ...properties, ...more },
  });
  const template = (...resources: readonly object[]) => ({
    parameters: { other: { type: 'string' } },
    resources: [...others, ...resources],
  });
  const ofOther = "[concat(parameters('other'), '/to-hub')]";
  const otherNetwork = {
    type: 'Microsoft.Network/virtualNetworks',
    name: "[parameters('other')]",
    properties: { addressSpace: { addressPrefixes: ['10.2.0.0/16'] } },
  };

  it.each([
    ['of an open name', [peering(ofOther)], 'to-hub,hub,10.1.0.0/16,undefined,undefined,true'],
    [
      'of a name that is open as a whole',
      [peering("[parameters('other')]")],
      "[parameters('other')],hub,10.1.0.0/16,undefined,undefined,true",
    ],
    [
      'of the network itself',
      [peering('contoso/to-hub')],
      'to-hub,hub,10.1.0.0/16,true,true,undefined',
    ],
  ])('one %s may be of the network', (_, resources, expected) => {
    expect(shape(read(template(...resources))?.peerings)).toEqual([expected]);
  });

  it.each([
    ['of another network that is there', [otherNetwork, peering(ofOther)]],
    ['of another network by its name', [peering('other/to-hub')]],
    [
      'with the network itself',
      [peering(ofOther, { remoteVirtualNetwork: { id: networkId('contoso') } })],
    ],
  ])('one %s is not', (_, resources) => {
    expect(read(template(...resources))?.peerings).toBeUndefined();
  });

  it('it may use the gateway of the other network', () => {
    const { routeSources } = read(template(peering(ofOther, { useRemoteGateways: true }))) ?? {};
    expect(routeSources?.map(({ name }) => name)).toEqual([
      'the gateway of hub that the peering to-hub uses',
    ]);
  });
});

describe('in Terraform', () => {
  const azurerm = (network: string) => `
variable "x" {}
resource "azurerm_virtual_network_peering" "hub" {
  name                      = "to-hub"
  resource_group_name       = "net"
  virtual_network_name      = ${network}
  remote_virtual_network_id = "${networkId('hub')}"
}
`;
  const azapi = (network: string) => `
variable "x" {}
resource "azapi_resource" "hub" {
  type      = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01"
  name      = "to-hub"
  parent_id = ${network}
  body = {
    properties = {
      remoteVirtualNetwork      = { id = "${networkId('hub')}" }
      remoteAddressSpace        = { addressPrefixes = ["10.1.0.0/16"] }
      allowVirtualNetworkAccess = true
    }
  }
}
`;

  it.each([
    [
      'of an open name',
      azurerm('var.x'),
      'azurerm_virtual_network_peering.hub,hub,undefined,undefined,true',
    ],
    [
      'of the network itself',
      azurerm('azurerm_virtual_network.this.name'),
      'azurerm_virtual_network_peering.hub,hub,true,undefined,undefined',
    ],
    [
      'of a named network, where that of the network is open',
      azurerm('"prod"'),
      'azurerm_virtual_network_peering.hub,hub,undefined,undefined,true',
      'var.x',
    ],
    [
      'of azapi with an open parent',
      azapi('var.x'),
      'azapi_resource.hub,hub,10.1.0.0/16,undefined,undefined,true',
    ],
    [
      'of azapi and the network itself',
      azapi('azurerm_virtual_network.this.id'),
      'azapi_resource.hub,hub,10.1.0.0/16,true,undefined,undefined',
    ],
  ])('one %s may be of the network', (_, text, expected, name = '"contoso"') => {
    const network = hclNetwork.replace(
      /(resource "azurerm_virtual_network" "this" \{\s+name\s+= )".*?"/,
      `$1${name}`,
    );
    expect(shape(readTerraform(network + text)?.peerings)).toEqual([expected]);
  });

  it.each([
    ['azurerm', azurerm('"other"')],
    ['azapi', azapi(`"${networkId('other')}"`)],
  ])('one of another network by its name is not: %s', (_, text) => {
    expect(readTerraform(hclNetwork + text)?.peerings).toBeUndefined();
  });
});
