/**
 * The packets that one security group allows and another denies, exactly, as disjoint boxes. A packet has a direction, a
 * protocol, both addresses and both ports; the instance's end is its subnet, the far end is any IPv4 address.
 */

import { denyAllRule } from '../security-rule.ts';
import { equals, type IntervalSet, subtract, union } from '../sets/interval-set.ts';
import { type ChangedPackets, mergedPackets } from './changed-packets.ts';
import { changedBoxes } from './changed-rules.ts';
import { type Change, changeBetween, type Decision, decisionsOn } from './first-match.ts';
import {
  type Direction,
  everyPacket,
  type Match,
  matchesOf,
  movedTo,
  Numbering,
  nearAddresses,
  type PacketFilter,
  type Protocol,
  protocols,
  takesWholeEnds,
} from './packet-filter.ts';

/** Real groups need some thousand comparisons; hostile ones could need millions. */
const mostComparisons = 2_000_000;

export class TooManyParts extends Error {}

/** Throws TooManyParts if the rules divide the packets into more parts than can be compared. */
export function compareFilters(before: PacketFilter, after: PacketFilter): ChangedPackets[] {
  let comparisons = 0;
  const spend = (count: number) => {
    comparisons += count;
    if (comparisons > mostComparisons) throw new TooManyParts();
  };
  const numbering = new Numbering();
  const changed = (['INBOUND', 'OUTBOUND'] as const).flatMap((direction) => {
    const both = matchesOfBoth(before, after, direction, numbering);
    return groupsOfProtocols([...both.old, ...both.now]).flatMap((group) =>
      changesIn(ofProtocol(both, group[0]), direction, spend).map((one) => ({
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
}

function ofProtocol({ old, now, near }: Both, protocol: Protocol | undefined): Both {
  const matched = (matches: readonly Match[]) =>
    matches.filter(({ rule }) => [undefined, 'ANY', protocol].includes(rule.protocol));
  return { old: matched(old), now: matched(now), near };
}

type Part = Omit<ChangedPackets, 'protocols'>;

function changesIn(
  { old, now, near }: Both,
  direction: Direction,
  spend: (comparisons: number) => void,
): Part[] {
  const everything = everyPacket(near);
  if (!everything) return [];
  return changedBoxes(old, now, everything).flatMap((box) =>
    decisionsOn(box, old, spend).flatMap((earlier) =>
      decisionsOn(earlier.box, now, spend).flatMap((later) => {
        const change = changeBetween(earlier, later);
        return change ? [partOf(change, direction, earlier, later)] : [];
      }),
    ),
  );
}

/** What both take of the same packets. */
function matchesOfBoth(
  before: PacketFilter,
  after: PacketFilter,
  direction: Direction,
  numbering: Numbering,
): Both {
  const [oldNear, newNear] = [nearAddresses(before.network), nearAddresses(after.network)];
  const read = (filter: PacketFilter, near: IntervalSet) =>
    matchesOf(filter, direction, near, numbering);
  const old = read(before, oldNear);
  const now = read(after, newNear);
  if (equals(oldNear, newNear)) return { old, now, near: newNear };
  if (takesWholeEnds(old, oldNear) && takesWholeEnds(now, newNear)) {
    // The subnet has other addresses, and no rule cares which.
    return { old: movedTo(newNear, old, numbering), now, near: newNear };
  }
  const near = union(oldNear, newNear);
  return {
    old: [...outside(near, oldNear, numbering), ...read(before, near)],
    now: [...outside(near, newNear, numbering), ...read(after, near)],
    near,
  };
}

/** Addresses that the subnet does not have carry nothing. */
function outside(near: IntervalSet, own: IntervalSet, numbering: Numbering): Match[] {
  const rest = everyPacket(subtract(near, own));
  if (!rest) return [];
  const rule = { ...denyAllRule('INBOUND'), name: 'outside of the subnet' };
  const key = `outside ${numbering.ofSet(rest.local.line)}`;
  return [{ rule, sure: rest, maybe: rest, condition: '', words: '', key }];
}

function partOf(change: Change, direction: Direction, before: Decision, after: Decision): Part {
  const { local, remote, ports, sourcePorts } = after.box;
  const conditions = [...before.doubts, ...after.doubts].map(({ words }) => words);
  return {
    change,
    direction,
    near: local.line,
    far: remote.line,
    sourcePorts,
    destinationPorts: ports,
    before: namesOf(before),
    after: namesOf(after),
    conditions: change === 'UNDECIDED' ? [...new Set(conditions)] : [],
  };
}

const namesOf = ({ doubts, rule }: Decision): string[] => [
  ...new Set([...doubts.map((doubt) => doubt.rule.name), rule.name]),
];
