/** Features of values in Bicep, each with files that need it. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import { file, withPort } from './bicep-frame.ts';
import type { SourceFeature } from './feature.ts';

/** A feature of an expression: declarations, and the expression over them. */
const expression = (
  name: string,
  example: string,
  declarations: string | ((port: string) => string),
  port: string | ((port: string) => string),
): SourceFeature => ({
  name,
  example,
  files: (value) => [
    withPort(
      typeof declarations === 'string' ? declarations : declarations(value),
      typeof port === 'string' ? port : port(value),
    ),
  ],
});

export const bicepValues: readonly SourceFeature[] = [
  expression(
    'Parameter with a default',
    "param port string = '1433'",
    (port) => `param port string = '${port}'`,
    'port',
  ),
  {
    name: 'Values file in Bicep',
    example: "using 'main.bicep'",
    files: (port) => [
      withPort('param port string', 'port'),
      file('main.bicepparam', "using 'main.bicep'", `param port = '${port}'`),
    ],
  },
  {
    name: 'Values file in JSON',
    example: 'main.parameters.json',
    files: (port) => [
      withPort('param port string', 'port'),
      file('main.parameters.json', JSON.stringify({ parameters: { port: { value: port } } })),
    ],
  },
  {
    ...expression('Parameter without a value', 'param port string', 'param port string', 'port'),
    otherwise: 'named in missingValues; what it touches is UNKNOWN',
  },
  expression(
    'Decorators',
    "@allowed(['1433'])",
    (port) => `@description('Port')\n@minLength(1)\nparam port string = '${port}'`,
    'port',
  ),
  expression('Variable', "var port = '1433'", (port) => `var port = '${port}'`, 'port'),
  expression(
    'Interpolation',
    "'${base}33'",
    (port) => `var base = '${port.slice(0, 2)}'`,
    (port) => `'\${base}${port.slice(2)}'`,
  ),
  expression('Multi-line string', "'''1433'''", '', (port) => `'''${port}'''`),
  expression(
    'Conditional',
    "isSql ? '1433' : '443'",
    'param isSql bool = true',
    (port) => `isSql ? '${port}' : '443'`,
  ),
  expression(
    'Operators',
    "env == 'prod' && !isTest",
    "var env = 'prod'\nvar isTest = false",
    (port) => `env == 'prod' && !isTest ? '${port}' : '1'`,
  ),
  expression(
    'Null coalescing',
    "ports.?sql ?? '1433'",
    'var ports = {}',
    (port) => `ports.?sql ?? '${port}'`,
  ),
  expression(
    'Members, indexes',
    'ports.sql[0]',
    (port) => `var ports = { sql: ['${port}'] }`,
    "ports['sql'][0]",
  ),
  expression(
    'Spread',
    '{ ...base, sql: 1433 }',
    (port) => `var base = { sql: '${port}' }\nvar ports = { ...base, storage: '443' }`,
    'ports.sql',
  ),
  expression(
    'Lambdas',
    'map(list, one => one.port)',
    (port) => `var list = [{ port: '1' }, { port: '${port}' }]`,
    'last(map(filter(list, (one, i) => i == 1), one => one.port))',
  ),
  expression(
    'Functions of Bicep',
    'first(split(…)), union(…)',
    (port) => `var list = union({ a: '${port},x' }, { b: '1' })`,
    "first(split(list.a, ','))",
  ),
  expression(
    'Functions of your own',
    'func portOf(n int) string => …',
    (port) => `func portOf(n int) string => string(n + ${port})`,
    'portOf(0)',
  ),
  expression(
    'Types of your own',
    'type ruleType = { port: string }',
    (port) =>
      `type ruleType = { port: string, note: string? }\nparam rule ruleType = { port: '${port}' }`,
    'rule.port',
  ),
  {
    name: 'Import of a file',
    example: "import { port } from 'shared.bicep'",
    files: (port) => [
      withPort("import { port } from 'shared.bicep'", 'port'),
      file('shared.bicep', `@export()\nvar port = '${port}'`),
    ],
  },
  {
    name: 'Loaded files',
    example: "loadJsonContent('rules.json')",
    files: (port) => [
      withPort("var rules = loadJsonContent('rules.json')", 'rules.sql'),
      file('rules.json', JSON.stringify({ sql: port })),
    ],
  },
  {
    ...expression(
      'Values of existing resources',
      'vault.properties.vaultUri',
      "resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'v' }",
      'vault.properties.vaultUri',
    ),
    otherwise: 'what it touches is UNKNOWN',
  },
];
