/** A deployment in Bicep around one rule. */

import type { SourceFile } from '../../../core/validate/read/source/files.ts';

export const file = (path: string, ...parts: readonly string[]): SourceFile => ({
  path,
  text: `${parts.join('\n')}\n`,
});

const network = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      { name: 'apim', properties: { addressPrefix: '10.0.1.0/27', networkSecurityGroup: { id: groupId } } }
    ]
  }
}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}`;

/** Service and network; the group is whatever the expression says. */
export const networkWith = (groupId: string) => network.replace('groupId', groupId);

const properties = (port: string, access: string, priority: string | number) => `{
      priority: ${priority}
      direction: 'Outbound'
      access: '${access}'
      protocol: 'Tcp'
      sourceAddressPrefix: '*'
      sourcePortRange: '*'
      destinationAddressPrefix: '${access === 'Allow' ? 'Sql' : '*'}'
      destinationPortRange: ${port}
    }`;

/** Properties of the rule that allows; the port is an expression. */
export const allowed = (port: string, priority: string | number = 100) =>
  properties(port, 'Allow', priority);

export const ruleOf = (port: string) => `{ name: 'sql', properties: ${allowed(port)} }`;
const denyAll = `{ name: 'deny', properties: ${properties("'*'", 'Deny', 4000)} }`;

/** A group whose rules are an expression, with a rule that denies all else. */
export const groupOf = (rules: string, symbol = 'nsg') =>
  `resource ${symbol} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${symbol}'
  location: 'westeurope'
  properties: { securityRules: concat(${rules}, [${denyAll}]) }
}`;

/** A file in which the port of the rule is an expression over some declarations. */
export const withPort = (declarations: string, port: string): SourceFile =>
  withRules(declarations, `[${ruleOf(port)}]`);

export const withRules = (declarations: string, rules: string): SourceFile =>
  file('main.bicep', declarations, groupOf(rules), networkWith('nsg.id'));

/** A file in which the rule is a resource of its own. */
export const withResource = (declarations: string, ...resources: readonly string[]): SourceFile =>
  file('main.bicep', declarations, groupOf('[]'), ...resources, networkWith('nsg.id'));

export const ruleType = 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01';
