/** What somebody wants explained: a packet or a security rule, read from a text. */

import { InputError } from '../../input-error.ts';
import { isSameName, nearestOf } from '../../nearest.ts';
import { parseAddress } from '../../network/sets/ipv4.ts';

export const packetProtocols = ['TCP', 'UDP', 'ICMP', 'ESP', 'AH'] as const;
export type PacketProtocol = (typeof packetProtocols)[number];

/** An address as a number, the subnet of the instance, or the name of a service tag. */
export type PacketEnd =
  | { readonly kind: 'address'; readonly address: number }
  | { readonly kind: 'subnet' }
  | { readonly kind: 'tag'; readonly name: string };

export interface PacketSubject {
  readonly kind: 'packet';
  readonly protocol: PacketProtocol;
  readonly source: PacketEnd;
  readonly destination: PacketEnd;
  /** Undefined for any port from which clients connect. */
  readonly sourcePort: number | undefined;
  /** Undefined for protocols without ports. */
  readonly destinationPort: number | undefined;
}

export interface RuleSubject {
  readonly kind: 'rule';
  readonly name: string;
}

export type WhySubject = PacketSubject | RuleSubject;

const forms = ['tcp 10.0.1.4 -> 13.69.104.0:1433', 'rule:NAME'];

/**
 * Reads `tcp 10.0.1.4 -> 13.69.104.0:1433` or `rule:DenySql`. Packets may be written as reports write them, too, with
 * the protocol at the end. Throws InputError.
 */
export function readWhySubject(text: string): WhySubject {
  const [, name] = /^\s*rule:\s*(.*?)\s*$/is.exec(text) ?? [];
  if (name !== undefined) {
    if (name === '') throw refused('the name of the rule is missing', text);
    return { kind: 'rule', name };
  }
  const [before = '', after, ...more] = text.split(/->|→/);
  if (after === undefined || more.length > 0) {
    throw refused('this is neither a packet nor a rule', text);
  }
  const start = /^\s*([a-z]+)\s+(.*?)\s*$/is.exec(before);
  const end = /^\s*(.*?)\s+([a-z]+)(?:\/(\d+))?\s*$/is.exec(after);
  const isFirst = start !== null && isProtocolLike(start[1] ?? '');
  const protocol = protocolOf(isFirst ? start[1] : end?.[2], text);
  const source = readEnd(isFirst ? (start[2] ?? '') : before, text);
  const destination = readEnd(isFirst ? after : (end?.[1] ?? ''), text);
  const port = isFirst || end?.[3] === undefined ? destination.port : portOf(end[3], text);
  const hasPorts = protocol === 'TCP' || protocol === 'UDP';
  if (hasPorts && port === undefined) throw refused('the destination port is missing', text);
  if (!hasPorts && (port ?? source.port) !== undefined) {
    throw refused(`${protocol} has no ports`, text);
  }
  return {
    kind: 'packet',
    protocol,
    source: source.end,
    destination: destination.end,
    sourcePort: source.port,
    destinationPort: port,
  };
}

const isProtocolLike = (word: string) =>
  packetProtocols.some((one) => isSameName(one, word)) || word.toLowerCase() === 'any';

function protocolOf(word: string | undefined, text: string): PacketProtocol {
  const protocol = packetProtocols.find((one) => isSameName(one, word ?? ''));
  if (protocol) return protocol;
  throw new InputError('the protocol of the packet is missing or not known', {
    path: ['why'],
    given: text,
    accepted: packetProtocols,
    nearest: nearestOf(word ?? '', packetProtocols),
  });
}

interface ReadEnd {
  readonly end: PacketEnd;
  readonly port: number | undefined;
}

function readEnd(written: string, text: string): ReadEnd {
  const [, name = '', port] = /^\s*([^:]*?)\s*(?::\s*([^:\s]*))?\s*$/.exec(written) ?? [];
  return { end: endOf(name, text), port: port === undefined ? undefined : portOf(port, text) };
}

function endOf(name: string, text: string): PacketEnd {
  if (/^(?:the )?subnet$/i.test(name)) return { kind: 'subnet' };
  const address = parseAddress(name);
  if (address !== undefined) return { kind: 'address', address };
  if (/^[a-z][\w.]*$/i.test(name)) return { kind: 'tag', name };
  throw new InputError('an end of the packet cannot be read', {
    path: ['why'],
    given: name === '' ? text : name,
    expected: ['an IPv4 address', 'subnet', 'a service tag'],
  });
}

function portOf(digits: string, text: string): number {
  if (/^\d{1,5}$/.test(digits) && Number(digits) <= 65_535) return Number(digits);
  throw refused(`"${digits}" is not a port`, text);
}

const refused = (reason: string, given: string): InputError =>
  new InputError(reason, { path: ['why'], given, expected: forms });
