/** Which fields of a row differ between two editions. */

import type { PortRuleStatement } from '../../../data/model.ts';

const compared = [
  'directions',
  'protocol',
  'source',
  'sourcePorts',
  'destination',
  'destinationPorts',
  'optionalDestinationPorts',
  'necessity',
  'requiredWhen',
  'virtualNetworkTypes',
  'purpose',
] as const satisfies readonly (keyof PortRuleStatement)[];

type ComparedField = (typeof compared)[number];

/** The value as text; lists in any order are the same. */
function textOf(statement: PortRuleStatement, field: ComparedField): string {
  const value = statement[field];
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return 'text' in value ? value.text : value.toSorted().join();
}

/** Names of the fields whose values differ; none where one of the editions has no such row. */
export function changedFields(
  before: PortRuleStatement | null,
  after: PortRuleStatement | null,
): readonly ComparedField[] {
  if (before === null || after === null) return [];
  return compared.filter((field) => textOf(before, field) !== textOf(after, field));
}
