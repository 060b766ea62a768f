/** An instance behind one Azure Firewall with a parent policy and an IP group, in every shape of document. */

type Fields = Readonly<Record<string, unknown>>;

const start = '/subscriptions/s/resourceGroups/net/providers/';
const idOf = (type: string, name: string) => {
  const [namespace, ...types] = type.split('/');
  const names = name.split('/');
  return `${start}${namespace}${types.map((part, index) => `/${part}/${names[index]}`).join('')}`;
};

export const metrics = [
  'gcs.prod.monitoring.core.windows.net',
  '*.microsoftmetrics.com',
  'gcs.prod.warm.ingestion.monitoring.azure.com',
];
export const services = ['Storage.WestEurope', 'AzureKeyVault'];

const networkRule = (
  name: string,
  destinationAddresses: readonly string[],
  ports: readonly string[],
) => ({
  ruleType: 'NetworkRule',
  name,
  ipProtocols: ['TCP'],
  sourceIpGroups: [idOf('Microsoft.Network/ipGroups', 'apim')],
  destinationAddresses,
  destinationPorts: ports,
});

const collection = (name: string, priority: number, type: string, ...rules: readonly Fields[]) => ({
  ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
  name,
  priority,
  action: { type },
  rules,
});

const metricsRule = {
  ruleType: 'ApplicationRule',
  name: 'Metrics',
  protocols: [{ protocolType: 'Https', port: 443 }],
  sourceAddresses: ['10.0.1.0/27'],
  targetFqdns: metrics,
};

interface Parts {
  readonly type: string;
  readonly name: string;
  readonly properties: Fields;
  readonly more?: Fields;
}

const network: readonly Parts[] = [
  {
    type: 'Microsoft.ApiManagement/service',
    name: 'contoso',
    more: { location: 'westeurope', sku: { name: 'Premium', capacity: 1 } },
    properties: {
      virtualNetworkType: 'Internal',
      virtualNetworkConfiguration: {
        subnetResourceId: idOf('Microsoft.Network/virtualNetworks/subnets', 'contoso/apim'),
      },
    },
  },
  {
    type: 'Microsoft.Network/virtualNetworks',
    name: 'contoso',
    properties: {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets: [
        {
          name: 'apim',
          properties: {
            addressPrefix: '10.0.1.0/27',
            networkSecurityGroup: { id: idOf('Microsoft.Network/networkSecurityGroups', 'apim') },
            routeTable: { id: idOf('Microsoft.Network/routeTables', 'apim') },
          },
        },
      ],
    },
  },
  {
    type: 'Microsoft.Network/networkSecurityGroups',
    name: 'apim',
    properties: { securityRules: [] },
  },
  {
    type: 'Microsoft.Network/routeTables',
    name: 'apim',
    properties: {
      routes: [
        {
          name: 'default',
          properties: {
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.0.2.4',
          },
        },
      ],
    },
  },
  {
    type: 'Microsoft.Network/ipGroups',
    name: 'apim',
    properties: { ipAddresses: ['10.0.1.0/27'] },
  },
];

const policies: readonly Parts[] = [
  {
    type: 'Microsoft.Network/azureFirewalls',
    name: 'hub',
    properties: {
      ipConfigurations: [{ name: 'hub', properties: { privateIPAddress: '10.0.2.4' } }],
      firewallPolicy: { id: idOf('Microsoft.Network/firewallPolicies', 'hub') },
    },
  },
  {
    type: 'Microsoft.Network/firewallPolicies',
    name: 'hub',
    properties: {
      basePolicy: { id: idOf('Microsoft.Network/firewallPolicies', 'base') },
      ruleCollectionGroups: [
        { id: idOf('Microsoft.Network/firewallPolicies/ruleCollectionGroups', 'hub/Azure') },
      ],
    },
  },
  { type: 'Microsoft.Network/firewallPolicies', name: 'base', properties: {} },
  {
    type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    name: 'hub/Azure',
    properties: {
      // A smaller number than in the parent, which comes first all the same.
      priority: 100,
      ruleCollections: [
        collection('Names', 200, 'Allow', metricsRule),
        collection(
          'Azure',
          300,
          'Allow',
          networkRule('Services', services, ['443']),
          networkRule('Sql', ['Sql'], ['1433']),
        ),
      ],
    },
  },
  {
    type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    name: 'base/Base',
    properties: {
      priority: 500,
      ruleCollections: [collection('Base', 100, 'Deny', networkRule('NoSql', ['Sql'], ['1433']))],
    },
  },
];

const toExported = ({ type, name, properties, more }: Parts) => ({
  id: idOf(type, name),
  type,
  name,
  ...more,
  properties,
});

export const exported: readonly Fields[] = [...network, ...policies].map(toExported);

export const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: JSON.parse(
    JSON.stringify(
      [...network, ...policies].map(({ type, name, properties, more }) => ({
        type,
        apiVersion: '2024-05-01',
        name,
        ...more,
        properties,
      })),
    )
      .replaceAll(
        '"10.0.2.4"',
        `"[reference(resourceId('Microsoft.Network/azureFirewalls', 'hub')).ipConfigurations[0].properties.privateIPAddress]"`,
      )
      .replace(
        `{"privateIPAddress":"[reference(resourceId('Microsoft.Network/azureFirewalls', 'hub')).ipConfigurations[0].properties.privateIPAddress]"}`,
        '{}',
      ),
  ) as readonly Fields[],
};

/** As az prints resources: without `properties`. */
export const flattened = [
  ...network.map(toExported),
  ...policies.map(({ type, name, properties }) => ({
    id: idOf(type, name),
    name: name.split('/').at(-1),
    type,
    ...properties,
    ...(type.endsWith('azureFirewalls') && {
      ipConfigurations: [{ name: 'hub', privateIPAddress: '10.0.2.4' }],
    }),
  })),
];

const classicRule = ({
  ipProtocols: protocols,
  ruleType: _,
  ...rule
}: ReturnType<typeof networkRule>) => ({ ...rule, protocols });
const classicCollection = (
  name: string,
  priority: number,
  type: string,
  ...rules: readonly Fields[]
) => ({
  name,
  properties: { priority, action: { type }, rules },
});

export const classic = [
  ...network.map(toExported),
  toExported({
    type: 'Microsoft.Network/azureFirewalls',
    name: 'hub',
    properties: {
      ipConfigurations: [{ name: 'hub', properties: { privateIPAddress: '10.0.2.4' } }],
      networkRuleCollections: [
        classicCollection(
          'Azure',
          300,
          'Allow',
          classicRule(networkRule('Services', services, ['443'])),
          classicRule(networkRule('Sql', ['Sql'], ['1433'])),
        ),
        classicCollection(
          'Base',
          200,
          'Deny',
          classicRule(networkRule('NoSql', ['Sql'], ['1433'])),
        ),
      ],
      applicationRuleCollections: [classicCollection('Names', 100, 'Allow', metricsRule)],
    },
  }),
];
