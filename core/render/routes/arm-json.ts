/** A route table as an ARM deployment template. */

import {
  clientsDescription,
  defaultRoute,
  firewallDescription,
  type RouteTable,
  routeTableName,
} from './route-table.ts';

const routeTableType = 'Microsoft.Network/routeTables';

function parameter(type: string, defaultValue: unknown, description?: string) {
  return { type, defaultValue, ...(description && { metadata: { description } }) };
}

function item(name: string, addressPrefix: string) {
  return { name, properties: { addressPrefix, nextHopType: 'Internet' } };
}

const clientRoutes = {
  name: 'clientRoutes',
  count: "[length(parameters('clientAddressPrefixes'))]",
  input: item(
    "[format('client-{0}', replace(replace(parameters('clientAddressPrefixes')[copyIndex('clientRoutes')], '.', '-'), '/', '-'))]",
    "[parameters('clientAddressPrefixes')[copyIndex('clientRoutes')]]",
  ),
};

export function armJson({
  region,
  routes,
  serviceEndpoints,
  needsClientRoutes,
}: RouteTable): string {
  const { name, ...properties } = defaultRoute;
  const parts = ['controlPlaneRoutes', ...(needsClientRoutes ? ['clientRoutes'] : [])];
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      routeTableName: parameter('string', routeTableName),
      location: parameter('string', region.name),
      firewallAddress: parameter('string', '', firewallDescription),
      ...(needsClientRoutes && {
        clientAddressPrefixes: parameter('array', [], clientsDescription),
      }),
    },
    variables: {
      ...(needsClientRoutes && { copy: [clientRoutes] }),
      controlPlaneRoutes: routes.map((route) => item(route.name, route.addressPrefix)),
      defaultRoutes: [
        {
          name,
          properties: { ...properties, nextHopIpAddress: "[parameters('firewallAddress')]" },
        },
      ],
    },
    resources: [
      {
        type: routeTableType,
        apiVersion: '2024-05-01',
        name: "[parameters('routeTableName')]",
        location: "[parameters('location')]",
        properties: {
          routes: `[concat(${parts.map((part) => `variables('${part}')`).join(', ')}, if(empty(parameters('firewallAddress')), createArray(), variables('defaultRoutes')))]`,
        },
      },
    ],
    outputs: {
      routeTableId: {
        type: 'string',
        value: `[resourceId('${routeTableType}', parameters('routeTableName'))]`,
      },
      serviceEndpoints: {
        type: 'array',
        value: serviceEndpoints.map(({ service }) => ({ service })),
      },
    },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}
