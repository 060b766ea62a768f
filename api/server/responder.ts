/** From a request of the API to its response, without anything of a runtime: by the accelerator where there is one, else by Yoga. */

import { cachingHeaders } from '../request/headers.ts';
import type { ApiRequest, ApiResponse, RequestState, Respond } from '../request/request-state.ts';
import { maxResponseLength, responseTooLarge } from '../schema/response-budget.ts';
import type { createHandler } from '../yoga.ts';
import type { Accelerate } from './accelerator.ts';
import { bodyOf, type Refusal, refusalHeaders } from './refusal.ts';

/** How a body goes over a connection is for the sender to say: two of these make a response unreadable. */
const framing = new Set(['connection', 'content-length', 'transfer-encoding']);

async function askYoga(
  handler: ReturnType<typeof createHandler>,
  { method, url, type, accept, body }: ApiRequest,
  state: RequestState,
): Promise<ApiResponse> {
  const request = new handler.fetchAPI.Request(`http://localhost${url}`, {
    method,
    headers: { accept, ...(type && { 'content-type': type }) },
    body: method === 'POST' && state.parameters === undefined ? body : null,
  });
  // A body that is a text brings a media type that nobody has sent.
  if (!type) request.headers.delete('content-type');
  const response = await handler.fetch(request, { state });
  const { status } = response;
  const headers = [...response.headers].map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const isCacheable = status === 200 && state.isCacheable === true;
  return {
    status,
    headers: {
      ...Object.fromEntries(headers.filter(([name]) => !framing.has(name))),
      ...cachingHeaders(isCacheable, method === 'GET'),
    },
    text: await response.text(),
    isCacheable,
  };
}

export function refused(refusal: Refusal): ApiResponse {
  const headers = {
    ...refusalHeaders,
    ...(refusal.retryAfter && { 'retry-after': String(refusal.retryAfter) }),
  };
  return { status: refusal.status, headers, text: bodyOf(refusal), isCacheable: false };
}

/** The response, or an error in its place where it is too large. */
function bounded(response: ApiResponse): ApiResponse {
  if (response.text.length <= maxResponseLength) return response;
  return refused({ status: 400, code: 'RESPONSE_TOO_LARGE', message: responseTooLarge().message });
}

export function responder(
  handler: ReturnType<typeof createHandler>,
  accelerate?: Accelerate,
): Respond {
  return (request, state) => {
    const response = accelerate?.(request, state);
    return response ? bounded(response) : askYoga(handler, request, state).then(bounded);
  };
}
