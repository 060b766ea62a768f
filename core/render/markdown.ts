/** Security rules as GitHub tables, one for each location. */

import { type Location, locationsOf } from './names.ts';
import { type ArmRule, oneLine, type RuleGroup } from './rendered-rule.ts';

const header = [
  'Priority',
  'Name',
  'Direction',
  'Access',
  'Protocol',
  'Source',
  'Source ports',
  'Destination',
  'Destination ports',
  'Description',
];

function text(value: string): string {
  return oneLine(value).replace(/[\\`*_[\]<>|~&]/g, '\\$&');
}

function list(values: readonly string[]): string {
  return text(values.join(', '));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function ruleRow(rule: ArmRule): string {
  return row([
    String(rule.priority),
    text(rule.name),
    rule.direction,
    rule.access,
    text(rule.protocol),
    list(rule.sourceAddressPrefixes),
    list(rule.sourcePortRanges),
    list(rule.destinationAddressPrefixes),
    list(rule.destinationPortRanges),
    text(rule.description),
  ]);
}

function table(location: Location): string {
  return [
    `## ${text(location.region)}\n`,
    row(header),
    row(header.map((_, column) => (column === 0 ? '---:' : '---'))),
    ...location.rules.map(ruleRow),
  ].join('\n');
}

export function markdown(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  return locations.length === 0 ? '' : `${locations.map(table).join('\n\n')}\n`;
}
