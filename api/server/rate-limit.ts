/** How often each client may ask for something costly: a token bucket for every client, refilled steadily. */

export interface RateLimit {
  /** Takes tokens from a client's bucket; the seconds to wait where it holds too few, else 0. */
  take(client: string, tokens: number, now?: number): number;
}

/** Clients that are remembered; the one that asked the longest ago is forgotten, with a full bucket. */
const maxClients = 10_000;

export function createRateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  const perMillisecond = perMinute / 60_000;
  return {
    take(client, wanted, now = performance.now()) {
      const known = buckets.get(client) ?? { tokens: perMinute, at: now };
      const tokens = Math.min(perMinute, known.tokens + (now - known.at) * perMillisecond);
      const isGranted = tokens >= wanted;
      buckets.delete(client);
      buckets.set(client, { tokens: isGranted ? tokens - wanted : tokens, at: now });
      if (buckets.size > maxClients) buckets.delete(buckets.keys().next().value ?? '');
      return isGranted ? 0 : Math.ceil((wanted - tokens) / perMillisecond / 1000);
    },
  };
}
