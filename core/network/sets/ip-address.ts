/** IP addresses of both families, and whether a prefix holds one. */

import { formatAddress, parseAddress } from './ipv4.ts';

/** An IP address of either family. */
export interface IpAddress {
  /** In its shortest usual spelling. */
  readonly text: string;
  readonly family: 4 | 6;
  readonly number: bigint;
}

/** By way of the shortest spelling that URL gives an IPv6 address. */
function readIpv6(text: string): IpAddress | undefined {
  if (!/^[\da-f:.]*:[\da-f:.]*$/i.test(text) || !URL.canParse(`http://[${text}]`)) return undefined;
  const shortest = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [head = '', tail] = shortest.split('::');
  const groups = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(8 - groups.length - last.length).fill('0');
  const number = [...groups, ...zeros, ...last].reduce(
    (sum, group) => sum * 65536n + BigInt(`0x${group}`),
    0n,
  );
  return { text: shortest, family: 6, number };
}

/** Undefined if the text is not an address. */
export function readIpAddress(text: string): IpAddress | undefined {
  const number = parseAddress(text);
  if (number === undefined) return readIpv6(text);
  return { text: formatAddress(number), family: 4, number: BigInt(number) };
}

export interface ReadPrefix {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly hostBits: bigint;
}

/** `prefix` must be valid. */
export function readPrefix(prefix: string): ReadPrefix {
  const [text = '', length] = prefix.split('/');
  const first = readIpAddress(text);
  if (first === undefined) throw new TypeError(`not an address prefix: ${prefix}`);
  const bits = first.family === 4 ? 32 : 128;
  const { family, number } = first;
  return { family, first: number, hostBits: BigInt(bits - Number(length ?? bits)) };
}

export const isInPrefix = ({ family, number }: IpAddress, prefix: ReadPrefix): boolean =>
  family === prefix.family && number >> prefix.hostBits === prefix.first >> prefix.hostBits;
