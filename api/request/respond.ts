/** The API as one function from a request to its response, for every runtime: by the accelerator where it can, else by Yoga. */

import { maxResponseLength, responseTooLarge } from '../schema/response-budget.ts';
import { createHandler } from '../yoga.ts';
import { type ApiParts, accelerate } from './accelerator.ts';
import type { ApiRequest, ApiResponse, RequestState } from './api-request.ts';
import { graphiqlPage } from './graphiql-page.ts';
import {
  cachingHeaders,
  deprecationHeaders,
  noSniff,
  noStore,
  openCors,
  preflight,
} from './headers.ts';
import { jsonType, pageType, responseTypeFor } from './negotiation.ts';
import { readParameters } from './parameters.ts';
import { badRequest, notAcceptable, refused, unsupportedType } from './refusal.ts';

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
/** How a body goes over a connection is for the sender to say: two of these make a response unreadable. */
const framing = new Set(['connection', 'content-length', 'transfer-encoding']);

/** The response of Yoga. */
export async function askYoga(
  handler: ReturnType<typeof createHandler>,
  { method, url, type, body }: ApiRequest,
  accept: string,
  state: RequestState,
): Promise<ApiResponse> {
  const request = new handler.fetchAPI.Request(`http://localhost${url}`, {
    method,
    headers: { accept, ...(type && { 'content-type': type }) },
    body: method === 'POST' ? body : null,
  });
  const response = await handler.fetch(request, { state });
  const { status } = response;
  const headers = [...response.headers]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !framing.has(name));
  const isCacheable = status === 200 && state.isCacheable === true;
  return {
    status,
    headers: {
      ...Object.fromEntries(headers),
      ...openCors,
      ...noSniff,
      ...cachingHeaders(isCacheable, method === 'GET'),
      ...deprecationHeaders(state.deprecated),
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

export function responder(parts: ApiParts): Respond {
  const handler = createHandler(parts);
  return (request, state) => {
    const { method, type, accept } = request;
    if (method === 'OPTIONS') return allowed;
    const preferred = responseTypeFor(accept, method === 'GET');
    if (preferred === undefined) return refused(notAcceptable(accept));
    if (preferred === pageType) return graphiqlPage;
    if (method === 'POST' && type !== jsonType) return refused(unsupportedType(type), preferred);
    // Any other method is Yoga's to refuse.
    if (method === 'GET' || method === 'POST') {
      state.read ??= readParameters(request);
      const { problem } = state.read;
      if (problem !== undefined) return refused(badRequest(problem), preferred);
    }
    const response = accelerate(parts, request, preferred, state);
    return response ? bounded(response) : askYoga(handler, request, preferred, state).then(bounded);
  };
}
