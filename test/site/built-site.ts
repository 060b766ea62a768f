/** The built site, for the tests that look at it: built where it is not fresh, by one test file at a time. */

import { mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { siteDirectory } from '../../api/server/site-directory.ts';
import { build, isFresh, parts } from '../../scripts/build.ts';

/** Test files run side by side, and only one of them can make a directory. */
const lock = join(tmpdir(), `build-of-${siteDirectory.replace(/\W+/g, '-')}`);
const longestBuild = 240_000;

/** For the hooks that may have to wait for a build. */
export const buildTimeout = longestBuild + 60_000;

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > longestBuild) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** Resolves once the site is built from the sources as they are. */
export async function ensureSite(): Promise<void> {
  while (!takeLock()) await wait(500);
  try {
    if (!isFresh(parts.site)) await build(parts.site);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
