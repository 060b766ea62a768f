/** The API as one function from a request to its response, for every runtime: by the accelerator where it can, else by Yoga. */

import { maxResponseLength, responseTooLarge } from '../schema/response-budget.ts';
import { createHandler } from '../yoga.ts';
import { type ApiParts, accelerate } from './accelerator.ts';
import { type ApiRequest, type ApiResponse, pathOf, type RequestState } from './api-request.ts';
import { feedResponse, isFeed } from './feeds.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { noSniff, noStore, openCors, preflight, responseHeaders } from './headers.ts';
import { jsonType, pageType, responseTypeFor } from './negotiation.ts';
import { readParameters } from './parameters.ts';
import { registerText, resolveDigest } from './persisted-queries.ts';
import { prepare } from './prepare.ts';
import { rateErrors } from './rate-limit.ts';
import { badRequest, notAcceptable, refused, unsupportedType } from './refusal.ts';

/** At once where nothing has to be waited for: each promise on the way takes a twentieth of a short response's time. */
export type Respond = (
  request: ApiRequest,
  state: RequestState,
) => ApiResponse | Promise<ApiResponse>;

export const allowed: ApiResponse = {
  status: 204,
  headers: { ...preflight, ...openCors, ...noStore, ...noSniff },
  text: '',
  isCacheable: false,
};

/** The response of Yoga. */
export async function askYoga(
  handler: ReturnType<typeof createHandler>,
  method: string,
  accept: string,
  state: RequestState,
): Promise<ApiResponse> {
  const { Request } = handler.fetchAPI;
  const request = new Request('http://localhost/graphql', { method, headers: { accept } });
  const response = await handler.fetch(request, { state });
  const { status } = response;
  const { document, isCacheable: canCache = false } = state.prepared ?? {};
  const isCacheable = status === 200 && canCache;
  const headers = ['content-type', 'allow', 'retry-after'].flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    status,
    headers: {
      ...Object.fromEntries(headers),
      ...responseHeaders(isCacheable, method === 'GET', document?.deprecated),
    },
    text: await response.text(),
    isCacheable,
  };
}

/** The response, or an error if it is too large. */
export function bounded(response: ApiResponse): ApiResponse {
  if (response.text.length <= maxResponseLength) return response;
  return refused({ status: 400, code: 'RESPONSE_TOO_LARGE', message: responseTooLarge().message });
}

/** Prepares a request whose parameters are read. */
function prepareRead(
  request: ApiRequest,
  state: RequestState,
  { documents, persisted, validations }: ApiParts,
): void {
  const prepared = prepare(request, state, documents);
  registerText(state, persisted);
  if (prepared?.errors.length === 0) {
    prepared.errors = rateErrors(validations, state.client, prepared.document.validations);
  }
}

export function responder(parts: ApiParts): Respond {
  const handler = createHandler(parts);

  function execute(request: ApiRequest, state: RequestState, preferred: string) {
    const { method } = request;
    const { prepared } = state;
    const response = method === 'POST' && prepared && accelerate(parts, preferred, prepared);
    return response ? bounded(response) : askYoga(handler, method, preferred, state).then(bounded);
  }

  async function resolveAndExecute(request: ApiRequest, state: RequestState, preferred: string) {
    const refusal = await resolveDigest(state, parts.persisted);
    if (refusal) return refused(refusal, preferred);
    prepareRead(request, state, parts);
    return execute(request, state, preferred);
  }

  return (request, state) => {
    const { method, url, type, accept } = request;
    if (isFeed(pathOf(url))) return feedResponse(method, url);
    if (method === 'OPTIONS') return allowed;
    const preferred = responseTypeFor(accept, method === 'GET');
    if (preferred === undefined) return refused(notAcceptable(accept));
    if (preferred === pageType) return graphiqlPage;
    // Any other method is Yoga's to refuse.
    if (method !== 'GET' && method !== 'POST') return execute(request, state, preferred);
    if (method === 'POST' && type !== jsonType) return refused(unsupportedType(type), preferred);
    state.read ??= readParameters(request);
    const { problem, digest } = state.read;
    if (problem !== undefined) return refused(badRequest(problem), preferred);
    if (digest !== undefined) return resolveAndExecute(request, state, preferred);
    prepareRead(request, state, parts);
    return execute(request, state, preferred);
  };
}
