/** Flows that the owner of a network promises: what may pass, what must, and what must not; and what became of them. */

import type { Direction } from '../../../data/model.ts';
import type { PacketSet } from '../compare/packet-set.ts';
import type { SourceLocation } from '../read/source/location.ts';

/** Where the command looks for them, at the top of a repository. */
export const flowsFileName = 'apim-atlas.flows.yaml';

/** Packets between the subnet of the instance and a far end. */
export interface PacketSetInput {
  /** The far end of inbound packets: addresses, prefixes, service tags or *. Exactly one of `from` and `to` is given. */
  readonly from?: readonly string[] | undefined;
  /** The far end of outbound packets. */
  readonly to?: readonly string[] | undefined;
  /** Destination ports: 443, 6381-6383 or *; any if left out. */
  readonly ports?: readonly string[] | undefined;
  /** TCP, UDP, ICMP, ESP, AH or ANY, in any case; ANY if left out. */
  readonly protocol?: string | undefined;
}

/** Exactly one of `allow`, `deny` and `only` is given. */
export interface OwnFlowInput {
  /** Tells it from the others. */
  readonly name: string;
  /** What must pass. */
  readonly allow?: readonly PacketSetInput[] | undefined;
  /** What must not pass. */
  readonly deny?: readonly PacketSetInput[] | undefined;
  /** What may pass, and nothing else of `of`. */
  readonly only?: readonly PacketSetInput[] | undefined;
  /** With `only`: the packets it is about; every packet of the direction if left out. */
  readonly of?: readonly PacketSetInput[] | undefined;
  readonly reason: string;
  readonly owner?: string | undefined;
  /** Where it is written. */
  readonly sourceLocation?: SourceLocation | undefined;
}

export const ownFlowKinds = ['ALLOW', 'DENY', 'ONLY'] as const;
export type OwnFlowKind = (typeof ownFlowKinds)[number];

export const ownFlowOutcomes = ['HOLDS', 'BROKEN', 'UNDECIDED'] as const;
export type OwnFlowOutcome = (typeof ownFlowOutcomes)[number];

/** What became of a flow in one location. */
export interface OwnFlowResult {
  readonly name: string;
  readonly kind: OwnFlowKind;
  readonly direction: Direction;
  /** Programmatic name of the location's region; null for an instance outside of a virtual network. */
  readonly region: string | null;
  readonly outcome: OwnFlowOutcome;
  /** The packets that break it: denied ones of ALLOW, allowed ones of DENY and ONLY; `decidedBefore` names the rules. */
  readonly broken: readonly PacketSet[];
  /** Packets that may break it, with their conditions. */
  readonly undecided: readonly PacketSet[];
  /** What became of it, as a sentence without its name. */
  readonly message: string;
  readonly reason: string;
  readonly owner: string | null;
  /** Where it is written; undefined if it comes from no file. */
  readonly sourceLocation?: SourceLocation;
}
