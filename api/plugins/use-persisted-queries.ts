/**
 * Queries by their SHA-256, as Apollo's and urql's clients ask for them ("automatic persisted queries"): a client sends the
 * text once together with its digest, from then on the digest alone, short enough for the address of a GET request that a
 * CDN caches. A server that does not know a digest yet says so, and the client sends the text again.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Documents, isStorable } from '../request/document-cache.ts';
import type { RequestState } from '../request/request-state.ts';

/** Texts by their digest. */
export type PersistedQueries = LRUCache<string, string>;

export function persistedQueries(): PersistedQueries {
  return new LRUCache({ maxSize: 4 * 1024 * 1024, sizeCalculation: (text) => text.length + 200 });
}

export const persistedQuery = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/),
});

function failure(message: string, code: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

function canBeStored(documents: Documents, text: string): boolean {
  try {
    const document = documents(text);
    return document.isOnlyQueries && isStorable(document);
  } catch {
    return false;
  }
}

export function usePersistedQueries(
  documents: Documents,
  texts: PersistedQueries,
): Plugin<object, { state?: RequestState }> {
  return {
    async onParams({ params, setParams, context: { state } }) {
      const given = params?.extensions?.persistedQuery;
      if (given === undefined) return;
      const { data } = persistedQuery.safeParse(given);
      if (data === undefined) {
        const accepted = 'version 1 and the SHA-256 of the query in hexadecimal digits';
        throw failure(
          `extensions.persistedQuery cannot be read; accepted: ${accepted}`,
          'BAD_USER_INPUT',
          400,
        );
      }
      const digest = data.sha256Hash;
      if (typeof params.query === 'string') {
        const text = params.query;
        if ((await sha256(text)) !== digest) {
          throw failure('the SHA-256 is not that of the query', 'BAD_USER_INPUT', 400);
        }
        if (!canBeStored(documents, text)) return;
        texts.set(digest, text);
        if (state !== undefined) state.persisted = { digest, text };
        return;
      }
      const query = texts.get(digest);
      // Clients know this message and this code, and send the text.
      if (query === undefined) {
        throw failure('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 404);
      }
      setParams({ ...params, query });
    },
  };
}
