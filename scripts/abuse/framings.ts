/** Requests as bytes: heads and bodies that break a rule of HTTP each. */

import { times } from './times.ts';

export const raw = (head: string, body: string | Buffer = '') =>
  Buffer.concat([
    Buffer.from(`POST /graphql HTTP/1.1\r\nhost: x\r\n${head}\r\n`),
    Buffer.from(body),
  ]);
export const json = 'content-type: application/json\r\n';
/** Almost as long as a head may be. */
export const longHeader = `x-long: ${'x'.repeat(15_500)}\r\n`;

/** Heads and bodies that break a rule of HTTP each. */
export const framings: readonly (string | Buffer)[] = [
  'GET http://x/graphql?query={__typename} HTTP/1.1\r\nhost: x\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n',
  'GET / HTTP/1.1\r\nhost: a b\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'GET /\n\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  `GET / HTTP/1.1\r\nhost: x\r\n${times(3_000, (index) => `x${index}: y\r\n`)}\r\n`,
  'GET /%00%ff/../../etc/passwd HTTP/1.1\r\nhost: x\r\n\r\n',
  'DELETE /health HTTP/1.1\r\nhost: x\r\n\r\n',
  raw(`${json}transfer-encoding: gzip, chunked\r\n`, '2\r\n{}\r\n0\r\n\r\n'),
  raw(`${json}transfer-encoding: chunked\r\ncontent-length: 2\r\n`, '2\r\n{}\r\n0\r\n\r\n'),
  raw(`${json}transfer-encoding: chunked\r\n`, 'zz\r\n{}\r\n'),
  raw(`${json}transfer-encoding: chunked\r\n`, `ffffffffffffffff\r\n{}`),
  raw(`${json}content-length: 5, 6\r\n`, '{}'),
  raw(`${json}content-length: -1\r\n`, '{}'),
  raw(`${json}content-length: 2\r\nexpect: 100-continue\r\n`, '{}'),
  raw(`${json}content-length: 2\r\nupgrade: websocket\r\nconnection: upgrade\r\n`, '{}'),
  raw(`${json}content-encoding: gzip\r\ncontent-length: 2\r\n`, '{}'),
  raw(`${json}content-length: 2\r\n`, Buffer.from([0xff, 0xfe])),
  'GET /health HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(1_000),
  raw(`${json}content-length: 22\r\n`, '{"query":"{__typename"}').toString().repeat(200),
];
