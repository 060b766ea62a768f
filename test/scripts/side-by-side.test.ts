/** Commands side by side: all of them run, what each printed stays together, and one that fails fails the whole. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/side-by-side.ts', import.meta.url));
const says = (text: string, code = 0) =>
  `"${process.execPath}" -e "console.log('${text}'); console.error('${text} too'); process.exitCode = ${code}"`;

test.each<[string, readonly string[], number]>([
  ['all pass', [says('one'), says('two')], 0],
  ['the first fails', [says('one', 3), says('two')], 3],
  ['the last fails', [says('one'), says('two', 1)], 1],
  ['a command that does not exist', ['no-such-command-here', says('two')], 127],
])('%s', (_, commands, code) => {
  const { status, stdout } = spawnSync(process.execPath, [script, ...commands], {
    encoding: 'utf8',
  });
  expect(status).toBe(code);
  expect(stdout).toContain('two\ntwo too\n');
});
