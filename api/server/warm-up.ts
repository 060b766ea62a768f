/**
 * Answers a request of each kind once, soon after the start: what is loaded and compiled on first use takes up to 100
 * milliseconds, in which no client is served.
 */

import { setTimeout as wait } from 'node:timers/promises';
import type { Respond } from '../request/respond.ts';

/** Milliseconds after the start, so that clients which waited for it are served first. */
const delay = 500;
const network =
  '{ tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "westeurope" }] }';
const again = '{ clouds { name } }';
/** Three times the same text, which then is compiled; and one that Yoga answers. */
const queries = [
  again,
  again,
  again,
  '{ search(text: "443") { score } }',
  '{ lookupAddress(address: "20.0.0.1") { summary } }',
  `mutation { validateConfig(input: { deployment: ${network} }) { verdict findings { message } } }`,
  '{ nothing }',
];

export async function warmUp(respond: Respond): Promise<void> {
  const json = 'application/json';
  for (const query of queries) {
    await wait(delay / queries.length, undefined, { ref: false });
    const body = JSON.stringify({ query });
    await respond({ method: 'POST', url: '/graphql', type: json, accept: json, body }, {});
  }
}
