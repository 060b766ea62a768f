/**
 * Stops a server without losing a request. Each response that begins from now on has `Connection: close`, which tells
 * the client to go elsewhere, and the server goes on listening until no more requests come: a connection that is still in
 * the system's queue when a listener closes is reset.
 */

import type { Server } from 'node:http';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import type { Connections } from './connections.ts';
import type { Traffic } from './listener.ts';

/** Without a request for this long no more are expected. All times in milliseconds. */
const quietTime = 300;
/** How long the server goes on listening at most. */
const listenTime = 2_500;
/** How long running requests may take after that. */
const finishTime = 2_000;
/** A server that gets SIGTERM has ended after this. */
export const stopTime = listenTime + finishTime;

export async function stopGracefully(
  server: Server,
  traffic: Traffic,
  connections: Connections,
): Promise<void> {
  traffic.isLeaving = true;
  connections.endAfterResponses();
  const begin = performance.now();
  const isQuiet = () =>
    traffic.running === 0 &&
    performance.now() - Math.max(begin, traffic.lastRequestAt) >= quietTime;
  while (performance.now() - begin < listenTime) {
    if (isQuiet()) {
      // Timers come before connections are read: what came while this thread had no processor is not seen yet.
      await turn();
      await turn();
      if (isQuiet()) break;
    }
    await wait(quietTime / 3);
  }
  const late = setTimeout(() => server.closeAllConnections(), finishTime);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(late);
}
