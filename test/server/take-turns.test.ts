/** How many requests a turn of the event loop begins, in which order, and that those who have gone are left out. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { requestsPerTurn, takeTurns } from '../../api/serving/take-turns.ts';

/** What each turn begins of so many requests that come at once, of which some have gone when it is their turn. */
async function turns(count: number, gone: (index: number) => boolean): Promise<number[][]> {
  const begun: number[][] = [[]];
  const listener = takeTurns(({ url }) => begun.at(-1)?.push(Number(url)));
  const clients = Array.from({ length: count }, (_, index) => ({
    request: { url: String(index), socket: { destroyed: false } },
    response: { destroyed: false },
  }));
  for (const { request, response } of clients) {
    listener(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  }
  clients.forEach(({ request, response }, index) => {
    if (!gone(index)) return;
    if (index % 2 === 0) response.destroyed = true;
    else request.socket.destroyed = true;
  });
  for (let turn = 0; turn < count; turn += 1) {
    begun.push([]);
    await nextTurn();
  }
  return begun.filter((turn) => turn.length > 0);
}

const some = requestsPerTurn;
const from = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, index) => first + index);

test.each<[string, number, (index: number) => boolean, number[][]]>([
  ['no more than a turn takes', some, () => false, [from(0, some)]],
  ['one more', some + 1, () => false, [from(0, some), [some]]],
  [
    'many more',
    3 * some,
    () => false,
    [from(0, some), from(some, 2 * some), from(2 * some, 3 * some)],
  ],
  [
    'many that have gone',
    5 * some + 1,
    (index) => index >= some && index < 4 * some,
    [from(0, some), from(4 * some, 5 * some), [5 * some]],
  ],
  ['none but those that have gone', 2 * some, (index) => index >= some, [from(0, some)]],
])('%s', async (_, count, gone, expected) => {
  expect(await turns(count, gone)).toEqual(expected);
});

test('a request that comes later is begun at once', async () => {
  const begun: string[] = [];
  const listener = takeTurns(({ url }) => begun.push(url ?? ''));
  const response = { destroyed: false } as ServerResponse;
  for (const url of ['first', 'second']) {
    listener({ url, socket: { destroyed: false } } as IncomingMessage, response);
    expect(begun.at(-1)).toBe(url);
    await nextTurn();
    await nextTurn();
  }
});
