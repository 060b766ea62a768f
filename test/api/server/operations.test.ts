/** What an operator of the server sees: health, metrics, ids and the log; and headers for browsers. */

import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { createRequestLog } from '../../../api/server/request-log.ts';
import { ask, askQuery, metric } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

const server = useServer();
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the metrics', () => {
  it('are lines that Prometheus reads', async () => {
    const { headers, text } = await ask(server, { path: '/metrics' });
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = text.split('\n').filter((line) => line !== '');
    for (const line of lines) {
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z0-9_]+ .+|[a-z0-9_]+(\{[a-z]+="[^"]+"(,[a-z]+="[^"]+")*\})? (-?[\d.e+-]+|Nan))$/,
      );
    }
    const names = lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it('count requests by route and status, and their times', async () => {
    const counts = () =>
      Promise.all(
        [
          'http_requests_total{route="graphql",status="413"}',
          'http_request_duration_seconds_count{route="graphql"}',
          'http_request_duration_seconds_bucket{le="+Inf",route="graphql"}',
        ].map((name) => metric(server, name)),
      );
    const before = await counts();
    const headers = { 'content-type': 'application/json', 'content-length': '9999999' };
    await ask(server, { method: 'POST', headers }).catch(() => {});
    await vi.waitFor(async () => {
      expect(await counts()).toEqual(before.map((value) => value + 1));
    });
    expect(await metric(server, 'http_requests_running')).toBe(1);
  });
});

test.each([
  ['build-7.1:a_b', true],
  ['x'.repeat(65), false],
  ['a b', false],
])('the id of a request "%s" is taken over: %s', async (id, isTaken) => {
  const ids = [];
  for (const path of ['/graphql?query={clouds{name}}', '/health', '/nothing']) {
    const { headers } = await ask(server, { path, headers: { 'x-request-id': id } });
    expect(headers['x-request-id']).toMatch(/^[\w.:-]{1,64}$/);
    ids.push(headers['x-request-id']);
  }
  expect(ids.filter((one) => one === id)).toHaveLength(isTaken ? 3 : 0);
  expect(new Set(ids).size).toBe(isTaken ? 1 : 3);
});

describe('the log', () => {
  it('holds a line of JSON for each request and nothing that was sent', async () => {
    let text = '';
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
      text += part;
      return true;
    });
    const logging = await startServer({ port: 0, host: '127.0.0.1', logsRequests: true });
    const secret = 'nsg-of-somebody';
    const query = `{ search(text: "${secret}") { score } }`;
    await askQuery(logging, { query }, { 'x-request-id': 'first' });
    await ask(logging, { path: `/graphql?${new URLSearchParams({ query })}` });
    await ask(logging, { path: `/graphql?query=${secret}`, headers: { cookie: secret } });
    await askQuery(logging, { query: `mutation { ${secret.replaceAll('-', '_')} }` });
    await logging.stop();
    write.mockRestore();
    const line = {
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: expect.any(String),
      path: '/graphql',
      durationMs: expect.any(Number),
    };
    const lines = text.trimEnd().split('\n');
    expect(lines.map((one) => JSON.parse(one))).toEqual([
      { ...line, requestId: 'first', method: 'POST', status: 200 },
      { ...line, method: 'GET', status: 200 },
      { ...line, method: 'GET', status: 400 },
      { ...line, method: 'POST', status: 200 },
    ]);
    expect(text).not.toMatch(/nsg.of.somebody/);
  });

  it.each([
    [0, 1],
    [1024 * 1024, 0],
  ])('while %i bytes wait for its reader writes %i lines', (writableLength, count) => {
    const entry = { requestId: 'a', method: 'GET', path: '/', status: 200, durationMs: 1 };
    const write = vi.fn();
    createRequestLog({ write, writableLength, on: vi.fn() })(entry);
    expect(write).toHaveBeenCalledTimes(count);
  });
});

const noFrames = { 'content-security-policy': expect.stringContaining("frame-ancestors 'none'") };
const notStored = { 'cache-control': 'no-store' };
test.each<[path: string, sent: Record<string, string>, headers: object, text: RegExp]>([
  ['/health', {}, notStored, /^ok$/],
  ['/ready', {}, notStored, /^ready$/],
  ['/', {}, noFrames, /./],
  ['/nothing', {}, noFrames, /./],
  ['/graphql', { accept: 'text/html' }, noFrames, /GraphiQL/],
  ['/graphql?query={clouds{name}}', {}, {}, /"data"/],
  ['/graphql?query={', {}, notStored, /"errors"/],
])('%s with %j has its headers', async (path, sent, headers, text) => {
  const answer = await ask(server, { path, headers: sent });
  expect(answer.headers).toMatchObject({ ...headers, 'x-content-type-options': 'nosniff' });
  expect(answer.text).toMatch(text);
});
