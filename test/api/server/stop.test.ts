/** A server that stops while many clients send requests: every request gets its response. */

import { spawn } from 'node:child_process';
import { Agent, Server } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { type Answer, ask } from '../../support/ask.ts';
import { inherited } from '../../support/server-process.ts';

const script = fileURLToPath(new URL('../../../api/server/index.ts', import.meta.url));
const clients = 32;
const local = { port: 0, host: '127.0.0.1' };

interface Count {
  answered: number;
  lost: string[];
}

/** Sends request after request over one connection, until a response says `Connection: close`. */
async function askUntilLeft(url: string, own: number, count: Count): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let number = 0; ; number += 1) {
    // Every other request is new, and every tenth takes the server a while.
    const name = number % 2 ? `west${' '.repeat(own)}europe${'-'.repeat(number % 97)}` : 'eastus';
    const query =
      number % 10 === 9
        ? `{ a${own}: portRules { title history { title citations { section source { title } } } } }`
        : `query ($name: String!) { region(name: $name) { name controlPlanePrefixes } }`;
    const body = JSON.stringify({ query, variables: number % 10 === 9 ? {} : { name } });
    const headers = { 'content-type': 'application/json' };
    let answer: Answer;
    try {
      answer = await ask({ url }, { body, headers, agent });
    } catch (error) {
      count.lost.push((error as NodeJS.ErrnoException).code ?? String(error));
      return;
    }
    if (answer.status === 200 && JSON.parse(answer.text).data) count.answered += 1;
    else count.lost.push(`${answer.status} ${answer.text.slice(0, 200)}`);
    if (answer.headers.connection === 'close') return;
  }
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s loses no request',
  async (signal) => {
    const child = spawn(process.execPath, [script], {
      env: { ...inherited, PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text) => resolve(String(text))),
    );
    const [url = ''] = /http:\/\/[\w.]+:\d+/.exec(line) ?? [];
    const count: Count = { answered: 0, lost: [] };
    const asking = Array.from({ length: clients }, (_, own) => askUntilLeft(url, own, count));
    while (count.answered < 500 && count.lost.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const before = count.answered;
    child.kill(signal);
    await Promise.all(asking);
    expect(count.lost).toEqual([]);
    // Each client had its last answer after the signal.
    expect(count.answered - before).toBeGreaterThanOrEqual(clients);
    expect(await ended).toBe(0);
  },
  30_000,
);

it('says that it is not ready while it stops, and is alive', async () => {
  const server = await startServer(local);
  const stopped = server.stop();
  const ready = await ask(server, { path: '/ready' });
  const health = await ask(server, { path: '/health' });
  expect([ready.status, ready.text, health.status]).toEqual([503, 'stopping', 200]);
  expect(ready.headers.connection).toBe('close');
  await stopped;
  await expect(ask(server, { path: '/health' })).rejects.toThrow('ECONNREFUSED');
});

describe('a server that stops', () => {
  it('finishes what is running, then refuses connections', async () => {
    const stopping = await startServer(local);
    const { hostname, port } = new URL(stopping.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    const body = JSON.stringify({ query: '{ clouds { name } }' });
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ].join('\r\n');
    socket.write(`${head}\r\n\r\n${body.slice(0, 5)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));

    const stopped = stopping.stop();
    socket.write(body.slice(5));
    await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(answer).toContain('US_GOVERNMENT');
    await expect(ask(stopping, { path: '/health' })).rejects.toThrow();
  });

  it('does not wait for connections that are kept alive', async () => {
    const stopping = await startServer(local);
    await (await fetch(`${stopping.url}/health`)).text();
    const closeAll = vi.spyOn(Server.prototype, 'closeAllConnections');
    await stopping.stop();
    // The last resort of a stop that waited for its connections in vain.
    expect(closeAll).not.toHaveBeenCalled();
    closeAll.mockRestore();
  });
});
