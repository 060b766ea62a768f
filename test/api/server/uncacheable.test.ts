/** Responses that neither the server nor a cache may store: errors, and those to what may contain a configuration. */

import { expect, test, vi } from 'vitest';
import { ask, askQuery, byGet, metric, responsesFrom } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const server = useServer();

const region = 'query Region($name: String!) { region(name: $name) { name displayName } }';
const deployment =
  '{ tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }] }';
const validation = `mutation M { validateConfig(input: { deployment: ${deployment} }) { verdict } }`;
const impact = `{ ipImpact(before: ${deployment}, after: ${deployment}) { locations { region { name } } } }`;
const impactOf = `query ($one: DeploymentInput!) {
  ipImpact(before: $one, after: $one) { locations { region { name } } } }`;
const one = { tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', locations: [{ region: 'eastus' }] };
const plan = `query Other($units: Int!) {
  subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: $units) { fits } }`;

test.each<[what: string, parameters: object]>([
  ['a mutation', { query: validation }],
  [
    'a query next to a mutation',
    { query: `${validation} query Q { clouds { name } }`, operationName: 'Q' },
  ],
  ['a query that takes deployments', { query: impactOf, variables: { one } }],
  [
    'a query with an undeclared variable',
    { query: region, variables: { name: 'eastus', document: { securityRules: [] } } },
  ],
  [
    'a query with a variable of another operation',
    {
      query: `${region} ${plan}`,
      operationName: 'Region',
      variables: { name: 'eastus', units: 2 },
    },
  ],
  ['a query that is not valid', { query: '{ nothing }' }],
  ['an input that is refused', { query: '{ portRules(edition: "2001-01-01") { ruleId } }' }],
  ['a variable of the wrong type', { query: region, variables: { name: 1 } }],
])('%s', async (_, parameters) => {
  const stored = async () => [
    await responsesFrom(server, 'cache'),
    await metric(server, 'graphql_cached_responses_bytes'),
  ];
  const before = await stored();
  for (let times = 0; times < 4; times += 1) {
    const { status, headers } = await askQuery(server, parameters);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  }
  expect(await stored()).toEqual(before);
});

test.each<[what: string, path: string]>([
  ['with an undeclared variable', byGet('{ clouds { name } }', { variables: '{"a":1}' })],
  ['of a query that takes deployments', byGet(impact)],
])('an answer by GET %s is for no cache', async (_, path) => {
  const { text, headers } = await ask(server, { path });
  expect(text).toMatch(/^\{"data":\{/);
  expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
});
