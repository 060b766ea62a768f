/** Security rules as Terraform resources of the azurerm provider, laid out as `terraform fmt` does. */

import { type Location, locationsOf, snakeCase, uniqueNames } from './names.ts';
import { type ArmRule, type ArmValue, armProperties, type RuleGroup } from './security-rule.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '${': '$${',
  '%{': '%%{',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function quoted(text: string): string {
  const escaped = text.replace(
    /[\\"]|[$%]\{|\p{Cc}/gu,
    (found) => escapes[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

function literal(value: ArmValue): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`;
}

function block(header: string, attributes: readonly (readonly [string, string])[]): string {
  const width = Math.max(...attributes.map(([name]) => name.length));
  const lines = attributes.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`);
  return [`${header} {`, ...lines, '}'].join('\n');
}

function variable(name: string, description: string): string {
  return block(`variable "${name}"`, [
    ['description', quoted(description)],
    ['type', 'string'],
  ]);
}

function groupVariable(location: Location): string {
  return snakeCase(`network security group name ${location.key}`);
}

/** Terraform names start with a letter. */
function symbol(rule: ArmRule, location: Location): string {
  return snakeCase(`${/^[A-Za-z]/.test(rule.name) ? '' : 'rule '}${rule.name} ${location.key}`);
}

export function terraform(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const unique = uniqueNames();
  const variables = locations.map((location) =>
    variable(groupVariable(location), `Network security group in ${location.region}`),
  );
  const rules = locations.flatMap((location) =>
    location.rules.map((rule) =>
      block(`resource "azurerm_network_security_rule" "${unique(symbol(rule, location))}"`, [
        ['name', quoted(rule.name)],
        ...armProperties(rule).map(([name, value]) => [snakeCase(name), literal(value)] as const),
        ['resource_group_name', 'var.resource_group_name'],
        ['network_security_group_name', `var.${groupVariable(location)}`],
      ]),
    ),
  );
  const resourceGroup = variable(
    'resource_group_name',
    'Resource group of the network security groups',
  );
  return `${[resourceGroup, ...variables, ...rules].join('\n\n')}\n`;
}
