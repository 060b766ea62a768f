/** Counts the validations of each client: the fields validateConfig that an operation executes. */

import { GraphQLError } from 'graphql';
import type { CachedDocument } from '../request/document-cache.ts';
import { validationsIn } from '../request/document-cost.ts';
import type { RateLimit } from '../request/rate-limit.ts';
import type { RequestState } from '../request/request-state.ts';

/** Seconds the client must wait; 0 if it may go on. Accelerator and Yoga both call this, and a request counts once. */
export function countValidations(
  limit: RateLimit | undefined,
  document: CachedDocument,
  operationName: string | null | undefined,
  state: RequestState,
): number {
  if (state.wait !== undefined) return state.wait;
  state.validations = document.isOnlyQueries ? 0 : validationsIn(document, operationName);
  state.wait =
    limit === undefined || state.client === undefined || state.validations === 0
      ? 0
      : limit.take(state.client, state.validations);
  return state.wait;
}

export function rateLimited(seconds: number): GraphQLError {
  return new GraphQLError(`too many validations from one address; try again in ${seconds} s`, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfter: seconds,
      http: { status: 429, headers: { 'retry-after': String(seconds) } },
    },
  });
}
