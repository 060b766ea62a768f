/**
 * The packets that one filter lets pass and another stops, exactly, as disjoint boxes. A packet has a direction, a
 * protocol, both addresses and both ports; the instance's end is its subnet, the far end is any IPv4 address.
 */

import { denyAllRule } from '../security-rule.ts';
import { equals, type IntervalSet, subtract, union } from '../sets/interval-set.ts';
import { type ChangedPackets, mergedPackets } from './changed-packets.ts';
import { changedBoxes } from './changed-rules.ts';
import { type Beyond, type Difference, differenceOf } from './difference.ts';
import { type Deciding, nearAddresses, type PacketFilter, stop } from './filter-element.ts';
import { type Decision, decisionsOn, walkOf } from './first-match.ts';
import type { Numbering } from './numbering.ts';
import {
  type Direction,
  everyPacket,
  FilterReader,
  type Match,
  movedTo,
  type Protocol,
  protocols,
  takesWholeEnds,
} from './packet-filter.ts';

/** Real groups need some thousand comparisons; hostile ones could need millions. */
const mostComparisons = 2_000_000;

export class TooManyParts extends Error {}

/** What several comparisons share: what is left to spend, and what is read. */
export class Comparisons {
  readonly reader: FilterReader = new FilterReader();
  #left = mostComparisons;

  /** Throws TooManyParts once all are spent. */
  readonly spend = (count: number): void => {
    this.#left -= count;
    if (this.#left < 0) throw new TooManyParts();
  };
}

/**
 * Throws TooManyParts if the rules divide the packets into more parts than can be compared. `beyond` says what packets
 * count as that go to something the input does not contain.
 */
export function compareFilters(
  before: PacketFilter,
  after: PacketFilter,
  beyond: Beyond = 'PASSES',
  { spend, reader } = new Comparisons(),
): ChangedPackets[] {
  const { numbering } = reader;
  const changed = (['INBOUND', 'OUTBOUND'] as const).flatMap((direction) => {
    const both = matchesOfBoth(before, after, direction, reader);
    return groupsOfProtocols([...both.old, ...both.now]).flatMap((group) =>
      changesIn(ofProtocol(both, group[0]), direction, beyond, spend).map((one) => ({
        ...one,
        protocols: group,
      })),
    );
  });
  return mergedPackets(changed, numbering);
}

/** Protocols that no rule names share a group: the rules treat them alike. */
function groupsOfProtocols(matches: readonly Match[]): Protocol[][] {
  const named = new Set(matches.map(({ rule }) => rule.protocol));
  const others = protocols.filter((protocol) => !named.has(protocol));
  return [
    ...protocols.filter((protocol) => named.has(protocol)).map((protocol) => [protocol]),
    ...(others.length > 0 ? [others] : []),
  ];
}

interface Both {
  readonly old: readonly Match[];
  readonly now: readonly Match[];
  readonly near: IntervalSet;
  /** False where the instance may have only some of the near addresses, and nobody knows which. */
  readonly isSubnetKnown: boolean;
}

function ofProtocol({ old, now, ...both }: Both, protocol: Protocol | undefined): Both {
  const matched = (matches: readonly Match[]) =>
    matches.filter(({ rule }) => [undefined, 'ANY', protocol].includes(rule.protocol));
  return { ...both, old: matched(old), now: matched(now) };
}

type Part = Omit<ChangedPackets, 'protocols'>;

function changesIn(
  { old, now, near, isSubnetKnown }: Both,
  direction: Direction,
  beyond: Beyond,
  spend: (comparisons: number) => void,
): Part[] {
  const everything = everyPacket(near);
  if (!everything) return [];
  const [oldWalk, newWalk] = [walkOf(old), walkOf(now)];
  return changedBoxes(old, now, everything).flatMap((box) =>
    decisionsOn(box, oldWalk, spend).flatMap((earlier) =>
      decisionsOn(earlier.box, newWalk, spend).flatMap((later) => {
        const difference = differenceOf(earlier, later, beyond);
        if (!difference) return [];
        const part = partOf(difference, direction, earlier, later);
        const isElsewhere = !isSubnetKnown && !equals(part.near, near);
        return [isElsewhere ? leftOpen(part) : part];
      }),
    ),
  );
}

/** What both take of the same packets. */
function matchesOfBoth(
  before: PacketFilter,
  after: PacketFilter,
  direction: Direction,
  reader: FilterReader,
): Both {
  const { numbering } = reader;
  const isSubnetKnown = [before, after].every(({ network }) => network.subnet !== undefined);
  const [oldNear, newNear] = nearOfBoth(before, after, isSubnetKnown);
  const read = (filter: PacketFilter, near: IntervalSet) =>
    reader.matchesOf(filter, direction, near);
  const old = read(before, oldNear);
  const now = read(after, newNear);
  if (equals(oldNear, newNear)) return { old, now, near: newNear, isSubnetKnown };
  if (takesWholeEnds(old, oldNear) && takesWholeEnds(now, newNear)) {
    // The subnet has other addresses, and no rule cares which.
    return { old: movedTo(newNear, old, numbering), now, near: newNear, isSubnetKnown };
  }
  const near = union(oldNear, newNear);
  return {
    old: [...outside(near, oldNear, numbering), ...read(before, near)],
    now: [...outside(near, newNear, numbering), ...read(after, near)],
    near,
    isSubnetKnown,
  };
}

/** A subnet that is known on one side alone, or on none, may be anywhere in what either side leaves open. */
function nearOfBoth(
  before: PacketFilter,
  after: PacketFilter,
  isSubnetKnown: boolean,
): readonly [IntervalSet, IntervalSet] {
  const [old, now] = [nearAddresses(before), nearAddresses(after)];
  if (isSubnetKnown) return [old, now];
  const near = union(old, now);
  return [near, near];
}

/** Addresses that the subnet does not have carry nothing. */
function outside(near: IntervalSet, own: IntervalSet, numbering: Numbering): Match[] {
  const rest = everyPacket(subtract(near, own));
  if (!rest) return [];
  const rule = { ...denyAllRule('INBOUND'), name: 'outside of the subnet' };
  const key = `outside ${numbering.ofSet(rest.local.line)}`;
  const element = 'outside';
  return [{ element, rule, action: stop, sure: rest, maybe: rest, condition: '', words: '', key }];
}

function partOf(
  { change, mayClose }: Difference,
  direction: Direction,
  before: Decision,
  after: Decision,
): Part {
  const { local, remote, ports, sourcePorts } = after.box;
  const conditions = [
    ...[...before.doubts, ...after.doubts].flatMap(({ words }) => words),
    ...before.beyond,
    ...after.beyond,
  ];
  return {
    change,
    mayClose,
    direction,
    near: local.line,
    far: remote.line,
    sourcePorts,
    destinationPorts: ports,
    before: decidingIn(before),
    after: decidingIn(after),
    conditions: change === 'UNDECIDED' ? [...new Set(conditions)] : [],
  };
}

const leftOpen = (part: Part): Part => ({
  ...part,
  change: 'UNDECIDED',
  conditions: [...part.conditions, 'the addresses of the subnet'],
});

/** The rules that decide, or may; those without a name are no rules of the input. */
function decidingIn({ doubts, by }: Decision): Deciding[] {
  const named = [...doubts.flatMap((doubt) => doubt.by), ...by].filter(({ rule }) => rule.name);
  return [...new Map(named.map(({ element, rule }) => [rule, { element, rule }])).values()];
}
