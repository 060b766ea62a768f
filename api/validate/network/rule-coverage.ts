/**
 * Rules all of whose packets are decided by rules before them: the first match of the overview of network security
 * groups, turned from flows to rules. A rule's own match set, far end by far end, is what the earlier rules are
 * taken from; only what they cover for certain counts, so that a missing weekly file or address space leaves a rule
 * unmentioned and never wrongly accused.
 */

import { type AddressPart, nothing, partOf, unionOfParts } from './address-part.ts';
import { coverAll, type KnownNetwork, localSide, remoteSide } from './address-space.ts';
import { type AddressTerm, isEverything } from './address-term.ts';
import { type Box, box, boxesMeet, difference, holdsBox } from './box.ts';
import { covers, empty, type IntervalSet, intersect, subtract, union } from './interval-set.ts';
import { everyAddress, hostAddress, privateAddresses, publicAddresses } from './ipv4.ts';
import { everyPort } from './ports.ts';
import type { SecurityRule } from './security-rule.ts';
import { isServiceTag } from './service-tag-atoms.ts';
import { platformTags, type Tag } from './service-tags.ts';

export interface ShadowedRule {
  readonly rule: SecurityRule;
  /** The earlier rules that decide its packets. */
  readonly by: readonly SecurityRule[];
  /** True where the earlier rules do with all of its packets what it would do. */
  readonly isRedundant: boolean;
}

/** Pieces into which one rule is cut at most before it is left unmentioned. */
const mostPieces = 4000;

/** `rules` are custom rules in priority order. */
export function findShadowed(
  rules: readonly SecurityRule[],
  network: KnownNetwork,
): ShadowedRule[] {
  const farEnds = farEndsOf(rules, network);
  const matchable = rules.map((rule) => ({ rule, near: nearEndOf(rule, network) }));
  return matchable.flatMap(({ rule, near }, index) => {
    if (!isJudged(rule)) return [];
    const earlier = matchable.slice(0, index).filter(({ rule: other }) => precedes(other, rule));
    const takers = new Set<SecurityRule>();
    const alike = new Set<SecurityRule>();
    let isRedundant = true;
    let isMatched = false;
    for (const farEnd of remoteTerms(rule).flatMap(farEnds)) {
      const whole = box(
        farEnd.all,
        near.maybe,
        rule.destinationPorts ?? everyPort,
        rule.sourcePorts ?? everyPort,
      );
      if (!whole) continue;
      isMatched = true;
      const cover = (candidates: typeof earlier) =>
        takersOf(
          whole,
          candidates.flatMap(({ rule: other, near: { sure } }) => {
            const taken = box(
              farEnd.surely(other),
              sure,
              other.destinationPorts ?? empty,
              other.sourcePorts ?? empty,
            );
            return taken && boxesMeet(taken, whole) ? [{ rule: other, taken }] : [];
          }),
        );
      const all = cover(earlier);
      if (!all) return [];
      for (const taker of all) takers.add(taker);
      const isSame = (other: SecurityRule) => other.access === rule.access;
      const same = all.every(isSame) ? all : cover(earlier.filter((one) => isSame(one.rule)));
      const isUndone = !all.some(isSame);
      if (!same || isUndone) isRedundant = false;
      for (const taker of same ?? []) alike.add(taker);
    }
    return isMatched ? [{ rule, by: [...(isRedundant ? alike : takers)], isRedundant }] : [];
  });
}

const remoteTerms = (rule: SecurityRule) =>
  rule.direction === 'INBOUND' ? rule.source : rule.destination;

/** IPv6 is not evaluated, and traffic to the host's own services passes unless a rule names their tags. */
function isJudged(rule: SecurityRule): boolean {
  return (
    rule.path !== '' &&
    rule.direction !== undefined &&
    rule.priority !== undefined &&
    rule.access !== undefined &&
    [...rule.source, ...rule.destination].every(
      (term) => term.kind !== 'ipv6' && !(term.kind === 'tag' && isHostService(term.tag)),
    )
  );
}

const isHostService = ({ name }: Tag) =>
  platformTags.includes(name) && name.startsWith('AzurePlatform');

function precedes(other: SecurityRule, rule: SecurityRule): boolean {
  return (
    other.direction === rule.direction &&
    other.priority !== undefined &&
    other.priority < (rule.priority ?? 0) &&
    other.access !== undefined &&
    other.protocol !== undefined &&
    (other.protocol === 'ANY' || other.protocol === rule.protocol)
  );
}

/** The subnet; where it was not given, whatever it may be. */
function nearEndOf(rule: SecurityRule, network: KnownNetwork) {
  const subnet = network.subnet ?? network.virtualNetwork ?? everyAddress;
  const side = localSide({ ...network, subnet, assume: () => {} });
  return coverAll(side, rule.direction === 'INBOUND' ? rule.destination : rule.source);
}

interface FarEnd {
  readonly all: AddressPart;
  /** What of it a rule covers for certain. */
  surely(rule: SecurityRule): AddressPart;
}

function farEndsOf(rules: readonly SecurityRule[], network: KnownNetwork) {
  const facts = { ...network, assume: () => {} };
  const tags = rules
    .flatMap(({ source, destination }) => [...source, ...destination])
    .flatMap((term) => (term.kind === 'tag' ? [term.tag] : []));
  const known = new Map<string, FarEnd[]>();
  const named = (name: string): FarEnd => {
    const side = remoteSide([network.tags.find(name) as Tag], tags, facts);
    const covered = new Map<SecurityRule, AddressPart>();
    return {
      all: side.all,
      surely(rule) {
        const sure = covered.get(rule) ?? coverAll(side, remoteTerms(rule)).sure;
        covered.set(rule, sure);
        return sure;
      },
    };
  };
  const newFarEnds = (name: string) => {
    if (name === '*') return [numbered(everyAddress, network)];
    // The tag holds the virtual address of the host too.
    return name === 'VirtualNetwork' ? [named(name), named('AzureLoadBalancer')] : [named(name)];
  };
  return (term: AddressTerm): FarEnd[] => {
    if (term.kind === 'addresses' && !isEverything(term)) {
      return [numbered(term.addresses, network)];
    }
    const name = nameOf(term);
    const farEnds = known.get(name) ?? newFarEnds(name);
    known.set(name, farEnds);
    return farEnds;
  };
}

/** A name for far ends that rules share; one that is not known may be anything. */
function nameOf(term: AddressTerm): string {
  if (term.kind === 'tag') return term.tag.name;
  return term.kind === 'application-security-group' ? 'VirtualNetwork' : '*';
}

function numbered(line: IntervalSet, network: KnownNetwork): FarEnd {
  const all = partOf(line);
  const covered = (term: AddressTerm): AddressPart => {
    if (isEverything(term)) return all;
    if (term.kind === 'addresses') return partOf(intersect(line, term.addresses));
    return term.kind === 'tag'
      ? partOf(intersect(line, certainAddresses(term.tag, network)))
      : nothing;
  };
  return {
    all,
    surely: (rule) => remoteTerms(rule).map(covered).reduce(unionOfParts, nothing),
  };
}

function certainAddresses(tag: Tag, { subnet = empty, virtualNetwork }: KnownNetwork): IntervalSet {
  const host: IntervalSet = [hostAddress, hostAddress];
  const inside = union(subnet, virtualNetwork ?? empty);
  switch (tag.name) {
    case 'VirtualNetwork':
      return union(inside, host);
    case 'AzureLoadBalancer':
      return host;
    case 'Internet':
      // A network with public addresses may have more of them than are known.
      return virtualNetwork || covers(privateAddresses, subnet)
        ? subtract(publicAddresses, inside)
        : empty;
    default:
      return isServiceTag(tag) ? (tag.addresses ?? empty) : empty;
  }
}

interface Candidate {
  readonly rule: SecurityRule;
  readonly taken: Box;
}

/** The candidates that take the packets, each its part as first match has it; undefined where some are left. */
function takersOf(whole: Box, candidates: readonly Candidate[]): SecurityRule[] | undefined {
  const last = candidates.findIndex(({ taken }) => holdsBox(taken, whole));
  const cut = last < 0 ? candidates : candidates.slice(0, last + 1);
  const takers = new Set<SecurityRule>();
  const open = [{ piece: whole, from: 0 }];
  for (let pieces = 0; ; pieces += 1) {
    const next = open.pop();
    if (!next) return cut.map(({ rule }) => rule).filter((rule) => takers.has(rule));
    let index = next.from;
    while (index < cut.length && !boxesMeet((cut[index] as Candidate).taken, next.piece)) {
      index += 1;
    }
    const candidate = cut[index];
    if (!candidate || pieces > mostPieces) {
      return last < 0 ? undefined : [(cut[last] as Candidate).rule];
    }
    takers.add(candidate.rule);
    for (const piece of difference(next.piece, candidate.taken)) {
      open.push({ piece, from: index + 1 });
    }
  }
}
