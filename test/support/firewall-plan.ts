/** The instance behind a firewall of firewall-documents.ts as a Terraform plan. */

import { metrics, services } from './firewall-documents.ts';

type Fields = Readonly<Record<string, unknown>>;

const planned = (type: string, name: string, values: Fields, unknown: Fields = {}) => ({
  type,
  name,
  values,
  unknown,
});
const reference = (...references: readonly string[]) => ({ references });

const resources = [
  planned(
    'azurerm_api_management',
    'this',
    {
      name: 'contoso',
      location: 'westeurope',
      resource_group_name: 'net',
      sku_name: 'Premium_1',
      virtual_network_type: 'Internal',
      virtual_network_configuration: [{}],
    },
    { virtual_network_configuration: [{ subnet_id: true }] },
  ),
  planned('azurerm_virtual_network', 'this', {
    name: 'contoso',
    resource_group_name: 'net',
    address_space: ['10.0.0.0/16'],
  }),
  planned('azurerm_subnet', 'apim', {
    name: 'apim',
    resource_group_name: 'net',
    virtual_network_name: 'contoso',
    address_prefixes: ['10.0.1.0/27'],
  }),
  planned('azurerm_network_security_group', 'apim', {
    name: 'apim',
    resource_group_name: 'net',
    security_rule: [],
  }),
  planned(
    'azurerm_subnet_network_security_group_association',
    'apim',
    {},
    { subnet_id: true, network_security_group_id: true },
  ),
  planned(
    'azurerm_route_table',
    'apim',
    {
      name: 'apim',
      resource_group_name: 'net',
      route: [{ name: 'default', address_prefix: '0.0.0.0/0', next_hop_type: 'VirtualAppliance' }],
    },
    { route: [{ next_hop_in_ip_address: true }] },
  ),
  planned(
    'azurerm_subnet_route_table_association',
    'apim',
    {},
    { subnet_id: true, route_table_id: true },
  ),
  planned(
    'azurerm_ip_group',
    'apim',
    { name: 'apim', resource_group_name: 'net', cidrs: ['10.0.1.0/27'] },
    { id: true },
  ),
  planned(
    'azurerm_firewall',
    'hub',
    { name: 'hub', resource_group_name: 'net', ip_configuration: [{ name: 'hub' }] },
    { firewall_policy_id: true, ip_configuration: [{ private_ip_address: true }] },
  ),
  planned(
    'azurerm_firewall_policy',
    'base',
    { name: 'base', resource_group_name: 'net' },
    { id: true },
  ),
  planned(
    'azurerm_firewall_policy',
    'hub',
    { name: 'hub', resource_group_name: 'net' },
    { id: true, base_policy_id: true },
  ),
  planned(
    'azurerm_firewall_policy_rule_collection_group',
    'base',
    {
      name: 'Base',
      priority: 500,
      network_rule_collection: [
        {
          name: 'Base',
          priority: 100,
          action: 'Deny',
          rule: [
            {
              name: 'NoSql',
              protocols: ['TCP'],
              destination_addresses: ['Sql'],
              destination_ports: ['1433'],
            },
          ],
        },
      ],
    },
    { firewall_policy_id: true, network_rule_collection: [{ rule: [{ source_ip_groups: true }] }] },
  ),
  planned(
    'azurerm_firewall_policy_rule_collection_group',
    'azure',
    {
      name: 'Azure',
      priority: 100,
      application_rule_collection: [
        {
          name: 'Names',
          priority: 200,
          action: 'Allow',
          rule: [
            {
              name: 'Metrics',
              protocols: [{ type: 'Https', port: 443 }],
              source_addresses: ['10.0.1.0/27'],
              destination_fqdns: metrics,
            },
          ],
        },
      ],
      network_rule_collection: [
        {
          name: 'Azure',
          priority: 300,
          action: 'Allow',
          rule: [
            {
              name: 'Services',
              protocols: ['TCP'],
              destination_addresses: services,
              destination_ports: ['443'],
            },
          ],
        },
      ],
    },
    { firewall_policy_id: true, network_rule_collection: [{ rule: [{ source_ip_groups: true }] }] },
  ),
];

const ipGroup = {
  source_ip_groups: reference('azurerm_ip_group.apim.id', 'azurerm_ip_group.apim'),
};
const ofPolicy = (name: string) =>
  reference(`azurerm_firewall_policy.${name}.id`, `azurerm_firewall_policy.${name}`);
const expressions: Readonly<Record<string, Fields>> = {
  'azurerm_api_management.this': {
    virtual_network_configuration: [
      { subnet_id: reference('azurerm_subnet.apim.id', 'azurerm_subnet.apim') },
    ],
  },
  'azurerm_subnet_network_security_group_association.apim': {
    subnet_id: reference('azurerm_subnet.apim.id', 'azurerm_subnet.apim'),
    network_security_group_id: reference(
      'azurerm_network_security_group.apim.id',
      'azurerm_network_security_group.apim',
    ),
  },
  'azurerm_subnet_route_table_association.apim': {
    subnet_id: reference('azurerm_subnet.apim.id', 'azurerm_subnet.apim'),
    route_table_id: reference('azurerm_route_table.apim.id', 'azurerm_route_table.apim'),
  },
  'azurerm_route_table.apim': {
    route: [
      {
        next_hop_in_ip_address: reference(
          'azurerm_firewall.hub.ip_configuration[0].private_ip_address',
          'azurerm_firewall.hub',
        ),
      },
    ],
  },
  'azurerm_firewall.hub': { firewall_policy_id: ofPolicy('hub') },
  'azurerm_firewall_policy.hub': { base_policy_id: ofPolicy('base') },
  'azurerm_firewall_policy_rule_collection_group.base': {
    firewall_policy_id: ofPolicy('base'),
    network_rule_collection: [{ rule: [ipGroup] }],
  },
  'azurerm_firewall_policy_rule_collection_group.azure': {
    firewall_policy_id: ofPolicy('hub'),
    network_rule_collection: [{ rule: [ipGroup] }],
  },
};

export const plan = {
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: resources.map(({ type, name, values }) => ({
        address: `${type}.${name}`,
        mode: 'managed',
        type,
        name,
        values,
      })),
    },
  },
  resource_changes: resources.map(({ type, name, unknown }) => ({
    address: `${type}.${name}`,
    change: { after_unknown: unknown },
  })),
  configuration: {
    root_module: {
      resources: resources.map(({ type, name }) => ({
        address: `${type}.${name}`,
        mode: 'managed',
        type,
        name,
        expressions: expressions[`${type}.${name}`] ?? {},
      })),
    },
  },
};
