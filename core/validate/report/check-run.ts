/** What one run over files judged, in the form that every report format takes. */

import type { IgnoreProblem } from '../ignores.ts';
import type { SourceLocation } from '../read/source/location.ts';
import type { Assumption, ConfigReport, Finding, Severity, Verdict } from '../report.ts';
import { verdictOf } from '../verdict.ts';

/** Why a finding does not count. */
export interface Suppression {
  /** IN_SOURCE: a comment in the file; EXTERNAL: the settings file or the baseline. */
  readonly kind: 'IN_SOURCE' | 'EXTERNAL';
  readonly reason: string;
}

export interface JudgedFinding extends Finding {
  /** Undefined where the finding is about no part of a file, or the input is standard input. */
  readonly location: SourceLocation | undefined;
  /** The same in every run while check, region, rules and flows are the same; lines may move. */
  readonly fingerprint: string;
  readonly suppression: Suppression | undefined;
}

export interface Judged {
  /** Path of the file or the folder that is deployed; `-` for standard input. */
  readonly path: string;
  /** Name of the service, where several were in one document. */
  readonly service: string | undefined;
  readonly report: ConfigReport;
  readonly findings: readonly JudgedFinding[];
  /** What the verdict would need: "apimSku (main.bicep:12)". */
  readonly missingValues: readonly string[];
  /** What was not read or not used, as sentences. */
  readonly notes: readonly string[];
  /** How many findings the persona does not read. */
  readonly hidden?: number;
  /** What the verdict assumes, for the persona that reads it. */
  readonly assumed?: readonly Assumption[];
}

export interface NotJudged {
  readonly path: string;
  readonly reason: string;
  /** True where it holds a service that could not be judged, which fails the run. */
  readonly isError: boolean;
}

export interface CheckRun {
  readonly judged: readonly Judged[];
  readonly notJudged: readonly NotJudged[];
  /** Comments and settings that ignore nothing or have ended. */
  readonly ignoreProblems: readonly IgnoreProblem[];
}

export function countsOf(findings: readonly JudgedFinding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) =>
    findings.filter((one) => one.severity === severity && !one.suppression).length;
  return { ERROR: count('ERROR'), WARNING: count('WARNING'), INFO: count('INFO') };
}

/** The worst outcome of the findings that count. */
export function verdictOfJudged({ findings }: Pick<Judged, 'findings'>): Verdict {
  return verdictOf(findings.filter(({ suppression }) => !suppression));
}

/** "2 errors, 1 warning, 3 not for this persona"; "no findings" where there are none. */
export function countsInWords({
  findings,
  hidden = 0,
}: Pick<Judged, 'findings' | 'hidden'>): string {
  const { ERROR, WARNING, INFO } = countsOf(findings);
  const ignored = findings.filter(({ suppression }) => suppression).length;
  const parts = [
    ...(ERROR > 0 ? [plural(ERROR, 'error')] : []),
    ...(WARNING > 0 ? [plural(WARNING, 'warning')] : []),
    ...(INFO > 0 ? [plural(INFO, 'note')] : []),
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(hidden > 0 ? [`${hidden} more for --persona pedantic`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no findings';
}

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
