/** The interface of a check: texts for the reader, and a function from an evaluated deployment to findings. */

import type { Citation } from '../../../../data/model.ts';
import type { Deployment } from '../../../deployment.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { quoted } from '../../../quoted.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import type { ExplainedDependency } from '../../network-status/explain.ts';
import type { JudgedOwnFlow } from '../../own-flows/judge-own-flow.ts';
import type { DocumentContext } from '../../read/document-context.ts';
import type { RuleProblem } from '../../read/rules/rule-problem.ts';
import type { SourceLocation } from '../../read/source/location.ts';
import type { Finding, Severity, Verdict } from '../../report.ts';
import type { CheckExamples } from './example.ts';

export interface DeploymentContext {
  readonly deployment: Deployment;
  /** Empty if the tier and mode do not use a virtual network. */
  readonly locations: readonly LocationContext[];
  /** Absent if the input describes the deployment field by field. */
  readonly documentContext?: DocumentContext;
  /** Empty if the input has no network status, and under a what-if, which Azure has not probed. */
  readonly networkStatus: readonly ExplainedDependency[];
  /** What the owner promises, in each location. */
  readonly ownFlows: readonly JudgedOwnFlow[];
}

/** A finding without the values that its check supplies. */
export interface Observation {
  readonly message: string;
  /** JSON pointer into the input. */
  readonly path: string;
  /** For what is in a source file and in no document that is read from it. */
  readonly sourceLocation?: SourceLocation;
  readonly region?: string;
  readonly remediation?: string;
  readonly severity?: Severity;
  readonly outcome?: Verdict;
  /** Names the effect, as in "Azure SQL is blocked"; by default the title of the check. */
  readonly title?: string;
  /** The flows that it explains. */
  readonly flows?: readonly EvaluatedFlow[];
  /** Name of the own flow that it is about. */
  readonly ownFlow?: string;
  /** The rules that cause it: the deciding one first, then those that it hides. */
  readonly rules?: readonly SecurityRule[];
  /** Ids of other checks whose findings are part of this one. */
  readonly includes?: readonly string[];
  readonly citations?: readonly Citation[];
}

export interface Check {
  /** Permanent, kebab-case; also the name of the check's file. */
  readonly id: string;
  /** Earlier ids; every look-up accepts them, and none is ever used again. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** ERROR: will not work. WARNING: works now but may fail later. INFO: worth knowing. */
  readonly severity: Severity;
  /** What the check finds, in one sentence. */
  readonly summary: string;
  /** Why it matters. */
  readonly rationale: string;
  readonly avoid: string;
  readonly prefer: string;
  readonly examples: CheckExamples;
  readonly citations: readonly Citation[];
  run(context: DeploymentContext): readonly Observation[];
}

const none: readonly string[] = [];

/** The findings of one check; an observation may override the severity and citations of the check. */
export function findingsOf(check: Check, context: DeploymentContext): Finding[] {
  return check.run(context).map((observation) => {
    const severity = observation.severity ?? check.severity;
    return {
      checkId: check.id,
      severity,
      outcome: observation.outcome ?? (severity === 'ERROR' ? 'FAIL' : 'PASS'),
      title: observation.title ?? check.title,
      message: observation.message,
      path: observation.path,
      ...(observation.sourceLocation && { sourceLocation: observation.sourceLocation }),
      region: observation.region,
      remediation: observation.remediation,
      ...(observation.ownFlow !== undefined && { ownFlow: observation.ownFlow }),
      flows: observation.flows?.map(({ id }) => id) ?? none,
      rules: observation.rules?.map(({ name }) => name) ?? none,
      includes: observation.includes ?? none,
      citations: observation.citations ?? check.citations,
    };
  });
}

/** Runs a check on one location at a time. */
export function perLocation(
  look: (location: LocationContext) => readonly Omit<Observation, 'region'>[],
): Check['run'] {
  return ({ locations }) => {
    const observations: Observation[] = [];
    for (const location of locations) {
      for (const one of look(location)) {
        observations.push({ ...one, region: location.region.name });
      }
    }
    return observations;
  };
}

/** Reports the problems that the reader of the rules found. */
export function problems(id: RuleProblem['checkId'], outcome?: Verdict): Check['run'] {
  return perLocation((location) =>
    location.problems
      .filter((problem) => problem.checkId === id)
      .map(({ rule, message, path }) => ({
        message: `rule ${rule === '' ? 'without a name' : quoted(rule)}: ${message}`,
        path,
        ...(outcome !== undefined && { outcome }),
      })),
  );
}
