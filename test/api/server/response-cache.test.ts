/** Cached responses, and the headers for HTTP caches. */

import { createHook } from 'node:async_hooks';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { ask, askQuery, byGet, json, responsesFrom } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

const server = useServer();

const regionQuery = 'query Region($name: String!) { region(name: $name) { name displayName } }';

describe('a repeated request', () => {
  const variables = { name: 'eastus' };
  test.each<[what: string, request: Parameters<typeof ask>[1]]>([
    ['by POST', { body: JSON.stringify({ query: regionQuery, variables }), headers: json }],
    ['by GET', { path: byGet('{ clouds { name } }') }],
  ])('%s is answered from the cache, to the byte', async (_, request) => {
    const first = await ask(server, request);
    const second = await ask(server, request);
    const before = await responsesFrom(server, 'cache');
    const third = await ask(server, request);
    expect(await responsesFrom(server, 'cache')).toBe(before + 1);
    expect([first.status, third.bytes]).toEqual([200, first.bytes]);
    const without = ({ date: _, 'x-request-id': __, ...headers }: typeof first.headers) => headers;
    expect(without(third.headers)).toEqual(without(first.headers));
    const ids = [first, second, third].map(({ headers }) => headers['x-request-id']);
    expect(new Set(ids).size).toBe(3);
  });

  test.each<[what: string, change: object, headers?: Record<string, string>]>([
    ['other variables', { variables: { name: 'westus' } }],
    ['another operation', { operationName: 'Other' }],
    ['another media type', {}, { accept: 'application/graphql-response+json' }],
  ])('with %s is another one', async (_, change, headers) => {
    const request = {
      query: `${regionQuery} query Other { region(name: "chinaeast") { name } }`,
      operationName: 'Region',
      variables,
    };
    for (let times = 0; times < 3; times += 1) await askQuery(server, request);
    const cached = await askQuery(server, request);
    const other = await askQuery(server, { ...request, ...change }, headers);
    expect([other.text, other.headers['content-type']]).not.toEqual([
      cached.text,
      cached.headers['content-type'],
    ]);
  });
});

describe('an answer to GET', () => {
  const path = byGet('{ portRules { ruleId title purpose citations { section } } }');

  it('may be cached, and gets 304 if it is unchanged', async () => {
    const { headers } = await ask(server, { path });
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+/);
    expect(headers.vary).toBe('accept, accept-encoding');
    expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
    for (const tags of [headers.etag, `"other", ${headers.etag}`, `W/${headers.etag}`, '*']) {
      const again = await ask(server, { path, headers: { 'if-none-match': tags ?? '' } });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
      expect(again.headers['cache-control']).toBe(headers['cache-control']);
    }
    const changed = await ask(server, { path, headers: { 'if-none-match': '"other"' } });
    expect(changed.status).toBe(200);
  });

  it('has the same head to HEAD, and no body', async () => {
    const { headers, bytes } = await ask(server, { path });
    const head = await ask(server, { path, method: 'HEAD' });
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers).toMatchObject({
      etag: headers.etag,
      'content-length': String(bytes.length),
    });
  });

  it.each([
    ['gzip', true],
    ['gzip;q=0', false],
  ])('with Accept-Encoding "%s" is compressed: %s', async (encodings, isCompressed) => {
    const plain = await ask(server, { path });
    const answer = await ask(server, { path, headers: { 'accept-encoding': encodings } });
    expect(answer.headers['content-encoding']).toBe(isCompressed ? 'gzip' : undefined);
    expect(answer.headers.etag === plain.headers.etag).toBe(!isCompressed);
    expect(Number(answer.headers['content-length'])).toBe(answer.bytes.length);
    expect(isCompressed ? gunzipSync(answer.bytes) : answer.bytes).toEqual(plain.bytes);
  });

  it('is compressed no more once it is stored', async () => {
    const request = {
      path: byGet('{ regions { name displayName controlPlanePrefixes } }'),
      headers: { 'accept-encoding': 'gzip' },
    };
    const answers = [await ask(server, request), await ask(server, request)];
    let compressions = 0;
    const hook = createHook({
      init(_, type) {
        if (type === 'ZLIB') compressions += 1;
      },
    }).enable();
    answers.push(await ask(server, request));
    hook.disable();
    expect(compressions).toBe(0);
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(
      answers.map(() => 'gzip'),
    );
    expect(gunzipSync(answers[2]?.bytes ?? '').length).toBeGreaterThan(4096);
  });

  it('to a wrong request is not cached', async () => {
    const answer = await ask(server, { path: byGet('{ nothing }') });
    expect([answer.headers['cache-control'], answer.headers.etag]).toEqual(['no-store', undefined]);
  });

  it('holds letters beyond ASCII whole', async () => {
    const query = '{ sources { title } search(text: "–") { score } }';
    const [first, second, third] = [
      await askQuery(server, { query }),
      await askQuery(server, { query }),
      await askQuery(server, { query }, { 'accept-encoding': 'gzip' }),
    ];
    expect(JSON.parse(first.text).data.sources.length).toBeGreaterThan(1);
    expect(second.bytes).toEqual(first.bytes);
    expect(gunzipSync(third.bytes)).toEqual(first.bytes);
  });
});
