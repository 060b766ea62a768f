/** Real nginx with deploy/nginx.conf in front of servers that hang and break: what reaches the next one. */

import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, json } from '../support/ask.ts';
import { freePorts, hasNginx, type Nginx, startNginx } from './nginx.ts';

let nginx: Nginx;
let arrived = 0;
let open = 0;
const servers: Server[] = [];

/** Answers, breaks the connection after a while, or never answers, as the path says. */
function serve(): Server {
  return createServer((request, response) => {
    if (request.url === '/health') return response.end('ok');
    arrived += 1;
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
    request.resume().on('end', () => {
      const [, delay] = /^\/break\/(\d+)/.exec(request.url ?? '') ?? [];
      if (delay !== undefined) setTimeout(() => request.socket.destroy(), Number(delay));
      else if (request.url !== '/hang') response.end('ok');
    });
  });
}

beforeAll(async () => {
  if (!hasNginx) return;
  const [front = 0, ...ports] = await freePorts(4);
  for (const port of ports.slice(1)) {
    const server = serve();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  }
  nginx = await startNginx(front, ports);
}, 30_000);

afterAll(async () => {
  await nginx?.end('SIGTERM');
  nginx?.remove();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe.skipIf(!hasNginx)('behind nginx', () => {
  it.each([
    ['a POST that breaks the connection', '/break/0', true, 1],
    ['a POST that breaks it late', '/break/1500', true, 1],
    ['a GET that breaks the connection', '/break/0', false, 3],
    ['a GET that breaks it late', '/break/1500', false, 1],
  ])('%s', async (_, path, isPost, most) => {
    arrived = 0;
    const body = isPost ? { body: '{}', headers: json } : {};
    expect((await ask(nginx, { path, ...body })).status).toBe(502);
    expect(arrived).toBeGreaterThan(0);
    expect(arrived).toBeLessThanOrEqual(most);
  });

  it('a request that is given up is given up at the server, too, and by no other one', async () => {
    arrived = 0;
    const gone = new AbortController();
    const url = `${nginx.url}/hang`;
    const hanging = fetch(url, { method: 'POST', body: '{}', signal: gone.signal });
    while (arrived === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    gone.abort();
    await expect(hanging).rejects.toThrow();
    while (open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(arrived).toBe(1);
  });

  it('a server that takes no connection is missed by nobody', async () => {
    const [first] = servers;
    first?.closeAllConnections();
    await new Promise((resolve) => first?.close(resolve));
    for (let number = 0; number < 12; number += 1) {
      expect((await ask(nginx, { path: '/', body: '{}', headers: json })).status).toBe(200);
    }
  });

  it.each(['/metrics', '/metrics?x', '/%6detrics', '//metrics'])(
    '%s is not public',
    async (path) => {
      expect((await ask(nginx, { path })).status).toBe(404);
    },
  );
});
