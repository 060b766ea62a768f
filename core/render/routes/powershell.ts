/** A route table as a PowerShell script for the Az module. */

import {
  clientsDescription,
  defaultRoute,
  firewallDescription,
  type RouteTable,
  routeTableName,
} from './route-table.ts';

function route(name: string, addressPrefix: string, nextHop = '-NextHopType Internet'): string {
  return `New-AzRouteConfig -Name ${name} -AddressPrefix ${addressPrefix} ${nextHop}`;
}

function added(command: string): string {
  return `  $routes += ${command}`;
}

export function powerShell({ region, routes, needsClientRoutes }: RouteTable): string {
  return [
    '# Creates a route table; attaching it to the subnet is left to you. Set the values first.',
    "$ErrorActionPreference = 'Stop'",
    '',
    "$resourceGroupName = 'my-resource-group'",
    `$routeTableName = '${routeTableName}'`,
    `# ${firewallDescription}.`,
    "$firewallAddress = ''",
    ...(needsClientRoutes ? [`# ${clientsDescription}.`, '$clientAddressPrefixes = @()'] : []),
    '',
    '$routes = @(',
    ...routes.map(({ name, addressPrefix }) => `  ${route(`'${name}'`, `'${addressPrefix}'`)}`),
    ')',
    ...(needsClientRoutes
      ? [
          'foreach ($prefix in $clientAddressPrefixes) {',
          added(route("('client-' + ($prefix -replace '[./]', '-'))", '$prefix')),
          '}',
        ]
      : []),
    'if ($firewallAddress) {',
    added(
      route(
        `'${defaultRoute.name}'`,
        `'${defaultRoute.addressPrefix}'`,
        `-NextHopType ${defaultRoute.nextHopType} -NextHopIpAddress $firewallAddress`,
      ),
    ),
    '}',
    '',
    `New-AzRouteTable -ResourceGroupName $resourceGroupName -Name $routeTableName -Location '${region.name}' -Route $routes`,
    '',
  ].join('\n');
}
