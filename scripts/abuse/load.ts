/** What the abuses are made of: requests in a loop, and sockets that are written to by hand. */

import { request } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Target {
  readonly port: number;
  /** When to end, on the clock of `Date.now()`. */
  readonly until: number;
  /** Counts how a request ended. */
  count(outcome: string): void;
}

export interface SentRequest {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Other addresses than that of the honest clients, which the server can distinguish. */
export const addressOf = (client: number) => `127.0.1.${1 + (client % 250)}`;

const patience = 20_000;

/** Sends a request over a connection of its own; the status, or what went wrong. A 503 has to say when to come again. */
export function ask(target: Target, sent: SentRequest, client = 0): Promise<string> {
  const { method = 'POST', path = '/graphql', body, headers = {} } = sent;
  const isText = method === 'POST' && { 'content-type': 'application/json' };
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const sent = request(
      {
        port: target.port,
        host: '127.0.0.1',
        localAddress: addressOf(client),
        agent: false,
        method,
        path,
        headers: { ...isText, ...length, ...headers },
        timeout: patience,
      },
      (response) => {
        const { statusCode, headers: received } = response;
        const isWrong = statusCode === 503 && !received['retry-after'];
        let begin = '';
        response.setEncoding('utf8').on('data', (part) => {
          if (begin === '') begin = part.slice(0, 600);
        });
        response.on('close', () => {
          const [, code = ''] = /"code":"(\w+)"/.exec(statusCode === 200 ? '' : begin) ?? [];
          const rest = `${isWrong ? ' without Retry-After' : ''}${response.complete ? '' : ' cut'}`;
          resolve(`${statusCode}${code && ` ${code}`}${rest}`);
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no response')));
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(body);
  });
}

export const post = (query: string, variables?: unknown): SentRequest => ({
  body: JSON.stringify({ query, variables }),
});

/** Sends requests one after another in so many rows, until the time is over. */
export async function inRows(target: Target, rows: number, next: () => SentRequest): Promise<void> {
  const row = async (number: number) => {
    while (Date.now() < target.until) {
      const outcome = await ask(target, next(), number);
      target.count(outcome);
      // A refused connection costs nothing; without a pause it would cost this side all its time.
      if (!/^\d/.test(outcome)) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.all(Array.from({ length: rows }, (_, number) => row(number)));
}

/** Opens connections that write `text` and read nothing, or all that comes; one that ends is opened anew. */
export async function holdSockets(
  target: Target,
  count: number,
  clients: number,
  text: (number: number) => string | Buffer,
  reads = false,
): Promise<void> {
  const sockets = new Set<Socket>();
  const open = (number: number) => {
    const socket = connect({
      port: target.port,
      host: '127.0.0.1',
      localAddress: addressOf(number % clients),
      allowHalfOpen: true,
    });
    sockets.add(socket);
    if (reads) socket.resume();
    else socket.pause();
    socket.on('connect', () => socket.write(text(number)));
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      target.count('closed');
      if (Date.now() < target.until) setTimeout(() => open(number), 200);
    });
  };
  for (let number = 0; number < count && Date.now() < target.until; number += 1) {
    open(number);
    if (number % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, target.until - Date.now())));
  for (const socket of sockets) socket.destroy();
}

/** Writes bytes to a connection, and counts the status of each response. */
export function converse(target: Target, bytes: string | Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port: target.port, host: '127.0.0.1', localAddress: addressOf(0) });
    let text = '';
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('connect', () => socket.write(bytes));
    socket.on('error', () => {});
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('close', () => {
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status ?? '');
      for (const status of statuses.length > 0 ? statuses : ['nothing']) target.count(status);
      resolve();
    });
  });
}
