/** Turns of the main thread: between two of them it looks after everyone else. */

import { expect, it } from 'vitest';
import { createTurns } from '../../../api/server/turns.ts';

it('are given one in each round of the event loop, in order', async () => {
  const turns = createTurns();
  let round = 0;
  const count = () => {
    round += 1;
    if (turns.waitingCost > 0) setImmediate(count);
  };
  const seen: [string, number][] = [];
  const compute = async (name: string) => {
    await turns.next(5);
    seen.push([name, round]);
  };
  const all = Promise.all(['a', 'b', 'c'].map(compute));
  setImmediate(count);
  expect(turns.waitingCost).toBe(15);
  await all;
  expect(seen.map(([name]) => name)).toEqual(['a', 'b', 'c']);
  expect(new Set(seen.map(([, at]) => at)).size).toBe(3);
  expect(turns.waitingCost).toBe(0);
});
