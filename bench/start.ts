/** What a start takes: milliseconds on the clock from the new process to its first response; the best of some starts. */

import { atMost, mostForStart } from './floors.ts';
import { pinSelf, startProcess } from './server-process.ts';

const port = 4630;
const starts = 7;

async function start(): Promise<number> {
  const begin = performance.now();
  const server = await startProcess('atlas', port);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql?query={clouds{name}}`);
    const { data } = (await response.json()) as { readonly data?: unknown };
    if (data === undefined) throw new Error(`status ${response.status}`);
    return performance.now() - begin;
  } finally {
    server.stop();
    await server.ended;
  }
}

pinSelf();
const times: number[] = [];
for (let number = 0; number < starts; number += 1) times.push(await start());
console.log(
  atMost('milliseconds from the start to the first response', Math.min(...times), mostForStart),
);
