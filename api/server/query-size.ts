/**
 * Bounds a query by its text alone, before it is validated: validation compares fields and fragments with each other,
 * so it costs more than a long query's answer would.
 */

import { type DocumentNode, Kind, type SelectionNode, type ValueNode } from 'graphql';

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

// Both walks keep a list of what is still to be seen: a text may nest deeper than the stack of calls goes.

function countEntries(value: ValueNode): number {
  const values = [value];
  for (const one of values) {
    if (one.kind === Kind.LIST) values.push(...one.values);
    if (one.kind === Kind.OBJECT) values.push(...one.fields.map((field) => field.value));
  }
  return values.length - 1;
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

  const sets: { readonly selections: readonly SelectionNode[]; readonly level: number }[] = [];

  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OPERATION_DEFINITION &&
      definition.kind !== Kind.FRAGMENT_DEFINITION
    ) {
      continue;
    }
    if (definition.kind === Kind.FRAGMENT_DEFINITION) size.fragments += 1;
    size.directives += definition.directives?.length ?? 0;
    sets.push({ selections: definition.selectionSet.selections, level: 1 });
  }

  for (const { selections, level } of sets) {
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
      const { selections: below } = selection.selectionSet ?? {};
      if (below !== undefined) sets.push({ selections: below, level: level + 1 });
    }
  }
  return size;
}
