/**
 * Counts the work that a query asks for.
 *
 * The schema has circles (a region's cloud has regions), so a short query can name millions of fields. Fields are
 * counted, those below a list as often as the list has entries, and those that compute as much as many others.
 */

import {
  type DocumentNode,
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
import { listSizes, otherListSize, weights } from './query-weights.ts';

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The number of fields that the costliest operation of a document asks for. */
export function countFields(schema: GraphQLSchema, document: DocumentNode): number {
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
    const entries = isList(field.type) ? (listSizes[coordinate] ?? otherListSize) : 1;
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
