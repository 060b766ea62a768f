/** What the server does where the site fails in an unexpected way: one response is lost, not the process. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createListener } from '../../../api/server/listener.ts';
import { ask } from '../../support/ask.ts';

const { listener } = createListener({
  api: { counts: { cache: 0, main: 0, thread: 0 }, cachedBytes: () => 0, answer: () => {} },
  site({ request, response }) {
    if (request.url === '/late') response.writeHead(200, { 'content-length': 5 }).write('ab');
    throw new Error('unexpected');
  },
  clientOf: () => 'a client',
  log: undefined,
});
const server = createServer(listener);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

it('answers with 500, or breaks a response off whose head is sent, and goes on', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { status, text } = await ask({ url }, { path: '/early' });
  expect([status, JSON.parse(text).errors]).toEqual([
    500,
    [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  ]);
  await expect(ask({ url }, { path: '/late' })).rejects.toThrow();
  expect(await ask({ url }, { path: '/health' })).toMatchObject({ status: 200, text: 'ok' });
  expect(log).toHaveBeenCalledTimes(2);
});
