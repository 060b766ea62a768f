/** Who sent a request, as far as limits have to tell clients apart. */

import type { IncomingMessage } from 'node:http';

/** One client of IPv6 has a whole /64 to itself, so its addresses count as one. */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  // An address of IPv4 holds a colon at most before a port.
  if (address.split(':').length < 3) return address;
  const [left = '', right] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = left === '' ? [] : left.split(':');
  const missing = right === undefined ? 0 : 8 - groups.length - right.split(':').length;
  const all = [
    ...groups,
    ...Array.from({ length: missing }, () => '0'),
    ...(right ?? '').split(':'),
  ];
  return `${all.slice(0, 4).join(':')}::/64`;
}

/** Some proxies tell the port of a connection, too, which is another for each connection. */
function withoutPort(address: string): string {
  const [, inBrackets, beforePort] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  return inBrackets ?? beforePort ?? address;
}

/**
 * The address of the connection; behind so many proxies that are trusted, the address that the outermost of them saw.
 * What stands further left in X-Forwarded-For is whatever the client wrote.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return clientOf(direct);
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join() : (header ?? '')).split(',');
  const seen = hops.at(-trustedProxies)?.trim();
  return clientOf(seen ? withoutPort(seen) : direct);
}
