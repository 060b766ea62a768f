/** Rules as text in every format: how a query asks for them, and where its result has them. */

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type FieldNode, Kind, type SelectionNode, visit } from 'graphql';
import { formats } from '../../../core/render/formats.ts';
import { camelCase, snakeCase } from '../../../core/render/names.ts';

/** The field of a query that asks for one text; it is replaced by a field for each format, such as `armJson`. */
const marker = 'everyFormat';

const fields = formats.map((format) => ({ ...format, field: camelCase(snakeCase(format.label)) }));

function fieldsFor(field: FieldNode): readonly FieldNode[] {
  return fields.map(({ field: alias, value }) => ({
    ...field,
    alias: { kind: Kind.NAME, value: alias },
    arguments: (field.arguments ?? []).map((argument) =>
      argument.name.value === 'format'
        ? { ...argument, value: { kind: Kind.ENUM, value } }
        : argument,
    ),
  }));
}

/** The query with a field for each format instead of its field `everyFormat`. */
export function inEveryFormat<Result, Variables>(
  query: TypedDocumentNode<Result, Variables>,
): TypedDocumentNode<Result, Variables> {
  return visit(query, {
    SelectionSet: (node) => ({
      ...node,
      selections: node.selections.flatMap((selection): readonly SelectionNode[] =>
        selection.kind === Kind.FIELD && selection.alias?.value === marker
          ? fieldsFor(selection)
          : [selection],
      ),
    }),
  });
}

/** An object of a result whose query was made by `inEveryFormat`. */
export interface InEveryFormat {
  readonly [marker]: string;
}

/** The text of each format, in the order of the tabs. */
export function textsIn(rules: InEveryFormat) {
  const texts = rules as unknown as Readonly<Record<string, string>>;
  return fields.map(({ label, language, field }) => {
    const text = texts[field];
    if (text === undefined) throw new Error(`the query does not ask for ${field}`);
    return { label, language, text };
  });
}
