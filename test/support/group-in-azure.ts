/** One network security group as Azure prints it, and in templates. */

import {
  asChildren,
  asGroupRules,
  asParameters,
  asSiblings,
  deployment,
  exported,
  group,
  groupResource,
  groupType,
  type Json,
  listed,
  management,
  other,
  partners,
  pascal,
  rules,
  rulesByParameter,
  short,
  subnetId,
  template,
} from './group-shapes.ts';
import { azRuleListDocument, azShowDocument } from './shapes.ts';

export const inAzure: readonly (readonly [string, Json])[] = [
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
      { variables: { a: `[${JSON.stringify([short(management)])}`, b: short(partners) } },
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
];
