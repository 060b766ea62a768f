/**
 * Rules all of whose packets are decided by rules before them: the first match of the overview of network security
 * groups, turned from flows to rules. A rule's own match set, far end by far end, is what the earlier rules are
 * taken from; only what they cover for certain counts, so that a missing weekly file or address space leaves a rule
 * unmentioned and never wrongly accused.
 */

import { remembering } from '../remembering.ts';
import { type AddressPart, type Coverage, isEmptyPart, partOf } from './address-part.ts';
import { localSide, remoteSide } from './address-space.ts';
import { type AddressTerm, isEverything } from './address-term.ts';
import { type Box, box, boxesMeet, difference, holdsBox } from './box.ts';
import { covers, empty, type IntervalSet, subtract, union } from './interval-set.ts';
import { everyAddress, hostAddress, privateAddresses, publicAddresses } from './ipv4.ts';
import { everyPort } from './ports.ts';
import { type SecurityRule, tagsOf } from './security-rule.ts';
import { platformTags, type Tag } from './service-tags.ts';
import { coverAll, type KnownNetwork, rememberedSide } from './side.ts';

export interface ShadowedRule {
  readonly rule: SecurityRule;
  /** The earlier rules that decide its packets. */
  readonly by: readonly SecurityRule[];
  /** True where the earlier rules do with all of its packets what it would do. */
  readonly isRedundant: boolean;
}

/** Comparisons of boxes that a group is worth, divided among its rules; whoever needs more is left unmentioned. */
const mostComparisons = 1_000_000;

/** `rules` are custom rules in priority order. */
export function findShadowed(
  rules: readonly SecurityRule[],
  network: KnownNetwork,
): ShadowedRule[] {
  const nearEnd = nearEndsOf(network);
  const farEnds = farEndsOf(rules, network, nearEnd);
  const share = mostComparisons / rules.length;
  return rules.flatMap((rule) => {
    if (!isJudged(rule)) return [];
    const ports = rule.destinationPorts ?? everyPort;
    const near = nearEnd(rule).maybe;
    if (isEmptyPart(near)) return [];
    const takers = new Set<SecurityRule>();
    const alike = new Set<SecurityRule>();
    let isRedundant = true;
    let isMatched = false;
    for (const farEnd of remoteTerms(rule).flatMap(farEnds)) {
      const whole = box(farEnd.all, near, ports, rule.sourcePorts ?? everyPort);
      if (!whole) continue;
      isMatched = true;
      const isSame = (other: SecurityRule) => other.access === rule.access;
      const takersAmong = (others: readonly Candidate[]) =>
        takersOf(whole, candidatesOf(rule, whole, others), share);
      const others = farEnd.takers(rule.direction);
      const all = takersAmong(others);
      if (!all) return [];
      const same = all.every(isSame)
        ? all
        : takersAmong(others.filter((other) => isSame(other.rule)));
      if (!same || !all.some(isSame)) isRedundant = false;
      for (const taker of all) takers.add(taker);
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
    !rule.isContested &&
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

/** A rule that takes all of its packets from those behind it, for certain. */
function isDeciding({ isContested, priority, access, protocol }: SecurityRule): boolean {
  return !isContested && priority !== undefined && access !== undefined && protocol !== undefined;
}

type NearEnd = (rule: SecurityRule) => Coverage;

/** The subnet; where it was not given, whatever it may be. */
function nearEndsOf(network: KnownNetwork): NearEnd {
  const subnet = network.subnet ?? network.virtualNetwork ?? everyAddress;
  const side = rememberedSide({ ...network, subnet, assume: () => {} }, localSide);
  return (rule) => coverAll(side, rule.direction === 'INBOUND' ? rule.destination : rule.source);
}

interface FarEnd {
  readonly all: AddressPart;
  /** The rules of a direction that take some packets for certain, from this far end among others. */
  takers(direction: SecurityRule['direction']): readonly Candidate[];
}

interface Candidate {
  readonly rule: SecurityRule;
  readonly taken: Box;
}

function farEndsOf(rules: readonly SecurityRule[], network: KnownNetwork, nearEnd: NearEnd) {
  const facts = { ...network, assume: () => {} };
  const tags = tagsOf(rules);
  const deciding = Map.groupBy(
    rules.filter((rule) => isDeciding(rule) && !isEmptyPart(nearEnd(rule).sure)),
    ({ direction }) => direction,
  );
  const taking = (coverage: (rule: SecurityRule) => AddressPart): FarEnd['takers'] =>
    remembering((direction) =>
      (deciding.get(direction) ?? []).flatMap((rule) => {
        const { destinationPorts = empty, sourcePorts = empty } = rule;
        const taken = box(coverage(rule), nearEnd(rule).sure, destinationPorts, sourcePorts);
        return taken ? [{ rule, taken }] : [];
      }),
    );
  const certain = remembering((name: string) => certainAddresses(name, network));
  const byNumber = taking((rule) => partOf(union(...remoteTerms(rule).map(numbersOf))));
  const numbersOf = (term: AddressTerm): IntervalSet => {
    if (isEverything(term)) return everyAddress;
    if (term.kind === 'addresses') return term.addresses;
    return term.kind === 'tag' ? certain(term.tag.name) : empty;
  };
  const numbered = (line: IntervalSet): FarEnd => ({ all: partOf(line), takers: byNumber });
  const tagged = (name: string): FarEnd => {
    const tag = network.tags.find(name) as Tag;
    const side = rememberedSide(facts, (known) => remoteSide([tag], tags, known));
    return { all: side.all, takers: taking((rule) => coverAll(side, remoteTerms(rule)).sure) };
  };
  const named = remembering((name: string) => {
    if (name === '*') return [numbered(everyAddress)];
    // The tag holds the virtual address of the host too.
    return name === 'VirtualNetwork' ? [tagged(name), tagged('AzureLoadBalancer')] : [tagged(name)];
  });
  return (term: AddressTerm): FarEnd[] =>
    term.kind === 'addresses' && !isEverything(term)
      ? [numbered(term.addresses)]
      : named(nameOf(term));
}

/** A name for far ends that rules share; one that is not known may be anything. */
function nameOf(term: AddressTerm): string {
  if (term.kind === 'tag') return term.tag.name;
  return term.kind === 'application-security-group' ? 'VirtualNetwork' : '*';
}

/** Addresses that a tag holds whatever is missing from the input. */
function certainAddresses(name: string, network: KnownNetwork): IntervalSet {
  const { tags, subnet = empty, virtualNetwork } = network;
  const inside = union(subnet, virtualNetwork ?? empty);
  switch (name) {
    case 'VirtualNetwork':
      return union(inside, [hostAddress, hostAddress]);
    case 'AzureLoadBalancer':
      return [hostAddress, hostAddress];
    case 'Internet':
      // A network with public addresses may have more of them than are known.
      return virtualNetwork || covers(privateAddresses, subnet)
        ? subtract(publicAddresses, inside)
        : empty;
    default:
      return tags.find(name)?.addresses ?? empty;
  }
}

/** The rules before `rule` that take some of its packets, up to the first one that takes them all. */
function candidatesOf(rule: SecurityRule, whole: Box, others: readonly Candidate[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const other of others) {
    const { priority, protocol } = other.rule;
    if ((priority as number) >= (rule.priority as number)) break;
    if (protocol !== 'ANY' && protocol !== rule.protocol) continue;
    if (!boxesMeet(other.taken, whole)) continue;
    candidates.push(other);
    if (holdsBox(other.taken, whole)) break;
  }
  return candidates;
}

/**
 * The candidates that take the packets, each its part as first match has it; undefined where some are left, or where
 * finding out takes more comparisons than allowed.
 */
function takersOf(
  whole: Box,
  candidates: readonly Candidate[],
  allowance: number,
): SecurityRule[] | undefined {
  const last = candidates.at(-1);
  const takers = new Set<SecurityRule>();
  const open = [{ piece: whole, from: 0 }];
  let comparisons = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    let { from: index } = next;
    while (
      index < candidates.length &&
      !boxesMeet((candidates[index] as Candidate).taken, next.piece)
    ) {
      index += 1;
    }
    comparisons += index + 1 - next.from;
    const candidate = candidates[index];
    if (!candidate) return undefined;
    if (comparisons > allowance) {
      return last && holdsBox(last.taken, whole) ? [last.rule] : undefined;
    }
    takers.add(candidate.rule);
    for (const piece of difference(next.piece, candidate.taken)) {
      open.push({ piece, from: index + 1 });
    }
  }
  return candidates.map(({ rule }) => rule).filter((rule) => takers.has(rule));
}
