/** The server answers whatever comes, through sockets and without a failure of its own. */

import { Agent } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { ask, type SentRequest } from '../../support/ask.ts';
import {
  below,
  pick,
  randomBody,
  randomDocument,
  randomValidation,
} from '../../support/random-queries.ts';
import { patience, runs } from '../../support/runs.ts';

const requests = runs(1_500).numRuns;

const json = 'application/json';
const types = [json, `${json}; charset=utf-8`, 'application/graphql', 'text/plain'];
const accepts = ['*/*', json, 'application/graphql-response+json', 'multipart/mixed', ';;,'];

function randomRequest(): SentRequest {
  const headers = {
    'content-type': below(10) === 0 ? pick(types) : json,
    ...(below(3) === 0 && { accept: pick(accepts) }),
    ...(below(4) === 0 && { 'accept-encoding': 'gzip' }),
  };
  const kind = below(20);
  if (kind < 2) {
    const search = new URLSearchParams({ query: randomDocument(), variables: '{}' });
    return { method: pick(['GET', 'HEAD']), path: `/graphql?${search}`, headers };
  }
  if (kind < 3) {
    const method = pick(['PUT', 'OPTIONS', 'DELETE', 'GET']);
    return { method, path: '/graphql?query=%ff', headers };
  }
  const document = JSON.stringify({ query: randomDocument() });
  return { headers, body: kind < 10 ? randomBody() : kind < 18 ? document : randomValidation() };
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
