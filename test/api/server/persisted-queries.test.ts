/** Queries by their digest: which are known, and which are refused. */

import { createHash } from 'node:crypto';
import { describe, expect, it, test, vi } from 'vitest';
import { ask, askQuery } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const server = useServer();

describe('a query by its digest', () => {
  const query = '{ clouds { name displayName } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
  const byDigest = `/graphql?${new URLSearchParams({ extensions: JSON.stringify(extensions(sha256Hash)) })}`;

  it('is answered once its text was sent with it', async () => {
    const unknown = await ask(server, { path: byDigest });
    expect(unknown.status).toBe(404);
    expect(JSON.parse(unknown.text).errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    const sent = await askQuery(server, { query, extensions: extensions(sha256Hash) });
    const known = await ask(server, { path: byDigest });
    expect([known.status, known.text]).toEqual([200, sent.text]);
    expect(known.headers['cache-control']).toMatch(/^public/);
    expect(known.headers.etag).toBeDefined();
  });

  test.each<[what: string, parameters: object]>([
    ['that is not that of the text', { query, extensions: extensions('0'.repeat(64)) }],
    ['that is none', { extensions: extensions('abc') }],
    ['of another version', { extensions: { persistedQuery: { version: 2, sha256Hash } } }],
    ['in another shape', { extensions: { persistedQuery: [] } }],
  ])('%s is refused', async (_, parameters) => {
    const { status, text } = await askQuery(server, parameters);
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
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
    const hash = createHash('sha256').update(text).digest('hex');
    const sent = await askQuery(server, { query: text, extensions: extensions(hash) });
    expect(sent.text).toMatch(/^\{"data":\{/);
    const { status } = await askQuery(server, { extensions: extensions(hash) });
    expect(status).toBe(404);
  });
});

describe('a document by its documentId', () => {
  const query = '{ clouds { displayName name } }';
  const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const documentId = idOf(query);
  const byGet = `/graphql?documentId=${documentId}`;

  it('has the digest of the example of the specification', () => {
    expect(idOf('query($id:ID!){user(id:$id){name}}')).toBe(
      'sha256:71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b',
    );
  });

  it('is unknown until its text was sent with it', async () => {
    const unknown = await Promise.all([
      ask(server, { path: byGet }),
      askQuery(server, { documentId }),
    ]);
    for (const { status, text } of unknown) {
      expect(status).toBe(404);
      expect(JSON.parse(text).errors).toEqual([
        { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
      ]);
    }
    const sent = await askQuery(server, { query, documentId });
    expect(sent.text).toMatch(/^\{"data":\{"clouds":\[/);
    const [got, posted] = await Promise.all([
      ask(server, { path: byGet }),
      askQuery(server, { documentId }),
    ]);
    expect([got.status, got.text, posted.status, posted.text]).toEqual([
      200,
      sent.text,
      200,
      sent.text,
    ]);
    expect(got.headers['cache-control']).toMatch(/^public/);
  });

  it('takes variables and an operation name', async () => {
    const two =
      'query A($name: String!) { region(name: $name) { name } } query B { clouds { name } }';
    const id = idOf(two);
    const variables = { name: 'West Europe' };
    await askQuery(server, { query: two, documentId: id, operationName: 'A', variables });
    const answer = await askQuery(server, { documentId: id, operationName: 'A', variables });
    expect(JSON.parse(answer.text)).toEqual({ data: { region: { name: 'westeurope' } } });
    const more = new URLSearchParams({
      documentId: id,
      operationName: 'A',
      variables: JSON.stringify(variables),
    });
    expect((await ask(server, { path: `/graphql?${more}` })).text).toBe(answer.text);
  });

  it.each<[what: string, name: (digest: string) => object]>([
    ['documentId', (digest) => ({ documentId: `sha256:${digest}` })],
    [
      'the extension',
      (sha256Hash) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    ],
  ])('is known by %s also where the variables are long', async (what, name) => {
    const text = `query ($name: String!) { region(name: $name) { name } } # ${what}`;
    const [, digest = ''] = idOf(text).split(':');
    const variables = { name: 'x'.repeat(30_000) };
    const unknown = await askQuery(server, { ...name(digest), variables });
    expect(unknown.status).toBe(404);
    await askQuery(server, { query: text, ...name(digest), variables: { name: 'eastus' } });
    const long = await askQuery(server, { ...name(digest), variables });
    expect(long.status).toBe(200);
    expect(long.text).toBe((await askQuery(server, { query: text, variables })).text);
  });

  it('is the same document as that of the extension', async () => {
    const text = '{ editions { date } }';
    const [, sha256Hash] = idOf(text).split(':');
    const sent = await askQuery(server, { query: text, documentId: idOf(text) });
    const named = await askQuery(server, {
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    });
    expect([named.status, named.text]).toEqual([200, sent.text]);
  });

  test.each<[what: string, parameters: object]>([
    ['that is not that of the text', { query, documentId: `sha256:${'0'.repeat(64)}` }],
    ['in upper case', { documentId: documentId.toUpperCase().replace('SHA', 'sha') }],
    ['without its prefix', { documentId: documentId.slice('sha256:'.length) }],
    ['with another prefix', { documentId: `x-mine:${'0'.repeat(64)}` }],
    ['that is empty', { documentId: '' }],
    ['that is no text', { documentId: 7 }],
    ['in a list', { documentId: [documentId] }],
  ])('%s is refused', async (_, parameters) => {
    const { status, text } = await askQuery(server, parameters);
    const [{ message, extensions }] = JSON.parse(text).errors;
    expect([status, extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(message).toMatch(/documentId (cannot be read|has a wrong type)|not that of the query/);
  });

  it('is never a mutation by GET', async () => {
    const text = 'mutation { validateConfig(input: {}) { verdict } }';
    await askQuery(server, { query: text, documentId: idOf(text) });
    const { status } = await ask(server, { path: `/graphql?documentId=${idOf(text)}` });
    expect(status).toBe(404);
  });
});
