/**
 * `node scripts/side-by-side.ts <command>...` runs commands at the same time, prints what each printed when it has ended,
 * and fails if one of them fails.
 */

import { spawn } from 'node:child_process';

/** Resolves to the exit code of a shell command, whose whole output goes to `print` at its end. */
export function runCommand(command: string, print: (text: string) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      print(`> ${command}\n${output}\n`);
      resolve(code ?? 1);
    });
  });
}

if (import.meta.main) {
  const print = (text: string) => process.stdout.write(text);
  const codes = await Promise.all(
    process.argv.slice(2).map((command) => runCommand(command, print)),
  );
  process.exitCode = Math.max(...codes);
}
