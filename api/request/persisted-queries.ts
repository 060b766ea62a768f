/**
 * Queries by their SHA-256: as `documentId` of GraphQL over HTTP, appendix A (persisted documents), and as Apollo's and
 * urql's clients name them ("automatic persisted queries"). A client sends the text once together with its digest, from
 * then on the digest alone, short enough for the address of a GET request that a CDN caches. A server that does not know
 * a digest yet says so, and the client sends the text again.
 */

import { LRUCache } from 'lru-cache';
import type { RequestState } from './api-request.ts';
import { badRequest, type Refusal } from './refusal.ts';

/** Texts by their digest. */
export type PersistedQueries = LRUCache<string, string>;

export function persistedQueries(): PersistedQueries {
  return new LRUCache({ maxSize: 4 * 1024 * 1024, sizeCalculation: (text) => text.length + 200 });
}

/** Clients know this message and this code, and send the text. */
const notFound: Refusal = {
  status: 404,
  code: 'PERSISTED_QUERY_NOT_FOUND',
  message: 'PersistedQueryNotFound',
};

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** Notes the text of a request that names it by its digest alone; refuses a digest that is not known, or of another text. */
export async function resolveDigest(
  state: RequestState,
  texts: PersistedQueries,
): Promise<Refusal | undefined> {
  const { parameters, digest } = state.read ?? {};
  if (digest === undefined) return undefined;
  const text = parameters?.query;
  if (text == null) {
    state.text ??= texts.get(digest);
    return state.text === undefined ? notFound : undefined;
  }
  return (await sha256(text)) === digest
    ? undefined
    : badRequest('the SHA-256 is not that of the query');
}

/**
 * Registers the text that a request has next to its digest. No cache may store the response: the same request must come
 * here again when the server has forgotten the text.
 */
export function registerText(state: RequestState, texts: PersistedQueries): void {
  const { read, prepared } = state;
  if (read?.digest === undefined || read.parameters?.query == null || !prepared) return;
  const { text, isOnlyQueries, isStorable } = prepared.document;
  if (!isOnlyQueries || !isStorable) return;
  texts.set(read.digest, text);
  state.persisted = { digest: read.digest, text };
  prepared.isCacheable = false;
}
