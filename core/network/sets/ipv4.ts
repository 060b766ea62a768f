/** IPv4 addresses and prefixes as numbers and interval sets. */

import { fromIntervals, type IntervalSet, interval, subtract, union } from './interval-set.ts';

export const highestAddress = 2 ** 32 - 1;
export const everyAddress: IntervalSet = interval(0, highestAddress);

/** As far from the digits as characters are. */
const dot = '.'.charCodeAt(0) - 48;

/** The number of a dotted address that the text has before `end`, or undefined where it has none. */
export function parseAddress(text: string, end: number = text.length): number | undefined {
  let address = 0;
  let dots = 0;
  let part: number | undefined;
  for (let i = 0; i < end; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      // A zero in front would be read as octal elsewhere.
      if (part === 0) return undefined;
      part = (part ?? 0) * 10 + digit;
      if (part > 255) return undefined;
    } else {
      if (digit !== dot || part === undefined || dots === 3) return undefined;
      address = address * 256 + part;
      part = undefined;
      dots += 1;
    }
  }
  return part === undefined || dots < 3 ? undefined : address * 256 + part;
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

export type ParsedPrefix =
  | {
      readonly kind: 'prefix';
      readonly first: number;
      readonly last: number;
      readonly length: number;
    }
  | { readonly kind: 'host-bits-set'; readonly canonical: string }
  | { readonly kind: 'malformed' };

const prefixLengths = new Map(Array.from({ length: 33 }, (_, length) => [`${length}`, length]));

/** Reads 10.0.0.0/24 or a single address; Azure refuses a prefix whose host bits are set. */
export function parsePrefix(text: string): ParsedPrefix {
  const slash = text.indexOf('/');
  const address = parseAddress(text, slash < 0 ? text.length : slash);
  const length = slash < 0 ? 32 : prefixLengths.get(text.slice(slash + 1));
  if (address === undefined || length === undefined) return { kind: 'malformed' };
  const count = 2 ** (32 - length);
  const first = Math.floor(address / count) * count;
  if (first !== address) {
    return { kind: 'host-bits-set', canonical: `${formatAddress(first)}/${length}` };
  }
  return { kind: 'prefix', first, last: first + count - 1, length };
}

/** The set of prefixes that are known to be well-formed. */
export function prefixSet(...prefixes: readonly string[]): IntervalSet {
  return fromIntervals(
    prefixes.map((text) => {
      const prefix = parsePrefix(text);
      if (prefix.kind !== 'prefix') throw new TypeError(`not an IPv4 prefix: ${text}`);
      return [prefix.first, prefix.last] as const;
    }),
  );
}

/** Without those of IPv6, which a network of both families has, too. */
export const ipv4Of = (prefixes: readonly string[]): string[] =>
  prefixes.filter((text) => !looksLikeIpv6(text));

/** Loose test for IPv6 text: enough to set it apart from service tags, which hold no colon. */
export function looksLikeIpv6(text: string): boolean {
  return text.includes(':') && /^[0-9a-f:.]*(\/\d{1,3})?$/i.test(text);
}

/** The fewest prefixes that make up the set, in address order; at most `limit` of them. */
export function toPrefixes(set: IntervalSet, limit = Number.POSITIVE_INFINITY): string[] {
  const prefixes: string[] = [];
  for (let i = 0; i < set.length && prefixes.length < limit; i += 2) {
    let first = set[i] as number;
    const last = set[i + 1] as number;
    while (first <= last && prefixes.length < limit) {
      let length = 32;
      while (length > 0) {
        const count = 2 ** (32 - (length - 1));
        if (first % count !== 0 || first + count - 1 > last) break;
        length -= 1;
      }
      prefixes.push(`${formatAddress(first)}/${length}`);
      first += 2 ** (32 - length);
    }
  }
  return prefixes;
}

/** The address from which load balancer probes, Azure DNS and other host services answer. */
export const hostAddress = parseAddress('168.63.129.16') as number;

/** RFC 1918 and RFC 6598: the space virtual networks are assumed to use. */
export const privateAddresses = prefixSet(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
);

/** Addresses that public traffic can come from or go to. */
export const publicAddresses = subtract(
  everyAddress,
  union(
    privateAddresses,
    prefixSet('0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3', '168.63.129.16/32'),
  ),
);
