/** What validation takes and gives: plain values with the names and meanings of the GraphQL schema. */

import type {
  Citation,
  ComputePlatform,
  Direction,
  FeatureName,
  IsoDate,
  Necessity,
  PortRule,
  PortRuleStatement,
  Tier,
  VirtualNetworkType,
} from '../../data/model.ts';
import type { FlowOutcome } from '../network/evaluate.ts';
import type { TraceEntry } from '../network/trace.ts';
import type { RuleGroup } from '../render/security-rule.ts';
import type { RawRoute } from './read/raw-route.ts';
import type { RawSecurityRule } from './read/rules/raw-rule.ts';

export interface Deployment {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  /** The first location is the primary one. */
  readonly locations: readonly DeploymentLocation[];
  readonly features: readonly FeatureName[];
  readonly edition?: IsoDate;
}

export interface DeploymentLocation {
  readonly region: string;
  readonly units: number;
  readonly zones: readonly number[];
  readonly subnet?: Subnet;
  /** Id of a subnet that a document names and does not hold; nothing is known of its group and its routes. */
  readonly subnetElsewhere?: string;
  /** Absent where the subnet has no network security group. */
  readonly networkSecurityGroup?: NetworkSecurityGroup;
  readonly routeTable?: RouteTable;
  readonly publicIpAddress?: PublicIpAddress;
  readonly dnsServers: readonly string[];
  /** Address space of the virtual network and its peers, where the caller knows it. */
  readonly virtualNetworkAddressPrefixes: readonly string[];
}

export interface Subnet {
  readonly id?: string;
  readonly addressPrefix: string;
  readonly delegations: readonly string[];
  readonly serviceEndpoints: readonly string[];
  readonly otherResources: readonly string[];
  readonly otherAddresses: number;
}

/**
 * Rules given field by field, a document that holds them, or a part of a larger document with the rules read from it.
 */
export type NetworkSecurityGroup =
  | { readonly securityRules: readonly SecurityRuleFields[] }
  | { readonly document: unknown; readonly rules?: readonly RawSecurityRule[] };

export interface SecurityRuleFields {
  readonly name: string;
  readonly description?: string;
  readonly priority: number;
  readonly direction: Direction;
  readonly access: 'ALLOW' | 'DENY';
  readonly protocol: string;
  readonly sourceAddressPrefixes: readonly string[];
  readonly sourcePortRanges: readonly string[];
  readonly destinationAddressPrefixes: readonly string[];
  readonly destinationPortRanges: readonly string[];
}

/** Routes given one by one, a document that holds them, or a part of a larger document with the routes read from it. */
export type RouteTable =
  | { readonly routes: readonly Route[] }
  | { readonly document: unknown; readonly routes?: readonly RawRoute[] };

export interface Route {
  readonly name: string;
  readonly addressPrefix: string;
  readonly nextHopType: string;
  readonly nextHopIpAddress?: string;
}

/** What a document holds besides; a deployment that is given field by field has none. */
export interface Surroundings {
  readonly privateDnsZones: readonly NamedResource[];
  /** Those that lead to the instance. */
  readonly privateEndpoints: readonly NamedResource[];
  /** Every subnet of the document, that of the instance too. */
  readonly subnets: readonly {
    readonly name: string;
    readonly serviceEndpoints: readonly string[];
    readonly path: string;
  }[];
  readonly publicNetworkAccess?: { readonly isDisabled: boolean; readonly path: string };
}

interface NamedResource {
  readonly name: string;
  /** JSON pointer into the input. */
  readonly path: string;
  /** True where a condition decides whether the resource is there. */
  readonly isConditional: boolean;
}

export interface PublicIpAddress {
  readonly id?: string;
  readonly region?: string;
  readonly sku?: string;
  readonly allocationMethod?: string;
  readonly version?: string;
  readonly dnsLabel?: string;
  readonly subscription?: string;
  /** One for a zonal address; absent where it is not known. */
  readonly zones?: readonly number[];
}

export const whatIfs = ['NONE', 'DENY_ALL_INBOUND', 'DENY_ALL_OUTBOUND', 'DENY_ALL'] as const;
export type WhatIf = (typeof whatIfs)[number];

export const verdicts = ['PASS', 'FAIL', 'NEEDS_REVIEW'] as const;
export type Verdict = (typeof verdicts)[number];

export const severities = ['ERROR', 'WARNING', 'INFO'] as const;
export type Severity = (typeof severities)[number];

export interface ConfigReport {
  readonly verdict: Verdict;
  readonly edition: IsoDate;
  /** "Public 376" for each weekly file that was used. */
  readonly serviceTagVersions: readonly string[];
  readonly assumptions: readonly Assumption[];
  /** By severity, then in the order of the checks. */
  readonly findings: readonly Finding[];
  readonly flows: readonly FlowResult[];
  /** Rules to change or add, one group per location that needs any; looked for when asked, since that costs most. */
  remediation(): readonly RuleGroup[];
  /** The same for groups that are to deny whatever no rule allows by name. */
  denyByDefault(): readonly RuleGroup[];
}

/** Something that had to be taken for granted, by stable code. */
export interface Assumption {
  readonly code: string;
  readonly text: string;
}

export interface Finding {
  readonly checkId: string;
  readonly severity: Severity;
  readonly outcome: Verdict;
  readonly message: string;
  /** JSON pointer into the input. */
  readonly path: string;
  /** Programmatic name of the location's region; undefined where the finding is about the whole instance. */
  readonly region: string | undefined;
  readonly remediation: string | undefined;
  readonly citations: readonly Citation[];
}

/** What the security rules do with one port entry of one documented row, in one direction, in one location. */
export interface FlowResult {
  /** outbound-443-Storage: direction, port entry, far end. */
  readonly id: string;
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
  readonly trace: readonly RuleTrace[];
  readonly counterexample: string | null;
  /** Up to three denied prefixes of a PARTIAL flow's far end, tags where no addresses are known. */
  readonly deniedExamples: readonly string[];
}

/** A rule that a flow comes by, in the words of the report. */
export interface RuleTrace extends Omit<TraceEntry, 'rule'> {
  readonly rule: string;
  readonly priority: number;
  readonly access: 'ALLOW' | 'DENY';
  readonly isDefault: boolean;
}
