/** How many validations each client may ask for: a token bucket for every client, refilled steadily. */

import { GraphQLError } from 'graphql';

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
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();

  function available(client: string): number {
    const { tokens, at } = buckets.get(client) ?? { tokens: perMinute, at: 0 };
    return Math.min(perMinute, tokens + ((now() - at) * perMinute) / 60_000);
  }

  return {
    perMinute,
    available,
    charge(client, taken) {
      const tokens = available(client) - taken;
      buckets.delete(client);
      buckets.set(client, { tokens, at: now() });
      if (buckets.size > maxClients) buckets.delete(buckets.keys().next().value ?? '');
    },
  };
}

/** Seconds until a client has its tokens; 0 where it has them, and then they are taken. */
export function take(limit: RateLimit, client: string, tokens: number): number {
  const missing = tokens - limit.available(client);
  if (missing > 0) return Math.ceil((missing / limit.perMinute) * 60);
  limit.charge(client, tokens);
  return 0;
}

/** Takes the tokens of a client; the error where it asks for too many. */
export function rateErrors(
  limit: RateLimit | undefined,
  client: string | undefined,
  validations: number,
): readonly GraphQLError[] {
  if (limit === undefined || client === undefined || validations === 0) return [];
  const retryAfter = take(limit, client, validations);
  if (retryAfter === 0) return [];
  const http = { spec: false, status: 429, headers: { 'retry-after': String(retryAfter) } };
  return [
    new GraphQLError(`too many validations from one address; try again in ${retryAfter} s`, {
      extensions: { code: 'RATE_LIMITED', retryAfter, http },
    }),
  ];
}
