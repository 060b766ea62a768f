/** For whom a run is reported: what each persona reads of it, and how sure a finding is. */

import type { Assumption, AssumptionCode, ConfigReport, Finding } from '../report.ts';
import type { CheckRun } from './check-run.ts';

/**
 * REGULAR: what stops the deployment, may stop it, or fails later. PEDANTIC adds names, rules without effect and rules
 * that are wider than they need to be. AUDITOR adds everything that the verdict assumes.
 */
export const personas = ['REGULAR', 'PEDANTIC', 'AUDITOR'] as const;
export type Persona = (typeof personas)[number];

/** Checks whose warnings are on names, on rules without effect and on breadth. */
const pedanticChecks: ReadonlySet<string> = new Set([
  'asg-never-matches',
  'covered-by-broader-tag',
  'open-to-any-inbound',
  'port-range-suspect',
  'port-typo',
  'protocol-mismatch',
  'retired-control-plane-address',
  'rule-ends-swapped',
  'rule-inert',
  'rule-shadowed',
  'source-port-restricted',
  'tag-on-undocumented-port',
  'wrong-destination',
  'wrong-direction',
]);

/** What fails or is undecided is for everybody, whichever check finds it. */
export function isRegular({
  outcome,
  severity,
  checkId,
}: Pick<Finding, 'outcome' | 'severity' | 'checkId'>): boolean {
  return (
    outcome !== 'PASS' ||
    severity === 'ERROR' ||
    (severity === 'WARNING' && !pedanticChecks.has(checkId))
  );
}

/** The run as a persona reads it; what is left out is counted. */
export function runFor(persona: Persona, run: CheckRun): CheckRun {
  if (persona === 'PEDANTIC') return run;
  return {
    ...run,
    judged: run.judged.map((judged) => {
      if (persona === 'AUDITOR') return { ...judged, assumed: judged.report.assumptions };
      const findings = judged.findings.filter(isRegular);
      return { ...judged, findings, hidden: judged.findings.length - findings.length };
    }),
  };
}

export const confidences = ['CERTAIN', 'ASSUMED', 'UNDECIDED'] as const;

/** CERTAIN: the input and the documents alone say it. ASSUMED: it rests on assumptions. UNDECIDED: the input leaves it open. */
export type Confidence = (typeof confidences)[number];

/** Assumptions on which everything rests that is said of the instance. */
const ofAll: readonly AssumptionCode[] = ['PARAMETER_DEFAULTS', 'REGION_UNKNOWN'];
/**
 * Those on which rests what is said of packets: prefixes of service tags have a date, and the input need not have the
 * whole network, what decides before its security group, and all of its routes.
 */
const ofPackets: readonly AssumptionCode[] = [
  'SERVICE_TAG_PREFIXES',
  'BUNDLED_PREFIXES',
  'VNET_SPACE_ASSUMED',
  'AVNM_RULES_UNKNOWN',
  'BGP_ROUTES_UNKNOWN',
];

/** How sure a finding is, which is apart from how grave it is, and the assumptions that it rests on. */
export function confidenceOf(
  { outcome, flows, rules, ownFlow }: Pick<Finding, 'outcome' | 'flows' | 'rules' | 'ownFlow'>,
  { assumptions }: Pick<ConfigReport, 'assumptions'>,
): { readonly confidence: Confidence; readonly restsOn: readonly Assumption['code'][] } {
  const codes = assumptions.map(({ code }) => code);
  if (outcome === 'NEEDS_REVIEW') return { confidence: 'UNDECIDED', restsOn: codes };
  const isOfPackets = flows.length > 0 || rules.length > 0 || ownFlow !== undefined;
  const restsOn = codes.filter(
    (code) => ofAll.includes(code) || (isOfPackets && ofPackets.includes(code)),
  );
  return { confidence: restsOn.length > 0 ? 'ASSUMED' : 'CERTAIN', restsOn };
}
