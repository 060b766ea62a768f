/** The built parts, for the tests that run them: each is built where it is not fresh, by one test file at a time, and shared by all. */

import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, isFresh, type Part, parts } from '../../scripts/build.ts';

/** For the hooks that may have to wait for a build. */
export const buildTimeout = 300_000;
/** Milliseconds after which a lock counts as left behind; who builds renews it more often. */
const lockLife = 60_000;

/** Test files run side by side, and only one of them can make a directory. */
const lockOf = ({ mark }: Part) => join(tmpdir(), `build-of-${mark.replace(/\W+/g, '-')}`);

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > lockLife) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** The folder of a part, once it is built from the sources as they are. */
export async function ensureBuilt(name: keyof typeof parts): Promise<string> {
  const part: Part = parts[name];
  const lock = lockOf(part);
  while (!takeLock(lock)) await wait(200);
  const renewal = setInterval(() => utimesSync(lock, new Date(), new Date()), lockLife / 12);
  try {
    if (!isFresh(part)) await build(part);
  } finally {
    clearInterval(renewal);
    rmSync(lock, { recursive: true, force: true });
  }
  return dirname(part.entry);
}
