/**
 * Answers to what never becomes a request: a head that cannot be read or is too large, and requests that take too long
 * to come. Node ends these with a bare status line.
 */

import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { bodyOf, type Refusal, refusalHeaders } from './refusal.ts';

const unreadable: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'the request is not HTTP/1.1',
};

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'REQUEST_HEADER_FIELDS_TOO_LARGE',
    message: 'the head of the request is too large; accepted: at most 16 KiB; send a query by POST',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    message: 'the request took too long to come',
  },
};

function textOf(refusal: Refusal): string {
  const body = bodyOf(refusal);
  const headers = {
    ...refusalHeaders,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');
}

const latest = Symbol('latest response');

interface Connection extends Duplex {
  [latest]?: ServerResponse;
}

/** Remembers on a connection what it carries last. A weak map would cost each request a good part of its time. */
export function noteResponse(socket: Connection, response: ServerResponse): void {
  socket[latest] = response;
}

export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Connection) => {
    const response = socket[latest];
    // An answer that has begun cannot be taken back.
    const isAnswering = response?.headersSent && !response.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
      socket.destroy();
    } else {
      socket.end(textOf(refusals[error.code ?? ''] ?? unreadable));
    }
  });
}
