/**
 * The accelerator: it answers a POST whose document is valid and whose result has no errors, without a Request, a Response
 * and the hooks of Yoga in between. Everything else is Yoga's, and so is every error: Yoga then executes again.
 *
 * A document that comes again is compiled by graphql-jit into a function that does nothing but what the document asks for.
 * graphql has checked the variables, so it alone decides what a valid value is. Values of resolvers are sent as they are:
 * Pothos has types for them, and enum values equal their names.
 */

import { type DocumentNode, execute, GraphQLSchema, Kind, OperationTypeNode } from 'graphql';
import type { ApiContext } from '../schema/builder.ts';
import { schema } from '../schema/index.ts';
import { newBudget } from '../schema/response-budget.ts';
import type { ApiResponse, Prepared } from './api-request.ts';
import { type CachedDocument, type Documents, documentCache } from './document-cache.ts';
import { postHeaders } from './headers.ts';
import { type PersistedQueries, persistedQueries } from './persisted-queries.ts';
import type { RateLimit } from './rate-limit.ts';

interface Given extends Pick<ApiContext, 'serviceTagFiles' | 'log'> {
  /** Validations that a client may ask for; without it there is no limit. */
  readonly validations?: RateLimit | undefined;
}

/** What all requests share. */
export interface ApiParts extends Given {
  readonly documents: Documents;
  readonly persisted: PersistedQueries;
}

export const apiParts = (given: Given): ApiParts => ({
  ...given,
  documents: documentCache(),
  persisted: persistedQueries(),
});

/** From the third time on compiling pays. */
const usesBefore = 2;
/** Longer texts take long to compile. */
const maxText = 4_000;

/** Compiled, an introspection has other results. */
const canBeCompiled = ({ text, operations, schemaCost }: CachedDocument) =>
  text.length <= maxText && operations === 1 && schemaCost === 0;

/**
 * Mutations run as queries: they change nothing, so their order is no matter, and what the library makes of a mutation
 * holds its variables and its result until V8 collects everything.
 */
const schemaOfMutations = new GraphQLSchema({
  ...schema.toConfig(),
  query: schema.getMutationType(),
});

const asQuery = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? { ...one, operation: OperationTypeNode.QUERY } : one,
  ),
});

/** The library loads in the background when the first document comes again; to compile takes a turn of its own. */
async function compile(cached: CachedDocument): Promise<void> {
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  await new Promise((resolve) => setTimeout(resolve));
  const options = { disableLeafSerialization: true };
  const compiled = cached.isOnlyQueries
    ? compileQuery(schema, cached.document, undefined, options)
    : compileQuery(schemaOfMutations, asQuery(cached.document), undefined, options);
  if (isCompiledQuery(compiled)) cached.compiled = compiled;
}

function execution(
  { document: cached, operation, parameters, variables }: Prepared,
  contextValue: ApiContext,
) {
  const variableValues = parameters.variables ?? {};
  cached.uses += 1;
  if (cached.uses === usesBefore && canBeCompiled(cached)) compile(cached).catch(() => {});
  const { compiled, document } = cached;
  // Compiled, a null instead of a default counts as false, and a field that must not be null needs its default.
  if (compiled !== undefined && !Object.values(variableValues).includes(null)) {
    return compiled.query(undefined, contextValue, variables);
  }
  const operationName = operation?.name?.value;
  return execute({ schema, document, variableValues, operationName, contextValue });
}

/** The response to a POST, in a type of JSON; undefined where Yoga has to give it. */
export function accelerate(
  { serviceTagFiles, log }: ApiParts,
  type: string,
  prepared: Prepared,
): ApiResponse | undefined {
  const { document, parameters, errors, isCacheable } = prepared;
  // Yoga adds the cost.
  if (errors.length > 0 || parameters.extensions?.cost === true) return undefined;
  const result = execution(prepared, { serviceTagFiles, log, budget: newBudget() });
  // A result that comes later is Yoga's, too.
  if (result instanceof Promise || result.errors || !('data' in result)) return undefined;
  return {
    status: 200,
    headers: postHeaders(type, isCacheable, document.deprecated),
    text: JSON.stringify({ data: result.data }),
    isCacheable,
  };
}
