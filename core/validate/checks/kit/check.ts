/** What a check is: words for the reader, and a function from an evaluated deployment to findings. */

import type { Citation } from '../../../../data/model.ts';
import type { Deployment } from '../../../deployment.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import type { DocumentContext } from '../../read/document-context.ts';
import type { RuleProblem } from '../../read/rules/rule-problem.ts';
import type { Finding, Severity, Verdict } from '../../report.ts';
import type { CheckExamples } from './example.ts';

export interface DeploymentContext {
  readonly deployment: Deployment;
  /** Empty where the tier and mode put nothing into a virtual network. */
  readonly locations: readonly LocationContext[];
  /** Absent where the deployment was given field by field. */
  readonly documentContext?: DocumentContext;
}

/** A finding without what its check says already. */
export interface Observation {
  readonly message: string;
  /** JSON pointer into the input. */
  readonly path: string;
  readonly region?: string;
  readonly remediation?: string;
  readonly severity?: Severity;
  readonly outcome?: Verdict;
  readonly citations?: readonly Citation[];
}

export interface Check {
  /** Permanent, kebab-case; also the name of the check's file. */
  readonly id: string;
  /** Earlier ids; every look-up accepts them, and none is ever used again. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** ERROR will fail, WARNING will bite later, INFO is worth knowing. */
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

/** The findings of one check; a check's severity and citations hold unless an observation has its own. */
export function findingsOf(check: Check, context: DeploymentContext): Finding[] {
  return check.run(context).map((observation) => {
    const severity = observation.severity ?? check.severity;
    return {
      checkId: check.id,
      severity,
      outcome: observation.outcome ?? (severity === 'INFO' ? 'PASS' : 'FAIL'),
      message: observation.message,
      path: observation.path,
      region: observation.region,
      remediation: observation.remediation,
      citations: observation.citations ?? check.citations,
    };
  });
}

/** A run for checks that look at one location at a time. */
export function perLocation(
  look: (location: LocationContext) => readonly Omit<Observation, 'region'>[],
): Check['run'] {
  return ({ locations }) =>
    locations.flatMap((location) =>
      look(location).map((observation) => ({ ...observation, region: location.region.name })),
    );
}

/** A run for checks that repeat what reading the rules has found. */
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
