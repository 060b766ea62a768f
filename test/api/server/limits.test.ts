/** What is refused, and how: each limit with a typed error, and before it costs what the request would. */

import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { boundConnections } from '../../../api/server/connections.ts';
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

/** Writes parts to a connection, and gives what came back when it was closed. */
async function converse(port: number, parts: readonly string[]): Promise<string> {
  // The client leaves its side open: the server ends the connection all the same.
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let text = '';
  const ended = new Promise((resolve) => socket.on('end', resolve));
  socket.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  socket.on('error', () => {});
  for (const part of parts) {
    socket.write(part);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await ended;
  return text;
}

describe('what does not become a request', () => {
  let slow: Server;
  let port = 0;
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n';

  beforeAll(async () => {
    const times = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
    slow = createServer({ ...times, maxHeaderSize: 1024 }, (request, response) => {
      request.resume().on('end', () => response.end('answered'));
    });
    boundConnections(slow, true);
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    port = (slow.address() as AddressInfo).port;
  });

  afterAll(() => slow.close());

  test.each<[what: string, parts: string[], status: number, code: string]>([
    ['a head that does not end', [head], 408, 'REQUEST_TIMEOUT'],
    ['a body that does not end', [`${head}\r\nabc`], 408, 'REQUEST_TIMEOUT'],
    [
      'a body that does not end, after an answer',
      [`${head}\r\n0123456789`, `${head}\r\nabc`],
      408,
      'REQUEST_TIMEOUT',
    ],
    [
      'a head that is too large',
      [`GET /?${'x'.repeat(2000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`],
      431,
      'REQUEST_HEADER_FIELDS_TOO_LARGE',
    ],
    ['something else', ['\u0016\u0003\u0001 hello\r\n\r\n'], 400, 'BAD_REQUEST'],
  ])('%s is answered all the same', async (_, parts, status, code) => {
    const text = await converse(port, parts);
    await vi.waitFor(async () => {
      const open = await new Promise((resolve) =>
        slow.getConnections((_, count) => resolve(count)),
      );
      expect(open).toBe(0);
    });
    const last = text.slice(text.lastIndexOf('HTTP/1.1 '));
    expect(last).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(errorOf(last.slice(last.indexOf('\r\n\r\n') + 4)).code).toBe(code);
  });
});
