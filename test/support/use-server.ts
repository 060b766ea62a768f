/** A server for the tests of one file, started before the first and stopped after the last of them. */

import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, startServer } from '../../api/server/index.ts';
import type { ServerOptions } from '../../api/server/options.ts';

export function useServer(options: Partial<ServerOptions> = {}): Pick<RunningServer, 'url'> {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await startServer({ port: 0, host: '127.0.0.1', ...options });
  });
  afterAll(() => server?.stop());
  return {
    get url() {
      return server?.url ?? '';
    },
  };
}
