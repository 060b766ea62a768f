/**
 * What a network security group does with a flow.
 *
 * A flow is a set of packets: far addresses times subnet addresses times ports. The evaluation walks the rules by
 * priority; each rule takes its part of what is undecided, as Azure's first match does for each packet. It tracks two
 * remainders, the part that is certainly undecided and the part that may be, because some coverage is known only as a
 * range (see side.ts). If the two agree, the outcome is exact; if they leave it open, it is UNKNOWN.
 */

import { type Coverage, isEmptyPart } from './address-part.ts';
import { type Decider, type Flow, hasProtocolOf } from './flow.ts';
import { shareOf, sum, weightOf } from './measure.ts';
import type { SecurityRule } from './security-rule.ts';
import { type Box, box, boxAround, boxesMeet, intersection, without } from './sets/box.ts';
import { intersect, overlaps, size } from './sets/interval-set.ts';
import { ephemeralPorts, everyPort } from './sets/ports.ts';
import { coverAll } from './side.ts';
import { type TraceEntry, traceOf } from './trace.ts';

export type FlowOutcome = 'ALLOWED' | 'PARTIAL' | 'DENIED' | 'UNKNOWN';

export interface Evaluation {
  readonly outcome: FlowOutcome;
  readonly allowedFraction: number | null;
  /** The rule that decides most of the flow; undefined if none does for certain. */
  readonly decidedBy: SecurityRule | undefined;
  readonly deciders: readonly Decider[];
  /** All rules that are compared with the flow, up to the one that decides the last part of it. */
  trace(): readonly TraceEntry[];
  /** Packets that are certainly denied; only the first ones if there are many. */
  readonly denied: readonly Box[];
  /** Rules that deny, or may deny, a part of the flow. */
  readonly deniedBy: readonly SecurityRule[];
  /** True if the rules split the flow into more parts than the evaluation tracks, so a part stays undecided. */
  readonly isSimplified: boolean;
}

/** Limits on the parts of a flow. Real groups need few; hostile ones could need millions. */
const mostBoxes = 2000;
const mostDenied = 100;

interface Match {
  readonly sure: Box | undefined;
  readonly maybe: Box;
}

/** `rules` must be in priority order and end with the default rules. */
export function evaluate(flow: Flow, rules: readonly SecurityRule[]): Evaluation {
  const whole: Box = {
    remote: flow.remote.all,
    local: flow.local.all,
    ports: flow.ports,
    sourcePorts: flow.sourcePorts ?? ephemeralPorts,
  };
  let isAfterTags = false;
  const isCertain = (box: Box) =>
    flow.remote.isCertainlyFilled(box.remote, isAfterTags) &&
    flow.local.isCertainlyFilled(box.local, false);
  const share = shareOf(whole);
  let isExact = share !== undefined;

  let undecided: Box[] = [whole];
  let possiblyUndecided = undecided;
  let isSimplified = false;
  let allowedShare = 0;
  const denied: Box[] = [];
  let isSurelyAllowed = false;
  const deniedBy: SecurityRule[] = [];
  let mayBeAllowed = false;
  let mayBeDenied = false;
  const claims: Claim[] = [];
  const deciders: Decider[] = [];
  let passed = 0;

  for (const rule of rules) {
    if (possiblyUndecided.length === 0) break;
    passed += 1;
    if (rule.direction !== undefined && rule.direction !== flow.direction) continue;
    const matched = match(rule, flow, whole);
    if (!matched) continue;
    const { sure, maybe } = matched;
    const isClear = sure === maybe && undecided === possiblyUndecided;
    if (!isClear) isExact = false;
    if (!possiblyUndecided.some((one) => boxesMeet(one, maybe))) continue;
    const { taken, left } = take(maybe, undecided, whole);
    const surelyTaken = isClear ? taken : sure ? take(sure, undecided, whole).taken : [];

    if (rule.access !== 'DENY') mayBeAllowed = true;
    if (rule.access !== 'ALLOW') {
      mayBeDenied = true;
      deniedBy.push(rule);
    }
    const fraction = isExact && share ? sum(surelyTaken, share) : null;
    if (rule.access === 'ALLOW') {
      allowedShare += fraction ?? 0;
      isSurelyAllowed ||= surelyTaken.some(isCertain);
    }
    if (rule.access === 'DENY' && denied.length < mostDenied) {
      denied.push(...surelyTaken.filter(isCertain).slice(0, mostDenied - denied.length));
    }
    const remoteTerms = flow.direction === 'INBOUND' ? rule.source : rule.destination;
    isAfterTags ||= remoteTerms.some(({ kind }) => kind === 'tag');
    if (surelyTaken.length > 0) claims.push({ rule, taken: surelyTaken });
    undecided = left;
    if (isClear) possiblyUndecided = left;
    else if (sure) possiblyUndecided = take(sure, possiblyUndecided, whole).left;
    if (possiblyUndecided.length > mostBoxes || undecided.length > mostBoxes) {
      // Nothing is certainly undecided now; one box contains everything that may be.
      isSimplified = true;
      isExact = false;
      undecided = [];
      possiblyUndecided = [boxAround(possiblyUndecided)];
    }
    deciders.push({ rule, fraction: isExact ? fraction : null });
  }

  const decidedBy = largestOf(claims);
  // Of an inexact flow a rule decides most only if its certain part is more than half.
  const weighsMost = () =>
    !mayBeDenied || !mayBeAllowed || 2 * sum(decidedBy?.taken ?? [], weightOf) > weightOf(whole);

  const outcome = !mayBeDenied
    ? 'ALLOWED'
    : !mayBeAllowed
      ? 'DENIED'
      : isSurelyAllowed && denied.length > 0
        ? 'PARTIAL'
        : 'UNKNOWN';
  return {
    outcome,
    allowedFraction:
      outcome === 'ALLOWED'
        ? 1
        : outcome === 'DENIED'
          ? 0
          : outcome === 'PARTIAL' && isExact && share
            ? allowedShare
            : null,
    decidedBy: isExact || weighsMost() ? decidedBy?.rule : undefined,
    deciders,
    trace: () => traceOf(flow, rules.slice(0, passed), deciders),
    denied,
    deniedBy,
    isSimplified,
  };
}

/** What a rule takes of these parts of the flow, and what it leaves. */
function take(matched: Box, parts: readonly Box[], whole: Box): { taken: Box[]; left: Box[] } {
  const taken: Box[] = [];
  const left: Box[] = [];
  for (const one of parts) {
    // What it matches is a part of the whole flow, so there is nothing to compare.
    const inner = one === whole ? matched : intersection(one, matched);
    if (inner) {
      taken.push(inner);
      left.push(...without(one, inner));
    } else left.push(one);
  }
  return { taken, left };
}

/** The certain part of the flow that a rule takes. */
interface Claim {
  readonly rule: SecurityRule;
  readonly taken: readonly Box[];
}

/** The first of the largest; a single one needs no measuring. */
function largestOf(claims: readonly Claim[]): Claim | undefined {
  if (claims.length < 2) return claims[0];
  const weights = claims.map(({ taken }) => sum(taken, weightOf));
  return claims[weights.indexOf(Math.max(...weights))];
}

/** The part of the flow that the rule matches. Both ends are always compared, because each adds its assumptions. */
function match(rule: SecurityRule, flow: Flow, whole: Box): Match | undefined {
  const isInbound = flow.direction === 'INBOUND';
  const remote = coverAll(flow.remote, isInbound ? rule.source : rule.destination);
  const local = coverAll(flow.local, isInbound ? rule.destination : rule.source);
  const { sourcePorts = everyPort, destinationPorts = everyPort } = rule;
  const isMatched =
    hasProtocolOf(rule, flow) &&
    !isEmptyPart(remote.maybe) &&
    !isEmptyPart(local.maybe) &&
    overlaps(destinationPorts, whole.ports) &&
    overlaps(sourcePorts, whole.sourcePorts);
  if (!isMatched) return undefined;
  const maybe = wholeOr(whole, {
    remote: remote.maybe,
    local: local.maybe,
    ports: intersect(whole.ports, destinationPorts),
    sourcePorts: intersect(whole.sourcePorts, sourcePorts),
  });
  const isOpen =
    rule.isContested ||
    rule.direction === undefined ||
    rule.priority === undefined ||
    rule.protocol === undefined ||
    rule.sourcePorts === undefined ||
    rule.destinationPorts === undefined;
  if (isOpen) return { sure: undefined, maybe };
  const sure =
    isSame(remote) && isSame(local)
      ? maybe
      : box(remote.sure, local.sure, maybe.ports, maybe.sourcePorts);
  return { sure, maybe };
}

/** The whole flow itself, where it has the same sides: its share is known. */
const wholeOr = (whole: Box, part: Box): Box =>
  part.remote === whole.remote &&
  part.local === whole.local &&
  part.ports === whole.ports &&
  part.sourcePorts === whole.sourcePorts
    ? whole
    : part;

const isSame = (coverage: Coverage) =>
  coverage.sure === coverage.maybe ||
  (coverage.sure.atoms.size === coverage.maybe.atoms.size &&
    size(coverage.sure.line) === size(coverage.maybe.line));
