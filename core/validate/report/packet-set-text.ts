/** Packets that change, in words. */

import type { PacketSet } from '../compare/packet-set.ts';

const mostNamed = 3;

/** The first entries of a list, and how many there are besides. */
const some = (list: readonly string[]): string =>
  list.length <= mostNamed + 1
    ? list.join(', ')
    : `${list.slice(0, mostNamed).join(', ')} and ${list.length - mostNamed} more`;

/** "inbound TCP 22 from 203.0.113.0/24 to 10.0.1.0/27" */
export function wordsOf(set: PacketSet): string {
  const isInbound = set.direction === 'INBOUND';
  const far =
    set.tags.length > 0 ? set.tags : isInbound ? set.sourcePrefixes : set.destinationPrefixes;
  const near = isInbound ? set.destinationPrefixes : set.sourcePrefixes;
  const [source, destination] = isInbound ? [far, near] : [near, far];
  const protocol = set.protocols.join() === 'ANY' ? 'any protocol' : set.protocols.join(', ');
  const ports = set.destinationPorts.join() === '*' ? '' : ` ${some(set.destinationPorts)}`;
  const from = set.sourcePorts.join() === '*' ? '' : ` (source ports ${some(set.sourcePorts)})`;
  return `${set.direction.toLowerCase()} ${protocol}${ports} from ${some(source)}${from} to ${some(destination)}`;
}

export function reasonOf(set: PacketSet, word: string): string {
  const [before, after] = [some(set.decidedBefore), some(set.decidedAfter)];
  const example = `for example ${set.example}`;
  if (word === 'opened') return `denied by ${before}, now allowed by ${after}; ${example}`;
  if (word === 'closed') return `allowed by ${before}, now denied by ${after}; ${example}`;
  return `decided by ${before} before, by ${after} after; it depends on ${some(set.conditions)}; ${example}`;
}

export const needsOf = ({ portRules }: PacketSet): string[] =>
  portRules.length === 0 ? [] : [`in the port table: ${some(portRules.map(({ title }) => title))}`];
