/** The same body, whole or in pieces, with its length or without. */

import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { useServer } from '../../support/use-server.ts';

const server = useServer();

/** Sends pieces of a request one after another; the status line and the body of the answer. */
async function answerTo(pieces: readonly string[]): Promise<[status: string, body: string]> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').setNoDelay();
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  for (const piece of pieces) {
    socket.write(piece);
    await wait(20);
  }
  await closed;
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return [head.slice(0, head.indexOf('\r\n')), body];
}

const body = JSON.stringify({ query: '{ region(name: "westeurope") { displayName } }' });
const data = '{"data":{"region":{"displayName":"West Europe"}}}';
const head = (...lines: string[]) =>
  `${['POST /graphql HTTP/1.1', 'host: a', 'content-type: application/json', 'connection: close', ...lines].join('\r\n')}\r\n\r\n`;
const counted = head(`content-length: ${body.length}`);
const chunked = head('transfer-encoding: chunked');
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

test.each<[how: string, pieces: readonly string[]]>([
  ['in one piece with the head', [counted + body]],
  ['in one piece after the head', [counted, body]],
  ['in pieces', [counted + body.slice(0, 5), body.slice(5, 9), body.slice(9)]],
  ['byte by byte', [counted, ...body]],
  ['in chunks', [chunked, chunk(body.slice(0, 9)), chunk(body.slice(9)), '0\r\n\r\n']],
  ['in one chunk with the head', [`${chunked}${chunk(body)}0\r\n\r\n`]],
])('a body is read %s', async (_, pieces) => {
  expect(await answerTo(pieces)).toEqual(['HTTP/1.1 200 OK', data]);
});

test.each<[how: string, request: string]>([
  ['of length 0', head('content-length: 0')],
  ['in no chunk', `${chunked}0\r\n\r\n`],
])('a body %s is answered', async (_, request) => {
  const [status, text] = await answerTo([request]);
  expect(status).toBe('HTTP/1.1 400 Bad Request');
  expect(JSON.parse(text)).toHaveProperty('errors.0.message');
});
