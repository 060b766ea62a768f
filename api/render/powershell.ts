/** Security rules as a PowerShell script for the Az module. */

import { camelCase, type Location, locationsOf, networkSecurityGroupName } from './names.ts';
import { type ArmRule, oneLine, type RuleGroup } from './security-rule.ts';

/** PowerShell ends a single-quoted string at a typographic quote as well. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

function list(values: readonly string[]): string {
  return values.map(quoted).join(', ');
}

function addRule(rule: ArmRule): string {
  return [
    `  Add-AzNetworkSecurityRuleConfig -Name ${quoted(rule.name)}`,
    `-Priority ${rule.priority} -Direction ${rule.direction} -Access ${rule.access} -Protocol ${quoted(rule.protocol)}`,
    `-SourceAddressPrefix ${list(rule.sourceAddressPrefixes)} -SourcePortRange ${list(rule.sourcePortRanges)}`,
    `-DestinationAddressPrefix ${list(rule.destinationAddressPrefixes)} -DestinationPortRange ${list(rule.destinationPortRanges)}`,
    ...(rule.description === '' ? [] : [`-Description ${quoted(rule.description)}`]),
  ].join(' `\n    ');
}

function variableOf(location: Location): string {
  return `$${camelCase(`network security group name ${location.key}`)}`;
}

function pipeline(location: Location): string {
  return [
    `# ${oneLine(location.region)}\nGet-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name ${variableOf(location)}`,
    ...location.rules.map(addRule),
    '  Set-AzNetworkSecurityGroup',
  ].join(' |\n');
}

export function powerShell(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const header = [
    '# Adds the rules to network security groups that exist. Set the names first.',
    "$ErrorActionPreference = 'Stop'",
    '',
    "$resourceGroupName = 'my-resource-group'",
    ...locations.map(
      (location) => `${variableOf(location)} = '${networkSecurityGroupName(location)}'`,
    ),
  ].join('\n');
  return `${[header, ...locations.map(pipeline)].join('\n\n')}\n`;
}
