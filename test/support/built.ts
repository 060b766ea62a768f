/** The built parts, for the tests that run them: each is built where it is not fresh, by one test file at a time, and shared by all. */

import { dirname } from 'node:path';
import { build, isFresh, type Part, parts } from '../../scripts/build.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** For the hooks that may have to wait for a build. */
export const buildTimeout = 300_000;

/** The folder of a part, once it is built from the sources as they are. */
export async function ensureBuilt(name: keyof typeof parts): Promise<string> {
  const part: Part = parts[name];
  await oneAtATime(`build of ${part.mark}`, async () => {
    if (!isFresh(part)) await build(part);
  });
  return dirname(part.entry);
}
