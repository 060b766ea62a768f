/** Small networks with an API Management service in Bicep, Terraform and JSON, for tests of what reads files. */

/** A rule in Bicep, on lines of its own. */
export const bicepRule = (
  name: string,
  fields: Readonly<Record<string, string | number>>,
): string =>
  `      {
        name: '${name}'
        properties: {
${Object.entries({
  priority: 100,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: 'VirtualNetwork',
  sourcePortRange: '*',
  destinationAddressPrefix: 'Storage',
  destinationPortRange: '443',
  ...fields,
})
  .map(([key, value]) => `          ${key}: ${typeof value === 'number' ? value : `'${value}'`}`)
  .join('\n')}
        }
      }`;

const inbound = [
  bicepRule('management', {
    priority: 110,
    direction: 'Inbound',
    sourceAddressPrefix: 'ApiManagement',
    destinationAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '3443',
  }),
  bicepRule('gateway', {
    priority: 120,
    direction: 'Inbound',
    sourceAddressPrefix: 'Internet',
    destinationAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '443',
  }),
];

/** A Premium instance in external mode; the group lets the control plane and clients in and denies nothing that goes out. */
export const bicepNetwork = (
  rules: readonly string[] = [],
): string => `param location string = 'westeurope'

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: location
  properties: {
    securityRules: [
${[...inbound, ...rules].join('\n')}
    ]
  }
}

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'apim'
        properties: {
          addressPrefix: '10.0.1.0/27'
          networkSecurityGroup: { id: nsg.id }
        }
      }
    ]
  }
}

resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'contoso'
  location: location
  sku: { name: 'Premium', capacity: 1 }
  properties: {
    publisherEmail: 'admin@contoso.com'
    publisherName: 'Contoso'
    virtualNetworkType: 'External'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
`;

/** Stops Azure SQL. */
export const denySql = bicepRule('denySql', {
  priority: 200,
  access: 'Deny',
  destinationAddressPrefix: 'Sql',
  destinationPortRange: '1433',
});
