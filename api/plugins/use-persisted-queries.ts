/**
 * Queries by their SHA-256, as Apollo's and urql's clients ask for them ("automatic persisted queries"): the text is
 * sent once together with its digest, from then on the digest alone, short enough for the address of a GET request
 * that a CDN keeps. Nothing has to be registered beforehand, and a client that meets a server which does not know a
 * digest yet sends the text again. A plain `GET /graphql?query=` is kept just the same.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';
import { createByteCache } from '../server/byte-cache.ts';
import type { PrepareQuery } from '../server/prepared-queries.ts';

const maxKeptBytes = 4 * 1024 * 1024;

const persistedQuery = z.object({
  version: z.literal(1),
  sha256Hash: z.string().regex(/^[0-9a-f]{64}$/),
});

function failure(message: string, code: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

async function sha256(text: string): Promise<string> {
  return new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  ).toHex();
}

function isKept(prepare: PrepareQuery, text: string): boolean {
  try {
    const { isOnlyQueries, holdsConfiguration, errors } = prepare(text);
    return isOnlyQueries && !holdsConfiguration && errors.length === 0;
  } catch {
    return false;
  }
}

export function usePersistedQueries(prepare: PrepareQuery): Plugin {
  const texts = createByteCache<string, string>(maxKeptBytes);
  return {
    async onParams({ params, setParams }) {
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
        if ((await sha256(params.query)) !== digest) {
          throw failure('the SHA-256 is not that of the query', 'BAD_USER_INPUT', 400);
        }
        if (isKept(prepare, params.query)) texts.set(digest, params.query, params.query.length);
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
