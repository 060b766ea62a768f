/** What an operator of the server sees: health, metrics, ids and the log; and headers for browsers. */

import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { createRequestLog } from '../../../api/server/request-log.ts';
import { ask, askQuery, metric } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

const local = { port: 0, host: '127.0.0.1' };
const server = useServer();
afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['/health', 'ok'],
  ['/ready', 'ready'],
])('%s says "%s"', async (path, text) => {
  const answer = await ask(server, { path });
  expect([answer.status, answer.text]).toEqual([200, text]);
  expect(answer.headers['cache-control']).toBe('no-store');
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
    const name = 'http_requests_total{route="graphql",status="413"}';
    const count = 'http_request_duration_seconds_count{route="graphql"}';
    const all = 'http_request_duration_seconds_bucket{le="+Inf",route="graphql"}';
    const before = await Promise.all([name, count, all].map((each) => metric(server, each)));
    await ask(server, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '9999999' },
    }).catch(() => {});
    await vi.waitFor(async () => {
      const after = await Promise.all([name, count, all].map((each) => metric(server, each)));
      expect(after).toEqual(before.map((value) => value + 1));
    });
    expect(await metric(server, 'http_requests_running')).toBe(1);
  });
});

describe('the id of a request', () => {
  test.each([
    ['build-7.1:a_b', true],
    ['x'.repeat(65), false],
    ['a b', false],
  ])('"%s" is taken over: %s', async (id, isTaken) => {
    for (const path of ['/graphql?query={clouds{name}}', '/health', '/nothing']) {
      const { headers } = await ask(server, { path, headers: { 'x-request-id': id } });
      expect(headers['x-request-id'] === id).toBe(isTaken);
      expect(headers['x-request-id']).toMatch(/^[\w.:-]{1,64}$/);
    }
  });

  it('is another one for each request', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { headers } = await askQuery(server, { query: '{ clouds { name } }' });
        return headers['x-request-id'];
      }),
    );
    expect(new Set(ids).size).toBe(20);
  });
});

describe('the log', () => {
  it('holds a line of JSON for each request and nothing that was sent', async () => {
    let text = '';
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
      text += part;
      return true;
    });
    const logging = await startServer({ ...local, logsRequests: true });
    const secret = 'nsg-of-somebody';
    const query = `{ search(text: "${secret}") { score } }`;
    const headers = { 'x-request-id': 'first' };
    await askQuery(logging, { query }, headers);
    await ask(logging, { path: `/graphql?${new URLSearchParams({ query })}` });
    await ask(logging, { path: `/graphql?query=${secret}`, headers: { cookie: secret } });
    await askQuery(logging, { query: `mutation { ${secret.replaceAll('-', '_')} }` });
    await logging.stop();
    write.mockRestore();
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(lines[0]).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestId: 'first',
      method: 'POST',
      path: '/graphql',
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(lines.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 200],
      ['GET', 200],
      ['GET', 400],
      ['POST', 200],
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

describe('browsers get headers', () => {
  test.each<[what: string, path: string, headers: Record<string, string>]>([
    ['a page of the site', '/', {}],
    ['a page that is not there', '/nothing', {}],
    ['GraphiQL', '/graphql', { accept: 'text/html' }],
  ])('with %s that nobody may frame it', async (_, path, headers) => {
    const answer = await ask(server, { path, headers });
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('not to guess the type of an answer', async () => {
    for (const path of ['/graphql?query={clouds{name}}', '/graphql?query={']) {
      const { headers } = await ask(server, { path });
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});
