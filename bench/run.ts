/**
 * `npm run bench`: installs what the benchmarks need, once, builds our server and the command where they are stale, then
 * runs one after another.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const directory = fileURLToPath(new URL('.', import.meta.url));

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: directory, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(`${directory}/node_modules/autocannon`)) run('npm', ['ci']);
run(process.execPath, ['../scripts/build.ts', '--stale', 'server', 'command']);
for (const script of [
  'servers.ts',
  'second.ts',
  'validate.ts',
  'source.ts',
  'start.ts',
  'command.ts',
]) {
  run(process.execPath, [script]);
}
