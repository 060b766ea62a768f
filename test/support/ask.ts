/** Sends a request to a server as it is, headers and path untouched, and reads the answer as bytes. */

import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer } from '../../api/server/index.ts';

export interface SentRequest {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export function ask(
  { url }: Pick<RunningServer, 'url'>,
  { path = '/graphql', method, headers = {}, body, agent }: SentRequest,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const own = agent ?? new Agent();
  const how = method ?? (body === undefined ? 'GET' : 'POST');
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method: how, headers, agent: own });
    request.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, bytes, text: bytes.toString() });
      });
    });
    request.end(body);
  });
}

export const json = { 'content-type': 'application/json', accept: 'application/json' };

export function askQuery(
  server: Pick<RunningServer, 'url'>,
  parameters: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return ask(server, { body: JSON.stringify(parameters), headers: { ...json, ...headers } });
}

/** One number of the metrics page. */
export async function metric(server: Pick<RunningServer, 'url'>, name: string): Promise<number> {
  const { text } = await ask(server, { path: '/metrics' });
  const line = text.split('\n').find((entry) => entry.startsWith(`${name} `));
  return line === undefined ? 0 : Number(line.slice(name.length + 1));
}

/** How many responses of the API came from there. */
export const responsesFrom = (
  server: Pick<RunningServer, 'url'>,
  from: 'cache' | 'main' | 'thread',
): Promise<number> => metric(server, `graphql_responses_total{from="${from}"}`);

/** The address of a query by GET. */
export const byGet = (query: string, more: Readonly<Record<string, string>> = {}): string =>
  `/graphql?${new URLSearchParams({ query, ...more })}`;

/** Sends pieces of requests as they are, one after another, and gives what has come back when the server closes. */
export async function sendPieces(
  server: Pick<RunningServer, 'url'>,
  pieces: Iterable<string>,
): Promise<string> {
  const port = Number(new URL(server.url).port);
  // The client leaves its side open: the server ends the connection all the same.
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  let text = '';
  const ended = new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  socket.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  socket.on('error', () => {});
  for (const piece of pieces) {
    socket.write(piece);
    await wait(20);
  }
  await ended;
  socket.destroy();
  return text;
}
