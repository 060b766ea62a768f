/** The built site as the server sends it: files, headers, what is not there, and the service-tag prefixes of the server. */

import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { snapshotPath } from '../../../api/request/snapshot-path.ts';
import { heldBytes } from '../../../api/server/held-bytes.ts';
import { type RunningServer, startServer } from '../../../api/server/index.ts';
import { siteFiles } from '../../../api/server/site-files.ts';
import { readSnapshot } from '../../../core/network/service-tags/service-tag-file.ts';
import { withShippedFiles } from '../../../core/network/service-tags/shipped-files.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import { cloudNames } from '../../../data/model.ts';
import { ask, type SentRequest } from '../../support/ask.ts';

const newer = readServiceTagFile(
  {
    changeNumber: 9000,
    cloud: 'China',
    values: [{ name: 'Storage', properties: { addressPrefixes: ['192.0.2.0/24'] } }],
  },
  'ServiceTags_China_20300107.json',
);
const serviceTagFiles = withShippedFiles([newer]);
const local = { port: 0, host: '127.0.0.1' };
const site = mkdtempSync(join(tmpdir(), 'atlas-site-'));
const secret = `${site}-secret.txt`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

let server: RunningServer;
const get = (path: string, more: SentRequest = {}) => ask(server, { path, ...more });

beforeAll(async () => {
  const files = {
    'index.html': '<h1>Atlas</h1>',
    '404.html': '<h1>Not there</h1>',
    'regions/westeurope/index.html': '<h1>West Europe</h1>',
    '_astro/page.abc123.css': 'h1 { color: navy }',
    'data/v1/regions.json': '{}',
    'guide.txt': 'plain',
    'favicon.ico': 'picture',
    'schema.graphql': 'type Query',
    'longer.txt': 'first text',
    'shorter.txt': 'first text',
    'emptied.txt': 'first text',
    'empty.txt': '',
    'guide.txt.gz': 'compressed',
    // More than the buffers of both ends take.
    'large.csv': 'x'.repeat(32 * 1024 * 1024),
  };
  for (const [name, text] of Object.entries(files)) write(join(site, name), text);
  for (const cloud of cloudNames) write(join(site, snapshotPath(cloud)), 'of the built site');
  writeFileSync(secret, 'secret');
  server = await startServer({ ...local, serviceTagFiles }, site);
});

afterAll(async () => {
  await server.stop();
  rmSync(site, { recursive: true });
  rmSync(secret);
});

test.each([
  ['/', 200, '<h1>Atlas</h1>'],
  ['/?from=mail', 200, '<h1>Atlas</h1>'],
  ['/regions/westeurope/', 200, '<h1>West Europe</h1>'],
  ['/regions/westeurope', 200, '<h1>West Europe</h1>'],
  ['/guide.txt', 200, 'plain'],
  ['/nothing/here', 404, '<h1>Not there</h1>'],
  ['/__proto__', 404, '<h1>Not there</h1>'],
  ['/%E0%A4%A', 404, '<h1>Not there</h1>'],
  ['/%00', 404, '<h1>Not there</h1>'],
  [`/../${basename(secret)}`, 404, '<h1>Not there</h1>'],
  [`/..%2f${basename(secret)}`, 404, '<h1>Not there</h1>'],
])('%s is answered with %i', async (path, status, text) => {
  expect(await get(path)).toMatchObject({ status, text });
});

const changing = { 'cache-control': 'no-cache', vary: 'accept-encoding' };
test.each<[path: string, headers: Record<string, string | undefined>]>([
  [
    '/',
    {
      ...changing,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "frame-ancestors 'none'",
    },
  ],
  ['/favicon.ico', { 'content-type': 'image/x-icon' }],
  [
    '/schema.graphql',
    { 'content-type': 'text/plain; charset=utf-8', 'access-control-allow-origin': '*' },
  ],
  ['/_astro/page.abc123.css', { 'cache-control': 'public, max-age=31536000, immutable' }],
  ['/data/v1/regions.json', { ...changing, 'access-control-allow-origin': '*' }],
  ['/guide.txt', { ...changing, 'content-type': 'text/plain; charset=utf-8' }],
])('%s has its headers, in a 304, too', async (path, expected) => {
  const first = await get(path);
  expect(first.headers).toMatchObject(expected);
  expect(first.headers['access-control-allow-origin']).toBe(
    expected['access-control-allow-origin'],
  );
  const again = await get(path, { headers: { 'if-none-match': `"other", ${first.headers.etag}` } });
  const headers = { ...expected, 'content-type': undefined, etag: first.headers.etag };
  expect(again).toMatchObject({ status: 304, text: '' });
  expect({ ...headers, ...again.headers }).toEqual({ ...again.headers, ...headers });
});

const encodings = (header: string) => ({ headers: { 'accept-encoding': header } });
test.each<[what: string, path: string, request: SentRequest, expected: object]>([
  ['gzip', '/guide.txt', encodings('gzip'), { status: 200, text: 'compressed' }],
  ['no gzip', '/guide.txt', encodings('gzip;q=0'), { status: 200, text: 'plain' }],
  ['HEAD', '/', { method: 'HEAD' }, { status: 200, text: '' }],
  ['an impossible range', '/', { headers: { range: 'bytes=9-2' } }, { status: 200 }],
  ['a page by POST', '/', { method: 'POST' }, { status: 405 }],
  ['prefixes by POST', snapshotPath('PUBLIC'), { method: 'POST' }, { status: 405 }],
  ['a broken Host header', '/', { headers: { host: '[' } }, { status: 200 }],
  ['a path without a slash', 'constructor', {}, { status: 400 }],
])('%s', async (_, path, request, expected) => {
  expect(await get(path, request)).toMatchObject(expected);
});

test('the prefixes of a newer file are those of the server, others of the built site', async () => {
  const first = await get(snapshotPath(newer.cloud));
  expect(first.headers['content-type']).toBe('application/octet-stream');
  const served = readSnapshot(new Uint8Array(first.bytes));
  expect(served.version).toBe(newer.version);
  expect(served.addressesOf('Storage')).toEqual(newer.addressesOf('Storage'));
  expect((await get(snapshotPath('PUBLIC'))).text).toBe('of the built site');
  const headers = { 'if-none-match': first.headers.etag ?? '' };
  expect(await get(snapshotPath(newer.cloud), { headers })).toMatchObject({
    status: 304,
    text: '',
  });
});

it('says how it is built where it is not', async () => {
  const early = await startServer({ ...local, serviceTagFiles }, join(site, 'nothing'));
  const page = await ask(early, { path: '/' });
  expect(page).toMatchObject({ status: 404, text: expect.stringContaining('npm run build') });
  expect((await ask(early, { path: snapshotPath(newer.cloud) })).status).toBe(200);
  await early.stop();
});

test.each<[what: string, name: string, newText: string, expected: string | undefined]>([
  ['longer', 'longer.txt', 'second text, and more', 'second tex'],
  ['shorter', 'shorter.txt', 'second', undefined],
  ['empty', 'emptied.txt', '', undefined],
])(
  'a file that a new build made %s is sent as long as its head says',
  async (_, name, newText, expected) => {
    write(join(site, name), newText);
    const response = get(`/${name}`);
    if (expected === undefined) await expect(response).rejects.toThrow();
    else expect(await response).toMatchObject({ status: 200, text: expected });
    expect(await get('/guide.txt')).toMatchObject({ status: 200, text: 'plain' });
  },
);

test('a file that was empty stays so until the server starts again', async () => {
  expect(await get('/empty.txt')).toMatchObject({ status: 200, text: '' });
  write(join(site, 'empty.txt'), 'more');
  expect(await get('/empty.txt')).toMatchObject({ status: 200, text: '' });
});

describe('a file on its way', () => {
  const sent: Readable[] = [];
  let ended = 0;
  const unread = heldBytes(64 * 1024 * 1024, 64 * 1024 * 1024);
  const send = siteFiles(site, []);
  const bare = createServer((request, response) => {
    response.on('pipe', (file) => sent.push(file)).on('close', () => (ended += 1));
    const path = request.url ?? '';
    send({ request, path, response, requestId: 'an id', unread, client: () => 'a client' });
  });
  beforeAll(() => new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void bare.close());

  it('has a time limit without progress, until all files of its connection are sent', async () => {
    ended = 0;
    const limit = vi.spyOn(Socket.prototype, 'setTimeout');
    const { port } = bare.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    const head = 'GET /large.csv HTTP/1.1\r\nHost: atlas\r\n';
    socket.end(`${head}\r\n${head}Connection: close\r\n\r\n`);
    const limits = () => limit.mock.calls.map(([milliseconds]) => milliseconds);
    await once(socket.resume(), 'close');
    await vi.waitFor(() => expect(ended).toBe(2));
    expect(limits()).toEqual([20_000, 20_000, 0]);
    limit.mockRestore();
  });

  test.each([1, 20])(
    'is closed where a client asks for it %i times and goes',
    async (count) => {
      sent.length = 0;
      ended = 0;
      const { port } = bare.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1');
      socket.write('GET /large.csv HTTP/1.1\r\nHost: atlas\r\n\r\n'.repeat(count));
      await new Promise((resolve) => socket.once('data', resolve));
      socket.destroy();
      const limit = { timeout: 10_000 };
      await vi.waitFor(() => expect(ended).toBe(count), limit);
      await vi.waitFor(() => expect(sent.every((file) => file.closed)).toBe(true), limit);
      expect(sent).toHaveLength(count);
    },
    30_000,
  );
});
