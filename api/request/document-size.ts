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
  /** Response names of the open selections; an inline fragment has those of the selection around it. */
  const open: Set<string>[] = [];
  const countFragment = () => {
    counts.fragments += 1;
  };
  visit(document, {
    SelectionSet: {
      enter(_, __, parent) {
        const isInline = parent && 'kind' in parent && parent.kind === Kind.INLINE_FRAGMENT;
        open.push((isInline && open.at(-1)) || new Set());
        counts.levels = Math.max(counts.levels, open.length);
      },
      leave() {
        open.pop();
      },
    },
    Field({ name, alias }) {
      counts.fields += 1;
      fields.set(name.value, (fields.get(name.value) ?? 0) + 1);
      const names = open.at(-1);
      const responseName = (alias ?? name).value;
      if (names?.has(responseName)) counts['repeated fields'] += 1;
      names?.add(responseName);
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
