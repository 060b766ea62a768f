/** How large a body may be: what is larger is refused with a typed error. */

import { describe, expect, it, test } from 'vitest';
import { ask } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

const server = useServer();

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
    expect([answer.status, JSON.parse(answer.text).errors[0].extensions.code]).toEqual([
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
