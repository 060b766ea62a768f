/** Who sent a request, as far as limits have to tell clients apart, and by which id. */

import { readIpAddress } from '../../core/network/sets/ip-address.ts';

/** Without the zone or the length of a prefix, which some proxies tell. */
const plainOf = (address: string): string => address.split(/[%/]/, 1)[0] ?? '';

/** An IPv6 client may send from every address of its /64, so the whole /64 counts as one client. */
export function clientOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = plainOf(address);
  const { family, number = 0n } = readIpAddress(plain) ?? {};
  return family === 6 ? `${(number >> 64n).toString(16)}/64` : plain.split(':', 4).join(':');
}

/** Some proxies tell the port of a connection, too, which is another for each connection. */
function withoutPort(address: string): string {
  const inBrackets = /^\[(.*)\](?::\d+)?$/.exec(address)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  return readIpAddress(plainOf(address)) ? address : address.replace(/:\d+$/, '');
}

/**
 * The client at the address of the connection; behind so many proxies that are trusted, at the address that the outermost of
 * them saw. Entries of X-Forwarded-For further left are whatever the client wrote.
 */
export function forwardedClient(direct = '', forwarded = '', trustedProxies = 0): string {
  const seen = trustedProxies > 0 && forwarded.split(',').at(-trustedProxies)?.trim();
  return clientOf(seen ? withoutPort(seen) : direct);
}

let requests = 0;
/** Tells the ids of this process from those of others; made at the first request, since a Worker has no randomness before. */
let processId: string | undefined;

function newId(): string {
  processId ??= crypto.randomUUID();
  requests += 1;
  return `${processId}-${requests}`;
}

/** The id of a request for its log line and its response: the one that the client sent, or a new one. */
export const requestIdOf = (header: unknown): string =>
  typeof header === 'string' && /^[\w.:-]{1,64}$/.test(header) ? header : newId();
