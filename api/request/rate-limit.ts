/** How many validations each client may ask for: a token bucket for every client, refilled steadily. */

import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';

export interface RateLimit {
  readonly perMinute: number;
  /** The tokens in a client's bucket; below 0 where it owes some. */
  available(client: string): number;
  /** Takes tokens, also those that the bucket does not hold. */
  charge(client: string, tokens: number): void;
}

/** Beyond these the server forgets the client whose last request is the oldest. */
const maxClients = 10_000;

export function createRateLimit(perMinute: number, now = () => performance.now()): RateLimit {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: maxClients });
  const available = (client: string) => {
    const { tokens, at } = buckets.get(client) ?? { tokens: perMinute, at: 0 };
    return Math.min(perMinute, tokens + ((now() - at) * perMinute) / 60_000);
  };
  return {
    perMinute,
    available,
    charge: (client, tokens) =>
      void buckets.set(client, { tokens: available(client) - tokens, at: now() }),
  };
}

/** Takes the tokens of a client; the error where it asks for too many. */
export function rateErrors(
  limit: RateLimit | undefined,
  client: string | undefined,
  validations: number,
): readonly GraphQLError[] {
  if (limit === undefined || client === undefined || validations === 0) return [];
  const missing = validations - limit.available(client);
  if (missing <= 0) {
    limit.charge(client, validations);
    return [];
  }
  const retryAfter = Math.ceil((missing / limit.perMinute) * 60);
  const http = { spec: false, status: 429, headers: { 'retry-after': String(retryAfter) } };
  return [
    new GraphQLError(`too many validations from one address; try again in ${retryAfter} s`, {
      extensions: { code: 'RATE_LIMITED', retryAfter, http },
    }),
  ];
}
