/** A route table as a bash script of `az network route-table` commands. */

import {
  clientsDescription,
  defaultRoute,
  firewallDescription,
  type RouteTable,
  routeTableName,
} from './route-table.ts';

function command(name: string, options: Readonly<Record<string, string>>, indent = ''): string {
  const args = Object.entries(options).map(([option, value]) => `--${option} ${value}`);
  return [`${indent}az network route-table ${name}`, ...args].join(` \\\n${indent}  `);
}

function route(
  name: string,
  addressPrefix: string,
  nextHop: Readonly<Record<string, string>>,
  indent?: string,
): string {
  const options = {
    'resource-group': '"$RESOURCE_GROUP"',
    'route-table-name': '"$ROUTE_TABLE_NAME"',
    name,
    'address-prefix': addressPrefix,
    ...nextHop,
  };
  return command('route create', options, indent);
}

const toInternet = { 'next-hop-type': 'Internet' };

export function azureCli({ region, routes, needsClientRoutes }: RouteTable): string {
  const header = [
    '#!/usr/bin/env bash',
    '# Creates a route table; attaching it to the subnet is left to you. Set the values first.',
    'set -euo pipefail',
    '',
    "RESOURCE_GROUP='my-resource-group'",
    `ROUTE_TABLE_NAME='${routeTableName}'`,
    `# ${firewallDescription}.`,
    "FIREWALL_ADDRESS=''",
    ...(needsClientRoutes
      ? [`# ${clientsDescription}, separated by spaces.`, "CLIENT_ADDRESS_PREFIXES=''"]
      : []),
  ].join('\n');
  const create = command('create', {
    'resource-group': '"$RESOURCE_GROUP"',
    name: '"$ROUTE_TABLE_NAME"',
    location: region.name,
  });
  const clients = [
    'for prefix in $CLIENT_ADDRESS_PREFIXES; do',
    route('"client-$(echo "$prefix" | tr ./ -)"', '"$prefix"', toInternet, '  '),
    'done',
  ].join('\n');
  const toFirewall = [
    'if [ -n "$FIREWALL_ADDRESS" ]; then',
    route(
      defaultRoute.name,
      defaultRoute.addressPrefix,
      {
        'next-hop-type': defaultRoute.nextHopType,
        'next-hop-ip-address': '"$FIREWALL_ADDRESS"',
      },
      '  ',
    ),
    'fi',
  ].join('\n');
  const parts = [
    header,
    create,
    ...routes.map(({ name, addressPrefix }) => route(name, addressPrefix, toInternet)),
    ...(needsClientRoutes ? [clients] : []),
    toFirewall,
  ];
  return `${parts.join('\n\n')}\n`;
}
