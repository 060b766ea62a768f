/** Responses that neither the server nor a cache may store: errors, and those to what may contain a configuration. */

import { expect, test, vi } from 'vitest';
import { ask, askQuery, byGet, metric, responsesFrom } from '../../support/ask.ts';
import { useServer } from '../../support/use-server.ts';

// The first thread takes some seconds to load where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const server = useServer();

const regionQuery = 'query Region($name: String!) { region(name: $name) { name displayName } }';
const validation = `mutation { validateConfig(input: { deployment: {
  tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }]
} }) { verdict } }`;

test.each<[what: string, parameters: object, status: number]>([
  ['a mutation', { query: validation }, 200],
  [
    'a query next to a mutation',
    {
      query: `${validation.replace('mutation', 'mutation M')} query Q { clouds { name } }`,
      operationName: 'Q',
    },
    200,
  ],
  [
    'a query that takes deployments',
    {
      query: `query ($one: DeploymentInput!) {
          ipImpact(before: $one, after: $one) { locations { region { name } } } }`,
      variables: {
        one: {
          tier: 'PREMIUM',
          virtualNetworkType: 'INTERNAL',
          locations: [{ region: 'eastus' }],
        },
      },
    },
    200,
  ],
  [
    'a query with an undeclared variable',
    { query: regionQuery, variables: { name: 'eastus', document: { securityRules: [] } } },
    200,
  ],
  [
    'a query with a variable of another operation',
    {
      query: `${regionQuery} query Other($units: Int!) {
          subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: $units) { fits } }`,
      operationName: 'Region',
      variables: { name: 'eastus', units: 2 },
    },
    200,
  ],
  ['a query that is not valid', { query: '{ nothing }' }, 200],
  ['an input that is refused', { query: '{ portRules(edition: "2001-01-01") { ruleId } }' }, 200],
  ['a variable of the wrong type', { query: regionQuery, variables: { name: 1 } }, 200],
])('%s', async (_, parameters, status) => {
  const before = [
    await responsesFrom(server, 'cache'),
    await metric(server, 'graphql_cached_responses_bytes'),
  ];
  const answers = [];
  for (let times = 0; times < 4; times += 1) answers.push(await askQuery(server, parameters));
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
  expect(answers.map(({ headers }) => headers['cache-control'])).toEqual(
    answers.map(() => 'no-store'),
  );
  expect([
    await responsesFrom(server, 'cache'),
    await metric(server, 'graphql_cached_responses_bytes'),
  ]).toEqual(before);
});

test.each<[what: string, path: string]>([
  ['with an undeclared variable', byGet('{ clouds { name } }', { variables: '{"a":1}' })],
  [
    'of a query that takes deployments',
    byGet(`{ ipImpact(
        before: { tier: PREMIUM, virtualNetworkType: NONE, locations: [{ region: "eastus" }] }
        after: { tier: PREMIUM, virtualNetworkType: NONE, locations: [{ region: "eastus" }] }
      ) { locations { region { name } } } }`),
  ],
])('an answer by GET %s is for no cache', async (_, path) => {
  const { text, headers } = await ask(server, { path });
  expect(text).toMatch(/^\{"data":\{/);
  expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined]);
});
