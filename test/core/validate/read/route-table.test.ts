/** One route table in each shape that it may have, with the pointers to its routes, and what is refused. */

import { describe, expect, it } from 'vitest';
import type { RouteTable } from '../../../../core/deployment.ts';
import { InputError } from '../../../../core/input-error.ts';
import { readRouteTable } from '../../../../core/validate/read/route-table.ts';

const path = ['deployment', 'locations', 0, 'routeTable'];
const flat = [
  {
    name: 'default',
    addressPrefix: '0.0.0.0/0',
    nextHopType: 'VirtualAppliance',
    nextHopIpAddress: '10.0.0.4',
  },
  { name: 'management', addressPrefix: 'ApiManagement', nextHopType: 'Internet' },
];
const nested = flat.map(({ name, ...properties }) => ({ name, properties }));
const type = 'Microsoft.Network/routeTables';
const planned = flat.map(({ name, addressPrefix, nextHopType, nextHopIpAddress }) => ({
  name,
  address_prefix: addressPrefix,
  next_hop_type: nextHopType,
  next_hop_in_ip_address: nextHopIpAddress ?? '',
}));
const plan = (...resources: object[]) => ({ planned_values: { root_module: { resources } } });
const resource = (kind: string, values: object) => ({
  address: `${kind}.it`,
  mode: 'managed',
  type: kind,
  name: 'it',
  values,
});

const at = '/deployment/locations/0/routeTable';
const shapes: readonly [string, RouteTable, readonly [string, string]][] = [
  ['route by route', { routes: flat }, [`${at}/routes/0`, `${at}/routes/1`]],
  ['a list', { document: flat }, [`${at}/document/0`, `${at}/document/1`]],
  [
    'az network route-table show',
    { document: { name: 'rt', routes: flat } },
    [`${at}/document/routes/0`, `${at}/document/routes/1`],
  ],
  [
    'Resource Manager',
    { document: { type, properties: { routes: nested } } },
    [`${at}/document/properties/routes/0`, `${at}/document/properties/routes/1`],
  ],
  [
    'a template with parameters and a route of its own',
    {
      document: {
        parameters: { hop: { defaultValue: '10.0.0.4' } },
        resources: [
          {
            type,
            name: 'rt',
            properties: {
              routes: [
                {
                  name: 'default',
                  properties: { ...nested[0]?.properties, nextHopIpAddress: "[parameters('hop')]" },
                },
              ],
            },
          },
          { type: `${type}/routes`, name: 'rt/management', properties: nested[1]?.properties },
          { type: `${type}/routes`, name: 'other/default', properties: nested[1]?.properties },
        ],
      },
    },
    [`${at}/document/resources/0/properties/routes/0`, `${at}/document/resources/1`],
  ],
  [
    'a plan with routes in the table',
    { document: plan(resource('azurerm_route_table', { name: 'rt', route: planned })) },
    [
      `${at}/document/planned_values/root_module/resources/0/values/route/0`,
      `${at}/document/planned_values/root_module/resources/0/values/route/1`,
    ],
  ],
  [
    'a plan with a route of its own',
    {
      document: plan(
        resource('azurerm_route_table', { name: 'rt', route: [planned[0]] }),
        resource('azurerm_route', { ...planned[1], route_table_name: 'rt' }),
      ),
    },
    [
      `${at}/document/planned_values/root_module/resources/0/values/route/0`,
      `${at}/document/planned_values/root_module/resources/1/values`,
    ],
  ],
];

describe('a route table', () => {
  it.each(shapes)('%s', (_, table, paths) => {
    expect(readRouteTable(table, path)).toEqual(
      flat.map((route, index) => ({ ...route, isConditional: false, path: paths[index] })),
    );
  });

  it('keeps a route whose condition is open, and says so', () => {
    const [route] = readRouteTable(
      {
        document: {
          parameters: { isTunneled: { type: 'bool' } },
          resources: [
            { type, name: 'rt', properties: { routes: [] } },
            {
              type: `${type}/routes`,
              name: 'rt/default',
              condition: "[parameters('isTunneled')]",
              properties: nested[0]?.properties,
            },
          ],
        },
      },
      path,
    );
    expect(route).toMatchObject({ name: 'default', isConditional: true });
  });

  it('keeps a route of a plan that does not say whose it is', () => {
    const document = plan(
      resource('azurerm_route_table', { name: 'rt', route: [] }),
      resource('azurerm_route', planned[1] as object),
    );
    expect(readRouteTable({ document }, path)).toMatchObject([{ isConditional: true }]);
  });

  it('keeps the open routes of a table beside a route that may be of another', () => {
    const document = {
      ...plan(
        resource('azurerm_route_table', { name: 'rt' }),
        resource('azurerm_route', planned[1] as object),
      ),
      resource_changes: [
        { address: 'azurerm_route_table.it', change: { after_unknown: { route: true } } },
      ],
    };
    const [open, ...others] = readRouteTable({ document }, path);
    expect(open?.addressPrefix).toMatch(/^\[known after apply/);
    expect(others).toMatchObject([{ addressPrefix: 'ApiManagement', isConditional: true }]);
  });

  const many = Array.from({ length: 401 }, (_, index) => ({ ...flat[0], name: `r${index}` }));
  const refused: readonly [string, unknown, string, string][] = [
    ['no routes', { hello: 1 }, 'no routes found in the document', '/document'],
    ['a text', 'rt', 'no routes found in the document', '/document'],
    ['a route that is none', [1], 'not a route', '/document/0'],
    [
      'two tables',
      {
        resources: [
          { type, name: 'a' },
          { type, name: 'b' },
        ],
      },
      'the document has several route tables',
      '/document',
    ],
    [
      'a template without a table',
      { resources: [] },
      'no routes found in the document',
      '/document',
    ],
    ['too many routes', many, 'too many routes', ''],
  ];

  it.each(refused)('%s is refused', (_, document, message, where) => {
    const read = () => readRouteTable({ document }, path);
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
    try {
      read();
    } catch (error) {
      expect(`/${(error as InputError).path.join('/')}`).toBe(`${at}${where}`);
    }
  });
});
