/** A server that stops while many clients send requests: every request gets its response. */

import { Agent, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, vi } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { ask, json, sendPieces } from '../../support/ask.ts';
import { endProcesses, startProcess } from '../../support/server-process.ts';

const script = fileURLToPath(new URL('../../../api/server/index.ts', import.meta.url));
const clients = 32;
afterAll(endProcesses);
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
    const parameters =
      number % 10 === 9
        ? { query: `{ a${own}: portRules { title history { title citations { section } } } }` }
        : { query: 'query ($name: String!) { region(name: $name) { name } }', variables: { name } };
    const answer = await ask({ url }, { body: JSON.stringify(parameters), headers: json, agent })
      .then(({ status, text, headers }) => ({ said: `${status} ${text.slice(0, 200)}`, headers }))
      .catch((error) => ({ said: String(error), headers: { connection: 'close' } }));
    if (answer.said.startsWith('200 {"data":{')) count.answered += 1;
    else count.lost.push(answer.said);
    if (answer.headers.connection === 'close') return;
  }
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s loses no request',
  async (signal) => {
    const { child, ready, ended } = startProcess(script, { HOST: '127.0.0.1' });
    const [url = ''] = /http:\/\/[\w.]+:\d+/.exec(await ready) ?? [];
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
    expect((await ended).code).toBe(0);
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

it('finishes what is running, then refuses connections', async () => {
  const server = await startServer(local);
  const body = JSON.stringify({ query: '{ clouds { name } }' });
  const head = `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  let stopped: Promise<void> | undefined;
  function* pieces() {
    yield head + body.slice(0, 5);
    stopped = server.stop();
    yield body.slice(5);
  }
  const answer = sendPieces(server, pieces());
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK.*US_GOVERNMENT/s);
  await stopped;
  await expect(ask(server, { path: '/health' })).rejects.toThrow('ECONNREFUSED');
});

it('does not wait for connections that are kept alive', async () => {
  const server = await startServer(local);
  await (await fetch(`${server.url}/health`)).text();
  const closeAll = vi.spyOn(Server.prototype, 'closeAllConnections');
  await server.stop();
  // The last resort of a stop that waited for its connections in vain.
  expect(closeAll).not.toHaveBeenCalled();
});
