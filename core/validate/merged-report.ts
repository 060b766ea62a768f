/**
 * Reports on an instance whose tier or mode the input leaves open, put together so that the report states as certain what
 * holds for each tier and mode that it may have.
 */

import type { Deployment } from '../deployment.ts';
import { type Alternative, kindsText } from './alternatives.ts';
import type { DependencyStatus } from './network-status/status.ts';
import type { OwnFlowResult } from './own-flows/own-flow.ts';
import { type ConfigReport, type Finding, type FlowResult, severities } from './report.ts';

/** One report: what all of them say, and what some say under the condition that makes them say it. */
export function mergedReport(alternatives: readonly Alternative[]): ConfigReport {
  const [{ report: first }] = alternatives as readonly [Alternative, ...Alternative[]];
  if (alternatives.length === 1) return first;
  const reports = alternatives.map(({ report }) => report);
  const assumptions = new Map(
    reports.flatMap((report) => report.assumptions.map((one) => [one.text, one] as const)),
  );
  return {
    ...first,
    edition: reports.find(({ edition }) => edition !== null)?.edition ?? null,
    assumptions: [...assumptions.values()],
    serviceTagVersions: [...new Set(reports.flatMap((report) => report.serviceTagVersions))],
    findings: findingsOfAll(alternatives),
    flows: flowsOfAll(reports),
    ownFlows: first.ownFlows.map((one, index) =>
      ownFlowOfAll(reports.map(({ ownFlows }) => ownFlows[index] ?? one)),
    ),
    networkStatus: first.networkStatus.map((one, index) =>
      statusOfAll(
        one,
        reports.map(({ networkStatus }) => networkStatus[index] ?? one),
      ),
    ),
    instance: () => {
      const instances = reports.map((report) => report.instance());
      return { ...first.instance(), kinds: instances.flatMap(({ kinds }) => kinds) };
    },
    remediation: () => rulesOfAll(reports),
    denyByDefault: () => [],
    edits: () => [],
  };
}

const keyOf = ({ checkId, region, path }: Finding) => `${checkId} ${region} ${path}`;

interface FindingIn {
  readonly finding: Finding;
  readonly deployment: Deployment;
}

/**
 * A message that every alternative has is certain, as mild as `mildestOf` makes it. Of other findings on the same thing one
 * is certain if all alternatives have one that is as grave, about its flows at least. The rest holds under a condition,
 * and is no failure unless each alternative fails for a reason of its own.
 */
function findingsOfAll(alternatives: readonly Alternative[]): Finding[] {
  const all = alternatives.flatMap(({ deployment, report }) =>
    report.findings.map((finding): FindingIn => ({ finding, deployment })),
  );
  const groups = [...Map.groupBy(all, ({ finding }) => keyOf(finding)).values()];
  const merged = groups.flatMap((group) => {
    const messages = [...Map.groupBy(group, ({ finding }) => finding.message).values()].toSorted(
      (a, b) => flowsOf(a).length - flowsOf(b).length,
    );
    const isOfAll = (same: readonly FindingIn[]) => holdersOf(same).length === alternatives.length;
    const differing = messages.filter((same) => !isOfAll(same));
    const common = differing.find((same) => isCommon(same, differing.flat(), alternatives));
    return messages.map((same) => ({
      finding: mildestOf(same),
      holders: holdersOf(same),
      isCertain: isOfAll(same) || same === common,
    }));
  });
  const isFailure =
    alternatives.every(({ report }) => report.verdict === 'FAIL') &&
    !merged.some(({ finding, isCertain }) => isCertain && finding.outcome === 'FAIL');
  return merged.flatMap(({ finding, holders, isCertain }) => {
    if (isCertain) return [finding];
    const { severity, outcome } = finding;
    return severity === 'INFO' && outcome === 'PASS'
      ? []
      : [underCondition(finding, holders, isFailure)];
  });
}

/** True if each alternative has a finding on the flows of this one, and a graver outcome or the same. */
function isCommon(
  same: readonly FindingIn[],
  group: readonly FindingIn[],
  alternatives: readonly Alternative[],
): boolean {
  const { outcome, flows } = mildestOf(same);
  return (
    flows.length > 0 &&
    alternatives.every(({ deployment }) =>
      group.some(
        (one) =>
          one.deployment === deployment &&
          gravityOf(one.finding) >= gravity.indexOf(outcome) &&
          flows.every((flow) => one.finding.flows.includes(flow)),
      ),
    )
  );
}

const gravity: readonly Finding['outcome'][] = ['PASS', 'NEEDS_REVIEW', 'FAIL'];
const gravityOf = ({ outcome }: Finding) => gravity.indexOf(outcome);

/**
 * The finding with the mildest severity and outcome, on the flows of all of its forms; a warning to review where it is
 * fine in one form and not in another.
 */
function mildestOf(same: readonly FindingIn[]): Finding {
  const [finding] = same
    .map((one) => one.finding)
    .toSorted(
      (a, b) =>
        gravityOf(a) - gravityOf(b) ||
        severities.indexOf(b.severity) - severities.indexOf(a.severity),
    ) as [Finding, ...Finding[]];
  const isOpen =
    finding.outcome === 'PASS' && same.some(({ finding: { outcome } }) => outcome !== 'PASS');
  return {
    ...finding,
    ...(isOpen && { severity: 'WARNING', outcome: 'NEEDS_REVIEW' }),
    flows: flowsOf(same),
  };
}

const holdersOf = (group: readonly FindingIn[]) => [
  ...new Set(group.map(({ deployment }) => deployment)),
];
const flowsOf = (group: readonly FindingIn[]) => [
  ...new Set(group.flatMap(({ finding }) => finding.flows)),
];

function underCondition(
  finding: Finding,
  holders: readonly Deployment[],
  isFailure: boolean,
): Finding {
  const isFinal = isFailure || finding.outcome === 'PASS';
  return {
    ...finding,
    severity: isFailure ? finding.severity : 'WARNING',
    outcome: isFinal ? finding.outcome : 'NEEDS_REVIEW',
    message: `if the instance is ${kindsText(holders)}: ${finding.message}`,
  };
}

/** As it is in all; undecided where that depends on what the instance is. */
function ownFlowOfAll(all: readonly OwnFlowResult[]): OwnFlowResult {
  const [first] = all as readonly [OwnFlowResult, ...OwnFlowResult[]];
  if (all.every(({ outcome }) => outcome === first.outcome)) return first;
  return {
    ...first,
    outcome: 'UNDECIDED',
    broken: [],
    undecided: [],
    message: 'it depends on the tier and the network mode, which the input leaves open',
  };
}

/** What explains a dependency for all; undecided where that depends on what the instance is. */
function statusOfAll(first: DependencyStatus, all: readonly DependencyStatus[]): DependencyStatus {
  const written = JSON.stringify(first);
  if (all.every((one) => JSON.stringify(one) === written)) return first;
  return {
    ...first,
    flows: first.flows.filter((flow) => all.every(({ flows }) => flows.includes(flow))),
    explanation: 'UNDECIDED',
    message: `${first.name} is ${first.state.toLowerCase()}; what explains it depends on the tier and the network mode, which the input leaves open`,
    decidedBy: null,
    nextSteps: [
      'give the tier and the network mode',
      ...first.nextSteps.filter((step) => all.every(({ nextSteps }) => nextSteps.includes(step))),
    ],
  };
}

/** Each flow once; it is undecided where the rules treat it in more than one way. */
function flowsOfAll(reports: readonly ConfigReport[]): FlowResult[] {
  const groups = Map.groupBy(
    reports.flatMap(({ flows }) => flows),
    ({ region, key }) => `${region} ${key}`,
  );
  return [...groups.values()].flatMap(([flow, ...others]) => {
    if (!flow) return [];
    return [others.every(({ outcome }) => outcome === flow.outcome) ? flow : undecided(flow)];
  });
}

const undecided = (flow: FlowResult): FlowResult => ({
  ...flow,
  outcome: 'UNKNOWN',
  allowedFraction: null,
});

/** The rules that every report asks for. */
function rulesOfAll(reports: readonly ConfigReport[]): ReturnType<ConfigReport['remediation']> {
  const [first = [], ...others] = reports.map((report) => report.remediation());
  const isIn = (rules: typeof first, region: string, rule: unknown) =>
    rules.some(
      (group) =>
        group.region === region &&
        group.rules.some((one) => JSON.stringify(one) === JSON.stringify(rule)),
    );
  return first
    .map((group) => ({
      ...group,
      rules: group.rules.filter((rule) => others.every((all) => isIn(all, group.region, rule))),
    }))
    .filter(({ rules }) => rules.length > 0);
}
