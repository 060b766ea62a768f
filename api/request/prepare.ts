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
import type { ApiRequest, Parameters, Prepared, RequestState } from './api-request.ts';
import { type CachedDocument, type Documents, queryTooLarge } from './document-cache.ts';
import { readParameters } from './parameters.ts';
import { operationError, variableErrors } from './variable-errors.ts';

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

/** Whether a response may be cached: its operation takes no configuration, and declares each variable that came with it. */
function isCacheable(
  { takesConfiguration, isOnlyQueries }: CachedDocument,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): boolean {
  if (takesConfiguration || !isOnlyQueries) return false;
  return Object.keys(given).every((name) =>
    variableDefinitions.some(({ variable }) => variable.name.value === name),
  );
}

/** What an operation of a document comes to with its variables, or why it is not executed. */
function prepared(cached: CachedDocument, parameters: Parameters): Prepared {
  const { operationName, variables } = parameters;
  const { document } = cached;
  const given = variables ?? {};
  const operation = getOperationAST(document, operationName) ?? undefined;
  const known = { parameters, document: cached, operation };
  const refuse = (errors: readonly GraphQLError[]): Prepared => ({
    ...known,
    variables: {},
    cost: 0,
    errors,
    isCacheable: false,
  });
  // A document that does not parse has no definitions.
  const isNamed = operation !== undefined || document.definitions.length === 0;
  if (!isNamed) return refuse([operationError(document, operationName)]);
  if (!operation || cached.errors.length > 0) return refuse(cached.errors);
  const { variableDefinitions = [] } = operation;
  const values = getVariableValues(schema, variableDefinitions, given, fewErrors);
  if (values.errors) {
    const explained = variableErrors(document, operation, given);
    return refuse(explained.length > 0 ? explained : values.errors);
  }
  let cost: number;
  try {
    cost = costOf(cached, operation, given);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Null for an argument that must not be null, where the variable has a default.
    error.extensions.code ??= 'BAD_USER_INPUT';
    return refuse([error]);
  }
  if (cost > limits.cost) {
    const accepted = `a cost of at most ${limits.cost}`;
    return refuse([queryTooLarge('the operation costs too much', accepted, cost)]);
  }
  return {
    ...known,
    variables: values.variableValues.coerced,
    cost,
    errors: [],
    isCacheable: isCacheable(cached, operation, given),
  };
}

/** Reads a request once; undefined where it has no query that is known. */
export function prepare(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
): Prepared | undefined {
  state.read ??= readParameters(request);
  const { parameters } = state.read;
  const query = state.text ?? parameters?.query;
  if (parameters === undefined || query == null) return undefined;
  state.prepared ??= prepared(documents(query), parameters);
  return state.prepared;
}
