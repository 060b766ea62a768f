/**
 * Security rules as an ARM deployment template: a network security group for each location, or child rules of one that
 * exists.
 */

import { camelCase, type Location, locationsOf, openRegionHint } from './names.ts';
import { type ArmRule, armProperties, type RuleGroup } from './rendered-rule.ts';

const apiVersion = '2024-05-01';
const groupType = 'Microsoft.Network/networkSecurityGroups';
const ruleType = `${groupType}/securityRules`;

/** Text between square brackets would be an expression. */
function text(value: string): string {
  return /^\[.*\]$/s.test(value) ? `[${value}` : value;
}

/** A string literal within an expression. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

const groupNameOf = (location: Location) =>
  camelCase(`network security group name ${location.key}`);
const locationOf = (location: Location) => camelCase(`location ${location.key}`);
const parameter = (name: string) => `parameters('${name}')`;

function properties(rule: ArmRule): Record<string, unknown> {
  return Object.fromEntries(
    armProperties(rule).map(([name, value]) => [
      name,
      typeof value === 'string' ? text(value) : typeof value === 'number' ? value : value.map(text),
    ]),
  );
}

function parameters(location: Location): readonly (readonly [string, unknown])[] {
  const string = (defaultValue: string) => ({ type: 'string', defaultValue });
  const name = [groupNameOf(location), string(text(location.groupName))] as const;
  if (location.isExisting) return [name];
  const region = location.isRegionOpen
    ? { ...string('[resourceGroup().location]'), metadata: { description: openRegionHint } }
    : string(text(location.region));
  return [name, [locationOf(location), region]];
}

function newGroup(location: Location): Record<string, unknown> {
  return {
    type: groupType,
    apiVersion,
    name: `[${parameter(groupNameOf(location))}]`,
    location: `[${parameter(locationOf(location))}]`,
    properties: {
      securityRules: location.rules.map((rule) => ({
        name: text(rule.name),
        properties: properties(rule),
      })),
    },
  };
}

/** Child rules wait for one another, for Azure changes a group once at a time. */
function childRules(location: Location): readonly Record<string, unknown>[] {
  const group = parameter(groupNameOf(location));
  return location.rules.map((rule, index) => {
    const previous = location.rules[index - 1];
    return {
      type: ruleType,
      apiVersion,
      name: `[format('{0}/{1}', ${group}, ${quoted(rule.name)})]`,
      ...(previous && {
        dependsOn: [`[resourceId('${ruleType}', ${group}, ${quoted(previous.name)})]`],
      }),
      properties: properties(rule),
    };
  });
}

export function armJson(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: Object.fromEntries(locations.flatMap(parameters)),
    resources: locations.flatMap((location) =>
      location.isExisting ? childRules(location) : [newGroup(location)],
    ),
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}
