/**
 * Bounds what connections take: their number, in all and for each client, the time between two requests, and the time of
 * one response. Over the limit the server closes the connection that has been idle the longest, so that a new one is
 * served. It looks at the times of all connections now and then: the timers that Node starts and stops for each request take
 * a tenth of a short one's time.
 */

import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Refusal, refused } from '../request/refusal.ts';
import { STATUS_CODES } from './node-http.ts';

const mostConnections = 2_000;
const mostPerClient = 500;
/** Seconds between two requests, longer than proxies keep a connection, so that it is they who close it. */
export const keepAlive = 65;
/** Milliseconds from a request to the end of its response. */
const responseTime = 120_000;
/** Milliseconds in which a client must take at least a byte of what waits for it. */
const quietTime = 20_000;
const sweepTime = 5_000;
/**
 * Requests of one connection that have no response yet: no client in use sends one before the other is answered, and the
 * head of each is held until its turn comes.
 */
const mostPipelined = 2;
/** Milliseconds that a client has to take an error and close. */
const closingTime = 500;

const current = Symbol('current response');
const since = Symbol('since');
const running = Symbol('running requests');
const unread = Symbol('unread responses');

/** A symbol of the socket: a weak map would cost each request a good part of its time. */
interface Connection extends Socket {
  [current]?: ServerResponse | undefined;
  [since]?: number;
  [running]?: number;
  [unread]?: number;
}

/** Notes what a connection carries from a time on the clock of `performance.now()`; false where that is too much, and the connection is closed. */
export function noteResponse(socket: Connection, response: ServerResponse, begin: number): boolean {
  socket[current] = response;
  socket[since] = begin;
  socket[running] = (socket[running] ?? 0) + 1;
  if (socket[running] > mostPipelined) socket.destroy();
  return !socket.destroyed;
}

/** An idle connection must not hold the head of its last request. */
export function noteEnd(socket: Connection, response: ServerResponse, end: number): void {
  socket[running] = (socket[running] ?? 1) - 1;
  socket[since] = end;
  if (socket[current] === response) socket[current] = undefined;
}

/** Limits the time in which a client takes nothing of a response, until none on its connection waits for it. */
export function limitQuietTime(socket: Connection, response: ServerResponse): void {
  socket[unread] = (socket[unread] ?? 0) + 1;
  socket.setTimeout(quietTime);
  response.on('close', () => {
    socket[unread] = (socket[unread] ?? 1) - 1;
    if (socket[unread] === 0) socket.setTimeout(0);
  });
}

/** Whether the server waits for the client: for a request, or for the rest of one. */
const isIdle = ({ [current]: response }: Connection) =>
  response === undefined ||
  response.writableFinished ||
  response.destroyed ||
  !response.req.complete;

/** Whether a connection is idle or at work for too long, with as much more as the head of a next request may take. */
function isLate({ [current]: response, [since]: begin = 0 }: Connection, now: number): boolean {
  return now - begin > (response === undefined ? keepAlive * 1000 + 10_000 : responseTime);
}

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
  const { status, headers, text } = refused(refusal);
  const all = { ...headers, 'content-length': Buffer.byteLength(text), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', text].join('\r\n');
}

/** Answers what never becomes a request, and ends the connection also where the client leaves its side open. */
function refuse(error: NodeJS.ErrnoException, socket: Connection): void {
  // A response that has begun cannot be taken back.
  const hasBegun = socket[current]?.headersSent && !socket[current].writableFinished;
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegun) {
    socket.destroy();
    return;
  }
  socket.end(textOf(refusals[error.code ?? ''] ?? unreadable));
  setTimeout(() => socket.destroy(), closingTime).unref();
}

export interface Connections {
  /** Lets each connection that waits for a response end with it. */
  endAfterResponses(): void;
}

/** Without `tellsClients` all connections come from a proxy, and only their number in all counts. */
export function boundConnections(server: Server, tellsClients: boolean): Connections {
  const byClient = new Map<string, Set<Connection>>();
  let count = 0;

  /** Closes one connection for a new one; the new one where all others are at work. */
  function makeRoom(sockets: Iterable<Connection>, added: Connection): void {
    for (const socket of sockets) {
      if (!isIdle(socket)) continue;
      socket.destroy();
      return;
    }
    added.destroy();
  }

  server.on('clientError', (error, socket) => refuse(error, socket as Connection));
  server.on('connection', (socket: Connection) => {
    // Some requests Node answers itself.
    socket[since] = performance.now();
    const client = (tellsClients && socket.remoteAddress) || '';
    const own = byClient.get(client) ?? new Set();
    byClient.set(client, own);
    if (tellsClients && own.size >= mostPerClient) makeRoom(own, socket);
    else if (count >= mostConnections) {
      const [most] = [...byClient.values()].sort((a, b) => b.size - a.size);
      makeRoom(most ?? [], socket);
    }
    own.add(socket);
    count += 1;
    socket.on('close', () => {
      count -= 1;
      own.delete(socket);
      if (own.size === 0) byClient.delete(client);
    });
  });

  const all = () => [...byClient.values()].flatMap((sockets) => [...sockets]);
  const sweep = setInterval(() => {
    const now = performance.now();
    for (const socket of all()) if (isLate(socket, now)) socket.destroy();
  }, sweepTime).unref();
  server.on('close', () => clearInterval(sweep));

  return {
    endAfterResponses() {
      for (const { [current]: response } of all()) {
        if (response !== undefined) response.shouldKeepAlive = false;
      }
    },
  };
}
