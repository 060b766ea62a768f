/** The client of a request of node:http, as far as limits have to tell clients apart. */

import type { IncomingMessage } from 'node:http';
import { clientOf } from '../request/client.ts';

/** Some proxies tell the port of a connection, too, which is another for each connection. */
function withoutPort(address: string): string {
  const [, inBrackets, beforePort] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  return inBrackets ?? beforePort ?? address;
}

/**
 * The address of the connection; behind so many proxies that are trusted, the address that the outermost of them saw.
 * Entries further left in X-Forwarded-For are whatever the client wrote.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return clientOf(direct);
  const hops = [request.headers['x-forwarded-for'] ?? ''].flat().join().split(',');
  const seen = hops.at(-trustedProxies)?.trim();
  return clientOf(seen ? withoutPort(seen) : direct);
}
