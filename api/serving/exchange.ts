/** A request to the API and the response to it. */

import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Headers of whatever the answer will be, names and values in turn, as node:http writes them fastest. */
  readonly head: readonly string[];
}
