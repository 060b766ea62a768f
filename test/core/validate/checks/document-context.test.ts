/** What only a document shows: route tables and DNS servers by reference, private zones and endpoints, other subnets. */

import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../../../core/validate/validate-document.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
type Json = any;

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg';
const idOf = (type: string, ...names: string[]) =>
  `${subscription}/providers/${type}/${names.join('/')}`;
const services = ['Microsoft.Sql', 'Microsoft.Storage', 'Microsoft.EventHub', 'Microsoft.KeyVault'];
const service = idOf('Microsoft.ApiManagement/service', 'contoso');
const table = idOf('Microsoft.Network/routeTables', 'rt');

const exported = (): Json[] => [
  {
    id: service,
    type: 'Microsoft.ApiManagement/service',
    name: 'contoso',
    location: 'westeurope',
    sku: { name: 'Premium', capacity: 1 },
    properties: {
      virtualNetworkType: 'Internal',
      virtualNetworkConfiguration: {
        subnetResourceId: `${idOf('Microsoft.Network/virtualNetworks', 'vnet')}/subnets/apim`,
      },
    },
  },
  {
    id: idOf('Microsoft.Network/virtualNetworks', 'vnet'),
    type: 'Microsoft.Network/virtualNetworks',
    name: 'vnet',
    properties: {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets: [
        { name: 'apim', properties: { addressPrefix: '10.0.1.0/27', routeTable: { id: table } } },
        {
          name: 'aks',
          properties: {
            addressPrefix: '10.0.2.0/24',
            serviceEndpoints: services.map((one) => ({ service: one })),
          },
        },
      ],
    },
  },
  {
    id: table,
    type: 'Microsoft.Network/routeTables',
    name: 'rt',
    properties: {
      routes: [
        {
          name: 'default',
          properties: {
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.0.0.4',
          },
        },
      ],
    },
  },
  { type: 'Microsoft.Network/privateDnsZones', name: 'azure-api.net' },
  {
    type: 'Microsoft.Network/privateEndpoints',
    name: 'pe',
    properties: {
      privateLinkServiceConnections: [
        { name: 'pe', properties: { privateLinkServiceId: service } },
      ],
    },
  },
];

const resource = (type: string, name: string, values: object) => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values: { name, resource_group_name: 'rg', ...values },
});
const vnet = 'Microsoft.Network/virtualNetworks';
const subnetId = `${idOf(vnet, 'vnet')}/subnets/apim`;

const planned = (): Json => ({
  planned_values: {
    root_module: {
      resources: [
        resource('azurerm_api_management', 'contoso', {
          id: service,
          location: 'westeurope',
          sku_name: 'Premium_1',
          virtual_network_type: 'Internal',
          virtual_network_configuration: [{ subnet_id: subnetId }],
          public_network_access_enabled: true,
        }),
        resource('azurerm_virtual_network', 'vnet', { address_space: ['10.0.0.0/16'] }),
        resource('azurerm_subnet', 'apim', {
          id: subnetId,
          virtual_network_name: 'vnet',
          address_prefixes: ['10.0.1.0/27'],
        }),
        resource('azurerm_subnet', 'aks', {
          virtual_network_name: 'vnet',
          address_prefixes: ['10.0.2.0/24'],
          service_endpoints: services,
        }),
        resource('azurerm_route_table', 'rt', {
          id: table,
          route: [
            {
              name: 'default',
              address_prefix: '0.0.0.0/0',
              next_hop_type: 'VirtualAppliance',
              next_hop_in_ip_address: '10.0.0.4',
            },
          ],
        }),
        resource('azurerm_subnet_route_table_association', 'rt', {
          subnet_id: subnetId,
          route_table_id: table,
        }),
        resource('azurerm_private_dns_zone', 'azure-api.net', {}),
        resource('azurerm_private_endpoint', 'pe', {
          private_service_connection: [{ private_connection_resource_id: service }],
        }),
      ],
    },
  },
});

const watched = [
  'traffic-force-tunneled',
  'control-plane-route',
  'route-not-judged',
  'private-zone-apex',
  'private-endpoint-with-injection',
  'public-access-disabled',
  'service-endpoints-on-wrong-subnet',
];

const find = (document: Json) =>
  validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' })
    .findings.filter(({ checkId }) => watched.includes(checkId))
    .map(({ checkId, outcome, path }) => `${checkId} ${outcome} ${path}`)
    .sort();

const root = '/document/planned_values/root_module/resources';

describe('a document', () => {
  it('as exported resources shows what stands beside the instance', () => {
    expect(find(exported())).toEqual([
      'control-plane-route FAIL /document/2/properties/routes/0',
      'private-endpoint-with-injection FAIL /document/4',
      'private-zone-apex PASS /document/3',
      'service-endpoints-on-wrong-subnet PASS /document/1/properties/subnets/1/properties/serviceEndpoints',
      'traffic-force-tunneled NEEDS_REVIEW /document/2/properties/routes/0',
    ]);
  });

  it('as a Terraform plan shows the same', () => {
    expect(find(planned())).toEqual([
      `control-plane-route FAIL ${root}/4/values/route/0`,
      `private-endpoint-with-injection FAIL ${root}/7/values`,
      `private-zone-apex PASS ${root}/6/values`,
      `service-endpoints-on-wrong-subnet PASS ${root}/3/values/service_endpoints`,
      `traffic-force-tunneled NEEDS_REVIEW ${root}/4/values/route/0`,
    ]);
  });

  const changes: readonly [string, (resources: Json[]) => void, readonly string[]][] = [
    [
      'another zone, another target, one endpoint on the neighbor, no route table',
      (resources) => {
        resources[3].name = 'contoso.azure-api.net';
        resources[4].properties.privateLinkServiceConnections[0].properties.privateLinkServiceId =
          idOf('Microsoft.Storage/storageAccounts', 'contoso');
        resources[1].properties.subnets[1].properties.serviceEndpoints.length = 1;
        delete resources[1].properties.subnets[0].properties.routeTable;
      },
      [],
    ],
    [
      'the route table is not in the document',
      (resources) => resources.splice(2),
      [
        'route-not-judged NEEDS_REVIEW /document/1/properties/subnets/0/properties/routeTable',
        'service-endpoints-on-wrong-subnet PASS /document/1/properties/subnets/1/properties/serviceEndpoints',
      ],
    ],
    [
      'the export lists the connection of a private endpoint',
      (resources) => {
        resources.splice(2);
        delete resources[1].properties.subnets[0].properties.routeTable;
        resources[1].properties.subnets.length = 1;
        resources[0].properties.privateEndpointConnections = [{ name: 'pe' }];
        resources[0].properties.publicNetworkAccess = 'Disabled';
      },
      [
        'private-endpoint-with-injection FAIL /document/0/properties/privateEndpointConnections/0',
        'public-access-disabled FAIL /document/0/properties/publicNetworkAccess',
      ],
    ],
    [
      'an injected Premium v2 instance makes nothing of public access',
      (resources) => {
        resources.length = 2;
        resources[0].sku.name = 'PremiumV2';
        resources[0].properties.publicNetworkAccess = 'Disabled';
        delete resources[1].properties.subnets[0].properties.routeTable;
      },
      ['public-access-disabled PASS /document/0/properties/publicNetworkAccess'],
    ],
    [
      'an instance outside virtual networks may have a private endpoint',
      (resources) => {
        resources[0].properties = { virtualNetworkType: 'None', publicNetworkAccess: 'Disabled' };
        resources.splice(3, 1);
      },
      ['public-access-disabled NEEDS_REVIEW /document/0/properties/publicNetworkAccess'],
    ],
  ];

  it.each(changes)('%s', (_, change, actual) => {
    const resources = exported();
    change(resources);
    expect(find(resources)).toEqual(actual);
  });
});
