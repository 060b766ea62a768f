/** Requests as bytes on a connection: bodies in pieces, heads of every kind, and what never becomes a request. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { boundConnections } from '../../../api/server/connections.ts';
import { sendPieces } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

const server = useServer();

/** The status and the body of the last response. */
function responseOf(text: string): [status: number, body: string] {
  const last = text.slice(text.lastIndexOf('HTTP/1.1 '));
  return [Number(last.slice(9, 12)), last.slice(last.indexOf('\r\n\r\n') + 4)];
}

const codeOf = (body: string) => JSON.parse(body).errors[0].extensions.code;

const body = JSON.stringify({ query: '{ region(name: "westeurope") { displayName } }' });
const data = '{"data":{"region":{"displayName":"West Europe"}}}';
const post = (...lines: string[]) =>
  `${['POST /graphql HTTP/1.1', 'host: a', 'content-type: application/json', 'connection: close', ...lines].join('\r\n')}\r\n\r\n`;
const plain = 'HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
const counted = post(`content-length: ${body.length}`);
const chunked = post('transfer-encoding: chunked');
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunks = [...body].map(chunk).join('');
const largest = 1024 * 1024;

test.each<[how: string, pieces: readonly string[]]>([
  ['in one piece with the head', [counted + body]],
  ['in one piece after the head', [counted, body]],
  ['in pieces', [counted + body.slice(0, 5), body.slice(5, 9), body.slice(9)]],
  ['byte by byte', [counted, ...body]],
  ['in chunks', [chunked, chunk(body.slice(0, 9)), chunk(body.slice(9)), '0\r\n\r\n']],
  ['in one chunk with the head', [`${chunked}${chunk(body)}0\r\n\r\n`]],
  ['in chunks of one byte', [chunked, chunks.slice(0, 91), `${chunks.slice(91)}0\r\n\r\n`]],
  ['of the largest size', [`${post(`content-length: ${largest}`)}${body.padEnd(largest)}`]],
])('a body is read %s', async (_, pieces) => {
  expect(responseOf(await sendPieces(server, pieces))).toEqual([200, data]);
});

test.each<[what: string, request: string, status: number]>([
  ['a body of length 0', post('content-length: 0'), 400],
  ['a body in no chunk', `${chunked}0\r\n\r\n`, 400],
  ['a body that is announced too large', post(`content-length: ${largest + 1}`), 413],
  ['a body that grows too large', chunked + chunk(' '.repeat(largest + 1)), 413],
  ['a body in too many pieces', chunked + chunk(' ').repeat(16_385), 413],
  ['another coding', post('transfer-encoding: gzip, chunked'), 501],
  ['two hosts', 'GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
  ['a host with a blank', 'GET /health HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
  ['a whole address', `GET http://a/health ${plain}`, 200],
  ['one without a path', `POST http://a?x ${plain}`, 405],
  ['OPTIONS of the server', `OPTIONS * ${plain}`, 204],
  ['DELETE of an operation', `DELETE /metrics ${plain}`, 405],
])('%s', async (_, request, expected) => {
  const response = await sendPieces(server, [request]);
  const [status, text] = responseOf(response);
  expect(status).toBe(expected);
  if (!text.startsWith('{')) return;
  expect(JSON.parse(text)).toHaveProperty('errors.0.message');
  expect(response).toContain('access-control-allow-origin: *');
});

describe('what does not become a request', () => {
  let slow: Server;
  const url = () => `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n';
  const whole = `${head}\r\n0123456789`;
  const long = `GET /?${'x'.repeat(2000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`;

  beforeAll(async () => {
    const times = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };
    slow = createServer({ ...times, maxHeaderSize: 1024 }, (request, response) => {
      request.resume().on('end', () => response.end('answered'));
    });
    boundConnections(slow, true);
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => slow.close());

  test.each<[what: string, pieces: string[], status: number, code: string]>([
    ['a head that does not end', [head], 408, 'REQUEST_TIMEOUT'],
    ['a body that does not end', [`${head}\r\nabc`], 408, 'REQUEST_TIMEOUT'],
    ['such a body after a response', [whole, `${head}\r\nabc`], 408, 'REQUEST_TIMEOUT'],
    ['a head that is too large', [long], 431, 'REQUEST_HEADER_FIELDS_TOO_LARGE'],
    ['something else', ['\u0016\u0003\u0001 hello\r\n\r\n'], 400, 'BAD_REQUEST'],
  ])('%s is answered all the same', async (_, pieces, expected, code) => {
    const [status, text] = responseOf(await sendPieces({ url: url() }, pieces));
    expect([status, codeOf(text)]).toEqual([expected, code]);
    await vi.waitFor(async () => {
      const open = await new Promise((resolve) =>
        slow.getConnections((_, count) => resolve(count)),
      );
      expect(open).toBe(0);
    });
  });
});
