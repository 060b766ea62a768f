/**
 * The server as a Cloudflare Worker: the handler, the limits and the headers of Node's server, without anything of Node.
 * Cached responses, compression, metrics, a log of requests and threads are the platform's own. Each isolate counts by
 * itself.
 */

import { redactingLogger } from '../plugins/redacting-logger.ts';
import { createRateLimit } from '../request/rate-limit.ts';
import type { ApiResponse, RequestState } from '../request/request-state.ts';
import { clientOf } from '../server/client-address.ts';
import { graphiqlPage } from '../server/graphiql-page.ts';
import { isUnchanged, pageType, responseTypeFor } from '../server/negotiation.ts';
import { failure, notAcceptable, tooLarge } from '../server/refusal.ts';
import { requestIdOf } from '../server/request-id.ts';
import { refused, responder } from '../server/responder.ts';
import { settings } from '../server/settings.ts';
import { createHandler, maxBodyBytes } from '../yoga.ts';
import { type SiteAssets, siteAnswer } from './site.ts';

interface Environment {
  readonly ASSETS: SiteAssets;
}

const respond = responder(
  createHandler({
    serviceTagFiles: [],
    validations: createRateLimit(settings.validationsPerMinute.default),
  }),
);

/** The body; undefined where it is too large. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > maxBodyBytes) return undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > maxBodyBytes) return undefined;
    parts.push(part);
  }
  return new Blob(parts).text();
}

/** The entity tag that Node's server gives the text. */
async function entityTagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `"${new Uint8Array(digest).toBase64({ alphabet: 'base64url' }).slice(0, 22)}"`;
}

async function sent(request: Request, { status, headers, text, isCacheable }: ApiResponse) {
  const isGet = request.method === 'GET' || request.method === 'HEAD';
  const etag = isCacheable && isGet ? await entityTagOf(text) : undefined;
  const response = new Response(text === '' ? null : text, {
    status,
    headers: { ...headers, ...(etag && { etag }) },
  });
  if (!isUnchanged(request.headers.get('if-none-match'), etag)) return response;
  response.headers.delete('content-type');
  return new Response(null, { status: 304, headers: response.headers });
}

async function apiResponse(request: Request, { pathname, search }: URL): Promise<ApiResponse> {
  const { headers } = request;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const accept = responseTypeFor(headers.get('accept') ?? undefined, method === 'GET');
  if (accept === undefined) return refused(notAcceptable);
  if (accept === pageType) return graphiqlPage;
  const body = method === 'POST' ? await readBody(request) : '';
  if (body === undefined) return refused(tooLarge(maxBodyBytes));
  const client = headers.get('cf-connecting-ip');
  const state: RequestState = { client: client === null ? undefined : clientOf(client) };
  const type = headers.get('content-type') ?? '';
  return respond({ method, url: pathname + search, type, accept, body }, state);
}

const operations = new Map([
  ['/health', 'ok'],
  ['/ready', 'ready'],
]);

async function answer(request: Request, site: SiteAssets): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === '/graphql' || url.pathname === '/graphql/') {
    return sent(request, await apiResponse(request, url));
  }
  const text = operations.get(url.pathname);
  if (text === undefined) return siteAnswer(request, url, site);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return new Response(isRead ? text : 'method not allowed\n', {
    status: isRead ? 200 : 405,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(!isRead && { allow: 'GET, HEAD' }),
    },
  });
}

export default {
  async fetch(request: Request, { ASSETS }: Environment): Promise<Response> {
    let response: Response;
    try {
      response = await answer(request, ASSETS);
    } catch (error) {
      redactingLogger.error(error);
      response = await sent(request, refused(failure));
    }
    response.headers.set('x-request-id', requestIdOf(request.headers.get('x-request-id')));
    return response;
  },
};
