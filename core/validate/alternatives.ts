/**
 * Reports on an instance whose tier or mode the input leaves open: one for each tier and mode that it may have, put
 * together so that the report states as certain what holds for all of them.
 */

import { tierProfileByTier } from '../../data/index.ts';
import { findSubnetArithmetic } from '../answers/subnet-plan.ts';
import type { Deployment } from '../deployment.ts';
import type { ConfigReport, Finding, FlowResult } from './report.ts';

export interface Alternative {
  readonly deployment: Deployment;
  readonly report: ConfigReport;
}

/** The deployment itself, or one for each tier and mode that it may have. */
export function alternativesOf(deployment: Deployment): readonly Deployment[] {
  const { possible, ...rest } = deployment;
  if (!possible) return [deployment];
  const pairs = possible.tiers.flatMap((tier) =>
    possible.virtualNetworkTypes.map((virtualNetworkType) => ({ tier, virtualNetworkType })),
  );
  const networked = pairs.filter(
    ({ tier, virtualNetworkType: mode }) => findSubnetArithmetic(tier, mode) !== undefined,
  );
  const usable = networked.length > 0 ? networked : pairs;
  const delegated = usable.filter((kind) => isDelegatedFor(kind, deployment));
  return (delegated.length > 0 ? delegated : usable).map((kind) => ({ ...rest, ...kind }));
}

/** True where every known subnet has the delegation of the kind, or none where it must have none. */
const isDelegatedFor = (
  kind: Pick<Deployment, 'tier' | 'virtualNetworkType'>,
  { locations }: Deployment,
): boolean =>
  locations.every(({ subnet }) => {
    if (!subnet || subnet.hasOpenDelegations) return true;
    const wanted = findSubnetArithmetic(kind.tier, kind.virtualNetworkType)?.delegation;
    const delegations = subnet.delegations.map((one) => one.toLowerCase());
    return wanted ? delegations.includes(wanted.toLowerCase()) : delegations.length === 0;
  });

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
    assumptions: [...assumptions.values()],
    serviceTagVersions: [...new Set(reports.flatMap((report) => report.serviceTagVersions))],
    findings: findingsOfAll(alternatives),
    flows: flowsOfAll(reports),
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

function findingsOfAll(alternatives: readonly Alternative[]): Finding[] {
  const all = alternatives.flatMap(({ deployment, report }) =>
    report.findings.map((finding): FindingIn => ({ finding, deployment })),
  );
  return [...Map.groupBy(all, ({ finding }) => keyOf(finding)).values()].flatMap((group) => {
    const isOfAll = holdersOf(group).length === alternatives.length;
    // Of those that differ, the one about the fewest flows holds for all.
    return [...Map.groupBy(group, ({ finding }) => finding.message).values()]
      .toSorted((a, b) => flowsOf(a).length - flowsOf(b).length)
      .flatMap((same, index) => {
        const [{ finding }] = same as [FindingIn, ...FindingIn[]];
        const whole = { ...finding, flows: flowsOf(same) };
        if (isOfAll && index === 0) return [whole];
        return finding.severity === 'INFO' ? [] : [underCondition(whole, holdersOf(same))];
      });
  });
}

const holdersOf = (group: readonly FindingIn[]) => [
  ...new Set(group.map(({ deployment }) => deployment)),
];
const flowsOf = (group: readonly FindingIn[]) => [
  ...new Set(group.flatMap(({ finding }) => finding.flows)),
];

const underCondition = (finding: Finding, holders: readonly Deployment[]): Finding => ({
  ...finding,
  severity: 'WARNING',
  outcome: finding.outcome === 'PASS' ? 'PASS' : 'NEEDS_REVIEW',
  message: `if the instance is ${kindsText(holders)}: ${finding.message}`,
});

/** "Developer or Premium (EXTERNAL), or Standard v2 (EXTERNAL)" */
export function kindsText(deployments: readonly Deployment[]): string {
  const byModes = Map.groupBy(
    [...Map.groupBy(deployments, ({ tier }) => tier)].map(([tier, kinds]) => ({
      name: tierProfileByTier.get(tier)?.displayName ?? tier,
      modes: kinds.map(({ virtualNetworkType }) => virtualNetworkType).join(' or '),
    })),
    ({ modes }) => modes,
  );
  return [...byModes]
    .map(([modes, kinds]) => `${kinds.map(({ name }) => name).join(' or ')} (${modes})`)
    .join(', or ');
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

/** The trace of a flow is computed on demand, so it is not read here. */
const undecided = (flow: FlowResult): FlowResult =>
  Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(flow),
      outcome: { value: 'UNKNOWN', enumerable: true },
      allowedFraction: { value: null, enumerable: true },
    },
  ) as FlowResult;

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
