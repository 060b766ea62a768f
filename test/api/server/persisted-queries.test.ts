/** Queries by their digest, which `documentId` or an extension names: which are known, and which are refused. */

import { createHash } from 'node:crypto';
import { describe, expect, it, test, vi } from 'vitest';
import { ask, askQuery, responsesFrom } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const server = useServer();
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const notFound = [
  { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
];
const byDocumentId = (digest: string) => ({ documentId: `sha256:${digest}` });
const byExtension = (sha256Hash: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
});

function addressOf(parameters: object): string {
  const texts = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `/graphql?${new URLSearchParams(Object.fromEntries(texts))}`;
}

describe.each<[way: string, name: (digest: string) => object]>([
  ['documentId', byDocumentId],
  ['the extension', byExtension],
])('a query that %s names', (way, name) => {
  it('is answered once its text was sent, by POST and GET, and where the variables are long', async () => {
    const query = `query A($name: String!) { region(name: $name) { name } } query B { clouds { name } } # ${way}`;
    const named = { ...name(digestOf(query)), operationName: 'A' };
    const variables = { name: 'West Europe' };
    const long = { name: 'x'.repeat(30_000) };
    const all = () =>
      Promise.all([
        askQuery(server, { ...named, variables }),
        ask(server, { path: addressOf({ ...named, variables }) }),
        askQuery(server, { ...named, variables: long }),
      ]);
    for (const { status, text } of await all()) {
      expect([status, JSON.parse(text).errors]).toEqual([404, notFound]);
    }
    const sent = await askQuery(server, { query, ...named, variables });
    expect(JSON.parse(sent.text)).toEqual({ data: { region: { name: 'westeurope' } } });
    const [posted, got, withLong] = await all();
    expect([posted.status, posted.text, got.status, got.text]).toEqual([
      200,
      sent.text,
      200,
      sent.text,
    ]);
    expect(got.headers['cache-control']).toMatch(/^public/);
    expect(got.headers.etag).toBeDefined();
    const whole = await askQuery(server, { query, operationName: 'A', variables: long });
    expect([withLong.status, withLong.text]).toEqual([200, whole.text]);
  });

  const deployment =
    '{ tier: PREMIUM, virtualNetworkType: NONE, locations: [{ region: "eastus" }] }';
  test.each<[what: string, text: string]>([
    ['a mutation', `mutation { validateConfig(input: { deployment: ${deployment} }) { verdict } }`],
    [
      'a query that holds deployments',
      `{ ipImpact(before: ${deployment}, after: ${deployment}) { locations { region { name } } } }`,
    ],
  ])('is never %s', async (_, text) => {
    const named = name(digestOf(text));
    const sent = await askQuery(server, { query: text, ...named });
    expect(sent.text).toMatch(/^\{"data":\{/);
    const answers = [await askQuery(server, named), await ask(server, { path: addressOf(named) })];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});

test.each<[way: string, send: (parameters: { query: string }) => ReturnType<typeof ask>]>([
  ['by POST', (parameters) => askQuery(server, parameters)],
  ['by GET', (parameters) => ask(server, { path: addressOf(parameters) })],
  [
    'in a thread',
    ({ query, ...rest }) => {
      const long = `${query} #${' '.repeat(5000)}`;
      return askQuery(server, { query: long, ...rest, ...byDocumentId(digestOf(long)) });
    },
  ],
])('a request that registers its text %s is stored by no cache', async (way, send) => {
  const query = `{ clouds { name } } # ${way}`;
  const before = await responsesFrom(server, 'cache');
  for (let times = 0; times < 3; times += 1) {
    const { status, headers } = await send({ query, ...byDocumentId(digestOf(query)) });
    expect([status, headers['cache-control'], headers.etag]).toEqual([200, 'no-store', undefined]);
  }
  expect(await responsesFrom(server, 'cache')).toBe(before);
});

it('is the same document whichever way names it, by the digest of the specification', async () => {
  const text = '{ editions { date } }';
  const sent = await askQuery(server, { query: text, ...byDocumentId(digestOf(text)) });
  const named = await askQuery(server, byExtension(digestOf(text)));
  expect([named.status, named.text]).toEqual([200, sent.text]);
  expect(digestOf('query($id:ID!){user(id:$id){name}}')).toBe(
    '71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b',
  );
});

const query = '{ clouds { name displayName } }';
const digest = digestOf(query);
const other = '0'.repeat(64);
test.each<[what: string, parameters: object]>([
  ['that is not that of the text', { query, ...byDocumentId(other) }],
  ['in upper case', { documentId: `sha256:${digest.toUpperCase()}` }],
  ['without its prefix', { documentId: digest }],
  ['with another prefix', { documentId: `x-mine:${digest}` }],
  ['that is empty', { documentId: '' }],
  ['that is no text', { documentId: 7 }],
  ['in a list', { documentId: [`sha256:${digest}`] }],
  ['of another text in the extension', { query, ...byExtension(other) }],
  ['that is none in the extension', byExtension('abc')],
  ['of another version', { extensions: { persistedQuery: { version: 2, sha256Hash: digest } } }],
  ['in another shape', { extensions: { persistedQuery: [] } }],
])('a digest %s is refused', async (_, parameters) => {
  const { status, text } = await askQuery(server, parameters);
  const [{ message, extensions }] = JSON.parse(text).errors;
  expect([status, extensions.code]).toEqual([400, 'BAD_REQUEST']);
  expect(message).toMatch(/cannot be read; accepted: |has a wrong type; |not that of the query/);
});
