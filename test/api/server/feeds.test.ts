/** The feed of one deployment over HTTP: as Atom and as a calendar, cached, and refused with what is accepted. */

import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { expect, it, test } from 'vitest';
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

it('is cached by clients and by the server', async () => {
  const first = await get(`deployment.atom?${query}`);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
  const again = await get(`deployment.atom?${query}`, { headers: { 'if-none-match': etag } });
  expect([etag.length > 10, again.status, await again.text()]).toEqual([true, 304, '']);
  const head = await get(`deployment.atom?${query}`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
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
