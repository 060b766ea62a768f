/** Lets everyone else be served between two requests that compute for some milliseconds on this thread. */

import { setImmediate } from 'node:timers/promises';

export interface Turns {
  /** What those cost that wait. */
  readonly waitingCost: number;
  /** Resolves when the thread has looked at all connections once more since the turn before. */
  next(cost: number): Promise<void>;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waitingCost = 0;
  return {
    get waitingCost() {
      return waitingCost;
    },
    async next(cost) {
      waitingCost += cost;
      last = last.then(() => setImmediate());
      await last;
      waitingCost -= cost;
    },
  };
}
