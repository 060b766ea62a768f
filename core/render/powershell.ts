/** Security rules as a PowerShell script for the Az module. */

import {
  camelCase,
  type Location,
  locationsOf,
  openRegionHint,
  type ResourceGroup,
  resourceGroupKey,
  resourceGroupsOf,
} from './names.ts';
import { type ArmRule, oneLine, type RuleGroup } from './rendered-rule.ts';

/** PowerShell ends a single-quoted string at a typographic quote as well. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

function list(values: readonly string[]): string {
  return values.map(quoted).join(', ');
}

function ruleConfig(rule: ArmRule): string {
  return [
    `  ${rule.isUpdate ? 'Set' : 'Add'}-AzNetworkSecurityRuleConfig -Name ${quoted(rule.name)}`,
    `-Priority ${rule.priority} -Direction ${rule.direction} -Access ${rule.access} -Protocol ${quoted(rule.protocol)}`,
    `-SourceAddressPrefix ${list(rule.sourceAddressPrefixes)} -SourcePortRange ${list(rule.sourcePortRanges)}`,
    `-DestinationAddressPrefix ${list(rule.destinationAddressPrefixes)} -DestinationPortRange ${list(rule.destinationPortRanges)}`,
    ...(rule.description === '' ? [] : [`-Description ${quoted(rule.description)}`]),
  ].join(' `\n    ');
}

const variableOf = (location: Location) =>
  `$${camelCase(`network security group name ${location.key}`)}`;
const locationVariable = (location: Location) => `$${camelCase(`location ${location.key}`)}`;
const resourceGroupVariable = (key: string) => `$${camelCase(`resource group name ${key}`)}`;

/** An open region, which is that of the resource group unless another one is set. */
function regionVariable(location: Location, groups: readonly ResourceGroup[]): string[] {
  const resourceGroup = resourceGroupVariable(resourceGroupKey(location, groups));
  return location.isNew && location.isRegionOpen
    ? [
        `# ${openRegionHint}`,
        `${locationVariable(location)} = (Get-AzResourceGroup -Name ${resourceGroup}).Location`,
      ]
    : [];
}

function pipeline(location: Location, groups: readonly ResourceGroup[]): string {
  const resourceGroup = resourceGroupVariable(resourceGroupKey(location, groups));
  const names = `-ResourceGroupName ${resourceGroup} -Name ${variableOf(location)}`;
  const { isRegionOpen, region } = location;
  const group = location.isNew
    ? `New-AzNetworkSecurityGroup ${names} -Location ${isRegionOpen ? locationVariable(location) : quoted(region)}`
    : `Get-AzNetworkSecurityGroup ${names}`;
  return [
    `# ${isRegionOpen ? 'region of the virtual network' : oneLine(region)}\n${group}`,
    ...location.rules.map(ruleConfig),
    '  Set-AzNetworkSecurityGroup',
  ].join(' |\n');
}

export function powerShell(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const resourceGroups = resourceGroupsOf(locations);
  const header = [
    locations.every(({ isNew }) => isNew)
      ? '# Creates network security groups with the rules. Set the names first, and give the groups to the subnets.'
      : '# Adds the rules to network security groups that exist. Set the names first.',
    "$ErrorActionPreference = 'Stop'",
    '',
    ...resourceGroups.map(
      ({ key, name }) => `${resourceGroupVariable(key)} = ${quoted(name ?? 'my-resource-group')}`,
    ),
    ...locations.map((location) => `${variableOf(location)} = ${quoted(location.groupName)}`),
    ...locations.flatMap((location) => regionVariable(location, resourceGroups)),
  ].join('\n');
  const pipelines = locations.map((location) => pipeline(location, resourceGroups));
  return `${[header, ...pipelines].join('\n\n')}\n`;
}
