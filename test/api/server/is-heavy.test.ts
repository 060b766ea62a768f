/** Which requests go to a thread: the client's own operations cost too little for that. */

import { expect, it } from 'vitest';
import { validateConfigOperation } from '../../../api/client/index.ts';
import type { RequestState } from '../../../api/request/api-request.ts';
import { documentCache } from '../../../api/request/document-cache.ts';
import { persistedQueries } from '../../../api/request/persisted-queries.ts';
import { isHeavy, maxLightCost } from '../../../api/server/is-heavy.ts';

/** The cost of the client's validation of so many locations, and whether it goes to a thread. */
function validationOf(locations: number): readonly [cost: number, isHeavy: boolean] {
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
  const request = { method: 'POST', url: '/graphql', type: 'application/json', accept: '', body };
  const state: RequestState = {};
  const heavy = isHeavy(request, state, documentCache(), persistedQueries());
  expect(state.prepared?.errors).toEqual([]);
  return [state.prepared?.cost ?? Number.NaN, heavy];
}

it('a validation of one location by the client stays here, one of many goes to a thread', () => {
  const [cost, isOneHeavy] = validationOf(1);
  expect(cost).toBeLessThan(maxLightCost);
  expect([isOneHeavy, validationOf(8)[1]]).toEqual([false, true]);
});
