/** Validates a deployment: evaluates its locations, runs the checks, and computes the rules that fix it. */

import { catalog } from '../../data/index.ts';
import { findSubnetArithmetic } from '../answers/subnet-plan.ts';
import type { Deployment } from '../deployment.ts';
import { memoize } from '../network/memoize.ts';
import { alternativesOf } from './alternatives.ts';
import { checks } from './checks/index.ts';
import { findingsOf } from './checks/kit/check.ts';
import { filterOfLocation } from './compare/filter-of-location.ts';
import {
  maxComparisons,
  requireEachOnce,
  requireFewComparisons,
  requireFewLocations,
  requireOneCloud,
} from './deployment-limits.ts';
import { toFlowResult } from './flows/evaluated-flow.ts';
import type { InputLocation } from './input-options.ts';
import { judgedLocation } from './judged-instance.ts';
import { assumptionsOf } from './location/assumptions.ts';
import { appliedEdition } from './location/edition.ts';
import {
  hasGroupElsewhere,
  type LocationContext,
  type LocationOptions,
  readLocation,
} from './location/location.ts';
import { mergedReport } from './merged-report.ts';
import { explainNetworkStatus, toDependencyStatus } from './network-status/explain.ts';
import { judgeOwnFlows } from './own-flows/judge-own-flows.ts';
import { type ReadOwnFlow, readOwnFlows } from './own-flows/read-own-flow.ts';
import { pathsOf } from './path/path-of-flow.ts';
import { Budget } from './read/arm/budget.ts';
import type { DocumentContext } from './read/document-context.ts';
import type { SourceLocation } from './read/source/location.ts';
import { pointerInDocument } from './read/source-location.ts';
import { denyByDefault } from './remediation/deny-by-default.ts';
import { remedyLocation } from './remediation/remedy-location.ts';
import {
  type AssumptionCode,
  type ConfigReport,
  type Finding,
  type SourceEdit,
  severities,
} from './report.ts';
import { verdictOf } from './verdict.ts';
import { laddersOf } from './why/why.ts';

/** What a deployment was read from. */
interface ReadFrom {
  readonly documentContext?: DocumentContext;
  readonly budget?: Budget;
  /** From a path in the deployment to one in the input. */
  readonly locate?: (path: string, location?: SourceLocation) => InputLocation;
  /** The remedy as replacements in a source. */
  readonly edits?: (locations: readonly LocationContext[]) => readonly SourceEdit[];
}

/** The report on a deployment; where the input leaves open what the instance is, on all that it may be. */
export function validate(
  deployment: Deployment,
  options: LocationOptions,
  from: ReadFrom = {},
): ConfigReport {
  const flows = readOwnFlows(options.flows ?? []);
  const alternatives = alternativesOf(deployment);
  const all = alternatives.map((one) => ({
    deployment: one,
    report: reportOn(one, options, from, flows, maxComparisons / alternatives.length),
  }));
  const merged = mergedReport(all);
  if (merged === all[0]?.report) return merged;
  const findings = bySeverity(merged.findings);
  return { ...merged, verdict: verdictOf(findings), findings };
}

function reportOn(
  deployment: Deployment,
  options: LocationOptions,
  { documentContext, budget = new Budget(), locate, edits }: ReadFrom,
  flows: readonly ReadOwnFlow[],
  comparisons: number,
): ConfigReport {
  const { locations: inputs } = deployment;
  requireFewLocations(inputs.length);
  const isInVirtualNetwork =
    findSubnetArithmetic(deployment.tier, deployment.virtualNetworkType) !== undefined;
  const readings = isInVirtualNetwork
    ? inputs.map((_, index) => readLocation(deployment, index, options, budget))
    : [];
  requireFewComparisons(readings, comparisons);
  const locations = readings.map((reading) => reading.evaluate());
  requireOneCloud(locations);
  requireEachOnce(locations);
  const known = locations.filter(({ location }) => !hasGroupElsewhere(location));
  const networkStatus =
    options.whatIf === 'NONE'
      ? explainNetworkStatus(documentContext?.networkStatus ?? [], locations)
      : [];
  const ownFlows = judgeOwnFlows(flows, locations);
  const context = {
    deployment,
    locations,
    networkStatus,
    ownFlows,
    ...(documentContext && { documentContext }),
  };
  const files = [...new Set(locations.flatMap(({ tags }) => tags.file ?? []))];
  const locateIn = locate ?? ((path: string) => ({ path: pathInGroup(path, deployment) }));
  const locateOnce = memoize((path: string) => locateIn(path));
  const findings: Finding[] = [];
  for (const check of checks) {
    for (const finding of findingsOf(check, context)) {
      const written = locateIn(finding.path, finding.sourceLocation);
      findings.push(written.path === finding.path ? finding : { ...finding, ...written });
    }
  }
  return {
    verdict: verdictOf(findings),
    edition: appliedEdition(locations),
    serviceTagVersions: files.map(({ version }) => version),
    assumptions: assumptionsOf(
      new Set<AssumptionCode>([
        ...(locations.some(({ rules, location }) => rules && !location.adminRules)
          ? (['AVNM_RULES_UNKNOWN'] as const)
          : []),
        ...(locations.some(({ rules, routes }) => rules && (!routes || routes.isDefaultOpen))
          ? (['BGP_ROUTES_UNKNOWN'] as const)
          : []),
        ...locations.flatMap((location) => [...location.assumptions]),
      ]),
      [...new Set(locations.map(({ region }) => catalog.serviceTagExtracts[region.cloud]))],
      files,
      deployment.assumedDefaults,
    ),
    findings: bySeverity(findings),
    flows: locations.flatMap((location) =>
      location.flows.map((flow) =>
        toFlowResult(flow, location.region, locateOnce, () => pathsOf(location).get(flow.id) ?? []),
      ),
    ),
    ownFlows: ownFlows.map(({ result }) => result),
    networkStatus: networkStatus.map((one) => toDependencyStatus(one, locateOnce)),
    missingValues: [],
    unused: [],
    problems: [],
    read: undefined,
    instance: once(() => ({
      kinds: [{ tier: deployment.tier, virtualNetworkType: deployment.virtualNetworkType }],
      locations: locations.map(judgedLocation),
    })),
    edits: once(() => edits?.(known) ?? []),
    remediation: once(() => known.flatMap((location) => remedyLocation(location) ?? [])),
    filters: once(() => locations.map(filterOfLocation)),
    ladders: (subject) => laddersOf(subject, locations, locateOnce),
    denyByDefault: once(() => known.flatMap((location) => denyByDefault(location) ?? [])),
  };
}

/** Computes on the first call only: one request may ask for several formats. */
function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

const locationsPath = '/deployment/locations/';
const groupPath = '/networkSecurityGroup';

/** A path into the document of a group, changed to where that document has the value. */
function pathInGroup(path: string, { locations }: Deployment): string {
  const at = path.startsWith(locationsPath) ? path.indexOf(`${groupPath}/document/`) : -1;
  if (at < 0) return path;
  const group = locations[Number(path.slice(locationsPath.length, at))]?.networkSecurityGroup;
  if (!group || !('document' in group)) return path;
  return pointerInDocument(group.document, path, at + groupPath.length);
}

/** Errors first; the order of the checks within one severity. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
}
