/**
 * Bounds the work that one query can ask for.
 *
 * The schema has circles (a region's cloud has regions), so a short query can name millions of fields. Before a query
 * runs, its fields are counted, those below a list as often as the list has entries; a query that comes to more than
 * the limit is refused.
 */

import {
  type DocumentNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

export interface QueryLimits {
  /** @default 20_000 */
  readonly maxTokens?: number;
  /** Fields in the answer. @default 250_000 */
  readonly maxFields?: number;
  /** Entries that a list of objects is taken to have. @default 5 */
  readonly listSize?: number;
  /** Entries of the lists that are longer, by `Type.field`. */
  readonly listSizes?: Readonly<Record<string, number>>;
  /** Fields that take as much work as many others, by `Type.field`. */
  readonly weights?: Readonly<Record<string, number>>;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The number of fields that the costliest operation of a document asks for. */
function countFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  { listSize, listSizes, weights }: Required<QueryLimits>,
): number {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const counted = new Map<string, number>();

  function countFragment(name: string): number {
    const known = counted.get(name);
    const fragment = fragments.get(name);
    if (known !== undefined || fragment === undefined) return known ?? 0;
    // What a fragment finds that spreads itself; validation refuses it anyway.
    counted.set(name, 0);
    const type = schema.getType(fragment.typeCondition.name.value);
    const count = countSelections(fragment.selectionSet.selections, type);
    counted.set(name, count);
    return count;
  }

  function countSelections(
    selections: readonly SelectionNode[],
    parent: GraphQLNamedType | undefined,
  ): number {
    return selections.reduce((sum, selection) => sum + count(selection, parent), 0);
  }

  function count(selection: SelectionNode, parent: GraphQLNamedType | undefined): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return countFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const type = condition === undefined ? parent : schema.getType(condition);
      return countSelections(selection.selectionSet.selections, type);
    }
    const name = selection.name.value;
    const coordinate = `${parent?.name}.${name}`;
    const field = isObjectType(parent) ? schema.getField(parent, name) : undefined;
    const weight = weights[coordinate] ?? 1;
    if (field === undefined || selection.selectionSet === undefined) return weight;
    const entries = isList(field.type) ? (listSizes[coordinate] ?? listSize) : 1;
    const type = getNamedType(field.type);
    return weight + entries * countSelections(selection.selectionSet.selections, type);
  }

  const counts = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? countSelections(
          definition.selectionSet.selections,
          schema.getRootType(definition.operation) ?? undefined,
        )
      : 0,
  );
  return Math.max(0, ...counts);
}

function refusal(what: string, accepted: string, given?: number): GraphQLError {
  return new GraphQLError(`${what}; accepted: ${accepted}`, {
    extensions: {
      code: 'BAD_USER_INPUT',
      ...(given !== undefined && { given }),
      accepted: [accepted],
    },
  });
}

export function useQueryLimits({
  maxTokens = 20_000,
  maxFields = 250_000,
  listSize = 5,
  listSizes = {},
  weights = {},
}: QueryLimits = {}): Plugin {
  const limits = { maxTokens, maxFields, listSize, listSizes, weights };
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens });
        } catch (error) {
          // Each level of a query takes a few frames of the stack.
          if (!(error instanceof RangeError)) throw error;
          throw refusal('the query is nested too deeply', 'at most a few hundred levels');
        }
      });
    },
    onValidate({ params: { schema, documentAST }, setResult }) {
      const given = countFields(schema, documentAST, limits);
      if (given <= maxFields) return;
      const what = `the query asks for too many fields: given about ${given}`;
      setResult([refusal(what, `at most ${maxFields} fields`, given)]);
    },
  };
}
