/** The Worker in its real runtime: it answers as Node's server does, response by response. */

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { type RunningServer, startServer } from '../../../api/server/index.ts';
import { settings } from '../../../api/server/settings.ts';
import { type Answer, ask, askQuery, byGet, json, type SentRequest } from '../../support/ask.ts';
import { buildTimeout } from '../../support/built.ts';
import { type RunningWorker, startWorker, workerd } from '../../support/workerd.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const site = mkdtempSync(join(tmpdir(), 'atlas-worker-site-'));
let server: RunningServer;
let worker: RunningWorker;

beforeAll(async () => {
  const files: Record<string, string> = {
    'index.html': '<h1>Atlas</h1>',
    '404.html': '<h1>Not there</h1>',
    'regions/westeurope/index.html': '<h1>West Europe – here</h1>',
    '_astro/page.abc123.css': 'h1 { color: navy }',
    'data/v1/regions.json': '{}',
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(site, name, '..'), { recursive: true });
    writeFileSync(join(site, name), text);
  }
  server = await startServer({ port: 0, host: '127.0.0.1' }, site);
  if (workerd !== undefined) worker = await startWorker(site);
}, buildTimeout);

afterAll(async () => {
  await server.stop();
  await worker?.stop();
  rmSync(site, { recursive: true });
});

const post = (parameters: object, headers: Record<string, string> = {}): SentRequest => ({
  body: JSON.stringify(parameters),
  headers: { ...json, ...headers },
});

const region = 'query ($name: String!) { region(name: $name) { name controlPlanePrefixes } }';
const rules = '{ portRules { ruleId title purpose citations { section } } }';
const validation = `mutation { validateConfig(input: { deployment: {
  tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }]
} }) { verdict findings { checkId message } } }`;
const persisted = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
});
const documentId = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const limit = 1024 * 1024;

const compared = [
  'accept',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-max-age',
  'allow',
  'cache-control',
  'content-security-policy',
  'content-type',
  'cross-origin-opener-policy',
  'referrer-policy',
  'retry-after',
  'x-content-type-options',
  'x-deprecated-fields',
  'x-request-id',
];

/** The status, the body and the headers that browsers and caches go by. */
function essence({ status, headers, text }: Answer, more: readonly string[] = []) {
  const named = [...compared, ...more].map((name) => {
    const value = headers[name];
    // Of files each server names the charset, or leaves it out, in its own way.
    const isFile = name === 'content-type' && more.length === 0;
    return [name, isFile ? String(value).split(';', 1)[0] : value];
  });
  // On Node the library adds what was sent to the parser's message.
  const told = text.replace(/, \\"[^"]*\\" is not valid JSON/, '');
  return { status, text: told, headers: Object.fromEntries(named) };
}

async function both(request: SentRequest) {
  const headers = { ...request.headers, 'x-request-id': 'one' };
  const sent = { ...request, headers };
  return Promise.all([ask(server, sent), ask(worker, sent)]);
}

const api: readonly [what: string, request: SentRequest, status: number][] = [
  ['a query by POST', post({ query: '{ clouds { name displayName } }' }), 200],
  ['a query with variables', post({ query: region, variables: { name: 'West Europe' } }), 200],
  ['a query by GET', { path: byGet(region, { variables: '{"name":"eastus"}' }) }, 200],
  ['a long answer', { path: byGet(rules) }, 200],
  [
    'letters beyond ASCII',
    post({ query: '{ sources { title } search(text: "–") { score } }' }),
    200,
  ],
  ['HEAD', { path: byGet(rules), method: 'HEAD' }, 200],
  ['the other address', { path: '/graphql/?query={clouds{name}}' }, 200],
  [
    'a form',
    {
      body: 'query={clouds{name}}',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    415,
  ],
  ['a mutation', post({ query: validation }), 200],
  ['a mutation by GET', { path: byGet(validation) }, 405],
  [
    'the newer media type',
    post({ query: '{ clouds { name } }' }, { accept: 'application/graphql-response+json' }),
    200,
  ],
  [
    'an answer in parts',
    post({ query: '{ clouds { name } }' }, { accept: 'multipart/mixed' }),
    406,
  ],
  ['a query that does not parse', post({ query: '{' }), 200],
  [
    'a query that is not valid',
    post({ query: '{ region { nothing } }' }, { accept: 'application/graphql-response+json' }),
    400,
  ],
  ['a region that is not there', post({ query: region, variables: { name: 'westeurop' } }), 200],
  ['a variable of the wrong type', post({ query: region, variables: { name: 1 } }), 200],
  ['variables that are no JSON', { path: byGet(region, { variables: '{' }) }, 400],
  [
    'a query that asks for too much',
    post({ query: `{ clouds ${'{ regions { cloud '.repeat(9)} { name } ${'} }'.repeat(9)} }` }),
    200,
  ],
  ['no query', post({}), 400],
  ['no JSON', { body: '[', headers: json }, 400],
  ['an unknown media type', { body: '{}', headers: { 'content-type': 'image/png' } }, 415],
  ['no media type', { method: 'POST' }, 415],
  ['an answer of an unknown media type', post({ query: '{ a }' }, { accept: 'image/png' }), 406],
  ['a method of another kind', { method: 'DELETE' }, 405],
  ['a preflight', { method: 'OPTIONS', headers: { origin: 'https://example.org' } }, 204],
  [
    'a body of the largest size',
    { body: JSON.stringify({ query: '{ clouds { name } }' }).padEnd(limit), headers: json },
    200,
  ],
  ['a body that is too large', { body: ' '.repeat(limit + 1), headers: json }, 413],
  [
    'a body that grows too large',
    { body: ' '.repeat(limit + 1), headers: { ...json, 'transfer-encoding': 'chunked' } },
    413,
  ],
  [
    'an unknown digest',
    { path: `/graphql?${new URLSearchParams({ extensions: JSON.stringify(persisted('{ a }')) })}` },
    404,
  ],
  [
    'a digest with its text',
    post({ query: '{ clouds { name } }', extensions: persisted('{ clouds { name } }') }),
    200,
  ],
  ['a digest alone', post({ extensions: persisted('{ clouds { name } }') }), 200],
  [
    'a document id with its text',
    post({ query: '{ editions { date } }', documentId: documentId('{ editions { date } }') }),
    200,
  ],
  ['a document id', { path: `/graphql?documentId=${documentId('{ editions { date } }')}` }, 200],
  ['a document id that is none', { path: '/graphql?documentId=md5' }, 400],
  ['a deprecated field', post({ query: '{ checks { id path } }' }), 200],
  ['GraphiQL', { headers: { accept: 'text/html' } }, 200],
];

const pages: readonly [what: string, request: SentRequest, status: number][] = [
  ['the front page', { path: '/?from=mail' }, 200],
  ['a page', { path: '/regions/westeurope/' }, 200],
  ['a page without its slash', { path: '/regions/westeurope' }, 200],
  ['a page by HEAD', { path: '/regions/westeurope/', method: 'HEAD' }, 200],
  ['a file with a digest in its name', { path: '/_astro/page.abc123.css' }, 200],
  ['a table for machines', { path: '/data/v1/regions.json' }, 200],
  ['a picture', { path: '/favicon.svg' }, 200],
  ['a page that is not there', { path: '/nothing/here' }, 404],
  ['a file that is not there', { path: '/nothing.css' }, 404],
  ['a page by POST', { path: '/', body: 'a' }, 405],
  ['a table by POST', { path: '/data/v1/regions.json', body: 'a' }, 405],
  ['a file with a digest in its name by POST', { path: '/_astro/page.abc123.css', body: 'a' }, 405],
  [
    'a feed',
    { path: '/data/feeds/deployment.atom?region=uksouth&tier=premium&mode=internal' },
    200,
  ],
  [
    'a calendar',
    { path: '/data/feeds/deployment.ics?region=uksouth&tier=premium&mode=external' },
    200,
  ],
  ['a feed of no region', { path: '/data/feeds/deployment.atom?tier=premium&mode=internal' }, 400],
  ['a feed by POST', { path: '/data/feeds/deployment.atom', body: ' '.repeat(limit + 1) }, 405],
  ['/health', { path: '/health' }, 200],
  ['/ready', { path: '/ready' }, 200],
];

describe.skipIf(workerd === undefined)('the Worker answers as Node does', () => {
  test.each(api)('to %s', async (_, request, status) => {
    const [node, edge] = await both(request);
    const more = ['etag', 'vary'];
    expect(node.status).toBe(status);
    expect(essence(edge, more)).toEqual(essence(node, more));
  });

  test.each(pages)('to %s', async (_, request, status) => {
    const [node, edge] = await both(request);
    expect(node.status).toBe(status);
    expect(essence(edge)).toEqual(essence(node));
  });

  it('to a client that has the response already', async () => {
    const { headers } = await ask(server, { path: byGet(rules) });
    for (const tag of [headers.etag, `"other", W/${headers.etag}`, '*', '"other"']) {
      const request = { path: byGet(rules), headers: { 'if-none-match': tag ?? '' } };
      const [node, edge] = await both(request);
      expect([tag, node.status]).toEqual([tag, tag === '"other"' ? 200 : 304]);
      expect(essence(edge, ['etag', 'vary'])).toEqual(essence(node, ['etag', 'vary']));
    }
  });

  it('to a browser that has the page already', async () => {
    const statuses = await Promise.all(
      [server, worker].map(async (one) => {
        const { headers } = await ask(one, { path: '/' });
        const tag = { 'if-none-match': headers.etag ?? '' };
        const again = await ask(one, { path: '/', headers: tag });
        return [again.status, again.text, again.headers.etag, again.headers['cache-control']];
      }),
    );
    expect(statuses).toEqual([0, 1].map(() => [304, '', expect.any(String), 'no-cache']));
  });

  it('to a client that validates too often', async () => {
    const client = { 'cf-connecting-ip': '2001:db8::1' };
    const each = 100;
    const many = Array.from(
      { length: each },
      (_, index) => `a${index}: validateConfig(input: $input) { verdict }`,
    ).join(' ');
    const query = `mutation ($input: ValidateConfigInput!) { ${many} }`;
    const locations = [{ region: 'westeurope' }];
    const deployment = { tier: 'PREMIUM', virtualNetworkType: 'NONE', locations };
    const body = { query, variables: { input: { deployment } } };
    const granted = settings.validationsPerMinute.default / each;
    const statuses: number[] = [];
    for (let times = 0; times < 2 * granted; times += 1) {
      statuses.push((await askQuery(worker, body, client)).status);
    }
    expect(new Set(statuses.slice(0, granted))).toEqual(new Set([200]));
    expect(statuses).toContain(429);
    const other = await askQuery(worker, body, { 'cf-connecting-ip': '198.51.100.1' });
    expect(other.status).toBe(200);
  });

  const audits = serverAudits({ url: () => `${worker.url}/graphql` });
  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    'in what GraphQL over HTTP says, %s: %s',
    async (_, __, audit) => {
      expect(await audit.fn()).toMatchObject({ status: 'ok' });
    },
  );

  it('without an error of its own', () => {
    expect(worker.log()).toBe('');
  });
});
