/**
 * Bounds a document by its text alone, before it is validated: validation compares fields and fragments with each other,
 * so it can cost more than the execution.
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

export interface DocumentSize {
  readonly counts: Record<keyof typeof sizeLimits, number>;
  /** The names of all fields. */
  readonly names: ReadonlySet<string>;
}

// Both walks keep a list of what is still to be seen: a document may nest deeper than calls can.

function countEntries(value: ValueNode): number {
  const values = [value];
  for (const one of values) {
    if (one.kind === Kind.LIST) values.push(...one.values);
    if (one.kind === Kind.OBJECT) values.push(...one.fields.map((field) => field.value));
  }
  return values.length - 1;
}

export function sizeOf({ definitions }: DocumentNode): DocumentSize {
  const counts = {
    levels: 0,
    fields: 0,
    aliases: 0,
    directives: 0,
    fragments: 0,
    'list entries': 0,
  };
  const names = new Set<string>();
  const sets: { readonly selections: readonly SelectionNode[]; readonly level: number }[] = [];
  for (const definition of definitions) {
    if (!('selectionSet' in definition)) continue;
    if (definition.kind === Kind.FRAGMENT_DEFINITION) counts.fragments += 1;
    counts.directives += definition.directives?.length ?? 0;
    sets.push({ selections: definition.selectionSet.selections, level: 1 });
  }
  for (const { selections, level } of sets) {
    counts.levels = Math.max(counts.levels, level);
    for (const selection of selections) {
      counts.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        counts.fields += 1;
        names.add(selection.name.value);
        if (selection.alias !== undefined) counts.aliases += 1;
        for (const { value } of selection.arguments ?? []) {
          counts['list entries'] += countEntries(value);
        }
      } else {
        counts.fragments += 1;
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined) {
        sets.push({ selections: selection.selectionSet.selections, level: level + 1 });
      }
    }
  }
  return { counts, names };
}
