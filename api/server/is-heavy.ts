/** Whether a request may take more than about 20 milliseconds, so that it belongs into a thread of its own. */

import { digestOf, type PersistedQueries } from '../plugins/use-persisted-queries.ts';
import type { ApiRequest, RequestState } from '../request/api-request.ts';
import type { Documents } from '../request/document-cache.ts';
import { readParameters } from '../request/parameters.ts';
import { prepare } from '../request/prepare.ts';

/** Bodies and texts above these go to a thread unread. */
export const maxLightBody = 24 * 1024;
const maxLightText = 4 * 1024;
/** About 12 milliseconds, and twice that on a busy machine. */
export const maxLightCost = 12_000;

/** How short input can make much: expressions, copies and source files, and letters written as numbers that may spell them. */
const expansion = /"\s*\[|\\u|copy|files/i;

/** Reads no document that may be heavy itself; notes the text of a digest, which a thread does not know. */
export function isHeavy(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
  persisted: PersistedQueries,
): boolean {
  state.read = readParameters(request);
  const { query, variables } = state.read.parameters ?? {};
  if (!query) state.text = persisted.get(digestOf(state.read.parameters ?? {}) ?? '');
  const text = query || state.text;
  if (!text) return false;
  if (text.length > maxLightText) return true;
  const { document, executable } = prepare(request, state, documents) ?? {};
  if (document === undefined || executable === undefined || executable.refusal) return false;
  return (
    executable.cost > maxLightCost ||
    // What was read: the bytes of an address spell it in other letters.
    (document.takesConfiguration && expansion.test(text + JSON.stringify(variables ?? null)))
  );
}
