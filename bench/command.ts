/**
 * What the built command takes from its start to the verdict on a group of 20 rules: milliseconds of processor time, the
 * best of some starts. The first start is left out: it fills the compile cache of Node.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, mostForCommand } from './floors.ts';
import { fileWithRules, languages } from './sources.ts';

const command = fileURLToPath(new URL('../dist/cli/apim-atlas.mjs', import.meta.url));
/** Prints the processor time of the process as its last line. */
const usage = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();console.error((user+system)/1000)})`;
const rules = 20;
const starts = 15;

function timeOf(file: string): number {
  const args = ['--import', usage, command, 'check', file];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  // Those that the rules leave without a way are findings; anything else is no verdict.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return Number(stderr.trim().split('\n').at(-1));
}

const directory = mkdtempSync(join(tmpdir(), 'atlas-bench-'));
try {
  for (const language of languages) {
    const { path, text } = fileWithRules(language, rules);
    const file = join(directory, path);
    writeFileSync(file, text);
    timeOf(file);
    const times = Array.from({ length: starts }, () => timeOf(file));
    console.log(
      atMost(
        `milliseconds of the command for ${rules} rules in ${language}`,
        Math.min(...times),
        mostForCommand,
      ),
    );
  }
} finally {
  rmSync(directory, { recursive: true });
}
