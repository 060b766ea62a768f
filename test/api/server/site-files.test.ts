/** Files on their way to clients that go away: none of them stays open. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { heldBytes } from '../../../api/server/held-bytes.ts';
import { siteFiles } from '../../../api/server/site-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'atlas-site-files-'));
const sent: Readable[] = [];
let answers = 0;
const unread = heldBytes(64 * 1024 * 1024, 64 * 1024 * 1024);
const site = siteFiles(directory, []);
const server = createServer((request, response) => {
  response.on('pipe', (file) => sent.push(file)).on('close', () => (answers += 1));
  site({ request, response, requestId: 'an id', unread, client: () => 'a client' });
});

beforeAll(async () => {
  writeFileSync(join(directory, 'index.html'), '<h1>Atlas</h1>');
  // More than the buffers of both ends take.
  writeFileSync(join(directory, 'large.csv'), 'x'.repeat(32 * 1024 * 1024));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

test.each([1, 20])(
  'a client that asks for %i and goes',
  async (count) => {
    sent.length = 0;
    answers = 0;
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /large.csv HTTP/1.1\r\nHost: atlas\r\n\r\n'.repeat(count));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    const limit = { timeout: 10_000 };
    await vi.waitFor(() => expect(answers).toBe(count), limit);
    const allClosed = sent.map(() => true);
    await vi.waitFor(() => expect(sent.map((file) => file.closed)).toEqual(allClosed), limit);
    expect(sent).toHaveLength(count);
  },
  30_000,
);
