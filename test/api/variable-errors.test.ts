/** Mistakes in variables have the shape of all errors: a path from the arguments of the field, what was given, and what is accepted. */

import { expect, it, test } from 'vitest';
import { client } from '../support/client.ts';

const { post } = client();

const validate = `mutation ($sent: ValidateConfigInput!) { validateConfig(input: $sent) { verdict } }`;
const nested = `query ($tier: Tier!, $zone: Int!, $region: String = "westeurope") {
  ipImpact(
    before: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: $region }] }
    after: { tier: $tier, virtualNetworkType: INTERNAL, locations: [{ region: "a" }, { region: "b", zones: [1, $zone] }] }
  ) { summary }
}`;

const deployment = (fields: object) => ({
  sent: {
    deployment: { tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', locations: [], ...fields },
  },
});

test.each<[query: string, variables: object, path: string, extensions: object]>([
  [
    validate,
    deployment({ tier: 'premium v2' }),
    'input.deployment.tier',
    { given: 'premium v2', nearest: ['PREMIUM_V2'] },
  ],
  [
    validate,
    deployment({ tiers: 1 }),
    'input.deployment.tiers',
    { given: 1, accepted: expect.arrayContaining(['tier']), nearest: ['tier'] },
  ],
  [validate, deployment({ comment: 'x' }), 'input.deployment.comment', { given: 'x' }],
  [
    validate,
    { sent: { deployment: { tier: 'PREMIUM', locations: [] } } },
    'input.deployment.virtualNetworkType',
    { given: null, accepted: ['EXTERNAL', 'INTERNAL', 'NONE'] },
  ],
  [
    validate,
    deployment({ locations: [{}] }),
    'input.deployment.locations.0.region',
    { given: null, expected: 'a text' },
  ],
  [
    validate,
    deployment({ locations: [{ region: 5 }] }),
    'input.deployment.locations.0.region',
    { given: 5, expected: 'a text' },
  ],
  [
    validate,
    deployment({ locations: { region: 5 } }),
    'input.deployment.locations.region',
    { given: 5, expected: 'a text' },
  ],
  [
    validate,
    deployment({ edition: 'spring' }),
    'input.deployment.edition',
    { given: 'spring', expected: 'a calendar date as YYYY-MM-DD' },
  ],
  [
    validate,
    deployment({ platform: null }),
    'input.deployment.platform',
    { accepted: ['STV1', 'STV2'] },
  ],
  [validate, { sent: {} }, 'input', { accepted: ['deployment', 'document', 'source'] }],
  [validate, {}, 'input', { accepted: ['deployment', 'document', 'source'] }],
  [
    nested,
    { tier: 'GOLD', zone: 1 },
    'after.tier',
    { given: 'GOLD', accepted: expect.arrayContaining(['PREMIUM']) },
  ],
  [
    nested,
    { tier: 'PREMIUM', zone: 'one' },
    'after.locations.1.zones.1',
    { given: 'one', expected: 'a whole number of at most 32 bits' },
  ],
])('%#', async (query, variables, path, extensions) => {
  const { errors } = await post(query, variables);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', ...extensions });
  expect(errors?.[0]?.extensions.path?.join('.')).toBe(path);
  expect(errors?.[0]?.message).toContain(` at ${path}: `);
});

it('reports all mistakes, but not a thousand', async () => {
  const { errors } = await post(
    validate,
    deployment({ locations: [{ region: 1, units: 'x' }], tier: 3 }),
  );
  expect(errors).toHaveLength(3);
  const many = deployment({ locations: Array.from({ length: 1000 }, () => ({ region: 1 })) });
  expect((await post(validate, many)).errors).toHaveLength(20);
});

it.each<[what: string, fields: object, input: string]>([
  ['a name', { tier: 'X'.repeat(5_000) }, `${'X'.repeat(79)}…`],
  ['a field', { tier: 'PREMIUM', ['x'.repeat(5_000)]: 'X'.repeat(5_000) }, `${'X'.repeat(79)}…`],
])('shows the beginning of %s that is long', async (_, fields, input) => {
  const { errors } = await post(validate, deployment(fields));
  expect(errors?.[0]?.extensions.given).toBe(input);
  expect(errors?.[0]?.message.length).toBeLessThan(700);
});

it('says that a query of fragments has nothing to execute', async () => {
  const { errors } = await post('fragment part on Query { clouds { id } }');
  expect(errors?.[0]?.message).toMatch(/^the query has no operation, only fragments:/);
  expect(errors?.[0]?.extensions).not.toHaveProperty('accepted');
});

it('says nothing of how a response was to be sent', async () => {
  const { errors } = await post(validate, {});
  expect(errors?.[0]?.extensions).not.toHaveProperty('http');
});
