import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds after which a lock counts as left behind; its owner renews it more often. */
const lockLife = 60_000;

/** Test files run side by side, and only one of them can make a directory. */
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

/** What `work` returns. Of all processes that call this with one name, one works and the others wait. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `${name.replace(/\W+/g, '-')}.lock`);
  while (!takeLock(lock)) await wait(200);
  const renewal = setInterval(() => utimesSync(lock, new Date(), new Date()), lockLife / 12);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    rmSync(lock, { recursive: true, force: true });
  }
}
