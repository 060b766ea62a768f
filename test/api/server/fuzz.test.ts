/** The server answers whatever comes, through sockets and without a failure of its own. */

import { Agent } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { ask } from '../../support/ask.ts';
import {
  below,
  pick,
  randomBody,
  randomDocument,
  randomValidation,
} from '../../support/random-queries.ts';
import { patience, runs } from '../../support/runs.ts';

const requests = runs(1_500).numRuns;

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

it(
  'requests of all kinds are answered',
  async () => {
    const server = await startServer({ port: 0, host: '127.0.0.1', validationsPerMinute: 0 });
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const statuses = new Map<number, number>();
    for (let number = 0; number < requests; number += 50) {
      const sent = Array.from({ length: 50 }, randomRequest);
      const answers = await Promise.all(sent.map((request) => ask(server, { ...request, agent })));
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    agent.destroy();
    await server.stop();
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    // The requests are neither all good nor all bad.
    for (const status of [200, 204, 400, 405, 406, 415]) {
      expect([status, statuses.get(status)]).toEqual([status, expect.any(Number)]);
    }
  },
  patience,
);
