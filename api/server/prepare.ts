/** What the server knows of a request before it executes anything: its parameters, its document and its cost. */

import { type PersistedQueries, persistedQuery } from '../plugins/use-persisted-queries.ts';
import type { Documents } from '../request/document-cache.ts';
import { costOf, maxCost } from '../request/document-cost.ts';
import { isJson, readParameters } from '../request/parameters.ts';
import type { ApiRequest, Prepared, RequestState } from '../request/request-state.ts';

/** Reads a request once; undefined where that fails, which Yoga explains. */
export function prepare(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
  text?: string,
): Prepared | undefined {
  if (state.prepared !== undefined) return state.prepared;
  state.parameters ??= readParameters(request);
  const { parameters } = state;
  const query = text ?? parameters?.query;
  if (parameters === undefined || !query) return undefined;
  try {
    const document = documents(query);
    const canExecute = document.errors.length === 0;
    const cost = canExecute
      ? costOf(document, parameters.operationName, parameters.variables)
      : undefined;
    state.prepared = { parameters, document, cost };
  } catch {
    // It does not parse.
  }
  return state.prepared;
}

/** Bodies and texts above these go to a thread unread. */
const maxLightBody = 24 * 1024;
const maxLightText = 4 * 1024;
/** About 20 milliseconds. */
const maxLightCost = 20_000;

/** What a template can make much of by few words: expressions, copies, and letters written as numbers that may spell them. */
const expansion = /"\[|\\u|copy/i;

/** Whether a request may take more than about 20 milliseconds, so that it belongs into a thread of its own. */
export function isHeavy(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
  persisted: PersistedQueries,
): boolean {
  if (request.body.length > maxLightBody) return true;
  state.parameters ??= readParameters(request);
  if (state.parameters === undefined) return request.body.length > maxLightText;
  const { query, extensions } = state.parameters;
  const digest = query
    ? undefined
    : persistedQuery.safeParse(extensions?.persistedQuery).data?.sha256Hash;
  const text = digest === undefined ? query : persisted.get(digest);
  if (!text) return false;
  if (text.length > maxLightText) return true;
  const { document, cost = 0 } = prepare(request, state, documents, text) ?? {};
  if (document === undefined || cost > maxCost) return false;
  if (cost > maxLightCost) return true;
  return (
    document.takesConfiguration && (expansion.test(request.body) || expansion.test(request.url))
  );
}

/** A request that a thread can read which does not know the text of its digest. */
export function withText(request: ApiRequest, { prepared }: RequestState): ApiRequest {
  if (prepared === undefined || prepared.parameters.query) return request;
  const { variables, operationName } = prepared.parameters;
  const query = prepared.document.text;
  if (isJson(request))
    return { ...request, body: JSON.stringify({ query, variables, operationName }) };
  const search = new URLSearchParams({
    query,
    variables: JSON.stringify(variables ?? {}),
    ...(operationName && { operationName }),
  });
  return { ...request, url: `/graphql?${search}` };
}
