/**
 * The accelerator: it answers a POST in JSON whose document is known to be valid and whose result has no errors, without a
 * Request, a Response and the hooks of Yoga in between. Everything else is Yoga's, and so is every error: Yoga then
 * executes again.
 */

import type { ServiceTagFile } from '../../core/network/service-tags/service-tags.ts';
import { countValidations } from '../plugins/use-rate-limit.ts';
import { type Documents, isCacheable, operationOf } from '../request/document-cache.ts';
import { maxCost } from '../request/document-cost.ts';
import { executeDocument } from '../request/execution.ts';
import { cachingHeaders, noSniff, openCors } from '../request/headers.ts';
import { isJson } from '../request/parameters.ts';
import type { RateLimit } from '../request/rate-limit.ts';
import type { ApiRequest, ApiResponse, RequestState } from '../request/request-state.ts';
import { newBudget } from '../schema/response-budget.ts';
import { prepare } from './prepare.ts';

export interface AcceleratorParts {
  readonly documents: Documents;
  readonly serviceTagFiles: readonly ServiceTagFile[];
  readonly log?: (line: string) => void;
  readonly validations?: RateLimit | undefined;
}

const headersFor = (type: string, canCache: boolean) => ({
  'content-type': `${type}; charset=utf-8`,
  ...openCors,
  ...noSniff,
  ...cachingHeaders(canCache, false),
});

/** By the type of the response. */
const headers = new Map(
  ['application/json', 'application/graphql-response+json'].map((type) => [
    type,
    { cacheable: headersFor(type, true), other: headersFor(type, false) },
  ]),
);

/** The response; undefined where Yoga has to give it. */
export type Accelerate = (request: ApiRequest, state: RequestState) => ApiResponse | undefined;

export function accelerator(parts: AcceleratorParts): Accelerate {
  const { documents, serviceTagFiles, validations, log } = parts;
  return (request, state) => {
    const known = headers.get(request.accept);
    if (known === undefined || !isJson(request)) return undefined;
    const {
      document,
      parameters,
      cost = Number.POSITIVE_INFINITY,
    } = prepare(request, state, documents) ?? {};
    if (document === undefined || parameters?.extensions || cost > maxCost) return undefined;
    const { operationName } = parameters ?? {};
    const variables = parameters?.variables ?? {};
    const operation = operationOf(document, operationName);
    if (!operation || document.errors.length > 0) return undefined;
    if (countValidations(validations, document, operationName, state) > 0) return undefined;
    const context = { serviceTagFiles, log, budget: newBudget() };
    const result = executeDocument(document, operation, variables, context);
    if (result === undefined) return undefined;
    const canCache = isCacheable(document, operationName, variables);
    return {
      status: 200,
      headers: canCache ? known.cacheable : known.other,
      text: JSON.stringify({ data: result.data }),
      isCacheable: canCache,
    };
  };
}
