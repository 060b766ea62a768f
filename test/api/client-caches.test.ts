/** Clients that cache by type and id, with their defaults, hold for every documented query what the server said. */

import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { Client, fetchExchange, type RequestPolicy } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { describe, expect, it, vi } from 'vitest';
import { client, endpoint } from '../support/client.ts';
import {
  type DocumentedQuery,
  referenceExamples,
  siteQueries,
} from '../support/documented-queries.ts';

const { send } = client();

/** Queries that have shown one object in place of another when ids meant less than an object. */
const traps: readonly string[] = [
  '{ changes(since: "2025-06-17") { before { ruleId destinationPorts } after { ruleId destinationPorts } } }',
  '{ portRule(id: "storage") { id history { ruleId edition destinationPorts } } }',
  '{ newest: portRules { ruleId necessity rule { id necessity } } earlier: portRules(edition: "2023-01-06") { ruleId necessity rule { id necessity } } }',
  '{ search(text: "certificate validation") { fact { id kind path } } }',
  '{ conflicts { id touches { id kind title } } symptoms { id causes { facts { id kind path } } } }',
  '{ editions { id date } clouds { id name regions { id name cloud { id displayName } } } }',
];

const queries: readonly DocumentedQuery[] = [
  ...siteQueries,
  ...referenceExamples,
  ...traps.map((text) => ({ name: text, text, variables: {} })),
];

/** Sends to the server and notes what it says. */
function listening() {
  const said: unknown[] = [];
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    const response = await send(String(url), init);
    const body = (await response.clone().json()) as { data?: unknown; errors?: unknown };
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    said.push(body.data);
    return response;
  };
  return { fetch: fetch as typeof globalThis.fetch, said };
}

interface CachingClient {
  readonly said: readonly unknown[];
  readonly ask: (query: DocumentedQuery) => Promise<unknown>;
  /** What the cache holds now; undefined where it holds only a part. */
  readonly read: (query: DocumentedQuery) => Promise<unknown>;
}

const isMutation = ({ text }: DocumentedQuery) => text.startsWith('mutation');

function apollo(): CachingClient {
  const { fetch, said } = listening();
  const cache = new InMemoryCache();
  const caching = new ApolloClient({ cache, link: new HttpLink({ uri: endpoint, fetch }) });
  return {
    said,
    async ask(query) {
      const { text, variables } = query;
      const { data } = isMutation(query)
        ? await caching.mutate({ mutation: gql(text), variables })
        : await caching.query({ query: gql(text), variables, fetchPolicy: 'network-only' });
      return data;
    },
    async read({ text, variables }) {
      const query = cache.transformDocument(gql(text));
      const options = { query, variables, optimistic: false, returnPartialData: true };
      const { result, complete } = cache.diff(options);
      return complete ? result : undefined;
    },
  };
}

function urql(): CachingClient {
  const { fetch, said } = listening();
  const caching = new Client({
    url: endpoint,
    fetch,
    preferGetMethod: false,
    exchanges: [cacheExchange(), fetchExchange],
  });
  const query = async ({ text, variables }: DocumentedQuery, requestPolicy: RequestPolicy) => {
    const { data, stale } = await caching.query(text, variables, { requestPolicy }).toPromise();
    return stale ? undefined : (data ?? undefined);
  };
  return {
    said,
    ask: async (one) =>
      isMutation(one)
        ? (await caching.mutation(one.text, one.variables).toPromise()).data
        : query(one, 'network-only'),
    read: (one) => query(one, 'cache-only'),
  };
}

/** The value without the names of types, which clients add. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__typename')
      .map(([key, part]) => [key, plain(part)]),
  );
}

describe.each([
  ['Apollo Client', apollo],
  ['graphcache of urql', urql],
])('%s', (_, create) => {
  const open = () => {
    // The clients warn of objects without an id, which they cache as parts of others.
    for (const method of ['warn', 'error'] as const) {
      vi.spyOn(console, method).mockImplementation(() => {});
    }
    return create();
  };

  it('holds for each query what the server said, then and at the end', async () => {
    const { said, ask, read } = open();
    const answers: { query: DocumentedQuery; expected: unknown }[] = [];
    for (const query of queries) {
      const data = await ask(query);
      const expected = plain(said.at(-1));
      expect(plain(data), `${query.name} ${JSON.stringify(query.variables)}`).toEqual(expected);
      answers.push({ query, expected });
    }
    expect(said).toHaveLength(queries.length);

    let complete = 0;
    for (const { query, expected } of answers.filter((one) => !isMutation(one.query))) {
      const held = await read(query);
      if (held === undefined) continue;
      complete += 1;
      expect(plain(held), `${query.name} ${JSON.stringify(query.variables)}`).toEqual(expected);
    }
    expect(complete).toBeGreaterThan(queries.length / 2);
  }, 120_000);

  it('would hold something else if an id meant two objects', async () => {
    const { said, ask } = open();
    const row = '{ id: ruleId destinationPorts }';
    const text = `{ changes(since: "2025-06-17") { before ${row} after ${row} } }`;
    const data = await ask({ name: 'alias', text, variables: {} });
    expect(plain(data)).not.toEqual(plain(said.at(-1)));
  });
});
