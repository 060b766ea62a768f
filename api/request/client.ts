/** Who sent a request, as far as limits have to tell clients apart, and by which id. */

/** An IPv6 client may send from every address of its /64, so the whole /64 counts as one client. */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  // An address of IPv4 holds a colon at most before a port.
  if (address.split(':').length < 3) return address;
  const [left = '', right = ''] = (address.split('%', 1)[0] ?? '').split('::');
  const [first, last] = [left, right].map((text) => (text === '' ? [] : text.split(':')));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => '0');
  return `${[...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4).join(':')}::/64`;
}

/** The id of a request for its log line and its response: the one that the client sent, or a new one. */
export function requestIdOf(header: unknown): string {
  return typeof header === 'string' && /^[\w.:-]{1,64}$/.test(header)
    ? header
    : crypto.randomUUID();
}
