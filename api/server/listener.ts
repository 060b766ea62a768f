/** What the server does with a request: its target, its id, its line in the log and in the metrics. */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isMcp } from '../mcp/request.ts';
import { type ApiResponse, pathOf } from '../request/api-request.ts';
import { requestIdOf } from '../request/client.ts';
import { isFeed } from '../request/feeds.ts';
import { badRequest, type Refusal, refused } from '../request/refusal.ts';
import { methodNotAllowed, textResponse } from '../request/text-response.ts';
import { noteEnd, noteResponse } from './connections.ts';
import type { Endpoint } from './endpoint.ts';
import { heldBytes } from './held-bytes.ts';
import { createMetrics } from './metrics.ts';
import type { RequestLog } from './request-log.ts';
import { type Exchange, sendFailure, sendResponse } from './stored-response.ts';

export interface ListenerParts {
  readonly api: Endpoint;
  readonly site: (exchange: Exchange) => void;
  readonly clientOf: (request: IncomingMessage) => string;
  readonly log: RequestLog | undefined;
}

export interface Traffic {
  /** When the last request came, on the clock of `performance.now()`. */
  lastRequestAt: number;
  /** How many responses have not ended. */
  running: number;
  /** Whether responses tell clients to go elsewhere. */
  isLeaving: boolean;
}

const mebibyte = 1024 * 1024;

const badTarget = badRequest('the target of the request must begin with a slash');
const badHost = badRequest('the request must have one header Host with a host name');
const badCoding: Refusal = {
  status: 501,
  code: 'NOT_IMPLEMENTED',
  message:
    'the header Transfer-Encoding names a coding that the server does not know; accepted: chunked',
};

/** What is wrong with the head of a request (RFC 9112, sections 3.2 and 6.1). */
function refusalOf({ rawHeaders, headers, method }: IncomingMessage, path: string) {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1 || /[\s/@"<>\\]/.test(headers.host ?? '')) return badHost;
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') return badCoding;
  const isTarget = path.startsWith('/') || (path === '*' && method === 'OPTIONS');
  return isTarget ? undefined : badTarget;
}

/** Path and query of a target, which may be a whole address (RFC 9112, section 3.2.2). */
function targetOf({ url = '' }: IncomingMessage): string {
  if (url.startsWith('/')) return url;
  const [, target] = /^https?:\/\/[^/?]*(.*)$/i.exec(url) ?? [];
  return target === undefined ? url : target.replace(/^(?!\/)/, '/');
}

export function createListener({ api, site, clientOf, log }: ListenerParts): {
  readonly listener: RequestListener;
  readonly traffic: Traffic;
} {
  const traffic: Traffic = { lastRequestAt: 0, running: 0, isLeaving: false };
  const metrics = createMetrics(traffic, api);
  // In all, and for each client.
  const unread = heldBytes(24 * mebibyte, 24 * mebibyte);

  const operations: Readonly<Record<string, () => ApiResponse | Promise<ApiResponse>>> = {
    '/health': () => textResponse(200, 'ok'),
    '/ready': () =>
      traffic.isLeaving ? textResponse(503, 'stopping') : textResponse(200, 'ready'),
    '/metrics': async () =>
      textResponse(200, await metrics.print(), { 'content-type': metrics.contentType }),
  };

  function watch(
    { request, path, response, requestId }: Exchange,
    route: string,
    begin: number,
  ): void {
    traffic.lastRequestAt = begin;
    traffic.running += 1;
    const { socket } = request;
    response.on('close', () => {
      const end = performance.now();
      noteEnd(socket, response, end);
      traffic.running -= 1;
      const duration = end - begin;
      const status = response.headersSent ? response.statusCode : 0;
      metrics.observe(route, status, duration / 1000);
      const { method = '' } = request;
      const durationMs = Math.round(duration * 1000) / 1000;
      log?.({ requestId, method, path, status, durationMs });
    });
  }

  async function operate(exchange: Exchange): Promise<void> {
    const { method = '' } = exchange.request;
    const isRead = method === 'GET' || method === 'HEAD';
    const response = isRead ? await operations[exchange.path]?.() : methodNotAllowed();
    if (response) sendResponse(exchange, response);
  }

  function serve(exchange: Exchange): void {
    try {
      site(exchange);
    } catch (error) {
      sendFailure(exchange, error);
    }
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    const begin = performance.now();
    if (!noteResponse(request.socket, response, begin)) return;
    const url = targetOf(request);
    request.url = url;
    const path = pathOf(url);
    const requestId = requestIdOf(request.headers['x-request-id']);
    const client = () => clientOf(request);
    const exchange: Exchange = { request, path, response, requestId, unread, client };
    const isApi = path === '/graphql' || path === '/graphql/' || isMcp(path) || isFeed(path);
    const isOperation = !isApi && Object.hasOwn(operations, path);
    watch(exchange, isApi ? 'graphql' : isOperation ? 'operations' : 'site', begin);
    const refusal = refusalOf(request, path);
    if (traffic.isLeaving || refusal) response.shouldKeepAlive = false;
    if (refusal) sendResponse(exchange, refused(refusal));
    else if (isApi) api.answer(exchange);
    else if (isOperation) operate(exchange).catch((error) => sendFailure(exchange, error));
    else if (path === '*') {
      const headers = { allow: 'GET, HEAD, POST, OPTIONS' };
      sendResponse(exchange, { status: 204, headers, text: '', isCacheable: false });
    } else serve(exchange);
  }

  return { traffic, listener };
}
