/** Findings that have one cause as one: a deny rule with all that it stops, and the mistyped rule that it stops it for. */

import type { Finding } from '../../../core/validate/report.ts';

export type CausedFinding = Pick<Finding, 'outcome' | 'region' | 'flows' | 'rules'>;

/** Indexes into the findings. */
export interface Cause {
  readonly main: number;
  /** Findings that say more about the same, in their order. */
  readonly parts: readonly number[];
}

/** The default rules of a security group decide what no other rule does, which has many causes. */
export const defaultRuleNames: readonly string[] = [
  'AllowVnetInBound',
  'AllowAzureLoadBalancerInBound',
  'DenyAllInBound',
  'AllowVnetOutBound',
  'AllowInternetOutBound',
  'DenyAllOutBound',
];

/**
 * A finding is part of an earlier one that does not pass if it names the rule that decides that one, or is advice about
 * one of its flows: what else denies a flow is a cause of its own.
 */
export function causesOf(findings: readonly CausedFinding[]): readonly Cause[] {
  const causes: { readonly main: number; readonly parts: number[] }[] = [];
  findings.forEach((finding, index) => {
    const cause = causes.find(({ main }) => explains(findings[main], finding));
    if (cause) cause.parts.push(index);
    else causes.push({ main: index, parts: [] });
  });
  return causes;
}

function explains(main: CausedFinding | undefined, finding: CausedFinding): boolean {
  if (!main || main.outcome === 'PASS' || main.region !== finding.region) return false;
  const [decider] = main.rules;
  const isByDecider =
    decider !== undefined && !defaultRuleNames.includes(decider) && finding.rules.includes(decider);
  const isAdvice =
    finding.outcome === 'PASS' && finding.flows.some((flow) => main.flows.includes(flow));
  return isByDecider || isAdvice;
}
