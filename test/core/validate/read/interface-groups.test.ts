/** DNS servers whose subnet and network interface have security groups: both must allow the queries of the instance. */

import { describe, expect, it } from 'vitest';
import { exportedIn } from '../../../../core/validate/checks/kit/example.ts';
import { type Input, validateInput } from '../../../../core/validate/validate-input.ts';
import { hclNetwork } from '../../../support/firewall-terraform.ts';

type Fields = Readonly<Record<string, unknown>>;

const idOf = (type: string, ...names: readonly string[]) =>
  `[resourceId('Microsoft.Network/${type}', ${names.map((name) => `'${name}'`).join(', ')})]`;
const group = (name: string, access: 'Allow' | 'Deny', port = '53') => ({
  type: 'Microsoft.Network/networkSecurityGroups',
  name,
  properties: {
    securityRules: [
      {
        name: `${name}Rule`,
        properties: {
          priority: 100,
          direction: 'Inbound',
          access,
          protocol: '*',
          sourceAddressPrefix: '10.0.1.0/27',
          sourcePortRange: '*',
          destinationAddressPrefix: '*',
          destinationPortRange: port,
        },
      },
    ],
  },
});
const network = (subnet: Fields) => ({
  type: 'Microsoft.Network/virtualNetworks',
  name: 'contoso',
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    dhcpOptions: { dnsServers: ['10.0.9.4'] },
    subnets: [
      {
        name: 'apim',
        properties: {
          addressPrefix: '10.0.1.0/27',
          networkSecurityGroup: { id: idOf('networkSecurityGroups', 'own') },
        },
      },
      { name: 'dns', properties: { addressPrefix: '10.0.9.0/24', ...subnet } },
    ],
  },
});
const own = group('own', 'Allow', '3443');
const networkInterface = (address: string, name?: string) => ({
  type: 'Microsoft.Network/networkInterfaces',
  name: 'server',
  properties: {
    ipConfigurations: [{ name: 'one', properties: { privateIPAddress: address } }],
    ...(name && { networkSecurityGroup: { id: idOf('networkSecurityGroups', name) } }),
  },
});

const refusals = (input: Input): readonly string[] =>
  validateInput(input, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' })
    .findings.filter(({ checkId }) => checkId === 'custom-dns-53-blocked')
    .map(({ outcome, message }) => `${outcome} ${/of "([^"]*)"/.exec(message)?.[1]}`);

const ofSubnet = { networkSecurityGroup: { id: idOf('networkSecurityGroups', 'subnet') } };

describe('groups of a DNS server (nsg-how-it-works-2020-08-24, "Inbound traffic")', () => {
  it.each([
    ['both allow', 'Allow', 'Allow', []],
    ['that of the subnet denies', 'Deny', 'Allow', ['FAIL subnet']],
    ['that of the interface denies', 'Allow', 'Deny', ['FAIL interface']],
    ['both deny', 'Deny', 'Deny', ['FAIL subnet', 'FAIL interface']],
  ] as const)('%s', (about, first, second, expected) => {
    const [instance] = (exportedIn(about, {}) as { document: Fields[] }).document;
    const document = [
      instance,
      network(ofSubnet),
      own,
      group('subnet', first),
      group('interface', second),
      networkInterface('10.0.9.4', 'interface'),
    ];
    expect(refusals({ document })).toEqual(expected);
  });

  it.each([
    [
      'an interface alone, whose group denies',
      networkInterface('10.0.9.4', 'interface'),
      ['FAIL interface'],
    ],
    ['the interface of another server', networkInterface('10.0.9.5', 'interface'), []],
    ['an interface without a group', networkInterface('10.0.9.4'), []],
  ] as const)('%s', (about, server, expected) => {
    const [instance] = (exportedIn(about, {}) as { document: Fields[] }).document;
    const document = [instance, network({}), own, group('interface', 'Deny'), server];
    expect(refusals({ document })).toEqual(expected);
  });

  it('Terraform joins them by an association', () => {
    const text = `${hclNetwork.replace(
      'address_space       = ["10.0.0.0/16"]',
      'address_space       = ["10.0.0.0/16"]\n  dns_servers         = ["10.0.9.4"]',
    )}
resource "azurerm_network_interface" "server" {
  name                = "server"
  resource_group_name = "net"
  ip_configuration {
    name               = "one"
    private_ip_address = "10.0.9.4"
  }
}
resource "azurerm_network_security_group" "interface" {
  name                = "interface"
  resource_group_name = "net"
  security_rule {
    name                       = "deny"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "53"
  }
}
resource "azurerm_network_interface_security_group_association" "server" {
  network_interface_id      = azurerm_network_interface.server.id
  network_security_group_id = azurerm_network_security_group.interface.id
}
`;
    expect(refusals({ source: { files: [{ path: 'main.tf', text }] } })).toEqual([
      'FAIL azurerm_network_security_group.interface',
    ]);
  });
});
