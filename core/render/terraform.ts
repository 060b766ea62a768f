/** Security rules as Terraform resources of the azurerm provider, laid out as `terraform fmt` does. */

import { type Location, locationsOf, openRegionHint, snakeCase, uniqueNames } from './names.ts';
import {
  type ArmRule,
  type ArmValue,
  armProperties,
  oneLine,
  type RuleGroup,
} from './rendered-rule.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '${': '$${',
  '%{': '%%{',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A sign before ${ is escaped as well: it would be read as a part of the escape. */
export function quoted(text: string): string {
  const escaped = text.replace(
    /[\\"]|[$%](?=[$%]+\{)|[$%]\{|\p{Cc}/gu,
    (character) =>
      escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
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

const regionVariable = (location: Location) => snakeCase(`location ${location.key}`);

/** The name in Terraform that an input says; a plan written by hand may hold anything there. */
const nameIn = ({ terraformName }: ArmRule): string | undefined =>
  terraformName !== undefined && /^[A-Za-z_][\w-]*$/.test(terraformName)
    ? terraformName
    : undefined;

/** Terraform names start with a letter. */
function symbol(rule: ArmRule, location: Location): string {
  return snakeCase(`${/^[A-Za-z]/.test(rule.name) ? '' : 'rule '}${rule.name} ${location.key}`);
}

/** A name that the input says, or a variable. */
const resourceGroupOf = ({ resourceGroup }: Location) =>
  resourceGroup === undefined ? 'var.resource_group_name' : quoted(resourceGroup);
const groupNameOf = (location: Location) =>
  location.isGroupNameKnown ? quoted(location.groupName) : `var.${groupVariable(location)}`;

function variablesOf(locations: readonly Location[]): string[] {
  return [
    ...(locations.every(({ resourceGroup }) => resourceGroup !== undefined)
      ? []
      : [variable('resource_group_name', 'Resource group of the network security groups')]),
    ...locations
      .filter(({ isGroupNameKnown }) => !isGroupNameKnown)
      .map((location) =>
        variable(
          groupVariable(location),
          `Network security group${location.isRegionOpen ? '' : ` in ${location.region}`}`,
        ),
      ),
    ...locations
      .filter(({ isNew, isRegionOpen }) => isNew && isRegionOpen)
      .map((location) => variable(regionVariable(location), openRegionHint)),
  ];
}

const attributesOf = (rule: ArmRule) => [
  ['name', quoted(rule.name)] as const,
  ...armProperties(rule).map(([name, value]) => [snakeCase(name), literal(value)] as const),
];

/** Rules as resources: one that replaces another has its name in Terraform, too, if that is known. */
function resources(location: Location, unique: (wanted: string) => string): string[] {
  const newGroup = snakeCase(`apim ${location.key}`);
  const group = location.isNew
    ? [
        block(`resource "azurerm_network_security_group" "${newGroup}"`, [
          ['name', groupNameOf(location)],
          [
            'location',
            location.isRegionOpen ? `var.${regionVariable(location)}` : quoted(location.region),
          ],
          ['resource_group_name', resourceGroupOf(location)],
        ]),
      ]
    : [];
  const rules = location.rules.map((rule) =>
    block(
      `resource "azurerm_network_security_rule" "${unique(nameIn(rule) ?? symbol(rule, location))}"`,
      [
        ...attributesOf(rule),
        ['resource_group_name', resourceGroupOf(location)],
        [
          'network_security_group_name',
          location.isNew
            ? `azurerm_network_security_group.${newGroup}.name`
            : groupNameOf(location),
        ],
      ],
    ),
  );
  return [...group, ...rules];
}

/** Rules as blocks, for the resource that the group is: a block replaces the one of the same name. */
function blocks(location: Location): string[] {
  return [
    `# Within the azurerm_network_security_group ${oneLine(location.groupName)}: each block instead of the one of its name, or added.`,
    ...location.rules.map((rule) => block('security_rule', attributesOf(rule))),
  ];
}

export function terraform(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const unique = uniqueNames();
  const separate = locations.filter(({ hasInlineRules }) => !hasInlineRules);
  const parts = [
    ...variablesOf(separate),
    ...separate.flatMap((location) => resources(location, unique)),
    ...locations.filter(({ hasInlineRules }) => hasInlineRules).flatMap(blocks),
  ];
  return `${parts.join('\n\n')}\n`;
}
