/** What one client can make the server hold: connections, bodies and responses. */

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type HeldBytes, heldBytes } from '../../../api/server/held-bytes.ts';
import { ask } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

describe('bytes that are held', () => {
  const names: string[] = [];
  const hold = (held: HeldBytes, client: string, name: string, bytes: number) => {
    const holding = held.hold(client, () => names.push(name));
    holding.add(bytes);
    return holding;
  };

  it('are dropped, the oldest first, of the client that holds too many', () => {
    const held = heldBytes(100, 50);
    hold(held, 'a', 'first', 30);
    const second = hold(held, 'a', 'second', 20);
    const other = hold(held, 'b', 'other', 50);
    expect(names.splice(0)).toEqual([]);
    second.add(1);
    expect(names).toEqual(['first']);
    other.release();
    hold(held, 'c', 'c', 50);
    hold(held, 'd', 'd', 30);
    expect(names.splice(0)).toEqual(['first', 'c']);
  });

  it('are dropped, over the limit of all, of the client that holds the most', () => {
    const held = heldBytes(100, 100);
    hold(held, 'honest', 'honest', 10);
    for (const bytes of [0, 40, 41, 42]) hold(held, 'greedy', `${bytes}`, bytes);
    expect(names).toEqual(['40']);
  });
});

const sockets: Socket[] = [];
const server = useServer();
const health = 'GET /health HTTP/1.1\r\nHost: a\r\n\r\n';

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  expect((await ask(server, { path: '/health' })).status).toBe(200);
});

function open(text: string, { url } = server): Promise<Socket> {
  const port = Number(new URL(url).port);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => {});
  return new Promise((resolve) =>
    socket.once('connect', () => socket.write(text, () => resolve(socket))),
  );
}

it('a client that opens connections without end is served all the same', async () => {
  for (let number = 0; number < 1_050; number += 1) {
    await open('POST /graphql HTTP/1.1\r\nHost: x\r\nX: ');
  }
  expect((await ask(server, { path: '/health' })).status).toBe(200);
  // The first ones had to make room.
  const isClosed = ({ readableEnded, destroyed }: Socket) => readableEnded || destroyed;
  await vi.waitFor(() => expect(sockets.filter(isClosed).length).toBeGreaterThan(40));
}, 60_000);

it('a connection that sends requests without waiting for responses is closed', async () => {
  const socket = await open(health.repeat(1_000));
  let text = '';
  socket.on('data', (data) => {
    text += data;
  });
  await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  expect(text.split('HTTP/1.1 200').length - 1).toBeLessThanOrEqual(2);
});

describe('a connection without requests', () => {
  beforeAll(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
  const idle = useServer();
  // Before the server stops, which waits.
  afterAll(() => void vi.useRealTimers());

  it('is closed after the time that its responses tell', async () => {
    const socket = await open(health, idle);
    const responds = async () => {
      const [data] = await once(socket, 'data');
      expect(String(data)).toMatch(/^HTTP\/1.1 200 .*^keep-alive: timeout=65\r$/ims);
      // The response ends for the server a moment later.
      await setImmediate();
    };
    await responds();
    for (const _ of [1, 2]) {
      vi.advanceTimersByTime(64_000);
      socket.write(health);
      await responds();
    }
    vi.advanceTimersByTime(80_001);
    await once(socket, 'end');
  });
});

it('a request with a long head counts to what its client may hold', async () => {
  const text = `POST /graphql HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(15_000)}\r\nContent-Length: 9\r\n\r\n{`;
  let refused = '';
  for (let number = 0; number < 350; number += 1) {
    (await open(text)).on('data', (part) => {
      refused ||= String(part);
    });
  }
  await vi.waitFor(() => expect(refused).toMatch(/^HTTP\/1.1 503/), { timeout: 10_000 });
});
