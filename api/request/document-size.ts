/**
 * Bounds a document by its text alone, before it is validated: validation compares fields of one name and fragments with
 * each other, so it can cost more than the execution. `visit` keeps a list of its own: a document may nest deeper than
 * calls can.
 */

import { type DocumentNode, Kind, visit } from 'graphql';

export function sizeOf(document: DocumentNode) {
  /** Each has its limit. */
  const counts = { levels: 0, fields: 0, aliases: 0, repeatedFields: 0, fragments: 0 };
  /** How often each field is named. */
  const fields = new Map<string, number>();
  /** Aliases and variables. */
  const names = new Set<string>();
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
      const siblings = open.at(-1);
      const responseName = (alias ?? name).value;
      if (siblings?.has(responseName)) counts.repeatedFields += 1;
      siblings?.add(responseName);
      if (alias === undefined) return;
      counts.aliases += 1;
      names.add(alias.value);
    },
    Variable({ name }) {
      names.add(name.value);
    },
    FragmentDefinition: countFragment,
    FragmentSpread: countFragment,
    InlineFragment: countFragment,
  });
  return { counts, fields, names };
}
