/** How many questions a turn of the event loop begins, and in which order. */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { questionsPerTurn, takeTurns } from '../../../api/server/take-turns.ts';

/** What each turn begins of so many questions that come at once. */
async function turns(count: number): Promise<number[][]> {
  const begun: number[][] = [[]];
  const take = takeTurns();
  for (let index = 0; index < count; index += 1) take(() => begun.at(-1)?.push(index));
  for (let turn = 0; turn < count; turn += 1) {
    begun.push([]);
    await nextTurn();
  }
  return begun.filter((turn) => turn.length > 0);
}

const some = questionsPerTurn;
const from = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, index) => first + index);

test.each<[string, number, number[][]]>([
  ['no more than a turn takes', some, [from(0, some)]],
  ['one more', some + 1, [from(0, some), [some]]],
  ['many more', 3 * some, [from(0, some), from(some, 2 * some), from(2 * some, 3 * some)]],
])('%s', async (_, count, expected) => {
  expect(await turns(count)).toEqual(expected);
});

test('a question that comes later is begun at once', async () => {
  const take = takeTurns();
  let begun = 0;
  for (let times = 1; times <= 3; times += 1) {
    take(() => {
      begun += 1;
    });
    expect(begun).toBe(times);
    await nextTurn();
    await nextTurn();
  }
});
