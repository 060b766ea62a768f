/**
 * Bounds a document by its text alone, before it is validated: validation compares fields of one name and fragments with
 * each other, so it can cost more than the execution. `visit` keeps a list of its own: a document may nest deeper than
 * calls can.
 */

import { type DocumentNode, Kind, visit } from 'graphql';
import { limits } from '../limits.ts';

/** Far above what GraphiQL and code generators send. The number of tokens bounds everything else. */
export const sizeLimits = {
  levels: limits.levels,
  fields: limits.fields,
  aliases: limits.aliases,
  'repeated fields': limits.repeatedFields,
  fragments: limits.fragments,
};

export function sizeOf(document: DocumentNode) {
  const counts = { levels: 0, fields: 0, aliases: 0, 'repeated fields': 0, fragments: 0 };
  /** How often each field is named. */
  const fields = new Map<string, number>();
  const aliases = new Set<string>();
  const variables = new Set<string>();
  let level = 0;
  const countFragment = () => {
    counts.fragments += 1;
  };
  visit(document, {
    SelectionSet: {
      enter({ selections }) {
        level += 1;
        counts.levels = Math.max(counts.levels, level);
        const selected = selections.filter((selection) => selection.kind === Kind.FIELD);
        const names = new Set(selected.map(({ name, alias }) => (alias ?? name).value));
        counts['repeated fields'] += selected.length - names.size;
      },
      leave() {
        level -= 1;
      },
    },
    Field({ name, alias }) {
      counts.fields += 1;
      fields.set(name.value, (fields.get(name.value) ?? 0) + 1);
      if (alias === undefined) return;
      counts.aliases += 1;
      aliases.add(alias.value);
    },
    Variable({ name }) {
      variables.add(name.value);
    },
    FragmentDefinition: countFragment,
    FragmentSpread: countFragment,
    InlineFragment: countFragment,
  });
  return { counts, fields, aliases, variables };
}
