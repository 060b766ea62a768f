/** Features of Bicep, each with files that need it: those of values, of resources, of modules. */

import {
  allowed,
  file,
  groupOf,
  networkWith,
  ruleOf,
  ruleType,
  withResource,
  withRules,
} from './bicep-frame.ts';
import { bicepValues } from './bicep-values.ts';
import type { SourceFeature } from './feature.ts';

const moduleText = (rules: string, parameters = '') =>
  file('modules/group.bicep', parameters, groupOf(rules), 'output id string = nsg.id');

const inModule = (
  name: string,
  example: string,
  call: (port: string) => string,
  groupId = 'group.outputs.id',
): SourceFeature => ({
  name,
  example,
  files: (port) => [
    file('main.bicep', call(port), networkWith(groupId)),
    moduleText(`[${ruleOf('port')}]`, 'param port string'),
  ],
});

const callOf = (port: string, more = '') =>
  `module group 'modules/group.bicep' = ${more}{ name: 'group', params: { port: '${port}' } }`;

/** The compiled form of a module, as restoring a registry module lays it down. */
const compiled = (port: string) =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    resources: [
      {
        type: 'Microsoft.Network/networkSecurityGroups',
        apiVersion: '2024-05-01',
        name: 'nsg',
        location: 'westeurope',
        properties: {
          securityRules: [
            ...[
              ['sql', 100, 'Allow', 'Sql', port],
              ['deny', 4000, 'Deny', '*', '*'],
            ].map(([name, priority, access, destinationAddressPrefix, destinationPortRange]) => ({
              name,
              properties: {
                priority,
                direction: 'Outbound',
                access,
                protocol: 'Tcp',
                sourceAddressPrefix: '*',
                sourcePortRange: '*',
                destinationAddressPrefix,
                destinationPortRange,
              },
            })),
          ],
        },
      },
    ],
    outputs: {
      id: {
        type: 'string',
        value: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]",
      },
    },
  });

const registryCall = (port: string) =>
  file(
    'main.bicep',
    `module group 'br/public:network/group:1.0.0' = { name: 'group', params: { port: '${port}' } }`,
    networkWith('group.outputs.id'),
  );

export const bicepFeatures: readonly SourceFeature[] = [
  ...bicepValues,
  {
    name: 'Loop in a property',
    example: '[for (rule, i) in rules: if (…) {…}]',
    files: (port) => [
      withRules(
        `var rules = [{ name: 'off', port: '1' }, { name: 'sql', port: '${port}' }]\nvar all = [for (rule, i) in rules: if (rule.name != 'off') { name: rule.name, properties: ${allowed('rule.port', '100 + i')} }]`,
        'all',
      ),
    ],
  },
  {
    name: 'Loop of resources',
    example: 'resource rule … = [for rule in rules: {…}]',
    files: (port) => [
      withResource(
        `var rules = [{ name: 'sql', port: '${port}' }]`,
        `resource all '${ruleType}' = [for (rule, i) in rules: if (rule.port != '0') {\n  parent: nsg\n  name: rule.name\n  properties: ${allowed('rule.port', '100 + i')}\n}]`,
      ),
    ],
  },
  {
    name: 'Conditional resource',
    example: 'resource rule … = if (isSql) {…}',
    files: (port) => [
      withResource(
        'param isSql bool = true',
        `resource sql '${ruleType}' = if (isSql) { parent: nsg, name: 'sql', properties: ${allowed(`'${port}'`)} }`,
      ),
    ],
  },
  {
    name: 'Nested child resource',
    example: "resource rule 'securityRules' = {…}",
    files: (port) => [
      file(
        'main.bicep',
        groupOf('[]').replace(
          /\}$/,
          `  resource sql 'securityRules' = { name: 'sql', properties: ${allowed(`'${port}'`)} }\n}`,
        ),
        networkWith('nsg.id'),
      ),
    ],
  },
  {
    name: 'Existing resource as the parent',
    example: "resource nsg … existing = { name: 'nsg' }",
    files: (port) => [
      file(
        'main.bicep',
        groupOf('[]', 'own'),
        "resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = { name: 'own' }",
        `resource sql '${ruleType}' = { parent: nsg, name: 'sql', properties: ${allowed(`'${port}'`)} }`,
        networkWith('nsg.id'),
      ),
    ],
  },
  {
    name: 'Existing resource that the files do not deploy',
    example: "resource nsg … existing = { name: 'elsewhere' }",
    otherwise: 'named as what is missing; an existing group, subnet or table is not judged',
    files: () => [
      file(
        'main.bicep',
        "resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = { name: 'elsewhere' }",
        networkWith('nsg.id'),
      ),
    ],
  },
  inModule('Local module', "module group 'group.bicep' = {…}", callOf),
  inModule(
    'Conditional module',
    'module … = if (isOn) {…}',
    (port) => `param isOn bool = true\n${callOf(port, 'if (isOn) ')}`,
  ),
  inModule(
    'Loop of modules',
    'module … = [for port in ports: {…}]',
    (port) =>
      `module group 'modules/group.bicep' = [for one in ['${port}']: { name: 'g\${one}', params: { port: one } }]`,
    'group[0].outputs.id',
  ),
  inModule('Module in another scope', 'scope: resourceGroup(name)', (port) =>
    callOf(port).replace("name: 'group'", "name: 'group', scope: resourceGroup('other')"),
  ),
  {
    name: 'Registry module, restored among the files',
    example: "module … 'br/public:…' with its main.json",
    files: (port) => [
      registryCall(port),
      {
        path: 'br/mcr.microsoft.com/bicep$network$group/1.0.0$/main.json',
        text: compiled(port),
      },
    ],
  },
  {
    name: 'Registry module that is not among the files',
    example: "module … 'br/public:…'",
    otherwise: 'named in sourceProblems; what it could contain is UNKNOWN',
    files: (port) => [registryCall(port)],
  },
];
