/** The bundle, alone in a folder without packages, answers as the sources do. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { type RunningServer, startServer } from '../../api/server/index.ts';
import { loadServiceTagFiles } from '../../api/server/options.ts';
import { ask, json, type SentRequest } from '../support/ask.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { endProcesses, startProcess, weeklyFile } from '../support/server-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'atlas-bundle-'));
const site = join(directory, 'site/dist');
const tags = join(directory, 'tags.json');
let sources: RunningServer;
let bundle: ReturnType<typeof startProcess>;
let url: string;

beforeAll(async () => {
  const files: Record<string, string> = {
    'site/dist/index.html': '<h1>Atlas</h1>',
    'site/dist/404.html': '<h1>Not there</h1>',
    'site/dist/regions/westeurope/index.html': '<h1>West Europe</h1>',
    'tags.json': JSON.stringify(weeklyFile),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(directory, name, '..'), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  cpSync(await ensureBuilt('server'), join(directory, 'dist/server'), { recursive: true });
  const serviceTagFiles = loadServiceTagFiles([tags]);
  sources = await startServer({ port: 0, host: '127.0.0.1', serviceTagFiles }, site);
  bundle = startProcess(join(directory, 'dist/server/server.mjs'), {
    HOST: '127.0.0.1',
    SERVICE_TAGS: tags,
  });
  [url = ''] = /http:\/\/[\w.]+:\d+/.exec(await bundle.ready) ?? [];
}, buildTimeout);

afterAll(async () => {
  endProcesses();
  await sources.stop();
  rmSync(directory, { recursive: true });
});

const post = (query: string, variables: object = {}): SentRequest => ({
  body: JSON.stringify({ query, variables }),
  headers: json,
});
const rule = `name: "storage", priority: 100, direction: OUTBOUND, access: ALLOW, protocol: "*",
  sourceAddressPrefixes: ["*"], sourcePortRanges: ["*"],
  destinationAddressPrefixes: ["20.60.0.0/16"], destinationPortRanges: ["443"]`;
const validation = `mutation { validateConfig(input: { deployment: {
  tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{
    region: "westeurope", networkSecurityGroup: { securityRules: [{ ${rule} }] }
  }]
} }) { verdict serviceTagVersions findings { checkId message } flows { key outcome } } }`;
const rules =
  '{ portRules { ruleId title destinationPorts citations { source { title } section } } }';
const introspection = '{ __schema { types { name fields { name } } } }';

test.each<[what: string, status: number, sent: SentRequest, contains: string]>([
  ['a query', 200, post(rules), 'portRules'],
  ['an introspection', 200, post(introspection), '__schema'],
  ['a query by GET', 200, { path: `/graphql?${new URLSearchParams({ query: rules })}` }, 'title'],
  ['a query with a mistake', 200, post('{ portRuls { id } }'), 'portRules'],
  ['a region that is not there', 200, post('{ region(name: "westeurop") { name } }'), 'region'],
  ['a validation by a weekly file', 200, post(validation), '376'],
  ['the page', 200, { path: '/' }, 'Atlas'],
  ['a page', 200, { path: '/regions/westeurope/' }, 'West Europe'],
  ['GraphiQL', 200, { path: '/graphql', headers: { accept: 'text/html' } }, 'APIM Network Atlas'],
  ['a page that is not there', 404, { path: '/nowhere/' }, 'Not there'],
])('%s', async (_, status, sent, contains) => {
  const [expected, input] = await Promise.all([ask(sources, sent), ask({ url }, sent)]);
  const { date: _date, 'x-request-id': _id, ...headers } = expected.headers;
  expect(input.status).toBe(status);
  expect(input.headers).toMatchObject(headers);
  expect(input.text === expected.text).toBe(true);
  expect(input.text).toContain(contains);
});

it('compiles a query that comes again, and answers the same', async () => {
  const query = 'query ($name: String!) { region(name: $name) { name controlPlanePrefixes } }';
  // Often, because the first answers are given while what compiles is loaded.
  for (let number = 0; number < 200; number += 1) {
    const sent = post(query, { name: `${' '.repeat(number)}west europe` });
    expect((await ask({ url }, sent)).text).toBe((await ask(sources, sent)).text);
  }
}, 30_000);

it('has printed nothing else, and stops on SIGTERM', async () => {
  bundle.child.kill();
  expect(await bundle.ended).toEqual({ code: 0, out: await bundle.ready, err: '' });
});
