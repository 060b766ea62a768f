/** Parts of a deployment in Bicep: rules, a group, a network and a service, from which the styles are put together. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import type { SourceFile } from '../../core/validate/read/source/files.ts';
import type { Sample, SampleRule } from './terraform-sample.ts';

/** A value as Bicep. */
export function bicep(value: unknown): string {
  if (Array.isArray(value)) return `[\n${value.map(bicep).join('\n')}\n]`;
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, part]) => `${key}: ${bicep(part)}`);
  return `{\n${entries.join('\n')}\n}`;
}

export const propertiesOf = (rule: SampleRule) => ({
  priority: rule.priority,
  direction: rule.direction,
  access: rule.access,
  protocol: rule.protocol,
  sourcePortRange: '*',
  sourceAddressPrefix: rule.source,
  destinationAddressPrefix: rule.destination,
  ...(rule.ports.length === 1
    ? { destinationPortRange: rule.ports[0] }
    : { destinationPortRanges: rule.ports }),
});

export const literalRules = ({ rules }: Sample) =>
  bicep(rules.map((rule) => ({ name: rule.name, properties: propertiesOf(rule) })));

/** The fields of a rule, each taken from an object that a loop goes over. */
export const taken = (of: string, priority = `${of}.priority`) => `{
  priority: ${priority}
  direction: ${of}.direction
  access: ${of}.access
  protocol: ${of}.protocol
  sourcePortRange: '*'
  sourceAddressPrefix: ${of}.source
  destinationAddressPrefix: ${of}.destination
  destinationPortRange: length(${of}.ports) == 1 ? ${of}.ports[0] : null
  destinationPortRanges: length(${of}.ports) == 1 ? null : ${of}.ports
}`;

export const loop = (list: string) =>
  `[for rule in ${list}: {\n name: rule.name\n properties: ${taken('rule')}\n}]`;

export const group = (rules: string, more = '') => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-\${uniqueString(resourceGroup().id)}'
  location: 'westeurope'
  properties: {
    securityRules: ${rules}
  }
  ${more}
}
`;

interface Network {
  readonly groupId?: string;
  readonly prefix?: string;
  readonly hop?: string;
}

export const network = (sample: Sample, { groupId = 'nsg.id', prefix, hop }: Network = {}) => `
resource routes 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'routes'
  location: 'westeurope'
  properties: {
    routes: ${bicep(sample.route ? [{ name: sample.route.name, properties: { addressPrefix: sample.route.prefix, nextHopType: 'HOP' } }] : []).replace("'HOP'", hop ?? bicep(sample.route?.hop))}
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    dhcpOptions: { dnsServers: ['10.20.0.4'] }
    subnets: [
      {
        name: 'apim'
        properties: {
          addressPrefix: ${prefix ?? bicep(sample.subnetPrefix)}
          networkSecurityGroup: { id: ${groupId} }
          routeTable: { id: routes.id }
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
        }
      }
    ]
  }
}
`;

export const service = (type: string, subnetId = 'vnet.properties.subnets[0].id') => `
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 2 }
  properties: {
    publisherName: 'n'
    publisherEmail: 'a@b.c'
    virtualNetworkType: ${type}
    virtualNetworkConfiguration: { subnetResourceId: ${subnetId} }
  }
}
`;

export const main = (...parts: string[]): SourceFile => ({
  path: 'main.bicep',
  text: parts.join('\n'),
});
export const whole = (sample: Sample, rules: string, ...parts: string[]) =>
  main(...parts, group(rules), network(sample), service(bicep(sample.type)));

export const ruleType = 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01';
