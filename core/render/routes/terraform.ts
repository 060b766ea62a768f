/** A route table as Terraform resources of the azurerm provider, laid out as `terraform fmt` does. */

import { snakeCase } from '../names.ts';
import {
  clientsDescription,
  defaultRoute,
  firewallDescription,
  type RouteTable,
  routeTableName,
} from './route-table.ts';

type Attribute = readonly [name: string, value: string];

function aligned(attributes: readonly Attribute[]): readonly string[] {
  const width = Math.max(...attributes.map(([name]) => name.length));
  return attributes.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
}

/** The meta-argument comes first, above an empty line. */
function block(header: string, attributes: readonly Attribute[], meta?: Attribute): string {
  const first = meta === undefined ? [] : [...aligned([meta]), ''];
  return [`${header} {`, ...first, ...aligned(attributes), '}'].join('\n');
}

function variable(name: string, description: string, type: string, value?: string): string {
  return block(`variable "${name}"`, [
    ['description', `"${description}"`],
    ['type', type],
    ...(value === undefined ? [] : [['default', value] as const]),
  ]);
}

function route(symbol: string, target: readonly Attribute[], meta?: Attribute): string {
  const table: readonly Attribute[] = [
    ['resource_group_name', 'var.resource_group_name'],
    ['route_table_name', 'azurerm_route_table.apim.name'],
  ];
  const [name, ...others] = target;
  const attributes = name === undefined ? table : [name, ...table, ...others];
  return block(`resource "azurerm_route" "${symbol}"`, attributes, meta);
}

const toInternet: Attribute = ['next_hop_type', '"Internet"'];

export function terraform(table: RouteTable): string {
  const services = table.serviceEndpoints.map(({ service }) => `"${service}"`).join(', ');
  const blocks = [
    variable('resource_group_name', 'Resource group of the route table', 'string'),
    variable('firewall_address', firewallDescription, 'string', '""'),
    ...(table.needsClientRoutes
      ? [variable('client_address_prefixes', clientsDescription, 'set(string)', '[]')]
      : []),
    block('resource "azurerm_route_table" "apim"', [
      ['name', `"${routeTableName}"`],
      ['location', `"${table.region.name}"`],
      ['resource_group_name', 'var.resource_group_name'],
    ]),
    ...table.routes.map(({ name, addressPrefix }) =>
      route(snakeCase(name), [
        ['name', `"${name}"`],
        ['address_prefix', `"${addressPrefix}"`],
        toInternet,
      ]),
    ),
    ...(table.needsClientRoutes
      ? [
          route(
            'client',
            [
              ['name', 'format("client-%s", replace(each.value, "/[./]/", "-"))'],
              ['address_prefix', 'each.value'],
              toInternet,
            ],
            ['for_each', 'var.client_address_prefixes'],
          ),
        ]
      : []),
    route(
      'default',
      [
        ['name', `"${defaultRoute.name}"`],
        ['address_prefix', `"${defaultRoute.addressPrefix}"`],
        ['next_hop_type', `"${defaultRoute.nextHopType}"`],
        ['next_hop_in_ip_address', 'var.firewall_address'],
      ],
      ['count', 'var.firewall_address == "" ? 0 : 1'],
    ),
    block('output "route_table_id"', [['value', 'azurerm_route_table.apim.id']]),
    block('output "service_endpoints"', [['value', `[${services}]`]]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
