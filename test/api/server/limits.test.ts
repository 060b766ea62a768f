/** What is refused, and how: each limit with a typed error, and before it costs what the request would. */

import { describe, expect, it, test, vi } from 'vitest';
import { ask, askQuery } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const server = useServer();

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

interface Refused {
  readonly code?: string;
  readonly accepted?: readonly string[];
}

function errorOf(text: string): Refused {
  return JSON.parse(text).errors[0].extensions;
}

describe('a query is refused', () => {
  test.each<[what: string, query: string, accepted: RegExp]>([
    [
      'levels',
      `{ clouds ${'{ regions { cloud '.repeat(30)} { name } ${'} }'.repeat(30)} }`,
      /^at most 50$/,
    ],
    ['repeated fields', `{ clouds { ${times(52, () => 'name')} } }`, /^at most 50$/],
    ['aliases', `{ clouds { ${times(301, (index) => `a${index}: name`)} } }`, /^at most 300$/],
    [
      'fragments',
      `{ clouds { ${times(51, (index) => `...F${index}`)} } }
       ${times(51, (index) => `fragment F${index} on Cloud { name }`)}`,
      /^at most 100$/,
    ],
  ])('for too many %s', async (what, query, accepted) => {
    const { status, text } = await askQuery(server, { query });
    expect(status).toBe(200);
    expect(JSON.parse(text).errors[0].message).toMatch(
      new RegExp(`^the query has too many ${what}`),
    );
    expect(errorOf(text)).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      given: expect.any(Number),
      expected: expect.stringMatching(accepted),
    });
  });

  it('with a few of its mistakes, not with all', async () => {
    const { text } = await askQuery(server, { query: `{ ${times(900, (index) => `x${index}`)} }` });
    expect(JSON.parse(text).errors.length).toBeLessThanOrEqual(11);
  });
});

describe('a body is refused', () => {
  const limit = 1024 * 1024;

  test.each<[what: string, headers: Record<string, string>, size: number, status: number]>([
    ['that is announced too large', { 'content-length': String(limit + 1) }, limit + 1, 413],
    ['that grows too large', { 'transfer-encoding': 'chunked' }, limit + 1, 413],
  ])('%s', async (_, headers, size, status) => {
    const answer = await ask(server, {
      body: Buffer.alloc(size, ' '),
      headers: { 'content-type': 'application/json', ...headers },
    });
    expect([answer.status, errorOf(answer.text).code]).toEqual([
      status,
      'REQUEST_ENTITY_TOO_LARGE',
    ]);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });

  it('but not one of the largest size', async () => {
    const text = JSON.stringify({ query: '{ clouds { name } }' });
    const { status } = await ask(server, {
      body: text.padEnd(limit),
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
  });
});
