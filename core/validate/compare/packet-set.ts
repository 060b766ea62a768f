/** Changed packets in the words of the schema: prefixes, ports, tags, the documented rules they touch, one packet. */

import type { Direction, PortRule } from '../../../data/model.ts';
import type { ChangedPackets } from '../../network/compare/changed-packets.ts';
import { type Deciding, rulesIn } from '../../network/compare/filter-element.ts';
import { type Protocol, protocols } from '../../network/compare/packet-filter.ts';
import { hostSide } from '../../network/host-side.ts';
import { tagsOf } from '../../network/security-rule.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import {
  covers,
  equals,
  type IntervalSet,
  intersect,
  isEmpty,
  overlaps,
  size,
  union,
} from '../../network/sets/interval-set.ts';
import {
  everyAddress,
  formatAddress,
  parseAddress,
  publicAddresses,
  toPrefixes,
} from '../../network/sets/ipv4.ts';
import { ephemeralPorts, everyPort } from '../../network/sets/ports.ts';
import type { LocationFilter } from './location-filter.ts';

/** A box of packets: each of its sources to each of its destinations. */
export interface PacketSet {
  /** Programmatic name of the location's region. */
  readonly region: string;
  readonly direction: Direction;
  /** ANY for all of them. */
  readonly protocols: readonly (Protocol | 'ANY')[];
  /** CIDR. */
  readonly sourcePrefixes: readonly string[];
  /** 443 or 1024-65535; * for any. */
  readonly sourcePorts: readonly string[];
  readonly destinationPrefixes: readonly string[];
  readonly destinationPorts: readonly string[];
  /** Service tags that together are the prefixes of the far end; empty if no tags are. */
  readonly tags: readonly string[];
  /** The rules of the port table whose traffic is among the packets. */
  readonly portRules: readonly PortRule[];
  /** "10.0.1.4:50000 -> 13.69.104.0:1433 tcp" */
  readonly example: string;
  /**
   * Names of the rules and routes that decide the packets: what stops them, or in their order what lets them pass, such
   * as a security rule, a route to a firewall, and a rule of the firewall.
   */
  readonly decidedBefore: readonly string[];
  readonly decidedAfter: readonly string[];
  /** What it depends on whether these packets change; empty where they certainly do. */
  readonly conditions: readonly string[];
}

/** Both filters are those of one location. */
export function packetSetsOf(
  changes: readonly ChangedPackets[],
  before: LocationFilter,
  after: LocationFilter,
): PacketSet[] {
  const filters = [before, after];
  const side = farSideOf(after);
  const named = [
    ...new Set([
      ...filters.flatMap(({ filter }) => (filter ? tagsOf(rulesIn(filter)) : [])),
      ...filters.flatMap(({ flows }) => flows.flatMap(({ remote }) => remote)),
    ]),
  ];
  const tags = new Map(named.map((tag) => [tag.name, side(tag)]));
  return changes.map((change) => toPacketSet(change, before, after, tags));
}

/** The addresses that a tag certainly holds. */
function farSideOf({ filter }: LocationFilter): (tag: Tag) => IntervalSet {
  if (!filter) return () => [];
  const side = hostSide(everyAddress, { ...filter.network, assume: () => {} });
  return (tag) => side.cover({ kind: 'tag', tag }).sure.line;
}

function toPacketSet(
  change: ChangedPackets,
  before: LocationFilter,
  after: LocationFilter,
  tags: ReadonlyMap<string, IntervalSet>,
): PacketSet {
  const { near, far, direction } = change;
  const [source, destination] = direction === 'INBOUND' ? [far, near] : [near, far];
  return {
    region: after.region.name,
    direction,
    protocols: change.protocols.length === protocols.length ? ['ANY'] : change.protocols,
    sourcePrefixes: toPrefixes(source),
    sourcePorts: portsText(change.sourcePorts),
    destinationPrefixes: toPrefixes(destination),
    destinationPorts: portsText(change.destinationPorts),
    tags: namesOf(far, tags),
    portRules: portRulesIn(change, [before, after], tags),
    example: exampleOf(change),
    decidedBefore: namesOfRules(change.before),
    decidedAfter: namesOfRules(change.after),
    conditions: change.conditions,
  };
}

const namesOfRules = (all: readonly Deciding[]): readonly string[] => [
  ...new Set(all.map(({ rule }) => rule.name)),
];

function portsText(ports: IntervalSet): string[] {
  if (equals(ports, everyPort)) return ['*'];
  return Array.from({ length: ports.length / 2 }, (_, index) => {
    const [first, last] = ports.slice(2 * index, 2 * index + 2);
    return first === last ? `${first}` : `${first}-${last}`;
  });
}

/** The fewest tags, the largest first, whose addresses are exactly these. */
function namesOf(far: IntervalSet, tags: ReadonlyMap<string, IntervalSet>): string[] {
  const within = [...tags]
    .filter(([, set]) => !isEmpty(set) && covers(far, set))
    .toSorted(([, a], [, b]) => size(b) - size(a));
  const names: string[] = [];
  let covered: IntervalSet = [];
  for (const [name, set] of within) {
    if (covers(covered, set)) continue;
    names.push(name);
    covered = union(covered, set);
  }
  return equals(covered, far) ? names : [];
}

function portRulesIn(
  { direction, protocols: changed, far, destinationPorts }: ChangedPackets,
  filters: readonly LocationFilter[],
  tags: ReadonlyMap<string, IntervalSet>,
): PortRule[] {
  const flows = filters.flatMap((one) => one.flows);
  const touched = flows.filter(
    (flow) =>
      flow.direction === direction &&
      (flow.statement.protocol === 'ANY' || changed.includes(flow.statement.protocol)) &&
      overlaps(flow.ports, destinationPorts) &&
      flow.remote.some(({ name }) => overlaps(tags.get(name) ?? [], far)),
  );
  return [...new Set(touched.map(({ rule }) => rule))];
}

const exampleClient = parseAddress('203.0.113.10') as number;
const examplePort = 50_000;
/** Azure reserves the first four addresses of a subnet. */
const reserved = 4;

function exampleOf({ direction, near, far, protocols: changed, ...ports }: ChangedPackets): string {
  const own = pick(near, [(near[0] as number) + reserved]);
  const other = pick(far, [exampleClient, intersect(far, publicAddresses)[0]]);
  const [source, destination] = direction === 'INBOUND' ? [other, own] : [own, other];
  const from = pick(ports.sourcePorts, [
    examplePort,
    intersect(ports.sourcePorts, ephemeralPorts)[0],
  ]);
  const to = pick(ports.destinationPorts, []);
  const protocol = (changed[0] as Protocol).toLowerCase();
  return `${formatAddress(source)}:${from} -> ${formatAddress(destination)}:${to} ${protocol}`;
}

/** The first of the wished values that the set holds, or its lowest. */
const pick = (set: IntervalSet, wishes: readonly (number | undefined)[]): number =>
  wishes.find((wish) => wish !== undefined && covers(set, [wish, wish])) ?? (set[0] as number);
