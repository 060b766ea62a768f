/** Security rules as a Bicep file: a network security group for each location, or child rules of one that exists. */

import {
  camelCase,
  type Location,
  locationsOf,
  openRegionHint,
  pascalCase,
  uniqueNames,
} from './names.ts';
import { type ArmRule, type ArmValue, armProperties, type RuleGroup } from './rendered-rule.ts';

const apiVersion = '2024-05-01';
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '${': '\\${',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

export function quoted(text: string): string {
  const escaped = text.replace(
    /[\\']|\$\{|\p{Cc}/gu,
    (character) => escapes[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`,
  );
  return `'${escaped}'`;
}

function literal(value: ArmValue, indent: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  return `[\n${value.map((item) => `${indent}  ${quoted(item)}\n`).join('')}${indent}]`;
}

/** `name` and `properties` of one rule. */
function body(rule: ArmRule, indent: string): readonly string[] {
  return [
    `${indent}name: ${quoted(rule.name)}`,
    `${indent}properties: {`,
    ...armProperties(rule).map(
      ([name, value]) => `${indent}  ${name}: ${literal(value, `${indent}  `)}`,
    ),
    `${indent}}`,
  ];
}

const groupOf = (location: Location) => camelCase(`network security group ${location.key}`);
const groupNameOf = (location: Location) =>
  camelCase(`network security group name ${location.key}`);
const locationOf = (location: Location) => camelCase(`location ${location.key}`);

function parameters(location: Location): readonly string[] {
  const name = `param ${groupNameOf(location)} string = ${quoted(location.groupName)}`;
  if (location.isExisting) return [name];
  const parameter = `param ${locationOf(location)} string`;
  return location.isRegionOpen
    ? [name, `@description(${quoted(openRegionHint)})`, `${parameter} = resourceGroup().location`]
    : [name, `${parameter} = ${quoted(location.region)}`];
}

function newGroup(location: Location): string {
  return [
    `resource ${groupOf(location)} 'Microsoft.Network/networkSecurityGroups@${apiVersion}' = {`,
    `  name: ${groupNameOf(location)}`,
    `  location: ${locationOf(location)}`,
    '  properties: {',
    '    securityRules: [',
    ...location.rules.flatMap((rule) => ['      {', ...body(rule, '        '), '      }']),
    '    ]',
    '  }',
    '}',
  ].join('\n');
}

/** Child rules wait for one another, for Azure changes a group once at a time. */
function childRules(location: Location, unique: (wanted: string) => string): readonly string[] {
  const symbols = location.rules.map((rule) =>
    unique(`rule${pascalCase(rule.name)}${pascalCase(location.key)}`),
  );
  return [
    [
      `resource ${groupOf(location)} 'Microsoft.Network/networkSecurityGroups@${apiVersion}' existing = {`,
      `  name: ${groupNameOf(location)}`,
      '}',
    ].join('\n'),
    ...location.rules.map((rule, index) =>
      [
        `resource ${symbols[index]} 'Microsoft.Network/networkSecurityGroups/securityRules@${apiVersion}' = {`,
        `  parent: ${groupOf(location)}`,
        ...body(rule, '  '),
        ...(index === 0 ? [] : ['  dependsOn: [', `    ${symbols[index - 1]}`, '  ]']),
        '}',
      ].join('\n'),
    ),
  ];
}

export function bicep(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const unique = uniqueNames();
  const resources = locations.flatMap((location) =>
    location.isExisting ? childRules(location, unique) : [newGroup(location)],
  );
  return `${[locations.flatMap(parameters).join('\n'), ...resources].join('\n\n')}\n`;
}
