/** Real nginx with deploy/nginx.conf in front of three real servers: one that goes takes no request with it but its own. */

import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, askQuery, metric } from '../support/ask.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import {
  freePorts,
  hasNginx,
  type Nginx,
  type Process,
  startNginx,
  startReplica,
} from './nginx.ts';

const clients = 24;

let nginx: Nginx;
let ports: readonly number[] = [];
const replicas: Process[] = [];

beforeAll(async () => {
  if (!hasNginx) return;
  await ensureBuilt('server');
  const [front = 0, ...others] = await freePorts(4);
  ports = others;
  replicas.push(...(await Promise.all(ports.map(startReplica))));
  nginx = await startNginx(front, ports);
}, buildTimeout);

afterAll(async () => {
  await Promise.all([nginx, ...replicas].map((process) => process?.end('SIGTERM')));
  nginx?.remove();
});

const region = 'query ($name: String!) { region(name: $name) { name controlPlanePrefixes } }';
const validation = `mutation { validateConfig(input: { deployment: {
  tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }]
} }) { verdict findings { message } } }`;
const rules = '{ portRules { title history { title citations { section source { title } } } } }';

/** In turn a new query, one by GET, a validation and one with a long answer. */
function request(number: number, own: number): Parameters<typeof ask>[1] {
  const kind = number % 4;
  if (kind === 1)
    return { path: `/graphql?${new URLSearchParams({ query: `{ a${own}: clouds { name } }` })}` };
  const variables = { name: `${' '.repeat((number * clients + own) % 997)}westeurope` };
  const parameters =
    kind === 0 ? { query: region, variables } : { query: kind === 2 ? validation : rules };
  return { body: JSON.stringify(parameters), headers: { 'content-type': 'application/json' } };
}

function startLoad() {
  const lost: string[] = [];
  let answered = 0;
  let isOver = false;

  async function client(own: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let number = 0; !isOver; number += 1) {
      let answer: Answer;
      try {
        answer = await ask(nginx, { ...request(number, own), agent });
      } catch (error) {
        lost.push((error as NodeJS.ErrnoException).code ?? String(error));
        continue;
      }
      if (answer.status === 200 && JSON.parse(answer.text).data) answered += 1;
      else lost.push(`${answer.status} ${answer.text.slice(0, 200)}`);
    }
    agent.destroy();
  }

  const all = Array.from({ length: clients }, (_, own) => client(own));
  return {
    lost,
    /** Waits until so many more are answered. */
    async more(count: number): Promise<void> {
      const until = answered + count;
      while (answered < until && lost.length <= clients) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    /** Takes away what was lost until now: at most what each client had asked, and never answered otherwise. */
    forget(): void {
      const now = lost.splice(0);
      expect(now.length).toBeLessThanOrEqual(clients);
      expect(now.filter((one) => !one.startsWith('502'))).toEqual([]);
    },
    async end(): Promise<void> {
      isOver = true;
      await Promise.all(all);
    },
  };
}

const answersOf = (replica: Process) =>
  metric(replica, 'http_requests_total{route="graphql",status="200"}');

describe.skipIf(!hasNginx)('behind nginx', () => {
  it('a server that ends loses what it had begun and nothing else', async () => {
    const [killed, replaced, third] = replicas as [Process, Process, Process];
    const load = startLoad();
    await load.more(300);
    expect(await Promise.all(replicas.map(answersOf))).not.toContain(0);

    await killed.end('SIGKILL');
    await load.more(300);
    // What it had begun: nobody knows whether it was that which killed it.
    load.forget();

    expect(await replaced.end('SIGTERM')).toBe(0);
    load.forget();
    replicas[1] = await startReplica(ports[1] as number);
    while (load.lost.length <= clients && (await answersOf(replicas[1])) === 0)
      await load.more(100);

    replicas[0] = await startReplica(ports[0] as number);
    while (load.lost.length <= clients && (await answersOf(replicas[0])) === 0)
      await load.more(100);

    expect(await third.end('SIGTERM')).toBe(0);
    load.forget();
    await load.more(300);
    await load.end();
    expect(load.lost).toEqual([]);
    replicas[2] = await startReplica(ports[2] as number);
  }, 120_000);

  it('a body may be as large as without it, and is refused in the same words', async () => {
    const limit = 1024 * 1024;
    const [direct] = replicas as [Process];
    const query = JSON.stringify({ query: '{ clouds { name } }' });
    const headers = { 'content-type': 'application/json' };
    expect((await ask(nginx, { body: query.padEnd(limit), headers })).status).toBe(200);
    const names = [
      'access-control-allow-origin',
      'cache-control',
      'content-type',
      'x-content-type-options',
    ];
    const refused = await Promise.all(
      [direct, nginx].map(async (server) => {
        const answer = await ask(server, { body: query.padEnd(limit + 1), headers });
        return [answer.status, answer.text, ...names.map((name) => answer.headers[name])];
      }),
    );
    expect(refused[0]?.[0]).toBe(413);
    expect(refused[1]).toEqual(refused[0]);
  });

  it('a request has an id from end to end, and its log tells nothing that was sent', async () => {
    const secret = 'nsg-of-somebody';
    const query = `{ search(text: "${secret}") { score } }`;
    const own = await askQuery(nginx, { query }, { 'x-request-id': 'build-7.1' });
    expect(own.headers['x-request-id']).toBe('build-7.1');
    const path = `/graphql?${new URLSearchParams({ query })}`;
    const input = await ask(nginx, { path, headers: { 'x-request-id': secret.repeat(9) } });
    expect(input.headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    // nginx writes the line once the client has the response.
    await expect
      .poll(() => nginx.log('access'))
      .toContain(` ${input.headers['x-request-id']} GET /graphql 200 `);
    const log = nginx.log('access');
    expect(log).toMatch(/^\S+ build-7\.1 POST \/graphql 200 [\d.]+ 127\.0\.0\.1:\d+ 200$/m);
    expect(log + nginx.log('error')).not.toContain(secret);
  });

  it('responses keep the headers for caches, and metrics are not public', async () => {
    const path = `/graphql?${new URLSearchParams({ query: rules })}`;
    const { headers } = await ask(nginx, { path, headers: { 'accept-encoding': 'gzip' } });
    expect([headers['content-encoding'], headers['cache-control']]).toEqual([
      'gzip',
      expect.stringMatching(/^public/),
    ]);
    const again = await ask(nginx, {
      path,
      headers: { 'if-none-match': headers.etag ?? '', 'accept-encoding': 'gzip' },
    });
    expect(again.status).toBe(304);
    expect((await ask(nginx, { path: '/metrics' })).status).toBe(404);
  });
});
