/** What a request costs before it is executed: it is counted, or the request is refused; and counting itself is cheap. */

import { expect, it, test, vi } from 'vitest';
import { documentCache } from '../../../api/request/document-cache.ts';
import { prepare } from '../../../api/request/prepare.ts';
import { client } from '../../support/client.ts';

const input = '{ region: "westeurope", tier: PREMIUM, virtualNetworkType: INTERNAL }';
const rendered = `query ($input: RequiredRulesInput = ${input}) {
  open: requiredRules(input: $input) { render(format: CSV) }
  other: requiredRules(input: ${input}) { render(format: CSV) } }`;

it('what cannot be counted is refused as a whole', async () => {
  const { data, errors } = await client().post(rendered, { input: null });
  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('not to be null'),
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
  expect((await client().ask(rendered)).other.render).toContain('westeurope');
});

it('a list of wrong values is read up to the first few', () => {
  const read = vi.fn(() => 'NO_FEATURE');
  const features: string[] = [];
  for (let index = 0; index < 1000; index += 1) {
    Object.defineProperty(features, index, { get: read, enumerable: true, configurable: true });
  }
  const variables = {
    input: { region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', features },
  };
  const request = { method: 'POST', url: '', type: '', accept: '', body: '' };
  const state = { read: { parameters: { query: rendered, variables } } };
  expect(prepare(request, state, documentCache())?.errors).toHaveLength(20);
  expect(read.mock.calls.length).toBeLessThan(50);
});

const network = '{ deployment: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [] } }';
const validated = (input: string) => `{ validateConfig(input: ${input}) { verdict } }`;
test.each<[text: string, isStored: boolean]>([
  [`mutation ($i: ValidateConfigInput!) ${validated('$i')}`, true],
  [
    `mutation ($i: ValidateConfigInput!, $w: WhatIf = DENY_ALL) ${validated('$i, whatIf: $w')}`,
    true,
  ],
  [`mutation ${validated('{ document: "secret" }')}`, false],
  [`mutation ${validated(network)}`, false],
  [`mutation ($i: ValidateConfigInput = ${network}) ${validated('$i')}`, false],
  [`mutation ($i: ValidateConfigInput!) ${validated('$i')} # secret`, false],
  ['{ region(name: "eastus") { name } } # here', true],
  ['{ subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: 2) { fits } }', true],
])('%s is stored: %s', (text, isStored) => {
  const documents = documentCache();
  const document = documents(text);
  expect(document.errors).toEqual([]);
  expect(documents(text) === document).toBe(isStored);
});
