/** Who sent a request, as far as limits have to tell clients apart, and by which id. */

/** An IPv6 client may send from every address of its /64, so the whole /64 counts as one client. */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  // An address of IPv4 holds a colon at most before a port.
  if (address.split(':').length < 3) return address;
  const [left = [], right = []] = address
    .replace(/%.*/, '')
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

/** Some proxies tell the port of a connection, too, which is another for each connection. */
function withoutPort(address: string): string {
  const [, inBrackets, beforePort] = /^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/.exec(address) ?? [];
  return inBrackets ?? beforePort ?? address;
}

/**
 * The client at the address of the connection; behind so many proxies that are trusted, at the address that the outermost of
 * them saw. Entries of X-Forwarded-For further left are whatever the client wrote.
 */
export function forwardedClient(direct = '', forwarded = '', trustedProxies = 0): string {
  const seen = trustedProxies > 0 && forwarded.split(',').at(-trustedProxies)?.trim();
  return clientOf(seen ? withoutPort(seen) : direct);
}

/** The id of a request for its log line and its response: the one that the client sent, or a new one. */
export function requestIdOf(header: unknown): string {
  return typeof header === 'string' && /^[\w.:-]{1,64}$/.test(header)
    ? header
    : crypto.randomUUID();
}
