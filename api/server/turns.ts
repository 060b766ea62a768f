/** Lets everyone else be served between two requests that compute for some milliseconds on this thread. */

import { setImmediate } from 'node:timers/promises';

export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let waitingCost = 0;
  return {
    /** What those cost that wait. */
    get waitingCost() {
      return waitingCost;
    },
    /** Resolves when the thread has looked at all connections once more since the turn before. */
    async next(cost: number): Promise<void> {
      waitingCost += cost;
      last = last.then(() => setImmediate());
      await last;
      waitingCost -= cost;
    },
  };
}
