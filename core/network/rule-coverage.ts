/**
 * Rules whose packets earlier rules decide. The earlier rules are subtracted from the rule's own packets, far end by far
 * end. Only certain coverage counts, so a missing weekly file or address space hides a finding but never makes a wrong
 * one.
 */

import { isEmptyPart } from './address-part.ts';
import { memoize } from './memoize.ts';
import { endsOf } from './near-end.ts';
import { type Candidate, type Candidates, farEndsOf, nearEndsOf } from './rule-ends.ts';
import { type SecurityRule, tagsOf } from './security-rule.ts';
import { platformTags, type Tag } from './service-tags/service-tags.ts';
import {
  type Box,
  box,
  boxesMeet,
  difference,
  everyCorner,
  holdsBox,
  intersection,
} from './sets/box.ts';
import { everyPort } from './sets/ports.ts';
import type { KnownNetwork } from './side.ts';

export interface ShadowedRule {
  readonly rule: SecurityRule;
  /** The earlier rules that decide its packets. */
  readonly by: readonly SecurityRule[];
  /** True if the earlier rules do the same with all of its packets. */
  readonly isRedundant: boolean;
}

/** Limit on comparisons of boxes, divided among the rules; a rule that needs more is not reported. */
const mostComparisons = 1_000_000;

/** Up to this many candidates, each is compared with all earlier ones. */
const fewCandidates = 32;

/** `rules` are custom rules in priority order. */
export function findShadowed(
  rules: readonly SecurityRule[],
  network: KnownNetwork,
): ShadowedRule[] {
  const coverNear = nearEndsOf(network);
  const near = rules.filter((rule) => !isEmptyPart(coverNear(rule).maybe));
  const nearEnd = memoize(coverNear);
  const farEnds = farEndsOf(near, tagsOf(rules), network, nearEnd);
  const share = mostComparisons / rules.length;
  return near.flatMap((rule) => {
    if (!isJudged(rule)) return [];
    const { destinationPorts = everyPort, sourcePorts = everyPort } = rule;
    const parts: Takers[] = [];
    for (const farEnd of endsOf(rule).far.flatMap(farEnds)) {
      const whole = box(farEnd.all, nearEnd(rule).maybe, destinationPorts, sourcePorts);
      if (!whole) continue;
      const takers = findTakers(rule, whole, farEnd.takers(rule.direction), share);
      if (!takers) return [];
      parts.push(takers);
    }
    if (parts.length === 0) return [];
    const isRedundant = parts.every(({ alike }) => alike);
    const by = new Set(parts.flatMap(({ all, alike = [] }) => (isRedundant ? alike : all)));
    return [{ rule, by: [...by], isRedundant }];
  });
}

interface Takers {
  readonly all: readonly SecurityRule[];
  /** Those with the same access, if they alone take all of its packets. */
  readonly alike: readonly SecurityRule[] | undefined;
}

/** The rules that take all packets of `rule` from one far end; undefined if some are left. */
function findTakers(
  rule: SecurityRule,
  whole: Box,
  others: Candidates,
  allowance: number,
): Takers | undefined {
  const isAlike = (other: SecurityRule) => other.access === rule.access;
  const among = (isOne: (other: SecurityRule) => boolean) =>
    takersOf(whole, candidatesOf(rule, whole, others, isOne), allowance);
  const all = among(() => true);
  if (!all) return undefined;
  if (!all.some(isAlike)) return { all, alike: undefined };
  return { all, alike: all.every(isAlike) ? all : among(isAlike) };
}

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

/** The rules before `rule` that take some of its packets, up to the first one that takes them all. */
function candidatesOf(
  rule: SecurityRule,
  whole: Box,
  others: Candidates,
  isOne: (other: SecurityRule) => boolean,
): Candidate[] {
  const candidates: Candidate[] = [];
  let next = 0;
  for (let other = others.at(next); other; other = others.at(next)) {
    next += 1;
    const { priority, protocol } = other.rule;
    if ((priority as number) >= (rule.priority as number)) break;
    if (protocol !== 'ANY' && protocol !== rule.protocol) continue;
    if (!isOne(other.rule) || !boxesMeet(other.taken, whole)) continue;
    candidates.push(other);
    if (holdsBox(other.taken, whole)) break;
  }
  return candidates;
}

/**
 * The candidates that take the packets in first-match order; undefined if some are left, or if the comparisons exceed
 * the limit.
 */
function takersOf(
  whole: Box,
  candidates: readonly Candidate[],
  allowance: number,
): SecurityRule[] | undefined {
  const last = candidates.at(-1);
  if (!last) return undefined;
  const takesRest = holdsBox(last.taken, whole);
  if (takesRest && candidates.length <= fewCandidates) {
    const takers = takersBefore(whole, candidates, allowance);
    if (takers) return takers;
  }
  // Most rules are not shadowed, and one packet that is left shows it.
  if (!everyCorner(whole, (packet) => isTaken(packet, candidates, candidates.length))) {
    return undefined;
  }
  const takers = new Set<SecurityRule>();
  const count = counter(allowance);
  const open = [{ piece: whole, from: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const index = firstToMeet(next.piece, candidates, next.from, candidates.length);
    const candidate = candidates[index];
    if (!candidate) return undefined;
    if (count(index + 1 - next.from)) return takesRest ? [last.rule] : undefined;
    takers.add(candidate.rule);
    for (const piece of difference(next.piece, candidate.taken)) {
      open.push({ piece, from: index + 1 });
    }
  }
  return candidates.map(({ rule }) => rule).filter((rule) => takers.has(rule));
}

/** The same where the last candidate takes all that others leave; undefined if the comparisons exceed the limit. */
function takersBefore(
  whole: Box,
  candidates: readonly Candidate[],
  allowance: number,
): SecurityRule[] | undefined {
  const takers: SecurityRule[] = [];
  const count = counter(allowance);
  for (const [end, { rule, taken }] of candidates.entries()) {
    const part = intersection(taken, whole) as Box;
    const isLeft = isSomeLeft(part, candidates, end, count);
    if (isLeft === undefined) return undefined;
    if (isLeft) takers.push(rule);
  }
  return takers;
}

/** Whether the candidates before `end` leave some of these packets; undefined where that takes too many comparisons. */
function isSomeLeft(
  part: Box,
  candidates: readonly Candidate[],
  end: number,
  count: ReturnType<typeof counter>,
): boolean | undefined {
  // Mostly one packet shows it.
  if (!everyCorner(part, (packet) => isTaken(packet, candidates, end))) return true;
  const open = [{ piece: part, from: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const index = firstToMeet(next.piece, candidates, next.from, end);
    if (index >= end) return true;
    if (count(index + 1 - next.from)) return undefined;
    for (const piece of difference(next.piece, (candidates[index] as Candidate).taken)) {
      open.push({ piece, from: index + 1 });
    }
  }
  return false;
}

const isTaken = (packet: Box, candidates: readonly Candidate[], end: number): boolean =>
  firstToMeet(packet, candidates, 0, end) < end;

/** The index of the first candidate that takes some of the piece, or `end`. */
function firstToMeet(
  piece: Box,
  candidates: readonly Candidate[],
  from: number,
  end: number,
): number {
  let index = from;
  while (index < end && !boxesMeet((candidates[index] as Candidate).taken, piece)) index += 1;
  return index;
}

/** Counts comparisons, and tells once they exceed the limit. */
function counter(allowance: number): (more: number) => boolean {
  let comparisons = 0;
  return (more) => {
    comparisons += more;
    return comparisons > allowance;
  };
}
