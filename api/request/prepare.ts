/** What is known of a request before anything is executed: its parameters, its document, its variables and its cost. */

import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { limits } from '../limits.ts';
import { schema } from '../schema/index.ts';
import type { ApiRequest, Executable, Parameters, Prepared, RequestState } from './api-request.ts';
import { type CachedDocument, type Documents, queryTooLarge } from './document-cache.ts';
import { readParameters } from './parameters.ts';

type Variables = Readonly<Record<string, unknown>>;

/** One mistake is enough to know: a list of thousands has a message for each, and nobody reads them. */
const fewErrors = { maxErrors: 1, hideSuggestions: true };

function costOf(cached: CachedDocument, operation: OperationDefinitionNode, given: Variables) {
  if (!cached.hasCostOfInput && cached.cost !== undefined) return cached.cost;
  const query = { kind: Kind.DOCUMENT, definitions: [operation, ...cached.fragments] } as const;
  const { complexity } = complexityFromQuery(query, { schema, variables: { ...given } });
  const cost = cached.schemaCost + complexity;
  if (!cached.hasCostOfInput && cached.operations === 1) cached.cost = cost;
  return cost;
}

/** The operation, its variables and its cost; undefined where there is no such operation, or a variable is wrong. */
export function executableOf(
  cached: CachedDocument,
  { operationName, variables: given }: Parameters,
): Executable | undefined {
  const operation = getOperationAST(cached.document, operationName);
  if (!operation || cached.errors.length > 0) return undefined;
  const { variableDefinitions = [] } = operation;
  const values = getVariableValues(schema, variableDefinitions, given ?? {}, fewErrors);
  if (values.errors) return undefined;
  const variables = values.variableValues.coerced;
  try {
    const cost = costOf(cached, operation, given ?? {});
    const refusal =
      cost > limits.cost
        ? queryTooLarge('the operation costs too much', `a cost of at most ${limits.cost}`, cost)
        : undefined;
    return { operation, variables, cost, refusal };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Null for an argument that must not be null, where the variable has a default.
    return { operation, variables, cost: Number.POSITIVE_INFINITY, refusal: error };
  }
}

/** Reads a request once; undefined where that fails. */
export function prepare(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
): Prepared | undefined {
  if (state.prepared !== undefined) return state.prepared;
  state.read ??= readParameters(request);
  const { parameters } = state.read;
  const query = state.text ?? parameters?.query;
  if (parameters === undefined || !query) return undefined;
  let document: CachedDocument;
  try {
    document = documents(query);
  } catch {
    // It does not parse.
    return undefined;
  }
  state.prepared = { parameters, document, executable: executableOf(document, parameters) };
  return state.prepared;
}
