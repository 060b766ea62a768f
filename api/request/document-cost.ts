/** What the operations of a document cost, by the weights beside the fields of the schema, and how many validations they ask for. */

import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type DocumentNode, type GraphQLError, Kind, type SelectionNode } from 'graphql';
import { schema } from '../schema/index.ts';
import { badInput, type CachedDocument, operationOf } from './document-cache.ts';

type Variables = Readonly<Record<string, unknown>> | null | undefined;

/** About half a second of a processor. */
export const maxCost = 500_000;
/** The plugin does not look into introspection. */
const schemaCost = 8_000;

/** The cost of an operation; undefined where there is no such operation or a variable has a wrong value. */
export function costOf(
  document: CachedDocument,
  operationName: string | null | undefined,
  variables: Variables,
): number | undefined {
  if (!document.hasCostOfInput && document.cost !== undefined) return document.cost;
  const operation = operationOf(document, operationName);
  if (operation === undefined) return undefined;
  const query: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...document.fragments],
  };
  let cost: number;
  try {
    cost = complexityFromQuery(query, { schema, variables: { ...variables } }).complexity;
  } catch {
    return undefined;
  }
  if (document.readsSchema) cost += operation.selectionSet.selections.length * schemaCost;
  if (!document.hasCostOfInput && document.operations.length === 1) document.cost = cost;
  return cost;
}

/** The error where an operation costs too much. */
export function refuseCost(cost: number | undefined): GraphQLError | undefined {
  if (cost === undefined || cost <= maxCost) return undefined;
  return badInput(
    `the operation costs too much: about ${cost}`,
    `a cost of at most ${maxCost}`,
    cost,
  );
}

/** How many times an operation executes validateConfig: once for each name that it has in the response. */
export function validationsIn(
  document: CachedDocument,
  operationName: string | null | undefined,
): number {
  const operation = operationOf(document, operationName);
  if (operation?.operation !== 'mutation') return 0;
  const names = new Set<string>();
  const read = new Set<readonly SelectionNode[]>();
  const fragmentOf = (name: string) =>
    document.fragments.find((fragment) => fragment.name.value === name)?.selectionSet.selections ??
    [];
  const visit = (selections: readonly SelectionNode[]) => {
    if (read.has(selections)) return;
    read.add(selections);
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        visit(fragmentOf(selection.name.value));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet.selections);
      } else if (selection.name.value === 'validateConfig') {
        names.add((selection.alias ?? selection.name).value);
      }
    }
  };
  visit(operation.selectionSet.selections);
  return names.size;
}
