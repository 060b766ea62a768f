/** Which requests go to a thread: the client's own operations cost too little for that. */

import { expect, it } from 'vitest';
import { validateConfigOperation } from '../../../api/client/index.ts';
import type { RequestState } from '../../../api/request/api-request.ts';
import { documentCache } from '../../../api/request/document-cache.ts';
import { persistedQueries } from '../../../api/request/persisted-queries.ts';
import { isHeavy, maxLightCost } from '../../../api/server/is-heavy.ts';

const documents = documentCache();

/** What a request costs, and whether it goes to a thread. */
function judge(body: string): readonly [cost: number, isHeavy: boolean] {
  const request = { method: 'POST', url: '/graphql', type: 'application/json', accept: '', body };
  const state: RequestState = {};
  const heavy = isHeavy(request, state, documents, persistedQueries());
  expect(state.prepared?.errors).toEqual([]);
  return [state.prepared?.cost ?? Number.NaN, heavy];
}

/** The client's validation of so many locations. */
function validationOf(locations: number) {
  const location = { region: 'westeurope', networkSecurityGroup: { document: {} } };
  const deployment = {
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    locations: Array.from({ length: locations }, () => location),
  };
  const body = JSON.stringify({
    query: validateConfigOperation.text,
    variables: { input: { deployment } },
  });
  return judge(body);
}

it('a validation of one location by the client stays here, one of many goes to a thread', () => {
  const [cost, isOneHeavy] = validationOf(1);
  expect(cost).toBeLessThan(maxLightCost);
  expect([isOneHeavy, validationOf(8)[1]]).toEqual([false, true]);
});

it.each<[what: string, values: string, isHeavy: boolean]>([
  ['plain values', '{ "name": "a [b]", "list": ["c"], "d": [] }', false],
  ['a letter that is written as its number', '{ "name": "caf\\u00e9" }', false],
  ['an expression', '{ "name": "[a]" }', true],
  ['an expression after spaces', '{ "name": "  [a]" }', true],
  ['an expression whose bracket is written as its number', '{ "name": "\\u005ba]" }', true],
  ['a copy', '{ "COPY": 1 }', true],
  ['a copy with a letter that is written as its number', '{ "\\u0063opy": 1 }', true],
  ['text that the document escapes', '{ "name": "a\\\\u005b" }', true],
])('a document with %s, %s, goes to a thread: %s', (_, document, heavy) => {
  const query = 'mutation A($d: JSON) { validateConfig(input: { document: $d }) { verdict } }';
  const body = `{ "query": "${query}", "variables": { "d": ${document} } }`;
  expect(judge(body)[1]).toBe(heavy);
});
