/** Building the site: whether it is needed, and the build with its progress on the console. */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { siteDirectory } from './server.ts';
import { StartError } from './server-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['data', 'api', 'site'].map((name) => join(root, name));
const notSources = new Set(['dist', '.astro', 'node_modules']);
const frontPage = join(siteDirectory, 'index.html');

/** Time of the newest change below a directory, in milliseconds. */
function newestChange(directory: string): number {
  return readdirSync(directory, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(directory, entry.name);
    if (notSources.has(entry.name)) return newest;
    if (entry.isDirectory()) return Math.max(newest, newestChange(path));
    return entry.isFile() ? Math.max(newest, statSync(path).mtimeMs) : newest;
  }, 0);
}

/** Whether the built page is there and no file below the directories is newer. */
export function isFresh(page: string, directories: readonly string[]): boolean {
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  return directories.every((directory) => newestChange(directory) <= builtAt);
}

/** Whether the site is built and nothing it is built from is newer. */
export function isSiteFresh(): boolean {
  return isFresh(frontPage, sources);
}

/** Of Astro's log the lines of its stages: "12:00:00 [build] Complete!", not one for each page. */
function stageOf(line: string): string | undefined {
  return /^\d\d:\d\d:\d\d (\[[\w/-]+\] [^├└].*)$/.exec(line)?.[1];
}

function astroCommand(): string {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('astro/package.json')),
      'bin/astro.mjs',
    );
  } catch {
    throw new StartError('the site is not built and Astro is not installed; run `npm ci`', 1);
  }
}

/** Builds the site and says on the console how far it is; throws a StartError where that fails. */
export async function buildSite(): Promise<void> {
  console.log('building the site, which takes a while the first time');
  // With DEV or another NODE_ENV Astro takes itself for a development server, and leaves out the search index.
  const { DEV: _, ...environment } = process.env;
  const build = spawn(process.execPath, [astroCommand(), 'build', '--root', 'site'], {
    cwd: root,
    env: { ...environment, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const input of [build.stdout, build.stderr]) {
    createInterface({ input }).on('line', (text) => {
      const line = stripVTControlCharacters(text);
      const stage = stageOf(line);
      if (stage !== undefined) console.log(`  ${stage}`);
      log.push(line);
    });
  }
  const stop = (signal: NodeJS.Signals) => build.kill(signal);
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    build.once('error', reject).once('close', resolve);
  });
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (exitCode === 0) return;
  // A site that is built in part must not pass for a fresh one.
  rmSync(frontPage, { force: true });
  throw new StartError([...log.slice(-40), 'the site could not be built'].join('\n'), 1);
}
