/**
 * Queries by their SHA-256: as `documentId` of GraphQL over HTTP, appendix A (persisted documents), and as Apollo's and
 * urql's clients name them ("automatic persisted queries"). A client sends the text once together with its digest, from
 * then on the digest alone, short enough for the address of a GET request that a CDN caches. A server that does not know
 * a digest yet says so, and the client sends the text again.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Parameters, RequestState } from '../request/api-request.ts';
import type { Documents } from '../request/document-cache.ts';

/** Texts by their digest. */
export type PersistedQueries = LRUCache<string, string>;

export function persistedQueries(): PersistedQueries {
  return new LRUCache({ maxSize: 4 * 1024 * 1024, sizeCalculation: (text) => text.length + 200 });
}

const persistedQuery = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const documentIdForm = /^sha256:([0-9a-f]{64})$/;

/** The digest that a request names its document by; undefined where it names none, or one that cannot be read. */
export function digestOf({ documentId, extensions }: Parameters): string | undefined {
  return documentId == null
    ? persistedQuery.safeParse(extensions?.persistedQuery).data?.sha256Hash
    : documentIdForm.exec(documentId)?.[1];
}

const unreadable = {
  documentId:
    'documentId cannot be read; accepted: "sha256:" and the SHA-256 of the document in 64 lower-case hexadecimal digits',
  persistedQuery:
    'extensions.persistedQuery cannot be read; accepted: version 1 and the SHA-256 of the query in hexadecimal digits',
} as const;

function failure(message: string, code = 'BAD_REQUEST', status = 400): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

function canBeStored(documents: Documents, text: string): boolean {
  try {
    const { isOnlyQueries, isStorable } = documents(text);
    return isOnlyQueries && isStorable;
  } catch {
    return false;
  }
}

export function usePersistedQueries(
  documents: Documents,
  texts: PersistedQueries,
): Plugin<object, { state?: RequestState }> {
  return {
    async onParams({ params: given, setParams, context: { state } }) {
      const documentId = state?.read?.parameters?.documentId;
      const params = { ...given, documentId: undefined };
      if (documentId == null && params.extensions?.persistedQuery === undefined) return;
      const digest = digestOf({ documentId, extensions: params.extensions ?? null });
      if (digest === undefined) {
        throw failure(documentId == null ? unreadable.persistedQuery : unreadable.documentId);
      }
      if (typeof params.query === 'string') {
        const text = params.query;
        if ((await sha256(text)) !== digest) throw failure('the SHA-256 is not that of the query');
        setParams(params);
        if (!canBeStored(documents, text)) return;
        texts.set(digest, text);
        if (state !== undefined) state.persisted = { digest, text };
        return;
      }
      const query = state?.text ?? texts.get(digest);
      // Clients know this message and this code, and send the text.
      if (query === undefined) {
        throw failure('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 404);
      }
      setParams({ ...params, query });
    },
  };
}
