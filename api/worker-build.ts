/** `npm run build:worker`: puts the Worker and all that it imports into files that run without Node. */

import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** Where the Worker is put, and where `wrangler.jsonc` has it from. */
const workerDirectory = fileURLToPath(new URL('../dist/worker', import.meta.url));

export async function buildWorker(directory: string = workerDirectory): Promise<void> {
  await build({
    input: fileURLToPath(new URL('worker.ts', import.meta.url)),
    platform: 'browser',
    resolve: { conditionNames: ['workerd', 'worker', 'browser', 'module', 'import'] },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    output: { dir: directory, cleanDir: true, minify: true, chunkFileNames: '[name].js' },
    // Above all an import that only Node could resolve, which would stay in the Worker.
    onLog(level, { message }) {
      if (level === 'warn') throw new Error(message);
    },
  });
}

if (import.meta.main) await buildWorker();
