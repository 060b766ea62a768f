/** What one client can make the server hold: connections, bodies and responses. */

import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { heldBytes } from '../../../api/server/held-bytes.ts';
import { type RunningServer, startServer } from '../../../api/server/index.ts';
import { ask } from '../../support/ask.ts';

describe('bytes that are held', () => {
  it('are dropped, the oldest first, of the client that holds too many', () => {
    const dropped: string[] = [];
    const held = heldBytes(100, 50);
    const hold = (client: string, name: string) => held.hold(client, () => dropped.push(name));
    const [first, second, other] = [hold('a', 'first'), hold('a', 'second'), hold('b', 'other')];
    first.add(30);
    second.add(20);
    other.add(50);
    expect(dropped).toEqual([]);
    second.add(1);
    expect(dropped).toEqual(['first']);
    other.release();
    hold('c', 'c').add(50);
    hold('d', 'd').add(30);
    expect(dropped).toEqual(['first', 'c']);
  });

  it('are dropped, over the limit of all, of the client that holds the most', () => {
    const dropped: string[] = [];
    const held = heldBytes(100, 100);
    const hold = (client: string, name: string) => held.hold(client, () => dropped.push(name));
    hold('honest', 'honest').add(10);
    hold('greedy', 'nothing');
    for (const name of ['first', 'second', 'third']) hold('greedy', name).add(40);
    expect(dropped).toEqual(['first']);
  });
});

const sockets: Socket[] = [];
let server: RunningServer | undefined;

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.stop();
});

function open(port: number, text: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => {});
  return new Promise((resolve) =>
    socket.once('connect', () => socket.write(text, () => resolve(socket))),
  );
}

it('a client that opens connections without end is served all the same', async () => {
  server = await startServer({ port: 0, host: '127.0.0.1' });
  const port = Number(new URL(server.url).port);
  for (let number = 0; number < 1_050; number += 1) {
    await open(port, 'POST /graphql HTTP/1.1\r\nHost: x\r\nX: ');
  }
  expect((await ask(server, { path: '/health' })).status).toBe(200);
  // The first ones had to make room.
  await vi.waitFor(() =>
    expect(
      sockets.filter(({ readableEnded, destroyed }) => readableEnded || destroyed).length,
    ).toBeGreaterThan(40),
  );
}, 60_000);

it('a connection that sends requests without waiting for responses is closed', async () => {
  server = await startServer({ port: 0, host: '127.0.0.1' });
  const health = 'GET /health HTTP/1.1\r\nHost: a\r\n\r\n';
  const socket = await open(Number(new URL(server.url).port), health.repeat(1_000));
  let text = '';
  socket.on('data', (data) => {
    text += data;
  });
  await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  expect(text.split('HTTP/1.1 200').length - 1).toBeLessThanOrEqual(2);
  expect((await ask(server, { path: '/health' })).status).toBe(200);
});

it('a request with a long head counts to what its client may hold', async () => {
  server = await startServer({ port: 0, host: '127.0.0.1' });
  const port = Number(new URL(server.url).port);
  const text = `POST /graphql HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(15_000)}\r\nContent-Length: 9\r\n\r\n{`;
  let refused = '';
  for (let number = 0; number < 350; number += 1) {
    const socket = await open(port, text);
    socket.on('data', (part) => {
      refused ||= String(part);
    });
  }
  await vi.waitFor(() => expect(refused).toMatch(/^HTTP\/1.1 503/), { timeout: 10_000 });
  expect((await ask(server, { path: '/health' })).status).toBe(200);
});
