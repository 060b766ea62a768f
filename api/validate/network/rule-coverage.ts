/**
 * Rules all of whose packets are decided by rules before them: the first match of the overview of network security
 * groups, turned from flows to rules. A rule's own match set, far end by far end, is what the earlier rules are
 * taken from; only what they cover for certain counts, so that a missing weekly file or address space leaves a rule
 * unmentioned and never wrongly accused.
 */

import { type AddressPart, partOf } from './address-part.ts';
import { localSide, remoteSide } from './address-space.ts';
import { type AddressTerm, isEverything } from './address-term.ts';
import { type Box, box, boxesMeet, difference, holdsBox } from './box.ts';
import { covers, empty, type IntervalSet, subtract, union } from './interval-set.ts';
import { everyAddress, hostAddress, privateAddresses, publicAddresses } from './ipv4.ts';
import { everyPort } from './ports.ts';
import type { SecurityRule } from './security-rule.ts';
import { platformTags, type Tag } from './service-tags.ts';
import { coverAll, type KnownNetwork } from './side.ts';

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
  const farEnds = farEndsOf(rules, network);
  const share = mostComparisons / rules.length;
  return rules.flatMap((rule, index) => {
    if (!isJudged(rule)) return [];
    const earlier = rules.slice(0, index).filter((other) => precedes(other, rule));
    const near = nearEndOf(rule, network).maybe;
    const takers = new Set<SecurityRule>();
    const alike = new Set<SecurityRule>();
    let isRedundant = true;
    let isMatched = false;
    for (const farEnd of remoteTerms(rule).flatMap(farEnds)) {
      const whole = box(
        farEnd.all,
        near,
        rule.destinationPorts ?? everyPort,
        rule.sourcePorts ?? everyPort,
      );
      if (!whole) continue;
      isMatched = true;
      const candidates = earlier.flatMap((other) => {
        const taken = farEnd.takenBy(other);
        return taken && boxesMeet(taken, whole) ? [{ rule: other, taken }] : [];
      });
      const isSame = (other: SecurityRule) => other.access === rule.access;
      const all = takersOf(whole, candidates, share);
      if (!all) return [];
      const same = all.every(isSame)
        ? all
        : takersOf(
            whole,
            candidates.filter((one) => isSame(one.rule)),
            share,
          );
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

function precedes(other: SecurityRule, rule: SecurityRule): boolean {
  return (
    other.direction === rule.direction &&
    !other.isContested &&
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
  /** Packets that a rule takes for certain, from this far end among others. */
  takenBy(rule: SecurityRule): Box | undefined;
}

function farEndsOf(rules: readonly SecurityRule[], network: KnownNetwork) {
  const facts = { ...network, assume: () => {} };
  const tags = rules
    .flatMap(({ source, destination }) => [...source, ...destination])
    .flatMap((term) => (term.kind === 'tag' ? [term.tag] : []));
  const near = remembering((rule: SecurityRule) => nearEndOf(rule, network).sure);
  const taking = (coverage: (rule: SecurityRule) => AddressPart): FarEnd['takenBy'] =>
    remembering((rule) =>
      box(coverage(rule), near(rule), rule.destinationPorts ?? empty, rule.sourcePorts ?? empty),
    );
  const certain = remembering((name: string) => certainAddresses(name, network));
  const byNumber = taking((rule) => partOf(union(...remoteTerms(rule).map(numbersOf))));
  const numbersOf = (term: AddressTerm): IntervalSet => {
    if (isEverything(term)) return everyAddress;
    if (term.kind === 'addresses') return term.addresses;
    return term.kind === 'tag' ? certain(term.tag.name) : empty;
  };
  const numbered = (line: IntervalSet): FarEnd => ({ all: partOf(line), takenBy: byNumber });
  const tagged = (name: string): FarEnd => {
    const side = remoteSide([network.tags.find(name) as Tag], tags, facts);
    return { all: side.all, takenBy: taking((rule) => coverAll(side, remoteTerms(rule)).sure) };
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

/** A function that answers the same question once. */
function remembering<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const answers = new Map<Q, A>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as A;
    const given = answer(question);
    answers.set(question, given);
    return given;
  };
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

interface Candidate {
  readonly rule: SecurityRule;
  readonly taken: Box;
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
  const last = candidates.findIndex(({ taken }) => holdsBox(taken, whole));
  const cut = last < 0 ? candidates : candidates.slice(0, last + 1);
  const takers = new Set<SecurityRule>();
  const open = [{ piece: whole, from: 0 }];
  let comparisons = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    let { from: index } = next;
    while (index < cut.length && !boxesMeet((cut[index] as Candidate).taken, next.piece)) {
      index += 1;
    }
    comparisons += index + 1 - next.from;
    const candidate = cut[index];
    if (!candidate) return undefined;
    if (comparisons > allowance) return last < 0 ? undefined : [(cut[last] as Candidate).rule];
    takers.add(candidate.rule);
    for (const piece of difference(next.piece, candidate.taken)) {
      open.push({ piece, from: index + 1 });
    }
  }
  return cut.map(({ rule }) => rule).filter((rule) => takers.has(rule));
}
