/** Starts the command apim-atlas. */

import { text } from 'node:stream/consumers';
import packageJson from '../package.json' with { type: 'json' };
import { run } from './program.ts';

// A reader that ends early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await run(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY ?? false,
    out: (part) => process.stdout.write(part),
    err: (part) => process.stderr.write(part),
    stdin: () => text(process.stdin),
    today: new Date().toISOString().slice(0, 10),
  },
  packageJson.version,
);
