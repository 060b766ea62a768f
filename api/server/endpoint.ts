/** The API at the level of node:http: from the response cache, on this thread, or, what may take long, in a thread of its own. */

import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { isMcp, type McpRequest, mcpRequestOf } from '../mcp/request.ts';
import { redactingLogger } from '../plugins/redacting-logger.ts';
import type { ApiRequest, ApiResponse, RequestState } from '../request/api-request.ts';
import type { RateLimits } from '../request/rate-limit.ts';
import { failure, refused } from '../request/refusal.ts';
import { responder } from '../request/respond.ts';
import type { HandlerParts } from '../yoga.ts';
import { type HeldBytes, heldBytes } from './held-bytes.ts';
import { isHeavy, maxLightBody } from './is-heavy.ts';
import { readBody } from './request-body.ts';
import type { Task, TaskHead } from './request-thread.ts';
import {
  bytesOf,
  type Exchange,
  type StoredResponse,
  sendResponse,
  storedResponse,
} from './stored-response.ts';
import type { ThreadPool } from './thread-pool.ts';

const noBody = Buffer.alloc(0);
const mebibyte = 1024 * 1024;
const maxCacheBytes = 8 * mebibyte;
/** Longer requests rarely repeat. */
const maxKey = 16 * 1024;
/** Shorter responses are not counted: there is a bound on connections. */
const minHeld = 64 * 1024;
/** A validation that takes longer counts as several: one for each so many milliseconds. */
const millisecondsEach = 20;

export interface EndpointParts extends HandlerParts {
  readonly validations?: RateLimits | undefined;
  readonly threads: ThreadPool;
  readonly clientOf: (request: IncomingMessage) => string;
  /** Bytes of responses that clients do not read. */
  readonly unread: HeldBytes;
}

export interface Endpoint {
  /** How many responses came from where. */
  readonly counts: Readonly<Record<'cache' | 'main' | 'thread', number>>;
  /** Bytes that cached responses take. */
  cachedBytes(): number;
  answer(exchange: Exchange): void;
}

/** All of a request that can change its response; undefined where it is too long for the cache. */
function keyOf({ method, url, type, accept }: Omit<ApiRequest, 'body'>, body: Buffer) {
  if (url.length + type.length + accept.length + body.length > maxKey) return undefined;
  // No two requests share a key: a header has no line break, and each byte of the body is a character.
  return `${method} ${url}\n${type}\n${accept}\n${body.toString('latin1')}`;
}

export function graphqlEndpoint(parts: EndpointParts): Endpoint {
  const { threads, documents, persisted, validations, clientOf, unread } = parts;
  const respond = responder(parts);
  const pending = heldBytes(64 * mebibyte, 16 * mebibyte);
  const counts = { cache: 0, main: 0, thread: 0 };
  /** Holds no errors, mutations and queries that take a configuration. */
  const cache = new LRUCache<string, StoredResponse>({
    maxSize: maxCacheBytes,
    maxEntrySize: maxCacheBytes / 8,
    sizeCalculation: (response, key) => bytesOf(response) + key.length,
  });

  /** What goes wrong costs one response, not the process. */
  function fail(exchange: Exchange, error: unknown): void {
    redactingLogger.error(error);
    if (exchange.response.headersSent) exchange.response.destroy();
    else sendResponse(exchange, storedResponse(refused(failure), false));
  }

  function send(exchange: Exchange, stored: StoredResponse): void {
    const { request, response } = exchange;
    if (stored.plain.length >= minHeld) {
      const holding = unread.hold(clientOf(request), () => response.destroy());
      response.on('close', holding.release);
      holding.add(stored.plain.length);
    }
    sendResponse(exchange, stored)?.catch((error) => fail(exchange, error));
  }

  async function inThread(
    { response }: Exchange,
    request: Task['request'],
    { client = '', text }: RequestState,
  ): Promise<ApiResponse> {
    const allowed = validations && {
      validations: validations.available(client),
      perMinute: validations.perMinute,
    };
    const result = await threads.run(client, { request, text, allowed }, () => !response.destroyed);
    if (result.persisted) persisted.set(result.persisted.digest, result.persisted.text);
    // A request that was stopped has not said how many validations it has.
    const { milliseconds, validations: executed = milliseconds > 0 ? 1 : 0 } = result;
    if (executed > 0) {
      validations?.charge(client, Math.max(executed, Math.floor(milliseconds / millisecondsEach)));
    }
    return result.response;
  }

  function execute(
    exchange: Exchange,
    head: TaskHead,
    body: Buffer,
  ): ApiResponse | Promise<ApiResponse> {
    const state: RequestState = { client: clientOf(exchange.request) };
    if (body.length > maxLightBody) {
      counts.thread += 1;
      // A copy of its own, which can move to the thread.
      return inThread(exchange, { ...head, body: new Uint8Array(body) }, state);
    }
    const request = { ...head, body: body.toString() };
    const isInThread = isHeavy(request, state, documents, persisted);
    counts[isInThread ? 'thread' : 'main'] += 1;
    return isInThread ? inThread(exchange, request, state) : respond(request, state);
  }

  /** Tools for agents ask the API as other clients do: what is too much for one is too much for both. */
  async function replyToAgent(exchange: Exchange, body: Buffer): Promise<void> {
    const { method = 'GET', headers } = exchange.request;
    const mcp = mcpRequestOf(method, headers);
    const response =
      body.length > maxLightBody
        ? await execute(exchange, { method, url: '/mcp', type: '', accept: '', mcp }, body)
        : await respondToAgent(mcp, body, exchange);
    send(exchange, storedResponse(response, false));
  }

  async function respondToAgent(mcp: McpRequest, body: Buffer, exchange: Exchange) {
    const { respondToMcp } = await import('../mcp/http.ts');
    return respondToMcp(mcp, body.toString(), ({ body: query, ...head }) =>
      execute(exchange, head, Buffer.from(query)),
    );
  }

  function reply(exchange: Exchange, body: Buffer): void {
    const { method = 'GET', url = '', headers } = exchange.request;
    if (isMcp(url)) {
      replyToAgent(exchange, body).catch((error) => fail(exchange, error));
      return;
    }
    const isGet = method === 'GET' || method === 'HEAD';
    const { 'content-type': type = '', accept = '' } = headers;
    const head = { method: isGet ? 'GET' : method, url, type, accept };
    const key = keyOf(head, body);
    const cached = key === undefined ? undefined : cache.get(key);
    if (cached !== undefined) {
      counts.cache += 1;
      send(exchange, cached);
      return;
    }
    const finish = (response: ApiResponse) => {
      const stored = storedResponse(response, isGet);
      if (key !== undefined && response.isCacheable) cache.set(key, stored);
      send(exchange, stored);
    };
    const response = execute(exchange, head, body);
    if (response instanceof Promise) response.then(finish).catch((error) => fail(exchange, error));
    else finish(response);
  }

  function replyOrFail(exchange: Exchange, body: Buffer): void {
    try {
      reply(exchange, body);
    } catch (error) {
      fail(exchange, error);
    }
  }

  return {
    counts,
    cachedBytes: () => cache.calculatedSize,
    answer(exchange) {
      const { request } = exchange;
      if (request.method !== 'POST') {
        replyOrFail(exchange, noBody);
        return;
      }
      readBody(
        exchange,
        pending,
        () => clientOf(request),
        (body) => replyOrFail(exchange, body),
        (refusal) => send(exchange, storedResponse(refused(refusal), false)),
      );
    },
  };
}
