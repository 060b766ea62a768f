/**
 * Bounds a document by its text alone, before it is validated: validation compares fields and fragments with each other,
 * so it can cost more than the execution. `visit` keeps a list of its own: a document may nest deeper than calls can.
 */

import { type DocumentNode, visit } from 'graphql';

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
  /** How often each field is named. */
  readonly fields: ReadonlyMap<string, number>;
  readonly aliases: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

export function sizeOf(document: DocumentNode): DocumentSize {
  const counts = {
    levels: 0,
    fields: 0,
    aliases: 0,
    directives: 0,
    fragments: 0,
    'list entries': 0,
  };
  const fields = new Map<string, number>();
  const aliases = new Set<string>();
  const variables = new Set<string>();
  let level = 0;
  const countFragment = () => {
    counts.fragments += 1;
  };
  visit(document, {
    SelectionSet: {
      enter() {
        level += 1;
        counts.levels = Math.max(counts.levels, level);
      },
      leave() {
        level -= 1;
      },
    },
    Field({ name, alias }) {
      counts.fields += 1;
      if (alias !== undefined) {
        counts.aliases += 1;
        aliases.add(alias.value);
      }
      fields.set(name.value, (fields.get(name.value) ?? 0) + 1);
    },
    Directive() {
      counts.directives += 1;
    },
    FragmentDefinition: countFragment,
    FragmentSpread: countFragment,
    InlineFragment: countFragment,
    ListValue({ values }) {
      counts['list entries'] += values.length;
    },
    ObjectValue(value) {
      counts['list entries'] += value.fields.length;
    },
    Variable({ name }) {
      variables.add(name.value);
    },
  });
  return { counts, fields, aliases, variables };
}
