/** Starts the command apim-atlas, or says that this Node is too old for it. */

import module from 'node:module';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };

const oldestNode = [22, 12] as const;

// A reader that ends early, such as head, is not an error; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  process.stderr.write(`error: the report cannot be printed: ${error.message}\n`);
  process.exit(2);
});

// With `2>&1 | head` this reader ends early, too; there is nowhere else to say so.
process.stderr.on('error', () => {});

/** Node would exit with 1, which says that there are findings. */
function exitWithFault(error: unknown): never {
  process.stderr.write(`error: a fault of apim-atlas; please report it: ${inspect(error)}\n`);
  process.exit(2);
}

// Of a promise that nobody awaits, too, as while it watches or serves an agent.
process.on('uncaughtException', exitWithFault);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  process.stderr.write(
    `apim-atlas needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}\n`,
  );
  process.exitCode = 2;
} else {
  // Shortens the start; it works for what is loaded after it.
  module.enableCompileCache();
  try {
    const { run } = await import('./program.ts');
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
  } catch (error) {
    exitWithFault(error);
  }
}
