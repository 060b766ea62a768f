/** What became of an own flow, in sentences: which packets, which rules, one packet. */

import type { ChangedPackets } from '../../network/compare/changed-packets.ts';
import {
  type Deciding,
  nearAddresses,
  type PacketFilter,
  rulesIn,
} from '../../network/compare/filter-element.ts';
import { protocols } from '../../network/compare/packet-filter.ts';
import { hostSide } from '../../network/host-side.ts';
import { tagsOf } from '../../network/security-rule.ts';
import { equals, type IntervalSet, subtract, union } from '../../network/sets/interval-set.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { ephemeralPorts, everyPort } from '../../network/sets/ports.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import type { PacketSet } from '../compare/packet-set.ts';
import type { LocationContext } from '../location/location.ts';
import { causeOf } from './cause-in-words.ts';
import type { FlowPackets } from './own-flow-rules.ts';

/** Packets, and the same as the report has them. */
export interface Packets {
  readonly packets: ChangedPackets;
  readonly set: PacketSet;
}

/** What the words for packets need to know. */
export interface WordsOf {
  readonly filter: PacketFilter;
  /** What the flow lists, with its sides. */
  readonly sets: readonly FlowPackets[];
  readonly context: LocationContext;
}

const mostSets = 3;
const mostPrefixes = 3;

/** "inbound TCP 22 from 203.0.113.0/24 passes by rule ssh, for example 203.0.113.10:50000 -> 10.0.1.4:22 tcp" */
export function packetsInWords(all: readonly Packets[], verb: string, words: WordsOf): string {
  const shown = all
    .slice(0, mostSets)
    .map(
      ({ packets, set }) =>
        `${describePackets({ packets, set }, words)} ${causeOf(verb, inOrder(packets.before, words), words.context)}, for example ${set.example}`,
    );
  const rest = all.length - mostSets;
  return [...shown, ...(rest > 0 ? [`and ${rest} more sets of packets`] : [])].join('; ');
}

/** As the filter has them. */
const inOrder = (deciding: readonly Deciding[], { filter }: WordsOf): readonly Deciding[] => {
  const all = rulesIn(filter);
  return deciding.toSorted((a, b) => all.indexOf(a.rule) - all.indexOf(b.rule));
};

function describePackets({ packets, set }: Packets, words: WordsOf): string {
  const { direction, near, sourcePorts, destinationPorts } = packets;
  const own = direction === 'INBOUND' ? set.destinationPrefixes : set.sourcePrefixes;
  const isUsual = [everyPort, ephemeralPorts].some((ports) => equals(ports, sourcePorts));
  return [
    direction.toLowerCase(),
    packets.protocols.length === protocols.length ? 'traffic' : set.protocols.join(' and '),
    ...(equals(destinationPorts, everyPort)
      ? ['on any port']
      : [listing(set.destinationPorts, mostPrefixes)]),
    `${direction === 'INBOUND' ? 'from' : 'to'} ${farInWords(packets, set, words)}`,
    ...(equals(near, nearAddresses(words.filter))
      ? []
      : [`${direction === 'INBOUND' ? 'to' : 'from'} ${listing(own, mostPrefixes)}`]),
    ...(isUsual ? [] : [`with source ports ${listing(set.sourcePorts, mostPrefixes)}`]),
  ].join(' ');
}

/** "Internet without AzureFrontDoor.Backend" where that is what is left. */
function farInWords({ far, direction }: ChangedPackets, set: PacketSet, words: WordsOf): string {
  if (equals(far, everyAddress)) return 'any address';
  if (set.tags.length > 0) return listing(set.tags, mostPrefixes);
  const prefixes = direction === 'INBOUND' ? set.sourcePrefixes : set.destinationPrefixes;
  if (prefixes.length <= mostPrefixes) return listing(prefixes, mostPrefixes);
  const { filter, sets } = words;
  const side = hostSide(everyAddress, { ...filter.network, assume: () => {} });
  const listed: IntervalSet = union(
    ...sets.flatMap(({ terms }) => terms.map((term) => side.cover(term).sure.line)),
  );
  const wholes = [
    { name: 'any address', addresses: everyAddress },
    ...tagsOf(rulesIn(filter)).map((tag) => ({
      name: tag.name,
      addresses: side.cover({ kind: 'tag', tag }).sure.line,
    })),
  ];
  const whole = wholes.find(({ addresses }) => equals(subtract(addresses, listed), far));
  if (whole)
    return `${whole.name} without ${listing(
      sets.flatMap((one) => one.far),
      mostPrefixes,
    )}`;
  return listing(prefixes, mostPrefixes);
}

/** "it depends on whether VirtualNetwork contains the far address" */
export const conditionsInWords = (all: readonly Packets[]): string =>
  `it depends on ${listing([...new Set(all.flatMap(({ packets }) => packets.conditions))])}`;
