/**
 * Lets each client validate so often. Calls are counted in the text of the query, before it is parsed: a field cannot
 * be asked for without being spelled, and what is refused must cost next to nothing.
 */

import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RateLimit } from '../serving/rate-limit.ts';
import type { Asked } from './use-prepared-queries.ts';

const field = 'validateConfig';

export function useRateLimit(limit: RateLimit): Plugin<{ asked?: Asked }> {
  return {
    onParams({ params, context }) {
      const { client } = (context as { asked?: Asked }).asked ?? {};
      if (client === undefined || typeof params?.query !== 'string') return;
      const calls = params.query.split(field).length - 1;
      if (calls === 0) return;
      const seconds = limit.take(client, calls);
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
