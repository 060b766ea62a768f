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
