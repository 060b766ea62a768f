/**
 * One network security group in each notation that the readers accept: Azure's own, listings, effective rules, templates
 * and Terraform plans. The tests compare what is read from them.
 */

import { defaultRules } from './naive.ts';
import { propertiesOf, restDocument } from './shapes.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
export type Json = any;

export const rule = (name: string, priority: number, prefixes: string[], ports: string[]) => ({
  name,
  priority,
  direction: 'INBOUND' as const,
  access: 'ALLOW' as const,
  protocol: 'Tcp',
  sourceAddressPrefixes: prefixes,
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['VirtualNetwork'],
  destinationPortRanges: ports,
});
export const rules = [
  rule('AllowManagement', 100, ['ApiManagement'], ['3443']),
  rule('AllowPartners', 110, ['10.1.0.0/16', '10.2.0.0/16'], ['80', '443']),
];
export const group: Json = restDocument(rules);
export const [management, partners] = group.properties.securityRules;
export const groupType = 'Microsoft.Network/networkSecurityGroups';
export const idOf = (type: string, name: string) =>
  `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/${type}/${name}`;
export const other: Json = {
  ...restDocument([]),
  name: 'other',
  id: idOf('networkSecurityGroups', 'other'),
};
export const exported = { ...group, id: idOf('networkSecurityGroups', 'nsg') };
export const subnetId = idOf('virtualNetworks', 'vnet/subnets/apim');

/** The value with keys as PowerShell writes them. */
export const pascal = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(pascal)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, part]) => [
            key.charAt(0).toUpperCase() + key.slice(1),
            pascal(part),
          ]),
        )
      : value;
export const listed = ({ name, ...one }: (typeof rules)[number]) => ({
  name,
  ...Object.fromEntries(
    Object.entries(propertiesOf({ name, ...one }))
      .filter(([key]) => !/(es|Ranges)$/.test(key))
      .map(([key, value]) => [key, value]),
  ),
  sourceAddressPrefix: one.sourceAddressPrefixes,
  sourcePortRange: one.sourcePortRanges,
  destinationAddressPrefix: one.destinationAddressPrefixes,
  destinationPortRange: one.destinationPortRanges,
});

export const effective = (input: typeof rules): Json[] => [
  ...input.map((one) => ({
    name: `securityRules/${one.name}`,
    protocol: one.protocol,
    sourcePortRange: '0-65535',
    sourcePortRanges: ['0-65535'],
    destinationPortRange: one.destinationPortRanges[0],
    destinationPortRanges: one.destinationPortRanges,
    sourceAddressPrefix: one.sourceAddressPrefixes[0],
    sourceAddressPrefixes: one.sourceAddressPrefixes,
    expandedSourceAddressPrefix: ['20.0.0.0/8'],
    destinationAddressPrefix: 'VirtualNetwork',
    destinationAddressPrefixes: ['VirtualNetwork'],
    expandedDestinationAddressPrefix: ['10.0.0.0/16', '168.63.129.16/32'],
    access: 'Allow',
    priority: one.priority,
    direction: 'Inbound',
  })),
  ...defaultRules.map((one) => ({
    ...propertiesOf(one),
    protocol: 'All',
    name: `defaultSecurityRules/${one.name}`,
  })),
];
export const ofSubnet = { association: { subnet: { id: subnetId.toUpperCase() } } };
export const ofInterface = {
  association: { networkInterface: { id: idOf('networkInterfaces', 'nic') } },
};

export const template = (resources: Json, rest: Json = {}) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  metadata: { _generator: { name: 'bicep', version: '0.30.0', templateHash: '1' } },
  ...rest,
  resources,
});
export const groupResource = (properties: Json, rest: Json = {}) => ({
  type: groupType,
  apiVersion: '2024-05-01',
  name: 'nsg',
  properties,
  ...rest,
});
export const short = ({ name, properties }: Json) => ({ name, properties });
export const asParameters = {
  parameters: { rules: { type: 'array' } },
};
export const rulesByParameter = groupResource({ securityRules: "[parameters('rules')]" });
export const asGroupRules = { securityRules: [management, partners].map(short) };

export const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const block = ({ name, properties }: Json) => ({
  name,
  ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [snake(key), value])),
});
export const planned = (type: string, name: string, values: Json, rest: Json = {}) => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values: { resource_group_name: 'rg', ...values },
  ...rest,
});
export const plannedGroup = (security_rule: Json, rest: Json = {}) =>
  planned('azurerm_network_security_group', 'nsg', { name: 'nsg', security_rule }, rest);
export const plannedRules = [management, partners].map((one) =>
  planned('azurerm_network_security_rule', one.name, {
    ...block(one),
    network_security_group_name: 'nsg',
  }),
);
export const azapi = (type: string, name: string, parent: string, body: Json) =>
  planned('azapi_resource', name, {
    type: `${type}@2024-05-01`,
    name,
    parent_id: parent,
    body,
  });
export const planOf = (...resources: Json[]) => ({
  planned_values: { root_module: { resources } },
});
export const rg = '/subscriptions/s/resourceGroups/rg';

export function asChildren(): Json[] {
  return [management, partners].map(({ name, properties }: Json) => ({
    type: 'securityRules',
    apiVersion: '2024-05-01',
    name,
    properties,
  }));
}

export function asSiblings(owner: string): Json[] {
  return [management, partners].map(({ name, properties }: Json) => ({
    type: `${groupType}/securityRules`,
    apiVersion: '2024-05-01',
    name: `${owner}/${name}`,
    properties,
  }));
}

export function deployment(
  name: string,
  parameters: Json,
  resources: Json,
  outputs: Json = {},
): Json {
  return {
    type: 'Microsoft.Resources/deployments',
    name,
    properties: {
      expressionEvaluationOptions: { scope: 'Inner' },
      mode: 'Incremental',
      parameters,
      template: template(resources, { outputs }),
    },
  };
}
