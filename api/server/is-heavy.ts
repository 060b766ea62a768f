/** Whether a request may take more than about 20 milliseconds, so that it belongs into a thread of its own. */

import { digestOf, type PersistedQueries } from '../plugins/use-persisted-queries.ts';
import { type ApiRequest, type RequestState, readParameters } from '../request/api-request.ts';
import type { Documents } from '../request/document-cache.ts';
import { maxCost, prepare } from '../request/prepare.ts';

/** Bodies and texts above these go to a thread unread. */
export const maxLightBody = 24 * 1024;
const maxLightText = 4 * 1024;
/** About 20 milliseconds. */
const maxLightCost = 20_000;

/** What a template can make much of by few words: expressions, copies, and letters written as numbers that may spell them. */
const expansion = /"\[|\\u|copy/i;

/** Reads no document that may be heavy itself; notes the text of a digest, which a thread does not know. */
export function isHeavy(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
  persisted: PersistedQueries,
): boolean {
  const { body, url } = request;
  state.parameters = readParameters(request);
  if (state.parameters === undefined) return body.length > maxLightText;
  const { query, extensions } = state.parameters;
  if (!query) state.text = persisted.get(digestOf(extensions?.persistedQuery) ?? '');
  const text = query || state.text;
  if (!text) return false;
  if (text.length > maxLightText) return true;
  const { document, cost = 0 } = prepare(request, state, documents) ?? {};
  if (document === undefined || cost > maxCost) return false;
  return (
    cost > maxLightCost ||
    (document.takesConfiguration && (expansion.test(body) || expansion.test(url)))
  );
}
