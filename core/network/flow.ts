/** A flow: the packets between two ends on some ports, and the rules that decide them. */

import type { RuleProtocol, SecurityRule } from './security-rule.ts';
import type { IntervalSet } from './sets/interval-set.ts';
import type { Side } from './side.ts';

export interface Flow {
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly protocol: RuleProtocol;
  readonly remote: Side;
  readonly local: Side;
  readonly ports: IntervalSet;
  /** The ports from which clients connect if left out. */
  readonly sourcePorts?: IntervalSet;
}

/** A rule that decides a part of the flow, or may do so. */
export interface Decider {
  readonly rule: SecurityRule;
  /** Share of the flow that the rule decided, 0 to 1; null where it cannot be measured. */
  readonly fraction: number | null;
}

/** A protocol that is an expression may be the flow's. */
export function hasProtocolOf({ protocol }: SecurityRule, flow: Flow): boolean {
  return protocol === undefined || protocol === 'ANY' || protocol === flow.protocol;
}
