/** The deployment of the other styles with the azapi provider: bodies as Resource Manager takes them. */

import type { SourceFile } from '../../core/validate/read/source/files.ts';
import { hcl, type Sample } from './terraform-sample.ts';

/** Text that is an expression and no string. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const print = (value: unknown): string => {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return hcl(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key} = ${print(part)}`)
    .join(', ')} }`;
};

function write(sample: Sample, bodyAs: (body: string) => string): SourceFile[] {
  const { rules, route, subnetPrefix, type } = sample;
  const resource = (name: string, kind: string, parent: string, body: unknown) => `
resource "azapi_resource" "${name}" {
  type      = "${kind}@2024-05-01"
  name      = "${name}"
  location  = "West Europe"
  parent_id = ${parent}
  body      = ${bodyAs(print(body))}
}`;
  const group = 'azurerm_resource_group.rg.id';
  const securityRules = rules.map(({ name, ports, source, destination, ...rule }) => ({
    name,
    properties: {
      ...rule,
      sourcePortRange: '*',
      sourceAddressPrefix: source,
      destinationAddressPrefix: destination,
      ...(ports.length === 1
        ? { destinationPortRange: ports[0] }
        : { destinationPortRanges: ports }),
    },
  }));
  return [
    {
      path: 'main.tf',
      text: [
        'variable "suffix" {}\nresource "azurerm_resource_group" "rg" {\n  name = "rg"\n}',
        resource('vnet', 'Microsoft.Network/virtualNetworks', group, {
          properties: {
            addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
            dhcpOptions: { dnsServers: ['10.20.0.4'] },
          },
        }),
        resource('nsg', 'Microsoft.Network/networkSecurityGroups', group, {
          properties: { securityRules },
        }),
        route
          ? resource('table', 'Microsoft.Network/routeTables', group, {
              properties: {
                routes: [
                  {
                    name: route.name,
                    properties: { addressPrefix: route.prefix, nextHopType: route.hop },
                  },
                ],
              },
            })
          : '',
        resource('subnet', 'Microsoft.Network/virtualNetworks/subnets', 'azapi_resource.vnet.id', {
          properties: {
            addressPrefix: subnetPrefix,
            serviceEndpoints: [{ service: 'Microsoft.Storage' }],
            networkSecurityGroup: { id: new Raw('azapi_resource.nsg.id') },
            ...(route && { routeTable: { id: new Raw('azapi_resource.table.id') } }),
          },
        }),
        resource('apim', 'Microsoft.ApiManagement/service', group, {
          sku: { name: 'Premium', capacity: 2 },
          properties: {
            virtualNetworkType: type,
            virtualNetworkConfiguration: { subnetResourceId: new Raw('azapi_resource.subnet.id') },
          },
        }),
      ].join('\n'),
    },
  ];
}

export const azapiStyles: Readonly<Record<string, (sample: Sample) => SourceFile[]>> = {
  'azapi with objects': (sample) => write(sample, (body) => body),
  'azapi with JSON': (sample) => write(sample, (body) => `jsonencode(${body})`),
};
