/** A group as the resources that Azure exports: the service, its network, its rules and routes. */

import { type Group, type GroupRule, subnet, type Values } from './group.ts';

const base =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-portal-check/providers';
const ids = {
  service: `${base}/Microsoft.ApiManagement/service/apim`,
  network: `${base}/Microsoft.Network/virtualNetworks/vnet`,
  subnet: `${base}/Microsoft.Network/virtualNetworks/vnet/subnets/apim`,
  group: `${base}/Microsoft.Network/networkSecurityGroups/nsg`,
  routes: `${base}/Microsoft.Network/routeTables/routes`,
  address: `${base}/Microsoft.Network/publicIPAddresses/pip`,
} as const;

const location = 'westeurope';

/** Azure fills one of the two fields, and leaves out or empties the other. */
const field = (one: string, several: string, values: Values) =>
  typeof values === 'string' ? { [one]: values } : { [several]: values };

const ruleOf = (rule: GroupRule) => ({
  id: `${ids.group}/securityRules/${rule.name}`,
  name: rule.name,
  properties: {
    provisioningState: 'Succeeded',
    priority: rule.priority,
    direction: rule.direction,
    access: rule.access,
    protocol: rule.protocol,
    ...field('sourceAddressPrefix', 'sourceAddressPrefixes', rule.source),
    ...field('sourcePortRange', 'sourcePortRanges', rule.sourcePorts),
    ...field('destinationAddressPrefix', 'destinationAddressPrefixes', rule.destination),
    ...field('destinationPortRange', 'destinationPortRanges', rule.ports),
  },
});

export function documentOf({ mode, rules, routes }: Group) {
  const service = {
    id: ids.service,
    name: 'apim',
    type: 'Microsoft.ApiManagement/service',
    location,
    sku: { name: 'Premium', capacity: 1 },
    properties: {
      virtualNetworkType: mode,
      platformVersion: 'stv2',
      virtualNetworkConfiguration: { subnetResourceId: ids.subnet },
      publicIpAddressId: ids.address,
    },
  };
  const network = {
    id: ids.network,
    name: 'vnet',
    type: 'Microsoft.Network/virtualNetworks',
    location,
    properties: {
      addressSpace: { addressPrefixes: ['10.10.0.0/16'] },
      subnets: [
        {
          id: ids.subnet,
          name: 'apim',
          properties: {
            addressPrefix: subnet,
            networkSecurityGroup: { id: ids.group },
            ...(routes.length > 0 && { routeTable: { id: ids.routes } }),
          },
        },
      ],
    },
  };
  const securityGroup = {
    id: ids.group,
    name: 'nsg',
    type: 'Microsoft.Network/networkSecurityGroups',
    location,
    properties: { securityRules: rules.map(ruleOf) },
  };
  const address = {
    id: ids.address,
    name: 'pip',
    type: 'Microsoft.Network/publicIPAddresses',
    location,
    sku: { name: 'Standard' },
    properties: {
      publicIPAllocationMethod: 'Static',
      publicIPAddressVersion: 'IPv4',
      dnsSettings: { domainNameLabel: 'apim-portal-check' },
    },
  };
  const routeTable = {
    id: ids.routes,
    name: 'routes',
    type: 'Microsoft.Network/routeTables',
    location,
    properties: {
      routes: routes.map(({ name, ...properties }) => ({
        id: `${ids.routes}/routes/${name}`,
        name,
        properties,
      })),
    },
  };
  return [service, network, securityGroup, address, ...(routes.length > 0 ? [routeTable] : [])];
}

export type PortalDocument = ReturnType<typeof documentOf>;
