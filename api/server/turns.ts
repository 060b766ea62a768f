/** Lets everyone else be served between two requests that compute for some milliseconds on this thread. */

import { setImmediate } from 'node:timers/promises';

export interface Turns {
  /** Requests that wait. */
  readonly waiting: number;
  /** Resolves when the thread has looked at all connections once more since the turn before. */
  next(): Promise<void>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    get waiting() {
      return waiting;
    },
    async next() {
      waiting += 1;
      last = last.then(() => setImmediate());
      await last;
      waiting -= 1;
    },
  };
}
