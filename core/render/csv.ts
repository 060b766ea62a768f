/** Security rules as CSV, one row for each rule. */

import { csvLines } from './csv-lines.ts';
import { locationsOf } from './names.ts';
import type { RuleGroup } from './rendered-rule.ts';

const header = [
  'location',
  'name',
  'priority',
  'direction',
  'access',
  'protocol',
  'sourceAddressPrefixes',
  'sourcePortRanges',
  'destinationAddressPrefixes',
  'destinationPortRanges',
  'description',
  'portRuleId',
];

/** Joined by semicolons: spreadsheets read "80,443" as one number. */
function list(values: readonly string[]): string {
  return values.join('; ');
}

export function csv(groups: readonly RuleGroup[]): string {
  const locations = locationsOf(groups);
  if (locations.length === 0) return '';
  const rows = locations.flatMap((location) =>
    location.rules.map((rule) => [
      location.region,
      rule.name,
      rule.priority,
      rule.direction,
      rule.access,
      rule.protocol,
      list(rule.sourceAddressPrefixes),
      list(rule.sourcePortRanges),
      list(rule.destinationAddressPrefixes),
      list(rule.destinationPortRanges),
      rule.description,
      rule.portRuleId ?? '',
    ]),
  );
  return csvLines([header, ...rows]);
}
