/**
 * The API at the level of node:http: from the response cache, by the accelerator or by Yoga; what may take long, in a thread
 * of its own.
 */

import type { IncomingMessage } from 'node:http';
import { redactingLogger } from '../plugins/redacting-logger.ts';
import type { PersistedQueries } from '../plugins/use-persisted-queries.ts';
import type { Documents } from '../request/document-cache.ts';
import type { RateLimits } from '../request/rate-limit.ts';
import type { ApiRequest, ApiResponse, RequestState, Respond } from '../request/request-state.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { type HeldBytes, heldBytes } from './held-bytes.ts';
import { pageType, responseTypeFor } from './negotiation.ts';
import { isHeavy, withText } from './prepare.ts';
import { failure, notAcceptable, sendRefusal } from './refusal.ts';
import { bodyReader } from './request-body.ts';
import { keyOf, responseCache } from './response-cache.ts';
import {
  type Exchange,
  type StoredResponse,
  sendResponse,
  storedResponse,
} from './stored-response.ts';
import type { ThreadPool } from './thread-pool.ts';

const noBody = Buffer.alloc(0);
const mebibyte = 1024 * 1024;
/** Shorter responses are not counted: there is a bound on connections. */
const minHeld = 64 * 1024;
/** A validation that takes longer counts as several: one for each so many milliseconds. */
const millisecondsEach = 20;

export interface EndpointParts {
  readonly respond: Respond;
  readonly threads: ThreadPool;
  readonly documents: Documents;
  readonly persisted: PersistedQueries;
  readonly validations?: RateLimits | undefined;
  readonly clientOf: (request: IncomingMessage) => string;
  /** Bytes of responses that clients do not read. */
  readonly unread: HeldBytes;
  readonly maxBodyBytes: number;
}

export interface Endpoint {
  /** How many responses came from where. */
  readonly counts: Readonly<Record<'cache' | 'main' | 'thread', number>>;
  /** Bytes that cached responses take. */
  cachedBytes(): number;
  answer(exchange: Exchange): void;
}

export function graphqlEndpoint(parts: EndpointParts): Endpoint {
  const { respond, threads, documents, persisted, validations, clientOf, unread, maxBodyBytes } =
    parts;
  const cache = responseCache();
  const counts = { cache: 0, main: 0, thread: 0 };
  const page = storedResponse(graphiqlPage, true);

  function fail({ response, requestId }: Exchange, error: unknown): void {
    redactingLogger.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.setHeader('x-request-id', requestId);
    sendRefusal(response, failure);
  }

  function send(exchange: Exchange, stored: StoredResponse): void {
    const { response } = exchange;
    if (stored.plain.length >= minHeld) {
      const holding = unread.hold(clientOf(exchange.request), () => response.destroy());
      response.on('close', holding.release);
      holding.add(stored.plain.length);
    }
    sendResponse(exchange, stored)?.catch((error) => fail(exchange, error));
  }

  async function inThread(
    exchange: Exchange,
    request: ApiRequest,
    state: RequestState,
  ): Promise<ApiResponse> {
    const { client = '' } = state;
    const allowed = validations && {
      validations: validations.available(client),
      perMinute: validations.perMinute,
    };
    const task = { request: withText(request, state), ...(allowed && { allowed }) };
    const result = await threads.run(client, task, () => !exchange.response.destroyed);
    if (result.persisted) persisted.set(result.persisted.digest, result.persisted.text);
    // A request that was stopped has not told how many validations it holds.
    const { milliseconds, validations: executed = milliseconds > 0 ? 1 : 0 } = result;
    if (executed > 0) {
      validations?.charge(client, Math.max(executed, Math.floor(milliseconds / millisecondsEach)));
    }
    return result.response;
  }

  /** The request, as far as it can change the response but for the body; undefined where no type of response will do. */
  function headOf({ method = 'GET', url = '', headers }: IncomingMessage) {
    const isGet = method === 'GET' || method === 'HEAD';
    const accept = responseTypeFor(headers.accept, isGet);
    const type = headers['content-type'] ?? '';
    return accept === undefined ? undefined : { method: isGet ? 'GET' : method, url, type, accept };
  }

  function respondTo(exchange: Exchange, request: ApiRequest, key: string | undefined): void {
    const state: RequestState = { client: clientOf(exchange.request) };
    const finish = (response: ApiResponse) => {
      const stored = storedResponse(response, request.method === 'GET');
      if (key !== undefined && response.isCacheable) cache.set(key, stored);
      send(exchange, stored);
    };
    const isInThread = isHeavy(request, state, documents, persisted);
    counts[isInThread ? 'thread' : 'main'] += 1;
    const response = isInThread ? inThread(exchange, request, state) : respond(request, state);
    if (response instanceof Promise) response.then(finish).catch((error) => fail(exchange, error));
    else finish(response);
  }

  function reply(exchange: Exchange, body: Buffer): void {
    const head = headOf(exchange.request);
    const key = head && keyOf(head, body);
    const cached = key === undefined ? undefined : cache.get(key);
    if (cached !== undefined) {
      counts.cache += 1;
      send(exchange, cached);
    } else if (head === undefined) {
      exchange.response.setHeader('x-request-id', exchange.requestId);
      sendRefusal(exchange.response, notAcceptable);
    } else if (head.accept === pageType) {
      send(exchange, page);
    } else {
      respondTo(exchange, { ...head, body: body.toString() }, key);
    }
  }

  /** What goes wrong costs one response, not the process. */
  function replyOrFail(exchange: Exchange, body: Buffer): void {
    try {
      reply(exchange, body);
    } catch (error) {
      fail(exchange, error);
    }
  }

  const pending = heldBytes(64 * mebibyte, 16 * mebibyte);
  const readBody = bodyReader(maxBodyBytes, pending, clientOf, replyOrFail);

  return {
    counts,
    cachedBytes: () => cache.calculatedSize,
    answer(exchange) {
      if (exchange.request.method === 'POST') readBody(exchange);
      else replyOrFail(exchange, noBody);
    },
  };
}
