/**
 * Whatever is sent, the server answers: 100,000 requests without one failure of its own, and without keeping memory. The
 * most of them go through the endpoint with requests and responses that have no socket; a part goes through sockets.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent } from 'node:http';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { schema } from '../../../api/schema/index.ts';
import { graphqlEndpoint } from '../../../api/server/graphql-endpoint.ts';
import { startServer } from '../../../api/server/index.ts';
import { queryPreparation } from '../../../api/server/prepared-queries.ts';
import { queryExecution } from '../../../api/server/query-execution.ts';
import { quickAnswers } from '../../../api/server/quick-answer.ts';
import { createHandler, maxBodyBytes } from '../../../api/yoga.ts';
import { ask } from '../../support/ask.ts';
import {
  below,
  pick,
  randomBody,
  randomDocument,
  randomValidation,
} from '../../support/random-queries.ts';

const requests = 100_000;
const throughSockets = 5_000;
const megabyte = 1024 * 1024;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

const types = [
  'application/json',
  'application/json; charset=utf-8',
  'application/graphql',
  'text/plain',
];
const accepts = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
  'image/png',
  ';;,',
];

function randomRequest(): Sent {
  const type = below(10) === 0 ? pick(types) : 'application/json';
  const headers = {
    'content-type': type,
    ...(below(3) === 0 && { accept: pick(accepts) }),
    ...(below(4) === 0 && { 'accept-encoding': 'gzip' }),
  };
  const kind = below(20);
  if (kind < 2) {
    const search = new URLSearchParams({ query: randomDocument(), variables: '{}' });
    return { method: pick(['GET', 'HEAD']), path: `/graphql?${search}`, headers };
  }
  if (kind < 3) {
    return {
      method: pick(['PUT', 'OPTIONS', 'DELETE', 'GET']),
      path: '/graphql?query=%ff',
      headers,
    };
  }
  const body =
    kind < 10
      ? randomBody()
      : kind < 18
        ? Buffer.from(JSON.stringify({ query: randomDocument() }))
        : randomValidation();
  return { method: 'POST', path: '/graphql', headers, body };
}

const log = vi.spyOn(console, 'error');
afterEach(() => {
  expect(log.mock.calls).toEqual([]);
});

function inProcess() {
  const prepare = queryPreparation(schema);
  const endpoint = graphqlEndpoint({
    handler: createHandler({ serviceTagFiles: [], prepare }),
    readQuickly: quickAnswers({ prepare, execute: queryExecution({ serviceTagFiles: [] }) }),
    clientOf: () => 'a client',
    maxBodyBytes,
  });
  /** The status of the answer. */
  const send = ({ method, path, headers, body }: Sent): Promise<number> =>
    new Promise((resolve, reject) => {
      const request = Object.assign(Readable.from(body ? [body] : []), {
        method,
        url: path,
        headers,
        socket: {},
      });
      let status = 0;
      const response = {
        headersSent: false,
        setHeader: () => response,
        writeHead(code: number) {
          status = code;
          return response;
        },
        end: () => resolve(status),
        destroy: () => reject(new Error('the answer broke off')),
      };
      endpoint.answer({
        request: request as unknown as IncomingMessage,
        response: response as unknown as ServerResponse,
        requestId: 'test',
      });
    });
  return { send, counts: endpoint.counts };
}

async function usedMemory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return process.memoryUsage().heapUsed;
}

it('100,000 requests of all kinds are answered, and leave nothing behind', async () => {
  const { send, counts } = inProcess();
  const statuses = new Map<number, number>();
  const count = requests - throughSockets;
  let halfway = 0;
  for (let number = 0; number < count; number += 1) {
    if (number === count / 2) halfway = await usedMemory();
    const request = randomRequest();
    const status = await send(request);
    if (status >= 500 || status === 0)
      throw new Error(`${status}: ${JSON.stringify(request)} ${request.body}`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect(((await usedMemory()) - halfway) / megabyte).toBeLessThan(16);
  // Valid documents were executed, not merely refused.
  expect(counts.quick).toBeGreaterThan(count / 10);
  // All kinds of answers were seen: the requests are neither all good nor all bad.
  for (const status of [200, 204, 400, 405, 406, 415]) {
    expect([status, statuses.get(status) ?? 0]).toEqual([
      status,
      expect.toSatisfy((seen) => seen > 100),
    ]);
  }
}, 600_000);

it('so are those that come through sockets', async () => {
  const server = await startServer({ port: 0, host: '127.0.0.1', validationsPerMinute: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const ends: number[] = [];
  for (let number = 0; number < throughSockets; number += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask(server, { ...randomRequest(), agent })),
    );
    ends.push(...answers.map(({ status }) => status));
  }
  expect(ends.filter((status) => status >= 500)).toEqual([]);
  expect(ends).toHaveLength(throughSockets);
  agent.destroy();
  await server.stop();
}, 120_000);
