/** One entry of a security rule's source or destination: its meaning, or why Azure refuses it. */

import { closest, distance } from 'fastest-levenshtein';
import type { ServiceTagIndex, Tag } from './service-tags/service-tags.ts';
import type { IntervalSet } from './sets/interval-set.ts';
import { everyAddress, looksLikeIpv6, parseAddress, parsePrefix } from './sets/ipv4.ts';

export type AddressTerm =
  | { readonly kind: 'any' }
  | { readonly kind: 'addresses'; readonly addresses: IntervalSet }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'ipv6' }
  /** Members are network interfaces of virtual machines in the same virtual network. */
  | { readonly kind: 'application-security-group'; readonly names: readonly string[] }
  /** A template expression, or a value known only after deployment. */
  | { readonly kind: 'unresolved'; readonly text: string };

/** What Azure refuses, and why. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly problem: string;
}

const anyAddress: AddressTerm = { kind: 'any' };

/** Template expressions ([parameters('x')]) stand for a value that is not in the text. */
export function isExpression(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.startsWith('[[');
}

export function readAddress(text: string, tags: ServiceTagIndex): AddressTerm | Unreadable {
  const term = readTerm(text, tags);
  if (term) return term;
  const numbered = parsePrefix(text);
  if (numbered?.kind === 'host-bits-set') {
    return unreadable(`"${text}" has host bits set; the prefix is ${numbered.canonical}`);
  }
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return unreadable(
    `"${shown}" is neither *, an address prefix nor a service tag${hint(text, tags)}`,
  );
}

/** Undefined for what Azure refuses, without the reason. */
export function readTerm(text: string, tags: ServiceTagIndex): AddressTerm | undefined {
  if (text === '*') return anyAddress;
  if (isExpression(text)) return { kind: 'unresolved', text };
  // A text that begins with a digit is almost always a prefix, and no tag is named like one.
  const numbered = text >= '0' && text < ':' ? parsePrefix(text) : undefined;
  if (numbered?.kind === 'prefix') return addressTerm(numbered.first, numbered.last);
  const tag = tags.find(text);
  if (tag) return { kind: 'tag', tag };
  if (looksLikeIpv6(text)) return { kind: 'ipv6' };
  if (numbered?.kind === 'host-bits-set') return undefined;
  const range = parseRange(text);
  return range && { kind: 'addresses', addresses: range };
}

function parseRange(text: string): IntervalSet | undefined {
  const [first, last] = text.split('-').map((part) => parseAddress(part.trim()));
  return first !== undefined && last !== undefined && first <= last ? [first, last] : undefined;
}

/** The set of 10.0.0.0/24, 10.0.0.4 or 10.0.0.4-10.0.0.9; undefined for any other text. */
export function parseAddresses(text: string): IntervalSet | undefined {
  const prefix = parsePrefix(text);
  return prefix.kind === 'prefix' ? [prefix.first, prefix.last] : parseRange(text);
}

const unreadable = (problem: string): Unreadable => ({ kind: 'unreadable', problem });

const addressTerm = (first: number, last: number): AddressTerm => ({
  kind: 'addresses',
  addresses: [first, last],
});

/** A name that is a service tag once the service's "Azure" is put before it, or a few letters changed. */
function hint(text: string, tags: ServiceTagIndex): string {
  if (!/^[a-z][a-z0-9 ._-]*$/i.test(text) || text.length > 80) return '';
  const key = text.toLowerCase().replace(/[\s_-]/g, '');
  const exact = tags.names.find((name) => [key, `azure${key}`].includes(name.toLowerCase()));
  const near = exact ?? closest(text, [...tags.names]);
  return exact || distance(text.toLowerCase(), near.toLowerCase()) <= 3
    ? `; did you mean ${near}?`
    : '';
}

export function isEverything(term: AddressTerm): boolean {
  return (
    term.kind === 'any' ||
    (term.kind === 'addresses' &&
      term.addresses.length === 2 &&
      term.addresses[0] === everyAddress[0] &&
      term.addresses[1] === everyAddress[1])
  );
}
