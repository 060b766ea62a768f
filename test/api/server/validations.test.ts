/** Validations: refused to a client that asks for too many. */

import { describe, expect, it, test, vi } from 'vitest';
import { createRateLimit, rateErrors } from '../../../api/request/rate-limit.ts';
import { startServer } from '../../../api/server/index.ts';
import { ask, askQuery, json, responsesFrom } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

describe('short input that can make much', () => {
  const server = useServer();
  const query =
    'mutation ($input: ValidateConfigInput!) { validateConfig(input: $input) { verdict } }';
  const text = `resource group 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'group'
  properties: { securityRules: [for i in range(0, 800): { name: 'r\${i}', properties: { priority: 100 + i } }] }
}`;
  const files = {
    query,
    variables: { input: { source: { files: [{ path: 'main.bicep', text }] } } },
  };
  const deep = "[map(range(0, 900), lambda('x', map(range(0, 900), lambda('y', 1))))]";
  const template = { query, variables: { input: { document: { variables: { deep } } } } };
  const literal = {
    query: `mutation { validateConfig(input: { document: { deep: """
    ${deep}""" } }) { verdict } }`,
  };

  test.each<[what: string, body: string]>([
    ['a loop of a Bicep file', JSON.stringify(files)],
    ['an expression of a template', JSON.stringify(template)],
    ['the same after a byte order mark', `\ufeff${JSON.stringify(template)}`],
    ['an expression in the document', JSON.stringify(literal)],
  ])('goes to a thread: %s', async (_, body) => {
    const before = await responsesFrom(server, 'thread');
    await ask(server, { headers: json, body });
    expect(await responsesFrom(server, 'thread')).toBe(before + 1);
  });
});

const local = { port: 0, host: '127.0.0.1' };
describe('validations', () => {
  const query = `mutation { validateConfig(input: { deployment: {
    tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }]
  } }) { verdict } }`;

  it('are refused to a client that asks for too many, and to nobody else', async () => {
    const strict = await startServer({ ...local, validationsPerMinute: 3, trustedProxies: 1 });
    const send = (client: string, asked = query) =>
      askQuery(strict, { query: asked }, { 'x-forwarded-for': client });
    const one = 'spoofed, 198.51.100.1';
    for (let times = 0; times < 3; times += 1) expect((await send(one)).status).toBe(200);
    const { status, headers, text } = await send(one);
    const { code, retryAfter } = JSON.parse(text).errors[0].extensions;
    expect([status, code, headers['retry-after']]).toEqual([429, 'RATE_LIMITED', `${retryAfter}`]);
    // A third of a minute, less what the requests took.
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(20);
    expect((await send('198.51.100.2')).status).toBe(200);
    expect((await send('198.51.100.2, 198.51.100.1')).status).toBe(429);
    expect((await send(one, '{ clouds { name } }')).status).toBe(200);
    await strict.stop();
  });

  it('are counted as they are requested, and by the connection where no proxy is trusted', async () => {
    const strict = await startServer({ ...local, validationsPerMinute: 3 });
    const [, field = ''] = /^mutation \{(.*)\}$/s.exec(query) ?? [];
    const four = `mutation { ${['a', 'b', 'c', 'd'].map((name) => `${name}: ${field}`).join(' ')} }`;
    expect((await askQuery(strict, { query: four })).status).toBe(429);
    const statuses = [];
    for (const last of [1, 2, 3, 4]) {
      const headers = { 'x-forwarded-for': `198.51.100.${last}` };
      statuses.push((await askQuery(strict, { query }, headers)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    await strict.stop();
  });

  it('are counted once on every way, and refused in the same words', async () => {
    const strict = await startServer({ ...local, validationsPerMinute: 6 });
    // Nothing is refilled while the clock does not move.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const bad = query.replace('westeurope', 'nowhere');
    const extended = { query, extensions: {} };
    // The accelerator, Yoga after it, Yoga alone, and a comment that asks for nothing.
    const commented = { query: '{ __typename } # validateConfig' };
    const good = [{ query }, { query: bad }, extended, commented, { query }, { query }, { query }];
    for (const parameters of good) {
      expect((await askQuery(strict, parameters)).status).toBe(200);
    }
    for (const parameters of [{ query }, { query: bad }, extended]) {
      const { status, headers, text } = await askQuery(strict, parameters);
      expect([status, headers['retry-after']]).toEqual([429, '10']);
      expect(JSON.parse(text).errors[0].message).toContain('try again in 10 s');
    }
    clock.mockRestore();
    await strict.stop();
  });

  it('have a bucket for each client, which is refilled and never overflows', () => {
    let now = 0;
    const limit = createRateLimit(60, () => now);
    const steps: [client: string, tokens: number, at: number, wait: number][] = [
      ['a', 61, 0, 1],
      ['a', 60, 0, 0],
      ['a', 1, 0, 1],
      ['b', 60, 0, 0],
      ['a', 5, 5_000, 0],
      ['a', 1, 5_000, 1],
      ['a', 60, 3_600_000, 0],
      ['a', 2, 3_600_000, 2],
    ];
    for (const [client, tokens, at, wait] of steps) {
      now = at;
      const [error] = rateErrors(limit, client, tokens);
      expect(error?.extensions.retryAfter ?? 0).toBe(wait);
    }
  });
});
