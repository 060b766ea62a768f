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

test.each<[text: string, isStored: boolean]>([
  ['mutation ($input: ValidateConfigInput!) { validateConfig(input: $input) { verdict } }', true],
  [
    'mutation M($w: WhatIf = DENY_ALL, $i: ValidateConfigInput!) { validateConfig(input: $i, whatIf: $w) { verdict } }',
    true,
  ],
  ['mutation { validateConfig(input: { document: "secret" }) { verdict } }', false],
  [
    'mutation { validateConfig(input: { deployment: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [] } }) { verdict } }',
    false,
  ],
  [
    'mutation ($i: ValidateConfigInput = { deployment: { tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [] } }) { validateConfig(input: $i) { verdict } }',
    false,
  ],
  ['mutation ($i: ValidateConfigInput!) { validateConfig(input: $i) { verdict } } # secret', false],
  ['{ region(name: "eastus") { name } } # here', true],
  ['{ subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: 2) { fits } }', true],
])('%s is stored: %s', (text, isStored) => {
  const documents = documentCache();
  const document = documents(text);
  expect(document.errors).toEqual([]);
  expect(documents(text) === document).toBe(isStored);
});
