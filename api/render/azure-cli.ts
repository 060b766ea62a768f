/** Security rules as a bash script of `az network nsg rule create` commands. */

import { type Location, locationsOf, networkSecurityGroupName, snakeCase } from './names.ts';
import { type ArmRule, oneLine, type RuleGroup } from './security-rule.ts';

function quoted(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command reads a leading @ as a file name, - as an option, ' and ? as its shorthand syntax. */
function plainText(text: string): string {
  return text.replace(/^(?=[-@'?])/, ' ');
}

function command(rule: ArmRule, groupVariable: string): string {
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
    ...(rule.description === ''
      ? []
      : [['description', [plainText(rule.description)]] as [string, string[]]]),
  ];
  return [
    'az network nsg rule create',
    '--resource-group "$RESOURCE_GROUP"',
    `--nsg-name "$${groupVariable}"`,
    ...options.map(([name, values]) => `--${name} ${values.map(quoted).join(' ')}`),
  ].join(' \\\n  ');
}

function variableOf(location: Location): string {
  return snakeCase(`nsg name ${location.key}`).toUpperCase();
}

export function azureCli(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const header = [
    '#!/usr/bin/env bash',
    '# Adds the rules to network security groups that exist. Set the names first.',
    'set -euo pipefail',
    '',
    "RESOURCE_GROUP='my-resource-group'",
    ...locations.map(
      (location) => `${variableOf(location)}='${networkSecurityGroupName(location)}'`,
    ),
  ].join('\n');
  const commands = locations.flatMap((location) => [
    `# ${oneLine(location.region)}`,
    ...location.rules.map((rule) => command(rule, variableOf(location))),
  ]);
  return `${[header, ...commands].join('\n\n')}\n`;
}
