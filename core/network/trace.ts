/** The rule-by-rule trace of a flow. Built on demand: it is long. */

import { isEmptyPart } from './address-part.ts';
import { type Decider, type Flow, hasProtocolOf } from './flow.ts';
import type { SecurityRule } from './security-rule.ts';
import { overlaps } from './sets/interval-set.ts';
import { ephemeralPorts, everyPort } from './sets/ports.ts';
import { coverAll } from './side.ts';

export interface TraceEntry {
  readonly rule: SecurityRule;
  readonly protocolMatched: boolean;
  readonly sourceMatched: boolean;
  readonly sourcePortMatched: boolean;
  readonly destinationMatched: boolean;
  readonly destinationPortMatched: boolean;
  /** Share of the flow that the rule decided, 0 to 1; null where it cannot be measured. */
  readonly fraction: number | null;
}

/** `passed` are the rules up to the one that decides the last of the flow, `deciders` those that decide a part. */
export function traceOf(
  flow: Flow,
  passed: readonly SecurityRule[],
  deciders: readonly Decider[],
): TraceEntry[] {
  const fractions = new Map(deciders.map(({ rule, fraction }) => [rule, fraction]));
  const meets = (side: 'remote' | 'local', rule: SecurityRule, end: 'source' | 'destination') =>
    !isEmptyPart(coverAll(flow[side], rule[end]).maybe);
  const isInbound = flow.direction === 'INBOUND';
  const { sourcePorts = ephemeralPorts } = flow;
  return passed
    .filter(({ direction }) => direction === undefined || direction === flow.direction)
    .map((rule) => ({
      rule,
      protocolMatched: hasProtocolOf(rule, flow),
      sourceMatched: meets(isInbound ? 'remote' : 'local', rule, 'source'),
      sourcePortMatched: overlaps(rule.sourcePorts ?? everyPort, sourcePorts),
      destinationMatched: meets(isInbound ? 'local' : 'remote', rule, 'destination'),
      destinationPortMatched: overlaps(rule.destinationPorts ?? everyPort, flow.ports),
      fraction: fractions.get(rule) ?? (fractions.has(rule) ? null : 0),
    }));
}
