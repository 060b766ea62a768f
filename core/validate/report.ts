/** The report of a validation: plain values with the names and meanings of the GraphQL schema. */

import type {
  Citation,
  Direction,
  IsoDate,
  Necessity,
  PortRule,
  PortRuleStatement,
  Protocol,
  Tier,
  VirtualNetworkType,
} from '../../data/model.ts';
import type { FlowOutcome } from '../network/evaluate.ts';
import type { AssumptionCode as NetworkAssumption } from '../network/side.ts';
import type { TraceEntry } from '../network/trace.ts';
import type { RuleGroup } from '../render/rendered-rule.ts';
import type { LocationFilter } from './compare/location-filter.ts';
import type { DependencyStatus } from './network-status/status.ts';
import type { OwnFlowResult } from './own-flows/own-flow.ts';
import type { PathStep } from './path/path-step.ts';
import type { MissingValue } from './read/missing-value.ts';
import type { UsedFile } from './read/source/files.ts';
import type { SourceLocation, SourceProblem } from './read/source/location.ts';
import type { Ladder } from './why/ladder.ts';
import type { WhySubject } from './why/subject.ts';

export type { MissingValue } from './read/missing-value.ts';

export const whatIfs = ['NONE', 'DENY_ALL_INBOUND', 'DENY_ALL_OUTBOUND', 'DENY_ALL'] as const;
export type WhatIf = (typeof whatIfs)[number];

export const verdicts = ['PASS', 'FAIL', 'NEEDS_REVIEW'] as const;
export type Verdict = (typeof verdicts)[number];

export const severities = ['ERROR', 'WARNING', 'INFO'] as const;
export type Severity = (typeof severities)[number];

export interface ConfigReport {
  /** The worst outcome of the findings. */
  readonly verdict: Verdict;
  /** Edition of the port table that was applied; null where none was: for the v2 tiers and outside of a network. */
  readonly edition: IsoDate | null;
  /** "Public 376 of 2025-11-10" for each weekly file that was used. */
  readonly serviceTagVersions: readonly string[];
  readonly assumptions: readonly Assumption[];
  /** By severity, then in the order of the checks. */
  readonly findings: readonly Finding[];
  readonly flows: readonly FlowResult[];
  /** What the owner of the network promises of it, flow by flow and location by location; empty if nothing was given. */
  readonly ownFlows: readonly OwnFlowResult[];
  /**
   * The network status in the document, explained, in its order; empty without one, and under a what-if, which Azure
   * has not probed.
   */
  readonly networkStatus: readonly DependencyStatus[];
  /** Parameters of a template and variables of a source without a value that the verdict would need, all of them. */
  readonly missingValues: readonly MissingValue[];
  /** A sentence for each values file of a source, and each value sent, that was not used; empty for other inputs. */
  readonly unused: readonly string[];
  /** What could not be read of a source, with locations; empty for other inputs. */
  readonly problems: readonly SourceProblem[];
  /** What was read of a source; undefined for other inputs. */
  readonly read: ReadSource | undefined;
  /** Computed on demand. */
  instance(): JudgedInstance;
  /**
   * The remedy as replacements in the source, each location's if all of it can be made so; empty for other inputs.
   * Computed on demand. After them no required flow of these locations is denied.
   */
  edits(): readonly SourceEdit[];
  /** Rules to change or add, one group per location that needs any; computed on demand, because it costs most. */
  remediation(): readonly RuleGroup[];
  /** The same for groups that should deny whatever no rule allows by name. */
  denyByDefault(): readonly RuleGroup[];
  /** What each location lets through; computed on demand. */
  filters(): readonly LocationFilter[];
  /** Why a packet passes or not, or what a rule does, location by location. Throws InputError where none is concerned. */
  ladders(subject: WhySubject): readonly Ladder[];
}

/** What was judged, for drawings and for a reader who wants to see what was recognised. */
export interface JudgedInstance {
  /** Each tier and mode that the report holds for. */
  readonly kinds: readonly {
    readonly tier: Tier;
    readonly virtualNetworkType: VirtualNetworkType;
  }[];
  /** In the order of the input; empty for an instance outside of a virtual network. */
  readonly locations: readonly JudgedLocation[];
}

/**
 * How traffic leaves the subnet: straight to its far end, through a firewall or gateway, or dropped by a route; PARTLY
 * where that is true of a part of it, or perhaps of all.
 */
export type Way = 'DIRECT' | 'TUNNEL' | 'NOWHERE' | 'PARTLY_TUNNEL' | 'PARTLY_NOWHERE';

export interface Course {
  readonly way: Way;
  /** The firewall or gateway of a tunnel: Firewall 10.0.0.4; empty for other ways. */
  readonly through: string;
}

export interface JudgedLocation {
  /** Programmatic name. */
  readonly region: string;
  readonly subnet: string | null;
  readonly virtualNetwork: readonly string[];
  readonly dnsServers: readonly string[];
  /** ELSEWHERE: the input names a group and does not contain it. */
  readonly group: {
    readonly state: 'READ' | 'NONE' | 'ELSEWHERE';
    readonly name: string | null;
    /** Number of the rules as written, including those that Azure refuses. */
    readonly written: number;
  };
  /** By priority; of the default rules those that decide a flow. */
  readonly rules: readonly JudgedRule[];
  readonly hasRouteTable: boolean;
  /** Where routes send most of the Internet: Firewall 10.0.0.4. */
  readonly firewalls: readonly string[];
  /** By the key of the flow; of inbound flows the way of their replies. */
  readonly courses: Readonly<Record<string, Course>>;
}

export interface JudgedRule {
  readonly name: string;
  readonly priority: number | null;
  readonly direction: Direction | null;
  readonly access: 'ALLOW' | 'DENY' | null;
  readonly isDefault: boolean;
  /** Keys of the flows of which it decides a part, or may. */
  readonly takes: readonly string[];
  /** Keys of those that it would take a part of if no other rule came first; in a long group only what it takes. */
  readonly matches: readonly string[];
  /** Names of the rules that decide every packet it matches; empty where it decides some. */
  readonly hiddenBy: readonly string[];
}

export interface ReadSource {
  readonly language: 'Bicep' | 'Terraform';
  /** Path of the file (Bicep) or folder (Terraform) that is deployed; empty for the top folder. */
  readonly entry: string;
  /** The files that the deployment rests on, sorted by path. */
  readonly files: readonly UsedFile[];
  /** Of values files that count together, and were not named together: which, and why. */
  readonly note?: string;
}

export interface SourcePosition {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** A replacement in a source file: the text from `start` up to `end` becomes `newText`. */
export interface SourceEdit {
  readonly file: string;
  readonly range: { readonly start: SourcePosition; readonly end: SourcePosition };
  readonly newText: string;
}

/** What a report can assume: of one end of a flow, of rules above those of the input, and of the parameters of a template. */
export type AssumptionCode = NetworkAssumption | 'AVNM_RULES_UNKNOWN' | 'PARAMETER_DEFAULTS';

/** Something that the report assumes, by permanent code. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly text: string;
}

export interface Finding {
  readonly checkId: string;
  readonly severity: Severity;
  /** FAIL: the documents say it will not work; NEEDS_REVIEW: undecided; PASS: the instance survives it. */
  readonly outcome: Verdict;
  /** Names the effect: Azure SQL is blocked. */
  readonly title: string;
  readonly message: string;
  /** JSON pointer into the input. */
  readonly path: string;
  /** Where it is in the text of a source file; undefined for other inputs. */
  readonly sourceLocation?: SourceLocation;
  /** The loop that makes what the finding is about, if its values are those of one of the loop's items. */
  readonly loopLocation?: SourceLocation;
  /** Programmatic name of the location's region; undefined if the finding is about the whole instance. */
  readonly region: string | undefined;
  readonly remediation: string | undefined;
  /** Keys of the flows in its region that it explains. */
  readonly flows: readonly string[];
  /** Name of the own flow that it is about; undefined for a finding on what documents say. */
  readonly ownFlow?: string;
  /** Names of the security rules that cause it: the deciding one first, then those that it hides. */
  readonly rules: readonly string[];
  /** Ids of other checks whose findings are part of this one. */
  readonly includes: readonly string[];
  readonly citations: readonly Citation[];
}

/** One packet of a flow. */
export interface Packet {
  /** An address; a service tag where no address is known; null where neither is. */
  readonly source: string | null;
  readonly destination: string | null;
  readonly destinationPort: number;
  readonly protocol: Protocol;
}

/** One documented flow of a location (a port entry of a row in one direction) and what the security rules do with it. */
export interface FlowResult {
  /** outbound-443-Storage: direction, port entry, far end; the same in all locations and reports. */
  readonly key: string;
  readonly region: string;
  readonly rule: PortRule;
  readonly statement: PortRuleStatement;
  readonly direction: Direction;
  readonly destinationPort: string;
  /** Tag, or regional tags, of the far end. */
  readonly remoteTags: readonly string[];
  readonly necessity: Necessity;
  readonly outcome: FlowOutcome;
  readonly allowedFraction: number | null;
  readonly decidedBy: string | null;
  /** JSON pointer to the deciding rule in the input; null for rules that Azure or a what-if adds. */
  readonly decidedByPath: string | null;
  /** Where the deciding rule is in the text of a source file; undefined for other inputs. */
  readonly sourceLocation?: SourceLocation;
  /** The loop that makes the deciding rule. */
  readonly loopLocation?: SourceLocation;
  readonly trace: () => readonly RuleTrace[];
  /** Null where no traffic is known to be denied. */
  readonly deniedPacket: Packet | null;
  /** The same packet in words. */
  readonly counterexample: string | null;
  /** Up to three denied prefixes of a PARTIAL flow's far end, or tags if no addresses are known. */
  readonly deniedExamples: readonly string[];
  /** What each element of its way does with it, in the order of Azure. Computed on demand. */
  readonly steps: () => readonly PathStep[];
}

/** A rule in the trace of a flow. */
export interface RuleTrace extends Omit<TraceEntry, 'rule'> {
  readonly rule: string;
  readonly priority: number;
  readonly access: 'ALLOW' | 'DENY';
  readonly isDefault: boolean;
}
