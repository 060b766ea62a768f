/** Security rules as a bash script of `az network nsg rule` commands: create for new ones, update for changed ones. */

import {
  type Location,
  locationsOf,
  openRegionHint,
  type ResourceGroup,
  resourceGroupKey,
  resourceGroupsOf,
  snakeCase,
} from './names.ts';
import { type ArmRule, oneLine, type RuleGroup } from './rendered-rule.ts';

function quoted(value: string): string {
  const text = plainText(value);
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command reads a leading @ as a file name, - as an option, ' and ? as its shorthand syntax; a blank ends that. */
function plainText(text: string): string {
  return text.replace(/^(?=[-@'?])/, ' ');
}

function command(rule: ArmRule, target: string): string {
  const options: readonly (readonly [string, readonly string[]])[] = [
    ['name', [rule.name]],
    ['priority', [String(rule.priority)]],
    ['direction', [rule.direction]],
    ['access', [rule.access]],
    ['protocol', [rule.protocol]],
    ['source-address-prefixes', rule.sourceAddressPrefixes],
    ['source-port-ranges', rule.sourcePortRanges],
    ['destination-address-prefixes', rule.destinationAddressPrefixes],
    ['destination-port-ranges', rule.destinationPortRanges],
    ...(rule.description === '' ? [] : [['description', [rule.description]] as [string, string[]]]),
  ];
  return [
    `az network nsg rule ${rule.isUpdate ? 'update' : 'create'}`,
    target,
    ...options.map(([name, values]) => `--${name} ${values.map(quoted).join(' ')}`),
  ].join(' \\\n  ');
}

const variableOf = (location: Location) => snakeCase(`nsg name ${location.key}`).toUpperCase();
const locationVariable = (location: Location) =>
  snakeCase(`location ${location.key}`).toUpperCase();
const resourceGroupVariable = (key: string) => snakeCase(`resource group ${key}`).toUpperCase();

const regionOf = ({ isRegionOpen, region }: Location) =>
  isRegionOpen ? 'region of the virtual network' : oneLine(region);

/** An open region, which is that of the resource group unless another one is set. */
function regionVariable(location: Location, groups: readonly ResourceGroup[]): string[] {
  const resourceGroup = resourceGroupVariable(resourceGroupKey(location, groups));
  return location.isNew && location.isRegionOpen
    ? [
        `# ${openRegionHint}`,
        `${locationVariable(location)}=$(az group show --name "$${resourceGroup}" --query location --output tsv)`,
      ]
    : [];
}

/** A group that is not there yet; it has no effect until the subnet has it. */
function createGroup(location: Location, resourceGroup: string): string {
  return [
    `# Then give it to the subnet: az network vnet subnet update --network-security-group "$${variableOf(location)}" ...`,
    'az network nsg create \\',
    `  --resource-group "$${resourceGroup}" \\`,
    `  --name "$${variableOf(location)}" \\`,
    `  --location ${location.isRegionOpen ? `"$${locationVariable(location)}"` : quoted(location.region)}`,
  ].join('\n');
}

function commandsOf(location: Location, groups: readonly ResourceGroup[]): string[] {
  const resourceGroup = resourceGroupVariable(resourceGroupKey(location, groups));
  const target = `--resource-group "$${resourceGroup}" \\\n  --nsg-name "$${variableOf(location)}"`;
  return [
    `# ${regionOf(location)}`,
    ...(location.isNew ? [createGroup(location, resourceGroup)] : []),
    ...location.rules.map((rule) => command(rule, target)),
  ];
}

export function azureCli(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const resourceGroups = resourceGroupsOf(locations);
  const isKnown =
    resourceGroups.every(({ name }) => name !== undefined) &&
    locations.every(({ isGroupNameKnown }) => isGroupNameKnown);
  const header = [
    '#!/usr/bin/env bash',
    locations.every(({ isNew }) => isNew)
      ? '# Creates network security groups with the rules. Set the names first.'
      : `# ${hasUpdates(locations) ? 'Changes and adds' : 'Adds the'} rules to network security groups that exist. ${isKnown ? 'The names are those of the input.' : 'Set the names first.'}`,
    'set -euo pipefail',
    '',
    ...resourceGroups.map(
      ({ key, name }) => `${resourceGroupVariable(key)}=${assigned(name ?? 'my-resource-group')}`,
    ),
    ...locations.map((location) => `${variableOf(location)}=${assigned(location.groupName)}`),
    ...locations.flatMap((location) => regionVariable(location, resourceGroups)),
  ].join('\n');
  const commands = locations.flatMap((location) => commandsOf(location, resourceGroups));
  return `${[header, ...commands].join('\n\n')}\n`;
}

const hasUpdates = (locations: readonly Location[]) =>
  locations.some(({ rules }) => rules.some(({ isUpdate }) => isUpdate));

const assigned = (text: string) => `'${plainText(text).replaceAll("'", "'\\''")}'`;
