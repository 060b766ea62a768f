/**
 * Bounds a query by its text alone, before it is validated: validation compares fields and fragments with each other,
 * so it costs more than a long query's answer would.
 */

import { type DocumentNode, Kind, type SelectionSetNode, type ValueNode } from 'graphql';

/** Far above what GraphiQL and code generators send. */
export const sizeLimits = {
  levels: 50,
  fields: 1000,
  aliases: 300,
  directives: 100,
  fragments: 100,
  'list entries': 5000,
} as const;

export type QuerySize = Record<keyof typeof sizeLimits, number>;

function countEntries(value: ValueNode): number {
  if (value.kind === Kind.LIST) {
    return value.values.reduce((sum, entry) => sum + countEntries(entry), value.values.length);
  }
  if (value.kind !== Kind.OBJECT) return 0;
  return value.fields.reduce((sum, field) => sum + countEntries(field.value), value.fields.length);
}

/** How much of everything the text holds. */
export function sizeOf(document: DocumentNode): QuerySize {
  const size: QuerySize = {
    levels: 0,
    fields: 0,
    aliases: 0,
    directives: 0,
    fragments: 0,
    'list entries': 0,
  };

  function addSelections({ selections }: SelectionSetNode, level: number): void {
    size.levels = Math.max(size.levels, level);
    for (const selection of selections) {
      size.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        size.fragments += 1;
        continue;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        size.fragments += 1;
      } else {
        size.fields += 1;
        if (selection.alias !== undefined) size.aliases += 1;
        for (const { value } of selection.arguments ?? []) {
          size['list entries'] += countEntries(value);
        }
      }
      if (selection.selectionSet !== undefined) addSelections(selection.selectionSet, level + 1);
    }
  }

  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OPERATION_DEFINITION &&
      definition.kind !== Kind.FRAGMENT_DEFINITION
    ) {
      continue;
    }
    if (definition.kind === Kind.FRAGMENT_DEFINITION) size.fragments += 1;
    size.directives += definition.directives?.length ?? 0;
    addSelections(definition.selectionSet, 1);
  }
  return size;
}
