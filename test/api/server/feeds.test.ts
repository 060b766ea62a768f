/** The feed of one deployment over HTTP: as Atom and as a calendar, cached, and refused with what is accepted. */

import { once } from 'node:events';
import { connect } from 'node:net';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, it, test, vi } from 'vitest';
import { ask, metric, responsesFrom, type SentRequest } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

const server = useServer();
const get = (path: string, init?: RequestInit) => fetch(`${server.url}/data/feeds/${path}`, init);
const query = 'region=westeurope&tier=premium&mode=internal';

it('is Atom, with its own address and an entry for each change', async () => {
  const response = await get(`deployment.atom?${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const feed = parseAtomFeed(await response.text());
  expect(feed.id).toBe(`tag:apim-network-atlas,2026:feeds/deployment?${query}&platform=stv2`);
  expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(
    `/data/feeds/deployment.atom?${query}&platform=stv2`,
  );
  expect(feed.entries?.map(({ updated }) => updated?.slice(0, 10))).toContain('2023-11-29');
});

it('is a calendar, with what documents announce', async () => {
  const response = await get(`deployment.ics?${query}&platform=stv1`);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map(({ summary }) => summary).join()).toMatch(/stv1/);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

it('has one id however the query is spelled', async () => {
  const spellings = [query, 'mode=INTERNAL&tier=Premium&region=West%20Europe&platform=stv2&tags='];
  const texts = await Promise.all(
    spellings.map(async (one) => (await get(`deployment.atom?${one}`)).text()),
  );
  expect(texts[1]).toBe(texts[0]);
});

it('is cached by clients', async () => {
  const first = await get(`deployment.atom?${query}`);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
  const again = await get(`deployment.atom?${query}`, { headers: { 'if-none-match': etag } });
  expect([etag.length > 10, again.status, await again.text()]).toEqual([true, 304, '']);
  const head = await get(`deployment.atom?${query}`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('is cached by the server', async () => {
  const texts: string[] = [];
  const before = await responsesFrom(server, 'cache');
  for (let times = 0; times < 3; times += 1) {
    texts.push(await (await get(`deployment.atom?${query}&tags=Sql`)).text());
  }
  expect(await responsesFrom(server, 'cache')).toBe(before + 1);
  expect(new Set(texts).size).toBe(1);
});

const all = ['cache', 'main', 'thread'] as const;
const json = { 'content-type': 'application/json' };
const introspection = encodeURIComponent('{__schema{types{name}}}');
test.each<[what: string, request: Omit<SentRequest, 'path'>, search: string, status: number]>([
  ['a long body', { body: 'x'.repeat(30_000), headers: json }, '', 405],
  ['a body in pieces', { body: '{}', headers: { 'transfer-encoding': 'chunked' } }, '', 405],
  ['a costly query', {}, `&query=${introspection}`, 400],
  ['PUT', { method: 'PUT', body: 'x' }, '', 405],
])('%s is answered here, and counts once', async (_, request, search, status) => {
  const count = async () => [
    ...(await Promise.all(all.map((from) => responsesFrom(server, from)))),
    await metric(server, `http_requests_total{route="graphql",status="${status}"}`),
  ];
  const before = await count();
  const path = `/data/feeds/deployment.atom?region=westeurope${search}`;
  const response = await ask(server, { ...request, path });
  expect([response.status, response.headers.allow]).toEqual([
    status,
    status === 405 ? 'GET, HEAD' : undefined,
  ]);
  expect(response.headers['content-type']).toMatch(/^text\/plain/);
  const [cache = 0, main = 0, thread = 0, requests = 0] = before;
  await vi.waitFor(async () => {
    expect(await count()).toEqual([cache, main + 1, thread, requests + 1]);
  });
});

it('refuses a method before the body has come', async () => {
  const path = '/data/feeds/deployment.atom';
  const { hostname: host, port } = new URL(server.url);
  const head = `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-length: 9999999\r\n\r\n`;
  const socket = connect({ host, port: Number(port) }).setEncoding('utf8');
  socket.write(head);
  const [text] = await once(socket, 'data');
  socket.destroy();
  expect(text).toMatch(/^HTTP\/1.1 405 /);
  expect(text).toMatch(/\r\nallow: GET, HEAD\r\n/i);
  expect(text).toMatch(/\r\n\r\nmethod not allowed\n$/);
});

test.each<[path: string, init: RequestInit, status: number, text: RegExp]>([
  ['deployment.atom', {}, 400, /^region is missing.*\ntier is missing.*\nmode is missing/],
  ['deployment.ics?region=westeurop', {}, 400, /nearest: .*westeurope/],
  [
    `deployment.atom?tags=${'x'.repeat(3000)}`,
    {},
    414,
    /given 3005 characters; accepted: at most 2048/,
  ],
  [`deployment.atom?${query}`, { method: 'POST' }, 405, /method not allowed/],
  [`deployment.rss?${query}`, {}, 404, /./],
])('%s %o is refused', async (path, init, status, text) => {
  const response = await get(path, init);
  // Without a built site all other paths are unavailable.
  expect(status === 404 ? [404, 503] : [status]).toContain(response.status);
  expect(await response.text()).toMatch(text);
});
