/** Requests that take long: in threads that are stopped and replaced, while everyone else is served. */

import { createHash } from 'node:crypto';
import { describe, expect, it, test, vi } from 'vitest';
import { threadPool } from '../../../api/server/thread-pool.ts';
import { sharedGroup } from '../../../scripts/abuse/documents.ts';
import { ask, askQuery, byGet, responsesFrom } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

const server = useServer({ validationsPerMinute: 0 });

/** Validates the same input so many times. */
const queryOf = (times: number) => `mutation ($input: ValidateConfigInput!) {
  ${Array.from({ length: times }, (_, index) => `${index === 0 ? '' : `a${index}: `}validateConfig(input: $input) { verdict findings { message } flows { key trace { rule } } }`).join(' ')} }`;

const validation = (rules: number, locations: number, times = 1) => ({
  query: queryOf(times),
  variables: { input: { document: sharedGroup(rules, locations) } },
});

it('answers what is short at once, and what may be long in a thread', async () => {
  const before = await responsesFrom(server, 'thread');
  await askQuery(server, { query: '{ clouds { name } }' });
  expect(await responsesFrom(server, 'thread')).toBe(before);
  const { status, text } = await askQuery(server, validation(5, 1));
  expect([status, JSON.parse(text).data.validateConfig.verdict]).toEqual([200, 'FAIL']);
  expect(await responsesFrom(server, 'thread')).toBe(before + 1);
});

it('stops what takes too long, and serves everyone else meanwhile and afterwards', async () => {
  // Once takes more than a second where nothing else runs.
  const long = Promise.all([0, 1].map(() => askQuery(server, validation(790, 6, 4))));
  let served = 0;
  let isDone = false;
  const done = long.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const query = `{ a${served}: clouds { name } }`;
    expect((await askQuery(server, { query })).status).toBe(200);
    served += 1;
  }
  const codes = (await done).map(({ text }) => JSON.parse(text).errors[0].extensions.code);
  // The second one waits too long where a new thread takes seconds to load.
  expect(codes).toContainEqual(expect.stringMatching(/^(TIME|MEMORY)_LIMIT_EXCEEDED$/));
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  expect(served).toBeGreaterThan(10);
  // A thread that was replaced begins with code that no one has run: its first request may exceed its time, too.
  const statusAfterwards = async () => (await askQuery(server, validation(5, 1))).status;
  await expect.poll(statusAfterwards, { timeout: 20_000 }).toBe(200);
});

it('refuses with Retry-After what would wait in a long row', async () => {
  const many = Array.from({ length: 80 }, () => askQuery(server, validation(790, 6)));
  const answers = await Promise.all(many);
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  for (const { headers } of busy) expect(headers['retry-after']).toBe('2');
  expect(answers.filter(({ status }) => ![200, 400, 503].includes(status))).toEqual([]);
});

test.each<[what: string, clientOf: (index: number) => string, fit: number]>([
  ['many clients', (index) => `client ${index}`, 8],
  ['one client', () => 'one', 4],
])('lets no more than so many MiB of %s wait', async (_, clientOf, fit) => {
  const pool = threadPool([]);
  const head = { method: 'POST', url: '', type: '', accept: '' };
  // No thread has loaded yet, so all that is accepted waits.
  const results = Array.from({ length: 40 }, (_, index) => {
    const request = { ...head, body: new Uint8Array(1024 * 1024) };
    return pool.run(clientOf(index), { request, text: undefined, allowed: undefined }, () => true);
  });
  await pool.stop();
  const codes = (await Promise.all(results)).map(({ response: { status, headers } }) =>
    [status, headers['retry-after']].join(),
  );
  // A waiting request gets "the server is stopping", any further one "too many requests wait".
  expect(codes.filter((code) => code === '503,1')).toHaveLength(fit);
  expect(codes.filter((code) => code === '503,2')).toHaveLength(40 - fit);
});

describe('what a request costs is decided before it runs', () => {
  const regions = Array.from({ length: 68 }, () => 'westeurope');
  const input = { region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' };
  const times = (count: number, field: string) =>
    Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
  const renders = (count: number) =>
    `query ($input: RequiredRulesInput!) { requiredRules(input: $input) { ${times(count, 'render(format: CSV)')} } }`;
  const validations = `mutation ($input: ValidateConfigInput!) { ${times(9, 'validateConfig(input: $input) { verdict }')} }`;

  test.each<[what: string, query: string, input: object, code: string | undefined]>([
    ['renders of one location', renders(8), input, undefined],
    [
      'renders of many locations',
      renders(30),
      { ...input, additionalRegions: regions },
      'QUERY_TOO_LARGE',
    ],
    [
      'aliases of a long validation',
      validations,
      { document: Array.from({ length: 60_000 }, () => 0) },
      'QUERY_TOO_LARGE',
    ],
  ])('%s', async (_, query, given, code) => {
    const { text } = await askQuery(server, { query, variables: { input: given } });
    expect(JSON.parse(text).errors?.[0].extensions.code).toBe(code);
  });
});

it('answers a long query by GET as caches want it, and by its digest', async () => {
  const query = `{ portRules { ruleId } ${' '.repeat(5_000)} }`;
  const first = await ask(server, { path: byGet(query) });
  expect([first.status, first.headers['cache-control']]).toEqual([
    200,
    expect.stringMatching(/^public/),
  ]);
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const sent = await askQuery(server, { query, extensions });
  const path = `/graphql?${new URLSearchParams({ extensions: JSON.stringify(extensions) })}`;
  const byDigest = await ask(server, { path });
  expect([sent.text, byDigest.text]).toEqual([first.text, first.text]);
  expect(byDigest.headers.etag).toBe(first.headers.etag);
});

it('holds no response of more than a bound', async () => {
  const flows =
    'flows { trace { rule priority access isDefault protocolMatched sourceMatched sourcePortMatched destinationMatched destinationPortMatched fraction } }';
  const wide = `mutation ($input: ValidateConfigInput!) { validateConfig(input: $input) { a: ${flows} b: ${flows} } }`;
  const { text } = await askQuery(server, {
    query: wide,
    variables: { input: { document: sharedGroup(300, 6) } },
  });
  expect(text.length).toBeLessThan(9 * 1024 * 1024);
  expect(JSON.parse(text).errors[0].extensions.code).toMatch(/TOO_LARGE|LIMIT_EXCEEDED/);
});
