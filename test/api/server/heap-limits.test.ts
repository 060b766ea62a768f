/** The heap of the main thread has the same bounds however the server is started. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8').replaceAll(/[",']/g, '');
const heapLimits = (line: string | undefined) => line?.match(/--max-[\w-]+-size=\d+/g);
const image = heapLimits(/^CMD .*server\.mjs/m.exec(read('Dockerfile'))?.[0]);

test.each<[file: string, line: RegExp]>([
  ['package.json', /^ *start: .*server\.mjs$/m],
  ['package.json', /^ *serve: .*server\.mjs$/m],
  ['scripts/abuse/server.ts', /^const heapLimits = .*$/m],
  ['docs/memory.md', /bounded by the flags `.*` which/],
])('those of the image are those of %s, %s', (file, line) => {
  expect(image?.length).toBe(2);
  expect(heapLimits(line.exec(read(file))?.[0])).toEqual(image);
});
