import { defineConfig } from 'vitest/config';

/** Tests that need the built site, a browser, or another server; `npm run check` leaves them out. */
const slow = ['test/site/**/*.test.ts', 'test/deploy/**/*.test.ts', 'test/**/*fuzz.test.ts'];

export default defineConfig({
  // graphql 17 publishes a `development` build that Vite would take and Pothos and Yoga would not:
  // two copies of graphql refuse each other's schemas.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: {
    // A test that starts a process takes longer than the default of 5 s on a busy machine.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: slow },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
});
