/** What is known of a request before anything is executed: its parameters, its document and its cost. */

import {
  type ApiRequest,
  type Prepared,
  type RequestState,
  readParameters,
} from './api-request.ts';
import { costOf } from './cost.ts';
import type { Documents } from './document-cache.ts';

/** Reads a request once; undefined where that fails, which Yoga explains. */
export function prepare(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
): Prepared | undefined {
  if (state.prepared !== undefined) return state.prepared;
  state.parameters ??= readParameters(request);
  const { parameters, text } = state;
  const query = text ?? parameters?.query;
  if (parameters === undefined || !query) return undefined;
  try {
    const document = documents(query);
    const { operationName, variables } = parameters;
    const cost =
      document.errors.length === 0 ? costOf(document, operationName, variables) : undefined;
    state.prepared = { parameters, document, cost };
  } catch {
    // It does not parse.
  }
  return state.prepared;
}
