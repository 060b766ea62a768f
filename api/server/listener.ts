/** What the server does with a request: its target, its id, its line in the log and in the metrics. */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isMcp } from '../mcp/request.ts';
import { requestIdOf } from '../request/client.ts';
import { noSniff, noStore } from '../request/headers.ts';
import { type Refusal, refused } from '../request/refusal.ts';
import { noteResponse } from './connections.ts';
import type { Endpoint } from './endpoint.ts';
import type { Traffic } from './graceful-stop.ts';
import { createMetrics, type Route } from './metrics.ts';
import type { RequestLog } from './request-log.ts';
import type { SiteFiles } from './site-files.ts';
import { type Exchange, sendResponse, storedResponse } from './stored-response.ts';

export interface ListenerParts {
  readonly api: Endpoint;
  readonly site: SiteFiles;
  readonly clientOf: (request: IncomingMessage) => string;
  readonly log: RequestLog | undefined;
}

export interface Listening {
  readonly listener: RequestListener;
  readonly traffic: Traffic;
  /** From now on responses tell clients to go elsewhere. */
  leave(): void;
}

const badRequest = (message: string): Refusal => ({ status: 400, code: 'BAD_REQUEST', message });
const badTarget = badRequest('the target of the request must begin with a slash');
const badHost = badRequest('the request must have one header Host with a host name');
const badCoding: Refusal = {
  status: 501,
  code: 'NOT_IMPLEMENTED',
  message:
    'the header Transfer-Encoding names a coding that the server does not know; accepted: chunked',
};

/** What is wrong with the head of a request (RFC 9112, sections 3.2 and 6.1). */
function refusalOf({ rawHeaders, headers }: IncomingMessage): Refusal | undefined {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1 || /[\s/@"<>\\]/.test(headers.host ?? '')) return badHost;
  const coding = headers['transfer-encoding'];
  return coding === undefined || coding.toLowerCase() === 'chunked' ? undefined : badCoding;
}

/** Path and query of a target, which may be a whole address (RFC 9112, section 3.2.2). */
function targetOf({ url = '' }: IncomingMessage): string {
  if (url.startsWith('/')) return url;
  const [, target] = /^https?:\/\/[^/?]*(.*)$/i.exec(url) ?? [];
  return target === undefined ? url : target.replace(/^(?!\/)/, '/');
}

function sendText(response: ServerResponse, status: number, text: string, more: object = {}): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', ...noStore, ...noSniff, ...more };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text);
}

export function createListener({ api, site, clientOf, log }: ListenerParts): Listening {
  let isLeaving = false;
  const traffic = { lastRequestAt: 0, running: 0 };
  const { cachedBytes, counts } = api;
  const metrics = createMetrics({ running: () => traffic.running, cachedBytes, counts });

  const operations: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/health': (response) => sendText(response, 200, 'ok'),
    '/ready': (response) =>
      sendText(response, isLeaving ? 503 : 200, isLeaving ? 'stopping' : 'ready'),
    '/metrics': (response) => {
      const type = { 'content-type': metrics.contentType };
      metrics.print().then(
        (text) => sendText(response, 200, text, type),
        () => sendText(response, 500, 'the metrics cannot be read'),
      );
    },
  };

  function watch({ request, response, requestId }: Exchange, route: Route, path: string): void {
    const begin = performance.now();
    traffic.lastRequestAt = begin;
    traffic.running += 1;
    response.on('close', () => {
      traffic.running -= 1;
      const duration = performance.now() - begin;
      const status = response.headersSent ? response.statusCode : 0;
      metrics.observe(route, status, duration / 1000);
      const { method = '' } = request;
      const durationMs = Math.round(duration * 1000) / 1000;
      log?.add({ requestId, method, path, status, durationMs });
    });
  }

  function operate({ method }: IncomingMessage, response: ServerResponse, path: string): void {
    if (method === 'GET' || method === 'HEAD') operations[path]?.(response);
    else sendText(response, 405, 'method not allowed\n', { allow: 'GET, HEAD' });
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    noteResponse(request.socket, response);
    const url = targetOf(request);
    request.url = url;
    const [path = ''] = url.split('?', 1);
    const exchange = { request, response, requestId: requestIdOf(request.headers['x-request-id']) };
    const isApi = path === '/graphql' || path === '/graphql/' || isMcp(path);
    const isOperation = !isApi && Object.hasOwn(operations, path);
    watch(exchange, isApi ? 'graphql' : isOperation ? 'operations' : 'site', path);
    const isUnknown = !path.startsWith('/') && !(path === '*' && request.method === 'OPTIONS');
    const refusal = refusalOf(request) ?? (isUnknown ? badTarget : undefined);
    if (isLeaving || refusal) response.setHeader('connection', 'close');
    if (refusal) sendResponse(exchange, storedResponse(refused(refusal), false));
    else if (isApi) api.answer(exchange);
    else {
      response.setHeader('x-request-id', exchange.requestId);
      if (isOperation) operate(request, response, path);
      else if (path === '*') response.writeHead(204, { allow: 'GET, HEAD, POST, OPTIONS' }).end();
      else site(request, response, clientOf(request));
    }
  }

  return {
    traffic,
    listener,
    leave() {
      isLeaving = true;
    },
  };
}
