/** Whether a request may take more than about 20 milliseconds, so that it belongs into a thread of its own. */

import type { ApiRequest, Parameters, RequestState } from '../request/api-request.ts';
import type { Documents } from '../request/document-cache.ts';
import { readParameters } from '../request/parameters.ts';
import type { PersistedQueries } from '../request/persisted-queries.ts';
import { prepare } from '../request/prepare.ts';

/** Bodies and texts above these go to a thread unread. */
export const maxLightBody = 24 * 1024;
const maxLightText = 4 * 1024;
/** About 12 milliseconds, and twice that on a busy machine. */
export const maxLightCost = 12_000;

/** How short input can make much: expressions, copies and source files, and letters written as numbers that may spell them. */
const expansion = /"\s*\[|\\u|copy|files/i;

/** The variables as text: the body, unless it has escapes of letters, which the bytes of an address are, too. */
function variablesText({ method, body }: ApiRequest, parameters: Parameters | undefined): string {
  const isPlain = method === 'POST' && !body.includes('\\u');
  return isPlain ? body : JSON.stringify(parameters?.variables ?? null);
}

/** Reads no document that may be heavy itself; notes the text of a digest, which a thread does not know. */
export function isHeavy(
  request: ApiRequest,
  state: RequestState,
  documents: Documents,
  persisted: PersistedQueries,
): boolean {
  state.read = readParameters(request);
  const { parameters, digest } = state.read;
  if (parameters?.query == null && digest !== undefined) state.text = persisted.get(digest);
  const text = parameters?.query ?? state.text;
  if (text === undefined) return false;
  if (text.length > maxLightText) return true;
  const prepared = prepare(request, state, documents);
  if (prepared === undefined || prepared.errors.length > 0) return false;
  const { cost, document } = prepared;
  return (
    cost > maxLightCost ||
    (document.takesConfiguration &&
      (expansion.test(text) || expansion.test(variablesText(request, parameters))))
  );
}
