/** What only documents say of a network: its subscription, a NAT gateway; and rules that a tier does not need. */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { example, inbound, securityRules } from '../../../../core/validate/checks/kit/example.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { check, type Json, none } from '../read/sample-documents.ts';

const provider = (subscription: string, type: string) =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/${type}`;
const subnetOf = (subscription: string) =>
  `${provider(subscription, 'Microsoft.Network/virtualNetworks')}/vnet/subnets/apim`;

interface Parts {
  readonly own?: string;
  readonly subnet?: string;
  readonly platform?: string;
  readonly tier?: string;
  readonly properties?: Json;
}

/** The service and its network as `az` prints them. */
const document = ({ own = 'a', subnet = 'a', platform, properties, tier = 'Developer' }: Parts) => [
  {
    id: `${provider(own, 'Microsoft.ApiManagement/service')}/apim`,
    name: 'apim',
    type: 'Microsoft.ApiManagement/service',
    location: 'West Europe',
    sku: { name: tier, capacity: 1 },
    virtualNetworkType: 'Internal',
    virtualNetworkConfiguration: { subnetResourceId: subnetOf(subnet) },
    ...(platform && { platformVersion: platform }),
  },
  ...(properties
    ? [
        {
          id: subnetOf(subnet),
          name: 'apim',
          type: 'Microsoft.Network/virtualNetworks/subnets',
          addressPrefix: '10.0.1.0/27',
          ...properties,
        },
      ]
    : []),
];
const natGateway = { id: `${provider('a', 'Microsoft.Network/natGateways')}/outbound` };
const actual = (id: string, input: Json) =>
  check(input)
    .findings.filter(({ checkId }) => checkId === id)
    .map(({ severity, outcome, message, path }) => `${severity} ${outcome} ${message} ${path}`);

describe('network-in-other-region', () => {
  it.each<[string, Parts, string[]]>([
    ['one subscription', { properties: {} }, []],
    [
      'another subscription',
      { subnet: 'b', properties: {} },
      [
        'ERROR FAIL the virtual network is in the subscription "b", but the instance is in "a" /document/1',
      ],
    ],
    [
      'another subscription, whose network is not in the document',
      { subnet: 'b' },
      [
        'ERROR FAIL the virtual network is in the subscription "b", but the instance is in "a" /document/0/virtualNetworkConfiguration/subnetResourceId',
      ],
    ],
    ['a subscription by a placeholder', { own: '{id}', subnet: 'b', properties: {} }, []],
  ])('%s', (_, parts, wanted) => {
    expect(actual('network-in-other-region', document(parts))).toEqual(wanted);
  });
});

describe('nat-gateway-on-subnet', () => {
  it.each<[string, Parts, string[]]>([
    ['none', { properties: {} }, []],
    ['none by null', { properties: { natGateway: null } }, []],
    ['none without an id', { platform: 'stv1', properties: { natGateway: {} } }, []],
    ['none by an id of null', { platform: 'stv1', properties: { natGateway: { id: null } } }, []],
    [
      'open, on stv1',
      { platform: 'stv1', properties: { natGateway: "[parameters('nat')]" } },
      [
        "WARNING NEEDS_REVIEW the subnet may have the NAT gateway [parameters('nat')], but an instance on stv1 has a Basic load balancer, with which a NAT gateway does not work /document/1/natGateway",
      ],
    ],
    [
      'open, on stv2',
      { properties: { natGateway: "[parameters('nat')]" } },
      [
        "INFO PASS the subnet may have the NAT gateway [parameters('nat')]: traffic to the Internet leaves from its addresses, not from the public address of the instance /document/1/natGateway",
      ],
    ],
    [
      'on stv2',
      { properties: { natGateway } },
      [
        'INFO PASS the subnet has the NAT gateway outbound: traffic to the Internet leaves from its addresses, not from the public address of the instance /document/1/natGateway',
      ],
    ],
    [
      'on stv1',
      { platform: 'stv1', properties: { natGateway } },
      [
        'ERROR FAIL the subnet has the NAT gateway outbound, but an instance on stv1 has a Basic load balancer, with which a NAT gateway does not work /document/1/natGateway',
      ],
    ],
  ])('%s', (_, parts, wanted) => {
    expect(actual('nat-gateway-on-subnet', document(parts))).toEqual(wanted);
  });

  it('is found by its association in Terraform', () => {
    const resource = (type: string, values: Json) => ({
      address: `${type}.main`,
      mode: 'managed',
      type,
      name: 'main',
      values,
    });
    const resources = [
      resource('azurerm_api_management', {
        name: 'apim',
        location: 'westeurope',
        sku_name: 'Developer_1',
        virtual_network_type: 'Internal',
        virtual_network_configuration: [{ subnet_id: subnetOf('a') }],
      }),
      resource('azurerm_subnet', { id: subnetOf('a'), address_prefixes: ['10.0.1.0/27'] }),
      resource('azurerm_subnet_nat_gateway_association', {
        subnet_id: subnetOf('a'),
        nat_gateway_id: natGateway.id,
      }),
    ];
    const plan = { format_version: '1.2', planned_values: { root_module: { resources } } };
    expect(actual('nat-gateway-on-subnet', plan)).toEqual([
      expect.stringContaining('the NAT gateway outbound'),
    ]);
  });

  it.each([
    ['has', ''],
    ['may have', 'count = var.nat ? 1 : 0'],
  ])('of Terraform sources: the subnet %s one with an association with "%s"', (has, count) => {
    const text = `
variable "nat" {}
resource "azurerm_subnet" "main" {
  name             = "apim"
  address_prefixes = ["10.0.1.0/27"]
}
resource "azurerm_subnet_nat_gateway_association" "main" {
  ${count}
  subnet_id      = azurerm_subnet.main.id
  nat_gateway_id = "${natGateway.id}"
}
resource "azurerm_api_management" "main" {
  location             = "westeurope"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.main.id
  }
}`;
    const { findings } = validateInput({ source: { files: [{ path: 'main.tf', text }] } }, none);
    expect(findings.filter(({ checkId }) => checkId === 'nat-gateway-on-subnet')).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(`the subnet ${has} the NAT gateway`),
      }),
    ]);
  });
});

it('names rules of the classic table that a v2 tier does not need', () => {
  const { deployment } = example(
    '',
    securityRules(
      inbound('Management', 100, 'ALLOW', 'ApiManagement', '3443'),
      inbound('Probe', 110, 'ALLOW', 'AzureLoadBalancer', '6390'),
      inbound('Clients', 120, 'ALLOW', 'Internet', '443'),
    ),
    { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
  );
  const { findings } = validate(withDefaults(deployment), none);
  expect(findings.find(({ checkId }) => checkId === 'tier-out-of-scope')?.message).toMatch(
    /; the report uses the rules of the v2 tiers, and Management and Probe are of the classic table: this tier does not need them$/,
  );
});

describe('the group of a DNS server', () => {
  const id = (type: string) => provider('a', `Microsoft.Network/${type}`);
  const group = (name: string, rules: readonly Json[]) => ({
    id: id(`networkSecurityGroups/${name}`),
    name,
    type: 'Microsoft.Network/networkSecurityGroups',
    location: 'westeurope',
    securityRules: rules,
  });
  const rule = (access: string, source: string, protocol = '*', priority = 100) => ({
    name: `${access} ${source}`.replace(/\W+/g, '-'),
    priority,
    direction: 'Inbound',
    access,
    protocol,
    sourceAddressPrefix: source,
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '53',
  });
  const management = {
    ...rule('Allow', 'ApiManagement', 'Tcp'),
    destinationAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '3443',
  };
  const withServers = (servers: readonly string[], rules: readonly Json[]) => [
    ...document({}),
    {
      id: id('virtualNetworks/vnet'),
      name: 'vnet',
      type: 'Microsoft.Network/virtualNetworks',
      location: 'westeurope',
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      dhcpOptions: { dnsServers: servers },
      subnets: [
        {
          name: 'apim',
          addressPrefix: '10.0.1.0/27',
          networkSecurityGroup: { id: id('networkSecurityGroups/apim') },
        },
        {
          name: 'dns',
          addressPrefix: '10.0.9.0/28',
          networkSecurityGroup: { id: id('networkSecurityGroups/dns') },
        },
      ],
    },
    group('apim', [management]),
    group('dns', rules),
  ];
  const denied = 'from the subnet of the instance to the DNS server 10.0.9.4 is denied by';

  it.each<[string, readonly string[], readonly Json[], readonly string[]]>([
    ['lets queries of the network in', ['10.0.9.4'], [], []],
    ['denies other networks', ['10.0.9.4'], [rule('Deny', 'Internet')], []],
    [
      'denies all',
      ['10.0.9.4'],
      [rule('Deny', '*')],
      [
        `ERROR FAIL inbound UDP and TCP 53 ${denied} Deny- (priority 100) of "dns", the security group of the server, so the instance cannot resolve its dependencies`,
      ],
    ],
    [
      'denies all but the instance',
      ['10.0.9.4'],
      [rule('Allow', '10.0.1.0/27', '*', 90), rule('Deny', '*')],
      [],
    ],
    [
      'denies one of two servers',
      ['10.0.9.4', '10.0.8.4'],
      [rule('Deny', 'VirtualNetwork')],
      [
        `WARNING PASS inbound UDP and TCP 53 ${denied} Deny-VirtualNetwork (priority 100) of "dns", the security group of the server`,
      ],
    ],
    [
      'denies long answers',
      ['10.0.9.4'],
      [rule('Deny', 'VirtualNetwork', 'Tcp')],
      [
        `WARNING PASS inbound TCP 53 ${denied} Deny-VirtualNetwork (priority 100) of "dns", the security group of the server`,
      ],
    ],
  ])('%s', (_, servers, rules, found) => {
    const report = check(withServers(servers, rules));
    expect(
      report.findings
        .filter(({ checkId }) => checkId === 'custom-dns-53-blocked')
        .map(({ severity, outcome, message }) => `${severity} ${outcome} ${message}`),
    ).toEqual(found);
    expect(report.unused).toEqual([]);
  });
});
