/** What is known of a request before anything is executed: its parameters, its document and its cost. */

import { complexityFromQuery } from '@pothos/plugin-complexity';
import { type GraphQLError, getOperationAST, Kind } from 'graphql';
import { limits } from '../limits.ts';
import { schema } from '../schema/index.ts';
import {
  type ApiRequest,
  type Parameters,
  type Prepared,
  type RequestState,
  readParameters,
} from './api-request.ts';
import { type CachedDocument, type Documents, queryTooLarge } from './document-cache.ts';

export const maxCost = limits.cost;

/** The cost of an operation by the weights of the schema; undefined where there is no such operation or a variable is wrong. */
export function costOf(
  cached: CachedDocument,
  { operationName, variables }: Parameters,
): number | undefined {
  if (!cached.hasCostOfInput && cached.cost !== undefined) return cached.cost;
  const operation = getOperationAST(cached.document, operationName);
  if (!operation) return undefined;
  const query = { kind: Kind.DOCUMENT, definitions: [operation, ...cached.fragments] } as const;
  let cost = cached.schemaCost;
  try {
    cost += complexityFromQuery(query, { schema, variables: { ...variables } }).complexity;
  } catch {
    return undefined;
  }
  if (!cached.hasCostOfInput && cached.operations === 1) cached.cost = cost;
  return cost;
}

/** The error where an operation costs too much. */
export function refuseCost(cost: number | undefined): GraphQLError | undefined {
  if (cost === undefined || cost <= maxCost) return undefined;
  return queryTooLarge('the operation costs too much', `a cost of at most ${maxCost}`, cost);
}

/** Reads a request once; undefined where that fails, which Yoga explains. */
export function prepare(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
): Prepared | undefined {
  if (state.prepared !== undefined) return state.prepared;
  state.parameters ??= readParameters(request);
  const { parameters, text } = state;
  const query = text ?? parameters?.query;
  if (parameters === undefined || !query) return undefined;
  try {
    const document = documents(query);
    const cost = document.errors.length === 0 ? costOf(document, parameters) : undefined;
    state.prepared = { parameters, document, cost };
  } catch {
    // It does not parse.
  }
  return state.prepared;
}
