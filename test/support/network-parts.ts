/** The parts of a network as exports and templates have them; with a rule for Azure SQL it carries API Management, without it not. */

export const rule = (
  name: string,
  priority: number,
  direction: string,
  [source, destination, port]: readonly [string, string, string],
  access = 'Allow',
) => ({
  name,
  properties: {
    priority,
    direction,
    access,
    protocol: 'Tcp',
    sourceAddressPrefix: source,
    sourcePortRange: '*',
    destinationAddressPrefix: destination,
    destinationPortRange: port,
  },
});
export const sql = rule('AllowSql', 120, 'Outbound', ['VirtualNetwork', 'Sql', '1433']);
export const noSql = [
  rule('AllowManagement', 100, 'Inbound', ['ApiManagement', 'VirtualNetwork', '3443']),
  rule('AllowProbe', 110, 'Inbound', ['AzureLoadBalancer', 'VirtualNetwork', '6390']),
  rule('AllowClients', 115, 'Inbound', ['VirtualNetwork', 'VirtualNetwork', '443']),
  rule('AllowAzure', 130, 'Outbound', ['VirtualNetwork', 'AzureCloud', '*']),
  rule('DenySql', 125, 'Outbound', ['VirtualNetwork', 'Sql', '1433'], 'Deny'),
];
export const whole = [...noSql, sql];

export const idIn = (group: string, path: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/${group}/providers/${path}`;
export const subnetId = idIn('a', 'Microsoft.Network/virtualNetworks/vnet/subnets/apim');
export const groupId = idIn('a', 'Microsoft.Network/networkSecurityGroups/nsg');

export const exportedGroup = (rules: readonly object[], group = 'a', more: object = {}) => ({
  id: idIn(group, 'Microsoft.Network/networkSecurityGroups/nsg'),
  name: 'nsg',
  type: 'Microsoft.Network/networkSecurityGroups',
  location: 'westeurope',
  properties: { securityRules: rules, ...more },
});
export const exportedNetwork = (
  groupOfSubnet: object = { networkSecurityGroup: { id: groupId } },
) => ({
  id: idIn('a', 'Microsoft.Network/virtualNetworks/vnet'),
  name: 'vnet',
  type: 'Microsoft.Network/virtualNetworks',
  location: 'westeurope',
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    subnets: [
      {
        id: subnetId,
        name: 'apim',
        properties: { addressPrefix: '10.0.1.0/26', ...groupOfSubnet },
      },
    ],
  },
});
export const exportedService = {
  id: idIn('a', 'Microsoft.ApiManagement/service/contoso'),
  name: 'contoso',
  type: 'Microsoft.ApiManagement/service',
  location: 'westeurope',
  sku: { name: 'Premium', capacity: 1 },
  properties: {
    virtualNetworkType: 'Internal',
    virtualNetworkConfiguration: { subnetResourceId: subnetId },
  },
};
export const ofRuleIn = (group: string) => ({
  ...sql,
  id: idIn(group, 'Microsoft.Network/networkSecurityGroups/nsg/securityRules/AllowSql'),
  type: 'Microsoft.Network/networkSecurityGroups/securityRules',
});

const network = "resourceId('Microsoft.Network/virtualNetworks', 'vnet')";
const groupIn = "resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')";
export const templateGroup = (rules: readonly object[]) => ({
  type: 'Microsoft.Network/networkSecurityGroups',
  name: 'nsg',
  location: 'westeurope',
  properties: { securityRules: rules },
});
export const templateNetwork = {
  type: 'Microsoft.Network/virtualNetworks',
  name: 'vnet',
  location: 'westeurope',
  dependsOn: [`[${groupIn}]`],
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    subnets: [
      {
        name: 'apim',
        properties: { addressPrefix: '10.0.1.0/26', networkSecurityGroup: { id: `[${groupIn}]` } },
      },
    ],
  },
};
export const templateService = {
  type: 'Microsoft.ApiManagement/service',
  name: 'contoso',
  location: 'westeurope',
  sku: { name: 'Premium', capacity: 1 },
  properties: {
    virtualNetworkType: 'Internal',
    virtualNetworkConfiguration: {
      subnetResourceId: `[concat(${network}, '/subnets/apim')]`,
    },
  },
};
export const template = (
  resources: readonly object[],
  parameters: object = { on: { type: 'bool' } },
) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  parameters,
  resources,
});
export const nested = (resources: readonly object[], more: object = {}) => ({
  type: 'Microsoft.Resources/deployments',
  name: 'inner',
  properties: { mode: 'Incremental', template: { resources } },
  ...more,
});
export const ownRule = (body: object = sql) => ({
  ...body,
  type: 'Microsoft.Network/networkSecurityGroups/securityRules',
  name: 'nsg/AllowSql',
  dependsOn: [`[${groupIn}]`],
});
export const open = "[parameters('on')]";
