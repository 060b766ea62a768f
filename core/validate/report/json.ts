/** A run as JSON for scripts: the shape `json-v1`, to which fields may be added and from which none is taken. */

import type { PacketSet } from '../compare/packet-set.ts';
import type { SourceLocation } from '../read/source/location.ts';
import type { SourceEdit } from '../report.ts';
import { type CheckRun, countsOf, type Judged, verdictOfJudged } from './check-run.ts';
import { confidenceOf } from './persona.ts';

/** Edits of the source files of a deployment, and the findings that they mend, by fingerprint. */
export interface DeploymentEdits {
  readonly edits: readonly SourceEdit[];
  readonly mended: ReadonlySet<string>;
}

/** `editsOf` gives undefined where no edit mends a deployment. */
export function toJson(
  run: CheckRun,
  editsOf: (judged: Judged) => DeploymentEdits | undefined = () => undefined,
) {
  return {
    format: 'json-v1',
    deployments: run.judged.map((judged) => deploymentJson(judged, editsOf(judged))),
    notJudged: run.notJudged,
    ignoreProblems: run.ignoreProblems,
  };
}

function deploymentJson(judged: Judged, edits: DeploymentEdits | undefined) {
  const { path, service, report, findings, missingValues, notes } = judged;
  return {
    path,
    service: service ?? null,
    verdict: verdictOfJudged(judged),
    edition: report.edition,
    serviceTagVersions: report.serviceTagVersions,
    counts: countsOf(findings),
    hidden: judged.hidden ?? 0,
    findings: findings.map(
      ({ location, region, remediation, suppression, citations, ownFlow, ...rest }) => ({
        ...rest,
        ...confidenceOf({ ...rest, ...(ownFlow !== undefined && { ownFlow }) }, report),
        ownFlow: ownFlow ?? null,
        region: region ?? null,
        remediation: remediation ?? null,
        isMendedByEdits: edits?.mended.has(rest.fingerprint) ?? false,
        location: placeOf(location),
        suppression: suppression ?? null,
        sources: citations.map(({ source, section }) => ({ source, section })),
      }),
    ),
    flows: report.flows.map(
      ({ key, region, direction, destinationPort, remoteTags, necessity, outcome, ...rest }) => ({
        key,
        region,
        direction,
        destinationPort,
        remoteTags,
        necessity,
        outcome,
        allowedFraction: rest.allowedFraction,
        decidedBy: rest.decidedBy,
        counterexample: rest.counterexample,
      }),
    ),
    ownFlows: report.ownFlows.map(({ sourceLocation, ...flow }) => ({
      ...flow,
      broken: flow.broken.map(packetsJson),
      undecided: flow.undecided.map(packetsJson),
      location: placeOf(sourceLocation),
    })),
    edits: edits?.edits ?? [],
    networkStatus: report.networkStatus,
    assumptions: report.assumptions,
    missingValues,
    notes,
  };
}

const packetsJson = ({ decidedBefore, decidedAfter: _, portRules, ...set }: PacketSet) => ({
  ...set,
  portRules: portRules.map(({ id }) => id),
  decidedBy: decidedBefore,
});

const placeOf = (location: SourceLocation | undefined) => location ?? null;
