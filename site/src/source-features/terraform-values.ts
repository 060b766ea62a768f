/** Features of values in Terraform, each with files that need it. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates so, too

import type { SourceFeature } from './feature.ts';
import { expression, file, none, variable, withPort } from './terraform-frame.ts';

const withValues = (name: string, path: string, text: (port: string) => string): SourceFeature => ({
  name,
  example: path,
  files: (port) => [withPort(variable, 'var.port'), file(path, text(port))],
});

export const terraformValues: readonly SourceFeature[] = [
  expression(
    'Variable with a default',
    'variable "port" { default = "1433" }',
    (port) => `variable "port" {\n  default = "${port}"\n}`,
    'var.port',
  ),
  withValues('Values in terraform.tfvars', 'terraform.tfvars', (port) => `port = "${port}"`),
  withValues('Values in *.auto.tfvars', 'prod.auto.tfvars', (port) => `port = "${port}"`),
  withValues('Values in JSON', 'terraform.tfvars.json', (port) => JSON.stringify({ port })),
  {
    ...expression('Variable without a value', 'variable "port" {}', () => variable, 'var.port'),
    otherwise: 'named in missingValues; what it touches is UNKNOWN',
  },
  expression(
    'Locals',
    'locals { port = "1433" }',
    (port) => `locals {\n  port = "${port}"\n}`,
    'local.port',
  ),
  expression(
    'Templates',
    '"${local.base}33"',
    (port) => `locals {\n  base = "${port.slice(0, 2)}"\n}`,
    (port) => `"\${local.base}${port.slice(2)}"`,
  ),
  expression(
    'Template directives',
    '"%{ if … }1433%{ endif }"',
    none,
    (port) => `"%{ if true }${port}%{ endif }"`,
  ),
  expression(
    'Here documents',
    '<<-EOT',
    (port) => `locals {\n  port = <<-EOT\n    ${port}\n  EOT\n}`,
    'trimspace(local.port)',
  ),
  expression(
    'Conditional',
    'var.is_sql ? "1433" : "443"',
    () => 'variable "is_sql" {\n  default = true\n}',
    (port) => `var.is_sql ? "${port}" : "443"`,
  ),
  expression(
    'Lists: for',
    '[for one in list : one.port if …]',
    (port) => `locals {\n  list = [{ port = "1", on = false }, { port = "${port}", on = true }]\n}`,
    '[for one in local.list : one.port if one.on][0]',
  ),
  expression(
    'Maps: for',
    '{ for key, value in map : … }',
    (port) =>
      `locals {\n  map = { for key, value in { sql = "${port}" } : upper(key) => value }\n}`,
    'local.map["SQL"]',
  ),
  expression(
    'Splat',
    'list[*].port',
    (port) => `locals {\n  list = [{ port = "${port}" }]\n}`,
    '(local.list[*].port)[0]',
  ),
  expression(
    'try, can, lookup',
    'try(local.map.sql, "443")',
    (port) => `locals {\n  map = { sql = "${port}" }\n}`,
    'can(local.map.none) ? "1" : try(local.map.none, lookup(local.map, "sql", "1"))',
  ),
  expression(
    'Functions of Terraform',
    'element(split(…)), merge(…)',
    (port) => `locals {\n  map = merge({ sql = "1" }, { sql = "${port},x" })\n}`,
    'element(split(",", local.map.sql), 0)',
  ),
  {
    name: 'Loaded files',
    example: 'jsondecode(file("${path.module}/rules.json"))',
    files: (port) => [
      withPort(
        'locals {\n  rules = jsondecode(file("${path.module}/rules.json"))\n}',
        'local.rules.sql',
      ),
      file('rules.json', JSON.stringify({ sql: port })),
    ],
  },
];
