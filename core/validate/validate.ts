/** Validates a deployment: evaluates its locations, runs the checks, and computes the rules that fix it. */

import { catalog } from '../../data/index.ts';
import type { IsoDate } from '../../data/model.ts';
import { findSubnetArithmetic } from '../answers/subnet-plan.ts';
import { unknownRegionName } from '../answers/unknown-region.ts';
import type { Deployment } from '../deployment.ts';
import { InputError } from '../input-error.ts';
import { keysOf, pointer } from '../json-pointer.ts';
import { memoize } from '../network/memoize.ts';
import { quoted } from '../quoted.ts';
import { alternativesOf, mergedReport } from './alternatives.ts';
import { checks } from './checks/index.ts';
import { findingsOf } from './checks/kit/check.ts';
import { toFlowResult } from './flows/evaluated-flow.ts';
import { assumptionsOf } from './location/assumptions.ts';
import { appliedEdition } from './location/edition.ts';
import {
  hasGroupElsewhere,
  type LocationContext,
  type LocationOptions,
  type LocationReading,
  readLocation,
} from './location/location.ts';
import { explainNetworkStatus, toDependencyStatus } from './network-status/explain.ts';
import { serviceDocuments } from './read/accepted-documents.ts';
import { Budget } from './read/arm/budget.ts';
import { describeReading, readDocument } from './read/document.ts';
import type { DocumentContext } from './read/document-context.ts';
import { readJsonText } from './read/json-text.ts';
import type { ReadDocument } from './read/service.ts';
import type { SourceLocation } from './read/source/location.ts';
import { pointerInDocument, sourceLocationOf } from './read/source-location.ts';
import { denyByDefault } from './remediation/deny-by-default.ts';
import { remedyLocation } from './remediation/remedy-location.ts';
import { type ConfigReport, type Finding, type SourceEdit, severities } from './report.ts';
import { verdictOf } from './verdict.ts';

export interface InputOptions extends LocationOptions {
  /** Values by name for parameters and variables that a document or a source leaves open. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  /** Name of the service to judge where a document or a source has several. */
  readonly service?: string | undefined;
  /** Edition of the port table for a document or a source; the newest if none is named. */
  readonly edition?: IsoDate | undefined;
}

const maxLocations = 100;
/** A group as large as Azure takes has some 20,000 in one location. */
const maxComparisons = 100_000;
/** A rule has four prefixes and ports at least; one with this many takes twice as long. */
const entriesOfLongRule = 8;

/** What a deployment was read from. */
interface ReadFrom {
  readonly documentContext?: DocumentContext;
  readonly budget?: Budget;
  /** From a path in the deployment to one in the input. */
  readonly locate?: (path: string, location?: SourceLocation) => InputLocation;
  /** The remedy as replacements in a source. */
  readonly edits?: (locations: readonly LocationContext[]) => readonly SourceEdit[];
}

export interface InputLocation {
  /** JSON pointer into the input. */
  readonly path: string;
  readonly sourceLocation?: SourceLocation;
  readonly loopLocation?: SourceLocation;
}

/** The report on a deployment; where the input leaves open what the instance is, on all that it may be. */
export function validate(
  deployment: Deployment,
  options: LocationOptions,
  from: ReadFrom = {},
): ConfigReport {
  const alternatives = alternativesOf(deployment);
  const all = alternatives.map((one) => ({
    deployment: one,
    report: reportOn(one, options, from, maxComparisons / alternatives.length),
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
  comparisons: number,
): ConfigReport {
  const { locations: inputs } = deployment;
  if (inputs.length === 0 || inputs.length > maxLocations) {
    throw new InputError(`a deployment has 1 to ${maxLocations} locations`, {
      path: ['deployment', 'locations'],
      given: inputs.length,
      expected: [`1 to ${maxLocations} locations`],
    });
  }
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
  const context = {
    deployment,
    locations,
    networkStatus,
    ...(documentContext && { documentContext }),
  };
  const files = [...new Set(locations.flatMap(({ tags }) => tags.file ?? []))];
  const locateIn = locate ?? ((path: string) => ({ path: pathInGroup(path, deployment) }));
  const locateOnce = memoize((path: string) => locateIn(path));
  const findings = checks
    .flatMap((check) => findingsOf(check, context))
    .map((finding) => {
      const written = locateIn(finding.path, finding.sourceLocation);
      return written.path === finding.path ? finding : { ...finding, ...written };
    });
  return {
    verdict: verdictOf(findings),
    edition: appliedEdition(locations),
    serviceTagVersions: files.map(({ version }) => version),
    assumptions: assumptionsOf(
      new Set([
        ...(locations.some(({ rules }) => rules) ? ['AVNM_RULES_UNKNOWN'] : []),
        ...(locations.some(({ rules, routes }) => rules && (!routes || routes.isDefaultOpen))
          ? ['BGP_ROUTES_UNKNOWN']
          : []),
        ...locations.flatMap((location) => [...location.assumptions]),
      ]),
      [...new Set(locations.map(({ region }) => catalog.serviceTagExtracts[region.cloud]))],
      files,
    ),
    findings: bySeverity(findings),
    flows: locations.flatMap((location) =>
      location.flows.map((flow) => toFlowResult(flow, location.region, locateOnce)),
    ),
    networkStatus: networkStatus.map((one) => toDependencyStatus(one, locateOnce)),
    missingValues: [],
    unused: [],
    problems: [],
    read: undefined,
    edits: once(() => edits?.(known) ?? []),
    remediation: once(() => known.flatMap((location) => remedyLocation(location) ?? [])),
    denyByDefault: once(() => known.flatMap((location) => denyByDefault(location) ?? [])),
  };
}

/** No document and no source names an edition. */
export const inEdition = (deployment: Deployment, { edition }: InputOptions): Deployment =>
  edition === undefined ? deployment : { ...deployment, edition };

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

/** Validates a deployment that a document describes; all paths lead into the document. */
export function validateDocument(input: unknown, options: InputOptions): ConfigReport {
  const document = typeof input === 'string' ? readJsonText(input, serviceDocuments) : input;
  let origins: ReadDocument['origins'] = new Map();
  const located = (path: readonly (string | number)[]) =>
    path[0] === 'service'
      ? path
      : sourceLocationOf(document, path[0] === 'document' ? path : originOf(path, origins));
  try {
    const budget = new Budget();
    const reading = readDocument(document, {
      service: options.service,
      parameters: options.parameters,
      budget,
    });
    origins = reading.origins;
    if (options.log) for (const line of describeReading(document, reading)) options.log(line);
    const { deployment, documentContext, missingValues, unused } = reading;
    const locate = (path: string) => ({ path: pointer(...located(keysOf(path))) });
    const report = validate(deployment, options, { documentContext, budget, locate });
    return { ...report, missingValues, unused };
  } catch (error) {
    throw error instanceof InputError ? Object.assign(error, { path: located(error.path) }) : error;
  }
}

/** The path in the document of a value at a path of the deployment. */
export function originOf(
  path: readonly (string | number)[],
  origins: ReadDocument['origins'],
): readonly (string | number)[] {
  for (let length = path.length; length > 0; length -= 1) {
    const origin = origins.get(pointer(...path.slice(0, length)));
    if (origin) return [...origin, ...path.slice(length)];
  }
  return ['document'];
}

/** Each rule is compared with each flow of its location, and takes longer where it has long lists. */
function requireFewComparisons(readings: readonly LocationReading[], most: number): void {
  const comparisonsIn = ({ rules, entries, flows }: LocationReading) =>
    flows * Math.max(rules, Math.ceil(entries / entriesOfLongRule));
  const comparisons = sumOf(readings, comparisonsIn);
  if (comparisons <= most) return;
  const rules = sumOf(readings, (location) => location.rules);
  const entries = sumOf(readings, (location) => location.entries);
  throw new InputError('the validation takes too much work', {
    path: ['deployment', 'locations'],
    given: `${comparisons} comparisons: ${readings.length} locations, ${rules} rules, ${entries} prefixes and ports`,
    expected: [`at most ${Math.floor(most)} comparisons; validate some of the locations at a time`],
  });
}

const sumOf = <T>(items: readonly T[], measure: (item: T) => number): number =>
  items.reduce((sum, item) => sum + measure(item), 0);

function requireOneCloud(locations: readonly LocationContext[]): void {
  const [primary] = locations;
  const stray = locations.findIndex(({ region }) => region.cloud !== primary?.region.cloud);
  if (!primary || stray < 0) return;
  throw new InputError('all locations of an instance must be in one cloud', {
    path: ['deployment', 'locations', stray, 'region'],
    given: locations[stray]?.location.region,
    expected: [`regions of the cloud ${primary.region.cloud}, as ${primary.region.displayName}`],
  });
}

/** Errors first; the order of the checks within one severity. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  return severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
}

function requireEachOnce(locations: readonly LocationContext[]): void {
  const again = locations.findIndex(
    ({ region }, index) =>
      region.name !== unknownRegionName &&
      locations.findIndex((other) => other.region === region) < index,
  );
  if (again < 0) return;
  throw new InputError(`region ${quoted(`${locations[again]?.location.region}`)} is listed twice`, {
    path: ['deployment', 'locations', again, 'region'],
    given: locations[again]?.location.region,
    expected: ['each region once'],
  });
}
