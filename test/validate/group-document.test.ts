/** One network security group in every document that may hold it: the same rules, or the one that is left open by name. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserInputError } from '../../api/knowledge/user-input-error.ts';
import { readNetworkSecurityGroup } from '../../api/validate/read/network-security-group.ts';
import { defaultRules } from './naive.ts';
import { azRuleListDocument, azShowDocument, propertiesOf, restDocument } from './shapes.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
type Json = any;

const rule = (name: string, priority: number, prefixes: string[], ports: string[]) => ({
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
const rules = [
  rule('AllowManagement', 100, ['ApiManagement'], ['3443']),
  rule('AllowPartners', 110, ['10.1.0.0/16', '10.2.0.0/16'], ['80', '443']),
];
const group: Json = restDocument(rules);
const [management, partners] = group.properties.securityRules;
const groupType = 'Microsoft.Network/networkSecurityGroups';
const idOf = (type: string, name: string) =>
  `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/${type}/${name}`;
const other: Json = {
  ...restDocument([]),
  name: 'other',
  id: idOf('networkSecurityGroups', 'other'),
};
const exported = { ...group, id: idOf('networkSecurityGroups', 'nsg') };
const subnetId = idOf('virtualNetworks', 'vnet/subnets/apim');

const path = ['deployment', 'locations', 0, 'networkSecurityGroup'];
const at = '/deployment/locations/0/networkSecurityGroup/document';
const read = (document: unknown) => readNetworkSecurityGroup({ document }, path, subnetId);

/** A rule without the places it was found in, its one prefix the same in either field. */
const contents = (document: unknown) =>
  read(document).map(({ path: _, fieldsPath: __, source, destination, ...rest }) => ({
    ...rest,
    source: [source.singular ?? [], source.plural].flat(),
    destination: [destination.singular ?? [], destination.plural].flat(),
    sourcePorts: [rest.sourcePorts.singular ?? [], rest.sourcePorts.plural].flat(),
    destinationPorts: [rest.destinationPorts.singular ?? [], rest.destinationPorts.plural].flat(),
  }));

const pascal = (value: Json): Json =>
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
const listed = ({ name, ...one }: (typeof rules)[number]) => ({
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

const effective = (given: typeof rules): Json[] => [
  ...given.map((one) => ({
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
const ofSubnet = { association: { subnet: { id: subnetId.toUpperCase() } } };
const ofInterface = { association: { networkInterface: { id: idOf('networkInterfaces', 'nic') } } };

const template = (resources: Json, rest: Json = {}) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  metadata: { _generator: { name: 'bicep', version: '0.30.0', templateHash: '1' } },
  ...rest,
  resources,
});
const groupResource = (properties: Json, rest: Json = {}) => ({
  type: groupType,
  apiVersion: '2024-05-01',
  name: 'nsg',
  properties,
  ...rest,
});
const short = ({ name, properties }: Json) => ({ name, properties });
const asParameters = {
  parameters: { rules: { type: 'array' } },
};
const rulesByParameter = groupResource({ securityRules: "[parameters('rules')]" });
const asGroupRules = { securityRules: [management, partners].map(short) };

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const block = ({ name, properties }: Json) => ({
  name,
  ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [snake(key), value])),
});
const planned = (type: string, name: string, values: Json, rest: Json = {}) => ({
  address: `${type}.${name}`,
  mode: 'managed',
  type,
  name,
  values: { resource_group_name: 'rg', ...values },
  ...rest,
});
const plannedGroup = (security_rule: Json, rest: Json = {}) =>
  planned('azurerm_network_security_group', 'nsg', { name: 'nsg', security_rule }, rest);
const plannedRules = [management, partners].map((one) =>
  planned('azurerm_network_security_rule', one.name, {
    ...block(one),
    network_security_group_name: 'nsg',
  }),
);
const azapi = (type: string, name: string, parent: string, body: Json) =>
  planned('azapi_resource', name, {
    type: `${type}@2024-05-01`,
    name,
    parent_id: parent,
    body,
  });
const planOf = (...resources: Json[]) => ({ planned_values: { root_module: { resources } } });
const rg = '/subscriptions/s/resourceGroups/rg';

describe('the same group in another document', () => {
  const expected = contents(azShowDocument(rules));

  it.each<[string, Json]>([
    ['az network nsg rule list', azRuleListDocument(rules)],
    ['the REST list of its rules', { value: group.properties.securityRules }],
    ['PowerShell', pascal({ ...group.properties, securityRules: rules.map(listed) })],
    [
      'keys in capitals',
      JSON.parse(JSON.stringify(group).replace(/"(\w+)":/g, (key) => key.toUpperCase())),
    ],
    ['Resource Graph', { count: 1, data: [{ ...exported, type: groupType.toLowerCase() }] }],
    ['az network nsg list with one group', [{ ...azShowDocument(rules), type: groupType }]],
    [
      'the one of several that names the subnet',
      [other, { ...exported, properties: { ...group.properties, subnets: [{ id: subnetId }] } }],
    ],
    ['what-if', { status: 'Succeeded', changes: [{ changeType: 'Create', after: exported }] }],
    [
      'what-if beside a group that goes',
      {
        changes: [
          { changeType: 'NoChange', before: exported },
          { changeType: 'Delete', before: other },
        ],
      },
    ],
    [
      'a group whose rules are its children',
      groupResource({ securityRules: [] }, { resources: asChildren() }),
    ],
    ['a template', template([groupResource(asGroupRules)])],
    ['symbolic names', template({ nsg: groupResource(asGroupRules) }, { languageVersion: '2.0' })],
    ['child resources', template([groupResource({}), ...asSiblings('nsg')])],
    ['nested child resources', template([groupResource({}, { resources: asChildren() })])],
    [
      'nested child resources with whole types',
      template([groupResource({}, { resources: asSiblings('nsg') })]),
    ],
    ['rules of a group that is already there', template(asSiblings('old'))],
    [
      'a parameter with a default value',
      template([rulesByParameter], {
        parameters: { rules: { type: 'array', defaultValue: asGroupRules.securityRules } },
      }),
    ],
    [
      'a parameters file',
      {
        template: template([rulesByParameter], asParameters),
        parameters: {
          $schema:
            'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
          parameters: { Rules: { value: asGroupRules.securityRules } },
        },
      },
    ],
    [
      'parameters by themselves',
      {
        template: template([rulesByParameter], asParameters),
        parameters: { rules: { value: asGroupRules.securityRules } },
      },
    ],
    [
      'a copy loop of a property',
      template(
        [
          groupResource({
            copy: [
              {
                name: 'securityRules',
                count: "[length(variables('rules'))]",
                input: "[variables('rules')[copyIndex('securityRules')]]",
              },
            ],
          }),
        ],
        { variables: { rules: asGroupRules.securityRules } },
      ),
    ],
    [
      'a copy loop of a variable',
      template([groupResource({ securityRules: "[variables('all')]" })], {
        variables: {
          rules: asGroupRules.securityRules,
          copy: [{ name: 'all', count: 2, input: "[variables('rules')[copyIndex('all')]]" }],
        },
      }),
    ],
    [
      'a lambda',
      template(
        [
          groupResource({
            securityRules:
              "[map(filter(variables('rules'), lambda('one', not(equals(lambdaVariables('one').key, 'c')))), lambda('r', createObject('name', lambdaVariables('r').key, 'properties', lambdaVariables('r').value)))]",
          }),
        ],
        {
          variables: {
            rules: [
              ...[management, partners].map(({ name, properties }: Json) => ({
                key: name,
                value: properties,
              })),
              { key: 'c', value: {} },
            ],
          },
        },
      ),
    ],
    [
      'JSON in a variable',
      template(
        [
          groupResource({
            securityRules: "[concat(json(variables('a')), createArray(variables('b')))]",
          }),
        ],
        { variables: { a: JSON.stringify([short(management)]), b: short(partners) } },
      ),
    ],
    [
      'a nested deployment of outer scope',
      template(
        [
          {
            type: 'Microsoft.Resources/deployments',
            name: 'net',
            properties: { mode: 'Incremental', template: template([rulesByParameter]) },
          },
        ],
        { parameters: { rules: { defaultValue: asGroupRules.securityRules } } },
      ),
    ],
    [
      'the output of one deployment handed to another',
      template([
        deployment('rules', {}, [], { all: { type: 'array', value: asGroupRules.securityRules } }),
        deployment('net', { rules: { value: "[reference('rules').outputs.all.value]" } }, [
          rulesByParameter,
        ]),
      ]),
    ],
    [
      'the output of a deployment of outer scope',
      template([
        {
          ...deployment('rules', {}, [], {
            all: { type: 'array', value: asGroupRules.securityRules },
          }),
          properties: {
            template: template([], { outputs: { all: { value: asGroupRules.securityRules } } }),
          },
        },
        groupResource({ securityRules: "[reference('rules').outputs.all.value]" }),
      ]),
    ],
    [
      'a parameter for a linked template',
      template([
        {
          type: 'Microsoft.Resources/deployments',
          name: 'linked',
          properties: {
            templateLink: { uri: 'https://example.org/nsg.json' },
            parameters: {
              name: { value: 'nsg' },
              securityRules: { value: asGroupRules.securityRules },
            },
          },
        },
      ]),
    ],
    ['effective rules', { value: [{ ...ofSubnet, effectiveSecurityRules: effective(rules) }] }],
    [
      'effective rules of a subnet and an interface',
      {
        value: [
          { ...ofInterface, effectiveSecurityRules: effective([]) },
          { ...ofSubnet, effectiveSecurityRules: effective(rules) },
        ],
      },
    ],
    ['effective rules alone', effective(rules)],
    ['one effective group', { effectiveSecurityRules: effective(rules) }],
    [
      'effective rules of PowerShell',
      [pascal({ ...ofSubnet, effectiveSecurityRules: effective(rules) })],
    ],
    [
      'effective rules under their older names',
      {
        effectiveSecurityRules: effective(rules).map(({ name, ...one }) => ({
          ...one,
          name: name
            .replace('defaultSecurityRules/', 'DefaultRule_')
            .replace('securityRules/', 'UserRule_'),
        })),
      },
    ],
    [
      'the view of Network Watcher',
      {
        networkInterfaces: [
          {
            id: 'nic',
            securityRuleAssociations: {
              networkInterfaceAssociation: { id: 'nic', securityRules: [] },
              subnetAssociation: { id: subnetId, securityRules: group.properties.securityRules },
              defaultSecurityRules: [],
            },
          },
        ],
      },
    ],
    ['a plan with blocks', planOf(plannedGroup([management, partners].map(block)))],
    ['a plan with rules', planOf(plannedGroup(undefined), ...plannedRules)],
    [
      'a plan with both, as a refresh leaves it',
      planOf(plannedGroup([management, partners].map(block)), ...plannedRules),
    ],
    [
      'a state',
      {
        format_version: '1.0',
        terraform_version: '1.11.4',
        values: { root_module: { resources: [plannedGroup([]), ...plannedRules] } },
      },
    ],
    [
      'the changes of a plan',
      {
        resource_changes: [
          ...[plannedGroup(undefined), ...plannedRules].map(({ values, ...one }) => ({
            ...one,
            change: { actions: ['create'], before: null, after: values, after_unknown: {} },
          })),
          {
            ...planned('azurerm_network_security_group', 'gone', {}),
            change: { actions: ['delete'], before: { name: 'gone' }, after: null },
          },
        ],
      },
    ],
    [
      'a data source',
      {
        planned_values: { root_module: {} },
        prior_state: {
          values: {
            root_module: {
              resources: [
                plannedGroup([management, partners].map(block), {
                  mode: 'data',
                  address: 'data.azurerm_network_security_group.nsg',
                }),
              ],
            },
          },
        },
      },
    ],
    ['azapi', planOf(azapi(groupType, 'nsg', rg, { properties: asGroupRules }))],
    [
      'azapi with a body of JSON',
      planOf(azapi(groupType, 'nsg', rg, JSON.stringify({ properties: asGroupRules }))),
    ],
    [
      'azapi with rules of their own',
      planOf(
        azapi(groupType, 'nsg', rg, { properties: {} }),
        ...[management, partners].map(({ name, properties }: Json) =>
          azapi(`${groupType}/securityRules`, name, idOf('networkSecurityGroups', 'nsg'), {
            properties,
          }),
        ),
      ),
    ],
  ])('%s', (_, document) => {
    const anyPort = (one: Json) => ({
      ...one,
      sourcePorts: one.sourcePorts.map((port: string) => (port === '0-65535' ? '*' : port)),
    });
    expect(contents(document).map(anyPort)).toEqual(expected);
  });
});

function asChildren(): Json[] {
  return [management, partners].map(({ name, properties }: Json) => ({
    type: 'securityRules',
    apiVersion: '2024-05-01',
    name,
    properties,
  }));
}

function asSiblings(owner: string): Json[] {
  return [management, partners].map(({ name, properties }: Json) => ({
    type: `${groupType}/securityRules`,
    apiVersion: '2024-05-01',
    name: `${owner}/${name}`,
    properties,
  }));
}

function deployment(name: string, parameters: Json, resources: Json, outputs: Json = {}): Json {
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
