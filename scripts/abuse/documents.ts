/** Documents that cost more than their size tells. */

import { catalog } from '../../data/index.ts';

export const regionNames = catalog.regions
  .filter(({ cloud }) => cloud === 'PUBLIC')
  .map(({ name }) => name);

const idOf = (type: string, ...names: string[]) =>
  `[resourceId('Microsoft.Network/${type}', ${names.map((name) => `'${name}'`).join(', ')})]`;

/** One group of so many rules, written as one that is copied, and an instance at so many locations behind it. */
export function sharedGroup(rules: number, locations: number): object {
  const places = regionNames.slice(0, locations);
  const sku = { name: 'Premium', capacity: 1 };
  const network = (place: string) => ({
    virtualNetworkConfiguration: { subnetResourceId: idOf('virtualNetworks/subnets', place, 's') },
  });
  const rule = {
    name: "[concat('r', copyIndex('securityRules'))]",
    properties: {
      priority: "[add(100, copyIndex('securityRules'))]",
      direction: 'Outbound',
      access: 'Allow',
      protocol: '*',
      sourceAddressPrefix: '*',
      sourcePortRange: "[string(add(2000, mul(copyIndex('securityRules'), 5)))]",
      destinationAddressPrefix: '*',
      destinationPortRange: '*',
    },
  };
  return {
    resources: [
      {
        type: 'Microsoft.Network/networkSecurityGroups',
        name: 'group',
        properties: { copy: [{ name: 'securityRules', count: rules, input: rule }] },
      },
      ...places.map((place, index) => ({
        type: 'Microsoft.Network/virtualNetworks',
        name: place,
        location: place,
        properties: {
          addressSpace: { addressPrefixes: [`10.${index}.0.0/16`] },
          subnets: [
            {
              name: 's',
              properties: {
                addressPrefix: `10.${index}.0.0/24`,
                networkSecurityGroup: { id: idOf('networkSecurityGroups', 'group') },
              },
            },
          ],
        },
      })),
      {
        type: 'Microsoft.ApiManagement/service',
        name: 'apim',
        location: places[0],
        sku,
        properties: {
          virtualNetworkType: 'Internal',
          ...network(places[0] ?? ''),
          additionalLocations: places
            .slice(1)
            .map((location) => ({ location, sku, ...network(location) })),
        },
      },
    ],
  };
}

/** A template whose rules are an expression. */
export const computed = (expression: unknown, variables: object = {}) => ({
  variables: { ...variables, rules: expression },
  resources: [
    {
      type: 'Microsoft.Network/networkSecurityGroups',
      name: 'group',
      properties: { securityRules: "[variables('rules')]" },
    },
  ],
});

export const nested = (levels: number): string =>
  levels === 0 ? '1' : `map(range(0, 5000), lambda('x${levels}', ${nested(levels - 1)}))`;

const times = (input: unknown, count = 800) => ({ copy: [{ name: 'l', count, input }] });
const doubled = (first: unknown, of: (name: string) => string) =>
  Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `x${index}`,
      index === 0 ? first : `[${of(`variables('x${index - 1}')`)}]`,
    ]),
  );
const long = 'a'.repeat(60_000);
const list = '[range(0, 5000)]';

/** Expressions that grow, or that search much, by many functions of templates. */
export const bombs: readonly object[] = [
  computed(`[${nested(2)}]`),
  computed(`[${nested(3)}]`),
  computed(
    "[variables('x29')]",
    doubled('a'.repeat(1000), (x) => `concat(${x}, ${x})`),
  ),
  computed(
    "[variables('x29')]",
    doubled([1, 2, 3], (x) => `concat(${x}, ${x})`),
  ),
  computed(
    "[variables('x29')]",
    doubled({ a: 1 }, (x) => `createObject('l', ${x}, 'r', ${x})`),
  ),
  computed(
    "[variables('x29')]",
    doubled('aaaa', (x) => `replace(${x}, 'a', 'aa')`),
  ),
  computed(times("[length(replace(variables('b'), 'a', 'b'))]"), { b: long }),
  computed(times("[length(split(variables('b'), 'a'))]"), { b: long }),
  computed(
    times(times("[contains(variables('b'), concat(substring(variables('b'), 0, 30000), 'b'))]")),
    { b: long },
  ),
  computed(times("[length(union(variables('l'), variables('l')))]"), { l: list }),
  computed(times("[length(intersection(variables('l'), variables('l')))]"), { l: list }),
  computed(times("[contains(variables('l'), -1)]"), { l: list }),
  computed(times("[format(variables('f'), 'a')]"), { f: '{0}'.repeat(8_000) }),
  computed(times(times(times(times("[padLeft('a', 65000)]"))))),
  computed(`[${'concat('.repeat(3_000)}'a'${')'.repeat(3_000)}]`),
  computed(`[variables('rules')${'[0]'.repeat(6_000)}]`),
  computed("[json(variables('j'))]", { j: `${'['.repeat(99)}${']'.repeat(99)}` }),
];

/** Names that mean something to JavaScript. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'then'];

export const prototypes: readonly object[] = [
  ...names.map((name) => computed(`[variables('${name}')]`)),
  ...names.map((name) => computed(`[createObject('${name}', createArray(1))]`)),
  ...names.map((name) => computed(`[${name}('a')]`)),
  ...names.map((name) => computed(`[json('{"${name}": {"a": 1}}').${name}.${name}]`)),
];

/** A name that ends the text it is written into, in each format that rules are rendered in. */
export const hostileNames = [
  'x" {}\n\nresource "null_resource" "n" { provisioner "local-exec" { command = "touch x" } }\n#',
  "x'; touch x; '",
  '$(touch x)',
  '`touch x`',
  `\${file("/etc/passwd")}`,
  "'''\nresource x 'y@z' = {}\n'''",
  '=HYPERLINK("http://x")',
  '"; Remove-Item x; "',
  '@{a=1}\r\n',
  '\u2028%{ for x in y }',
];
