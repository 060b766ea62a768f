/** Validations: answered the short way as by Yoga, to the byte, and refused to a client that asks for too many. */

import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { type RunningServer, startServer } from '../../../api/server/index.ts';
import { createRateLimit } from '../../../api/server/rate-limit.ts';
import { type Answer, answersFrom, askQuery } from '../../support/ask.ts';

const local = { port: 0, host: '127.0.0.1' };
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(local);
});

afterAll(() => server.stop());

/** All of an answer that does not change from one request to the next. */
function essence({ status, headers, text }: Answer) {
  const { date: _, 'x-request-id': __, ...others } = headers;
  return { status, headers: others, text };
}

describe('a validation', () => {
  const query = `mutation Check($input: ValidateConfigInput!) {
    validateConfig(input: $input) { verdict findings { checkId path } flows { id outcome } } }`;
  const located = (region: string, rules: number) => ({
    input: {
      deployment: {
        tier: 'PREMIUM',
        virtualNetworkType: 'INTERNAL',
        locations: [
          {
            region,
            networkSecurityGroup: {
              document: {
                securityRules: Array.from({ length: rules }, (_, index) => ({
                  name: `rule-${index}`,
                  priority: 100 + index,
                  direction: index % 2 ? 'Inbound' : 'Outbound',
                  access: 'Allow',
                  protocol: 'Tcp',
                  sourceAddressPrefix: 'VirtualNetwork',
                  sourcePortRange: '*',
                  destinationAddressPrefix: `10.0.${index % 250}.0/24`,
                  destinationPortRange: '443',
                })),
              },
            },
          },
        ],
      },
    },
  });
  const accepts = ['application/json', 'application/graphql-response+json', '*/*'];

  test.each<[what: string, variables: object, way: 'quick' | 'yoga', isGood: boolean]>([
    ['of few rules', located('westeurope', 5), 'quick', true],
    ['of many rules', located('westeurope', 300), 'quick', true],
    ['that is refused', located('nowhere', 5), 'yoga', false],
    ['of many rules that is refused', located('nowhere', 300), 'yoga', false],
    ['without its input', {}, 'yoga', false],
  ])('%s is answered the short way as by Yoga', async (_, variables, way, isGood) => {
    for (const accept of accepts) {
      const headers = { accept };
      // A server that has answered nothing yet asks Yoga.
      const fresh = await startServer(local);
      const plain = essence(await askQuery(fresh, { query, variables }, headers));
      expect(await answersFrom(fresh, 'yoga')).toBe(1);
      await fresh.stop();
      expect('errors' in JSON.parse(plain.text)).toBe(!isGood);
      expect(plain.headers['cache-control']).toBe('no-store');
      await askQuery(server, { query, variables: located('eastus', 1) }, headers);
      for (let times = 0; times < 4; times += 1) {
        const before = await answersFrom(server, way);
        expect(essence(await askQuery(server, { query, variables }, headers))).toEqual(plain);
        expect(await answersFrom(server, way)).toBe(before + 1);
      }
    }
  });
});

describe('validations', () => {
  const query = `mutation { validateConfig(input: { deployment: {
    tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }]
  } }) { verdict } }`;

  it('are refused to a client that asks for too many, and to nobody else', async () => {
    const strict = await startServer({ ...local, validationsPerMinute: 3, trustedProxies: 1 });
    const statuses = async (client: string, count: number) => {
      const answers = [];
      for (let index = 0; index < count; index += 1) {
        answers.push(await askQuery(strict, { query }, { 'x-forwarded-for': client }));
      }
      return answers;
    };
    const answers = await statuses('spoofed, 198.51.100.1', 4);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const refused = answers[3];
    expect(JSON.parse(refused?.text ?? '').errors[0].extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: 20,
    });
    expect(refused?.headers['retry-after']).toBe('20');
    expect((await statuses('198.51.100.2', 1))[0]?.status).toBe(200);
    expect((await statuses('198.51.100.2, 198.51.100.1', 1))[0]?.status).toBe(429);
    const other = { 'x-forwarded-for': '198.51.100.1' };
    expect((await askQuery(strict, { query: '{ clouds { name } }' }, other)).status).toBe(200);
    await strict.stop();
  });

  it('are counted by what is asked for, and by the connection where no proxy is trusted', async () => {
    const strict = await startServer({ ...local, validationsPerMinute: 3 });
    const four = query.replace(/(validateConfig.*\})/s, (field) =>
      Array.from(
        { length: 4 },
        (_, index) => `a${index}: ${field.slice(0, field.lastIndexOf('}'))}`,
      )
        .join(' ')
        .concat('}'),
    );
    const first = await askQuery(strict, { query: four }, { 'x-forwarded-for': '198.51.100.1' });
    expect(first.status).toBe(429);
    const single = { query };
    for (let index = 0; index < 3; index += 1) {
      const client = `198.51.100.${index}`;
      const answer = await askQuery(strict, single, { 'x-forwarded-for': client });
      expect(answer.status).toBe(200);
    }
    expect((await askQuery(strict, single)).status).toBe(429);
    await strict.stop();
  });

  it('are counted once on every way, and refused in the same words', async () => {
    const strict = await startServer({ ...local, validationsPerMinute: 6 });
    // Nothing is refilled while the clock stands still.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const bad = query.replace('westeurope', 'nowhere');
    const long = query.padEnd(20_000);
    // The first is answered by Yoga; the others begin on the short way, and two of them end with Yoga.
    for (const text of [query, query, bad, long, bad, query]) {
      expect((await askQuery(strict, { query: text })).status).toBe(200);
    }
    const ways = ['yoga', 'quick'].map((from) => answersFrom(strict, from));
    expect(await Promise.all(ways)).toEqual([3, 3]);
    const answers = [
      await askQuery(strict, { query }),
      await askQuery(strict, { query: long }),
      await askQuery(strict, { query: bad }),
      // Yoga answers what has another parameter beside.
      await askQuery(strict, { query, extensions: {} }),
    ];
    const essences = answers.map(essence);
    expect(essences).toEqual(essences.map(() => essences.at(-1)));
    expect(essences[0]).toMatchObject({ status: 429, headers: { 'retry-after': '10' } });
    clock.mockRestore();
    await strict.stop();
  });

  test.each<[what: string, steps: [client: string, tokens: number, at: number, wait: number][]]>([
    [
      'a full bucket',
      [
        ['a', 60, 0, 0],
        ['a', 1, 0, 1],
      ],
    ],
    [
      'a bucket that is refilled',
      [
        ['a', 60, 0, 0],
        ['a', 5, 5_000, 0],
        ['a', 1, 5_000, 1],
      ],
    ],
    [
      'a bucket that never overflows',
      [
        ['a', 60, 3_600_000, 0],
        ['a', 2, 3_600_000, 2],
      ],
    ],
    [
      'a bucket for each client',
      [
        ['a', 60, 0, 0],
        ['b', 60, 0, 0],
      ],
    ],
    ['more than a bucket holds', [['a', 61, 0, 1]]],
  ])('of 60 a minute: %s', (_, steps) => {
    const limit = createRateLimit(60);
    for (const [client, tokens, at, wait] of steps)
      expect(limit.take(client, tokens, at)).toBe(wait);
  });
});
