/**
 * `npm run dev`: pages with live reload at http://localhost:4321, and the API, which restarts when its sources change.
 * Astro forwards /graphql to the API.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));

function start(...args: readonly string[]): ChildProcess {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
}

const children = [
  start('--watch', '--watch-preserve-output', 'api/server/index.ts'),
  start(join(astro, 'bin/astro.mjs'), 'dev', '--root', 'site'),
];

/** One without the other is of no use: they end together. */
function stop(): void {
  for (const child of children) child.kill('SIGTERM');
}

for (const child of children) child.once('exit', stop);
process.once('SIGINT', stop).once('SIGTERM', stop);
