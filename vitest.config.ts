import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// The processes that tests start load their modules compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

/** Tests of the built site, most of them in a browser; `npm run check` leaves them out. */
const site = ['test/site/**/*.test.ts'];

/** Tests that need packages, nginx or much time; `npm run check` leaves them out, too. */
const slow = ['test/deploy/**/*.test.ts', 'test/**/*fuzz.test.ts'];

/** Tests of processes and threads; each file has a process of its own, as those of `slow` do. */
const apart = [
  ...['process', 'stop', 'thread-ends', 'thread-pool'].map(
    (name) => `test/api/server/${name}.test.ts`,
  ),
  'test/api/mcp/**/*.test.ts',
  'test/cli/live/**/*.test.ts',
  'test/scripts/**/*.test.ts',
];

export default defineConfig({
  // graphql 17 publishes a `development` build that Vite would take and Pothos and Yoga would not:
  // two copies of graphql refuse each other's schemas.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    // A test that starts a process takes longer than the default of 5 s on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One more than there are cores: some files wait for processes, pages and timeouts, while others compute.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      { extends: true, test: { name: 'slow', include: slow } },
      // The files of these two share their modules: loading the schema anew for each would take longer than most of them.
      { extends: true, test: { name: 'site', include: site, isolate: false } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...site, ...slow, ...apart],
          isolate: false,
          // Node loads the modules itself, as in the server: calls from one to another take longer in Vite's form of them.
          experimental: { viteModuleRunner: false },
        },
      },
    ],
  },
});
