/** A route table as a Bicep file. */

import {
  clientsDescription,
  defaultRoute,
  firewallDescription,
  type RouteTable,
  routeTableName,
} from './route-table.ts';

function item(name: string, addressPrefix: string, nextHop: readonly string[]): readonly string[] {
  return [
    '  {',
    `    name: ${name}`,
    '    properties: {',
    `      addressPrefix: ${addressPrefix}`,
    ...nextHop.map((line) => `      ${line}`),
    '    }',
    '  }',
  ];
}

const toInternet = ["nextHopType: 'Internet'"];

const clientParameter = [
  `@description('${clientsDescription}.')`,
  'param clientAddressPrefixes string[] = []',
];
const clientRoutes = [
  'var clientRoutes = [for prefix in clientAddressPrefixes: {',
  ...item(
    "format('client-{0}', replace(replace(prefix, '.', '-'), '/', '-'))",
    'prefix',
    toInternet,
  )
    .slice(1, -1)
    .map((line) => line.slice(2)),
  '}]',
];

export function bicep({ region, routes, serviceEndpoints, needsClientRoutes }: RouteTable): string {
  return [
    `param routeTableName string = '${routeTableName}'`,
    `param location string = '${region.name}'`,
    `@description('${firewallDescription}.')`,
    "param firewallAddress string = ''",
    ...(needsClientRoutes ? clientParameter : []),
    '',
    'var controlPlaneRoutes = [',
    ...routes.flatMap(({ name, addressPrefix }) =>
      item(`'${name}'`, `'${addressPrefix}'`, toInternet),
    ),
    ']',
    ...(needsClientRoutes ? clientRoutes : []),
    'var defaultRoutes = empty(firewallAddress) ? [] : [',
    ...item(`'${defaultRoute.name}'`, `'${defaultRoute.addressPrefix}'`, [
      `nextHopType: '${defaultRoute.nextHopType}'`,
      'nextHopIpAddress: firewallAddress',
    ]),
    ']',
    '',
    "resource routeTable 'Microsoft.Network/routeTables@2024-05-01' = {",
    '  name: routeTableName',
    '  location: location',
    '  properties: {',
    `    routes: concat(controlPlaneRoutes, ${needsClientRoutes ? 'clientRoutes, ' : ''}defaultRoutes)`,
    '  }',
    '}',
    '',
    'output routeTableId string = routeTable.id',
    'output serviceEndpoints array = [',
    ...serviceEndpoints.map(({ service }) => `  { service: '${service}' }`),
    ']',
    '',
  ].join('\n');
}
