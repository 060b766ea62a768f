/** The API at the level of node:http: from the response cache, on this thread, or, what may take long, in a thread of its own. */

import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { answerWithoutTools, isMcp, mcpRequestOf } from '../mcp/request.ts';
import type { ApiParts } from '../request/accelerator.ts';
import type { ApiRequest, RequestState } from '../request/api-request.ts';
import { isFeed } from '../request/feeds.ts';
import { mediaTypeOf } from '../request/parameters.ts';
import { refused } from '../request/refusal.ts';
import type { Respond } from '../request/respond.ts';
import { heldBytes } from './held-bytes.ts';
import { isHeavy, maxLightBody, maxLightCost } from './is-heavy.ts';
import { type BodyReaders, readBody } from './request-body.ts';
import type { Task, TaskHead, TaskResponse } from './request-thread.ts';
import {
  bytesOf,
  type Exchange,
  type StoredResponse,
  sendFailure,
  sendResponse,
  sendStored,
  storedResponse,
  toBeSentOften,
} from './stored-response.ts';
import type { ThreadPool } from './thread-pool.ts';
import { createTurns } from './turns.ts';

const noBody = Buffer.alloc(0);
const mebibyte = 1024 * 1024;
const maxCacheBytes = 8 * mebibyte;
/** Longer requests rarely repeat. */
const maxKey = 16 * 1024;
/** How many requests are remembered that may come again. */
const remembered = 4096;
/**
 * What is longer, or costs more, waits for a turn of this thread; where much waits, it goes to another one. A body that is
 * not read yet counts as the most that it may cost here.
 */
const maxInstantBody = 1024;
const maxInstantCost = 2_000;
const maxWaitingCost = 16 * maxLightCost;
/** A validation that takes longer counts as several: one for each so many milliseconds. */
const millisecondsEach = 20;

export interface Endpoint {
  /** How many responses came from where. */
  readonly counts: Readonly<Record<'cache' | 'main' | 'thread', number>>;
  /** Bytes that cached responses take. */
  cachedBytes(): number;
  answer(exchange: Exchange): void;
}

function headOf({ request, path }: Exchange): TaskHead {
  const { method = 'GET', url = '', headers } = request;
  if (isMcp(path)) {
    return { method, url: '/mcp', type: '', accept: '', mcp: mcpRequestOf(method, headers) };
  }
  const type = mediaTypeOf(headers['content-type']);
  return { method: method === 'HEAD' ? 'GET' : method, url, type, accept: headers.accept ?? '' };
}

/** All of a request that can change its response; undefined where it is not for the cache. */
function keyOf({ method, url, type, accept, mcp }: TaskHead, body: Buffer): string | undefined {
  if (mcp || url.length + type.length + accept.length + body.length > maxKey) return undefined;
  // No two requests share a key: a header has no line break, and each byte of the body is a character.
  return `${method} ${url}\n${type}\n${accept}\n${body.toString('latin1')}`;
}

/** Whether a request came before, not too long ago. Most come once, and to hold their responses costs a good part of their time. */
function createRepeats(): (key: string) => boolean {
  const checksums = new Uint32Array(remembered);
  return (key) => {
    const checksum = crc32(key);
    const slot = checksum % remembered;
    const isRepeated = checksums[slot] === checksum;
    checksums[slot] = checksum;
    return isRepeated;
  };
}

export function graphqlEndpoint(
  { documents, persisted, validations }: ApiParts,
  respond: Respond,
  threads: ThreadPool,
): Endpoint {
  const pending = heldBytes(8 * mebibyte, 4 * mebibyte);
  const turns = createTurns();
  const isRepeated = createRepeats();
  const counts = { cache: 0, main: 0, thread: 0 };
  /** Holds no errors, mutations and queries that take a configuration. */
  const cache = new LRUCache<string, StoredResponse>({
    maxSize: maxCacheBytes,
    maxEntrySize: maxCacheBytes / 8,
    sizeCalculation: (response, key) => bytesOf(response) + key.length,
  });

  async function inThread(
    exchange: Exchange,
    request: Task['request'],
    { client = '', text }: RequestState,
  ): Promise<TaskResponse> {
    const allowed = validations && {
      available: validations.available(client),
      perMinute: validations.perMinute,
    };
    const result = await threads.run(
      client,
      { request, text, allowed },
      () => !exchange.response.destroyed,
    );
    if (result.persisted) persisted.set(result.persisted.digest, result.persisted.text);
    // A request that was stopped has not said how many validations it has.
    const { milliseconds, validations: executed = milliseconds > 0 ? 1 : 0 } = result;
    if (executed > 0) {
      validations?.charge(client, Math.max(executed, Math.floor(milliseconds / millisecondsEach)));
    }
    const { unknown } = result;
    const registered = unknown && persisted.get(unknown.digest);
    if (unknown && registered !== undefined) {
      return inThread(exchange, { ...request, body: unknown.body }, { client, text: registered });
    }
    counts.thread += 1;
    return result.response;
  }

  function respondHere(request: ApiRequest, state: RequestState) {
    counts.main += 1;
    return respond(request, state);
  }

  function executeRead(exchange: Exchange, request: ApiRequest, state: RequestState) {
    if (isHeavy(request, state, documents, persisted)) return inThread(exchange, request, state);
    const { cost = 0 } = state.prepared ?? {};
    if (cost <= maxInstantCost) return respondHere(request, state);
    // A request that costs little never gets to a thread, where it could be refused.
    if (turns.waitingCost > maxWaitingCost) return inThread(exchange, request, state);
    return turns.next(cost).then(() => respondHere(request, state));
  }

  /** At once where nothing has to be waited for: see `Respond`. */
  function execute(
    exchange: Exchange,
    head: TaskHead,
    body: Buffer,
  ): TaskResponse | Promise<TaskResponse> {
    const state: RequestState = { client: exchange.client() };
    if (isFeed(exchange.path)) return respondHere({ ...head, body: '' }, state);
    const plain = head.mcp && answerWithoutTools(head.method, body);
    if (plain) return plain;
    const isLong = body.length > maxInstantBody;
    if (head.mcp || body.length > maxLightBody || (isLong && turns.waitingCost > maxWaitingCost)) {
      // A copy of its own, which can move to the thread.
      return inThread(exchange, { ...head, body: new Uint8Array(body) }, state);
    }
    const read = () => executeRead(exchange, { ...head, body: body.toString() }, state);
    return isLong ? turns.next(maxLightCost).then(read) : read();
  }

  function reply(exchange: Exchange, body: Buffer): void {
    const head = headOf(exchange);
    const key = keyOf(head, body);
    const cached = key === undefined ? undefined : cache.get(key);
    if (cached !== undefined) {
      counts.cache += 1;
      sendStored(exchange, cached);
      return;
    }
    const send = (response: TaskResponse) => {
      const stored = storedResponse(response, head.method === 'GET');
      const isStored = key !== undefined && response.isCacheable && isRepeated(key);
      // What is compressed while it is sent stays with the response that is stored.
      const ready = isStored ? toBeSentOften(stored) : stored;
      if (isStored) cache.set(key, ready);
      sendStored(exchange, ready);
    };
    try {
      const response = execute(exchange, head, body);
      if (response instanceof Promise) {
        response.then(send).catch((error) => sendFailure(exchange, error));
      } else send(response);
    } catch (error) {
      sendFailure(exchange, error);
    }
  }

  const bodyReaders: BodyReaders = {
    read: reply,
    refuse: (exchange, refusal) => sendResponse(exchange, refused(refusal)),
  };

  return {
    counts,
    cachedBytes: () => cache.calculatedSize,
    answer(exchange) {
      const { request, path } = exchange;
      if (request.method !== 'POST' || isFeed(path)) reply(exchange, noBody);
      else readBody(exchange, pending, bodyReaders);
    },
  };
}
