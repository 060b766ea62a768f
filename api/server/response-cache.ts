/**
 * The response cache: all of a request that can change its response, to that response ready to be sent.
 *
 * It holds no errors, mutations and queries that take a configuration. What a client writes elsewhere unasked, as in a
 * comment, stays in memory within the bound, and goes to nobody who does not send the same.
 */

import { LRUCache } from 'lru-cache';
import type { ApiRequest } from '../request/request-state.ts';
import { bytesOf, type StoredResponse } from './stored-response.ts';

const maxBytes = 16 * 1024 * 1024;
/** Longer requests rarely repeat. */
const maxKey = 16 * 1024;

/** The key of a request; undefined where it is too long for the cache. */
export function keyOf(
  { method, url, type, accept }: Omit<ApiRequest, 'body'>,
  body: Buffer,
): string | undefined {
  if (url.length + type.length + body.length > maxKey) return undefined;
  // No two requests share a key: a header has no line break, and each byte of the body is a character.
  return `${method} ${url}\n${type}\n${accept}\n${body.toString('latin1')}`;
}

export type ResponseCache = LRUCache<string, StoredResponse>;

export function responseCache(): ResponseCache {
  return new LRUCache({
    maxSize: maxBytes,
    maxEntrySize: maxBytes / 8,
    sizeCalculation: (response, key) => bytesOf(response) + key.length,
  });
}
