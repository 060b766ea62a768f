/** What the server does with a request: which way it goes, its id, its line in the log and in the metrics. */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { noteResponse } from './client-errors.ts';
import type { Traffic } from './graceful-stop.ts';
import type { GraphQLEndpoint } from './graphql-endpoint.ts';
import { createMetrics, type Gauge, type Route } from './metrics.ts';
import { type Refusal, sendRefusal } from './refusal.ts';
import { requestIdOf } from './request-id.ts';
import type { RequestLog } from './request-log.ts';

export interface ListenerParts {
  readonly api: GraphQLEndpoint;
  readonly site: (request: IncomingMessage, response: ServerResponse) => void;
  readonly log: RequestLog | undefined;
}

export interface Listening {
  readonly listener: RequestListener;
  readonly traffic: Traffic;
  /** From now on clients are told to go elsewhere. */
  leave(): void;
}

const badAddress: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'the address of the request must begin with a slash',
};

function sendText(response: ServerResponse, status: number, text: string, type: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

export function createListener({ api, site, log }: ListenerParts): Listening {
  const metrics = createMetrics();
  let isLeaving = false;
  const traffic = { lastRequestAt: 0, running: 0 };

  const gauges: readonly Gauge[] = [
    {
      name: 'http_requests_running',
      help: 'Requests that are being answered, this one among them.',
      type: 'gauge',
      read: () => ({ '': traffic.running }),
    },
    {
      name: 'graphql_answers_total',
      help: 'Answers of the API: kept from before, made the short way, made by Yoga.',
      type: 'counter',
      read: () =>
        Object.fromEntries(
          Object.entries(api.counts).map(([from, count]) => [`from="${from}"`, count]),
        ),
    },
    {
      name: 'graphql_kept_answers_bytes',
      help: 'Memory that kept answers take.',
      type: 'gauge',
      read: () => ({ '': api.keptBytes() }),
    },
  ];

  const operations: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/health': (response) => sendText(response, 200, 'ok', 'text/plain'),
    '/ready': (response) =>
      sendText(response, isLeaving ? 503 : 200, isLeaving ? 'stopping' : 'ready', 'text/plain'),
    '/metrics': (response) =>
      sendText(response, 200, metrics.print(gauges), 'text/plain; version=0.0.4; charset=utf-8'),
  };

  function watch(
    request: IncomingMessage,
    response: ServerResponse,
    route: Route,
    path: string,
    requestId: string,
  ): void {
    const begin = performance.now();
    traffic.lastRequestAt = begin;
    traffic.running += 1;
    response.on('close', () => {
      traffic.running -= 1;
      const duration = performance.now() - begin;
      const status = response.headersSent ? response.statusCode : 0;
      metrics.observe(route, status, duration / 1000);
      log?.add({
        requestId,
        method: request.method ?? '',
        path,
        status,
        durationMs: Math.round(duration * 1000) / 1000,
      });
    });
  }

  return {
    traffic,
    leave() {
      isLeaving = true;
    },
    listener(request, response) {
      noteResponse(request.socket, response);
      const { url = '' } = request;
      const mark = url.indexOf('?');
      const path = mark < 0 ? url : url.slice(0, mark);
      const id = requestIdOf(request.headers['x-request-id']);
      if (path === '/graphql' || path === '/graphql/') {
        watch(request, response, 'graphql', path, id);
        if (isLeaving) response.setHeader('connection', 'close');
        api.answer({ request, response, requestId: id });
        return;
      }
      const operation = Object.hasOwn(operations, path) ? operations[path] : undefined;
      watch(request, response, operation ? 'operations' : 'site', path, id);
      response.setHeader('x-request-id', id);
      if (isLeaving) response.setHeader('connection', 'close');
      if (operation) operation(response);
      else if (path.startsWith('/')) site(request, response);
      else sendRefusal(response, badAddress);
    },
  };
}
