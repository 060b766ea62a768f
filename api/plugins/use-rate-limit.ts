/**
 * Lets each client validate so often. Calls are counted in the text of the query, before it is parsed: a field cannot
 * be asked for without being spelled, and what is refused must cost next to nothing.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RateLimit } from '../server/rate-limit.ts';
import type { Asked } from './use-prepared-queries.ts';

const field = 'validateConfig';

/** How long the client has to wait with this query; counts its validations, unless they are counted already. */
export function secondsToWait(limit: RateLimit, query: string, { client, wait }: Asked): number {
  if (wait !== undefined) return wait;
  if (client === undefined || !query.includes(field)) return 0;
  return limit.take(client, query.split(field).length - 1);
}

export function useRateLimit(limit: RateLimit): Plugin<object, { asked?: Asked }> {
  return {
    onParams({ params, context: { asked } }) {
      if (asked === undefined || typeof params?.query !== 'string') return;
      const seconds = secondsToWait(limit, params.query, asked);
      if (seconds === 0) return;
      throw new GraphQLError(`too many validations from one address; ask again in ${seconds} s`, {
        extensions: {
          code: 'RATE_LIMITED',
          retryAfter: seconds,
          http: { status: 429, headers: { 'retry-after': String(seconds) } },
        },
      });
    },
  };
}
