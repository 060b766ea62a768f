/** A document of an instance in West Europe with its subnet, and with the network status beside it. */

export interface StatusDocument {
  readonly rules?: readonly object[];
  readonly routes?: readonly object[];
  readonly dnsServers?: readonly string[];
  readonly serviceEndpoints?: readonly string[];
  readonly sku?: string;
}

const scope = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers';
const idOf = (type: string, name: string) => `${scope}/${type}/${name}`;

export const outboundRule = (
  name: string,
  access: 'Allow' | 'Deny',
  destinationAddressPrefix: string,
  destinationPortRange = '*',
) => ({
  name,
  properties: {
    priority: access === 'Allow' ? 100 : 200,
    direction: 'Outbound',
    access,
    protocol: '*',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix,
    destinationPortRange,
  },
});

/** The resources alone, as an export has them. */
export function networkResources({
  rules = [],
  routes,
  dnsServers = [],
  serviceEndpoints = [],
  sku = 'Developer',
}: StatusDocument = {}): readonly object[] {
  const network = idOf('Microsoft.Network/virtualNetworks', 'vnet');
  const group = idOf('Microsoft.Network/networkSecurityGroups', 'nsg');
  const table = idOf('Microsoft.Network/routeTables', 'rt');
  return [
    {
      id: idOf('Microsoft.ApiManagement/service', 'contoso'),
      type: 'Microsoft.ApiManagement/service',
      name: 'contoso',
      location: 'West Europe',
      sku: { name: sku, capacity: 1 },
      properties: {
        virtualNetworkType: 'Internal',
        virtualNetworkConfiguration: { subnetResourceId: `${network}/subnets/apim` },
      },
    },
    {
      id: network,
      type: 'Microsoft.Network/virtualNetworks',
      name: 'vnet',
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        dhcpOptions: { dnsServers },
        subnets: [
          {
            name: 'apim',
            properties: {
              addressPrefix: '10.0.1.0/27',
              networkSecurityGroup: { id: group },
              ...(routes && { routeTable: { id: table } }),
              serviceEndpoints: serviceEndpoints.map((service) => ({ service })),
            },
          },
        ],
      },
    },
    {
      id: group,
      type: 'Microsoft.Network/networkSecurityGroups',
      name: 'nsg',
      properties: {
        securityRules: [
          {
            name: 'AllowManagement',
            properties: {
              priority: 100,
              direction: 'Inbound',
              access: 'Allow',
              protocol: 'Tcp',
              sourceAddressPrefix: 'ApiManagement',
              sourcePortRange: '*',
              destinationAddressPrefix: 'VirtualNetwork',
              destinationPortRange: '3443',
            },
          },
          ...rules,
        ],
      },
    },
    ...(routes
      ? [
          {
            id: table,
            type: 'Microsoft.Network/routeTables',
            name: 'rt',
            properties: { routes },
          },
        ]
      : []),
  ];
}

/** An entry of the output, down unless it says otherwise. */
export const dependency = (name: string, more: object = {}) => ({
  name,
  status: 'failure',
  error: '',
  lastUpdated: '2026-11-20T10:00:00Z',
  lastStatusChange: '2026-11-19T10:00:00Z',
  resourceType: 'SQLDatabase',
  isOptional: false,
  ...more,
});

export const statusOf = (
  dependencies: readonly object[],
  { location = 'West Europe', dnsServers = ['168.63.129.16'] } = {},
) => ({ location, networkStatus: { dnsServers, connectivityStatus: dependencies } });
