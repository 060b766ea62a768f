import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql 17 publishes a `development` build that Vite would take and Pothos and Yoga would not:
  // two copies of graphql refuse each other's schemas.
  ssr: { resolve: { conditions: ['module-sync', 'node'] } },
  test: { include: ['test/**/*.test.ts'] },
});
