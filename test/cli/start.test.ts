/** What the process of the command exits with where the command itself is at fault. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const index = join(import.meta.dirname, '../../cli/index.ts');

it.each([
  ['while it loads', 'throw new Error("broken")'],
  ['while it runs', 'setImmediate(() => { throw new Error("broken"); })'],
  ['in a promise that nobody awaits', 'setImmediate(() => Promise.reject(new Error("broken")))'],
])('2, and not 1 as for findings: %s', (_, fault) => {
  const hook = `import { registerHooks } from 'node:module';
registerHooks({ resolve(name, context, next) {
  if (name === './program.ts') { ${fault}; }
  return next(name, context);
} });`;
  const preload = `data:text/javascript,${encodeURIComponent(hook)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, index, 'mcp'], {
    encoding: 'utf8',
    input: '',
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringMatching(/^error: a fault of apim-atlas; please report it: Error: broken/),
  });
});
