/** What an operation costs, by the weights beside the fields of the schema. */

import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type GraphQLError, Kind } from 'graphql';
import { schema } from '../schema/index.ts';
import type { Parameters } from './api-request.ts';
import { badInput, type CachedDocument, operationOf } from './document-cache.ts';

/** About half a second of a processor. */
export const maxCost = 500_000;
/** The plugin does not look into introspection. */
const schemaCost = 8_000;

/** The cost of an operation; undefined where there is no such operation or a variable has a wrong value. */
export function costOf(
  document: CachedDocument,
  operationName: Parameters['operationName'],
  variables: Parameters['variables'],
): number | undefined {
  if (!document.hasCostOfInput && document.cost !== undefined) return document.cost;
  const operation = operationOf(document, operationName);
  if (operation === undefined) return undefined;
  const query = { kind: Kind.DOCUMENT, definitions: [operation, ...document.fragments] } as const;
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
  const accepted = `a cost of at most ${maxCost}`;
  return badInput(`the operation costs too much: about ${cost}`, accepted, cost);
}
