/** The ladder of some packets: the rules and routes in the order in which Azure tries them, and what each does with them. */

import type { Direction } from '../../../data/model.ts';
import type { FlowOutcome } from '../../network/evaluate.ts';
import type { PathElement } from '../path/path-step.ts';
import type { SourceLocation } from '../read/source/location.ts';

export type RuleField = 'protocol' | 'source' | 'source port' | 'destination' | 'destination port';

/** A rule that was tried, or a route that was taken. */
export interface Rung {
  readonly element: PathElement;
  /** Of the firewall; null for other elements. */
  readonly elementName: string | null;
  readonly rule: string;
  /** Null where the input leaves it open, and for routes and rules of firewalls. */
  readonly priority: number | null;
  /** DENY of a route whose next hop is None. */
  readonly access: 'ALLOW' | 'DENY' | null;
  readonly isDefault: boolean;
  /** The fields that match none of the packets. */
  readonly misses: readonly RuleField[];
  /** Share of the packets that it decides, 0 to 1; null where it may decide some and the share is not known. */
  readonly fraction: number | null;
  /** JSON pointer to the rule in the input; null for rules that Azure or a what-if adds. */
  readonly path: string | null;
  readonly sourceLocation?: SourceLocation;
}

export interface Ladder {
  /** Programmatic name of the location's region. */
  readonly region: string;
  readonly direction: Direction;
  /** "outbound TCP 10.0.1.4 -> 13.69.104.0:1433", or the packets of a rule in words. */
  readonly packets: string;
  readonly outcome: FlowOutcome;
  /** The rule that decides most of the packets; null if none does for certain. */
  readonly decidedBy: string | null;
  /** In the order in which they are tried, up to the rule that decides the last packet. */
  readonly rungs: readonly Rung[];
  /** What happened, as sentences: what decides, what hides what, what the input leaves open. */
  readonly notes: readonly string[];
  /** What the ladder rests on, as sentences. */
  readonly assumptions: readonly string[];
}
