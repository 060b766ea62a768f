/**
 * The accelerator: it answers a POST whose document is valid and whose result has no errors, without a Request, a Response
 * and the hooks of Yoga in between. Everything else is Yoga's, and so is every error: Yoga then executes again.
 */

import type { ApiContext } from '../schema/builder.ts';
import { newBudget } from '../schema/response-budget.ts';
import type { ApiResponse, Prepared } from './api-request.ts';
import { type Documents, documentCache } from './document-cache.ts';
import { executeDocument } from './execution.ts';
import { responseHeaders } from './headers.ts';
import { type PersistedQueries, persistedQueries } from './persisted-queries.ts';
import type { RateLimit } from './rate-limit.ts';

interface Given extends Pick<ApiContext, 'serviceTagFiles' | 'log'> {
  /** Validations that a client may ask for; without it there is no limit. */
  readonly validations?: RateLimit | undefined;
}

/** What all requests share. */
export interface ApiParts extends Given {
  readonly documents: Documents;
  readonly persisted: PersistedQueries;
}

export const apiParts = (given: Given): ApiParts => ({
  ...given,
  documents: documentCache(),
  persisted: persistedQueries(),
});

/** The response to a POST, in a type of JSON; undefined where Yoga has to give it. */
export function accelerate(
  { serviceTagFiles, log }: ApiParts,
  type: string,
  prepared: Prepared,
): ApiResponse | undefined {
  const { document, parameters, errors, isCacheable } = prepared;
  // Yoga adds the cost.
  if (errors.length > 0 || parameters.extensions?.cost === true) return undefined;
  const result = executeDocument(prepared, { serviceTagFiles, log, budget: newBudget() });
  if (result === undefined) return undefined;
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      ...responseHeaders(isCacheable, false, document.deprecated),
    },
    text: JSON.stringify({ data: result.data }),
    isCacheable,
  };
}
