/**
 * The accelerator: it answers a POST in JSON whose document is known to be valid and whose result has no errors, without a
 * Request, a Response and the hooks of Yoga in between. Everything else is Yoga's, and so is every error: Yoga then
 * executes again.
 */

import { type PersistedQueries, persistedQueries } from '../plugins/use-persisted-queries.ts';
import type { ApiContext } from '../schema/builder.ts';
import { newBudget } from '../schema/response-budget.ts';
import type { ApiRequest, ApiResponse, RequestState } from './api-request.ts';
import { type Documents, documentCache, isCacheable } from './document-cache.ts';
import { executeDocument } from './execution.ts';
import { cachingHeaders, deprecationHeaders, noSniff, openCors } from './headers.ts';
import { prepare } from './prepare.ts';
import { type RateLimit, refuseRate } from './rate-limit.ts';

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

/** Headers by the type of the response, and by whether it may be cached. */
const headers = new Map(
  ['application/json', 'application/graphql-response+json'].map((type) => [
    type,
    [false, true].map((canCache) => ({
      'content-type': `${type}; charset=utf-8`,
      ...openCors,
      ...noSniff,
      ...cachingHeaders(canCache, false),
    })),
  ]),
);

/** The response of a type; undefined where Yoga has to give it. */
export function accelerate(
  { documents, serviceTagFiles, validations, log }: ApiParts,
  request: ApiRequest,
  type: string,
  state: RequestState,
): ApiResponse | undefined {
  const known = headers.get(type);
  if (known === undefined || request.method !== 'POST') return undefined;
  const prepared = prepare(request, state, documents);
  if (prepared === undefined) return undefined;
  const { document, parameters, executable } = prepared;
  const isRegistration = parameters.documentId != null && parameters.query != null;
  if (parameters.extensions || isRegistration) return undefined;
  if (!executable || executable.refusal) return undefined;
  if (refuseRate(validations, document, state)) return undefined;
  const context = { serviceTagFiles, log, budget: newBudget() };
  const result = executeDocument(document, executable, parameters.variables ?? {}, context);
  if (result === undefined) return undefined;
  const canCache = isCacheable(document, executable.operation, parameters.variables);
  return {
    status: 200,
    headers: document.deprecated
      ? { ...known[Number(canCache)], ...deprecationHeaders(document.deprecated) }
      : (known[Number(canCache)] ?? {}),
    text: JSON.stringify({ data: result.data }),
    isCacheable: canCache,
  };
}
