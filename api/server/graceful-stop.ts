/**
 * Stops a server without losing a request. Each response from now on has `Connection: close`, which tells the client to go
 * elsewhere, and the server goes on listening until no more requests come: a connection that is still in the system's
 * queue when a listener closes is reset.
 */

import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Traffic } from './listener.ts';

/** Without a request for this long no more are expected. All times in milliseconds. */
const quietTime = 300;
/** How long the server goes on listening at most. */
const listenTime = 2_000;
/** How long running requests may take after that. */
const finishTime = 2_500;
/** A server that gets SIGTERM has ended after this. */
export const stopTime = listenTime + finishTime;

export async function stopGracefully(server: Server, traffic: Traffic): Promise<void> {
  traffic.isLeaving = true;
  const begin = performance.now();
  while (performance.now() - begin < listenTime) {
    const quietSince = Math.max(begin, traffic.lastRequestAt);
    if (traffic.running === 0 && performance.now() - quietSince >= quietTime) break;
    await wait(quietTime / 3);
  }
  const late = setTimeout(() => server.closeAllConnections(), finishTime);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(late);
}
