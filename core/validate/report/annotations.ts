/** Findings, and what could not be judged, as annotations of a pipeline: GitHub Actions and Azure Pipelines. */

import type { Severity } from '../report.ts';
import type { CheckRun } from './check-run.ts';
import { printable } from './printable.ts';

interface Annotation {
  readonly severity: Severity;
  readonly location:
    | { readonly file: string; readonly line?: number; readonly column?: number }
    | undefined;
  readonly title: string;
  /** Id of the check, where it is a finding. */
  readonly code?: string;
  readonly message: string;
}

const githubLevels = {
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'notice',
} as const satisfies Record<Severity, string>;

/** One workflow command each; GitHub shows ten of each kind for a step, so errors come first. */
export function githubAnnotations(run: CheckRun): string {
  return linesOf(run, ({ severity, location, title, code, message }) => {
    const properties = propertiesOf({
      file: location?.file,
      line: location?.line,
      col: location?.column,
      title: code === undefined ? title : `${title} (${code})`,
    }).map((property) => plain(property).replace(/[%\r\n:,]/g, encoded));
    return `::${githubLevels[severity]} ${properties.join(',')}::${plain(message).replace(/[%\r\n]/g, encoded)}`;
  });
}

/** One logging command each; Azure Pipelines knows errors and warnings alone, so a note is a plain line. */
export function azureAnnotations(run: CheckRun): string {
  return linesOf(run, ({ severity, location, title, code, message }) => {
    const text = `${title}: ${message}`;
    if (severity === 'INFO') return `note: ${printable(placeOf(location) + text)}`;
    const properties = propertiesOf({
      type: severity === 'ERROR' ? 'error' : 'warning',
      sourcepath: location?.file,
      linenumber: location?.line,
      columnnumber: location?.column,
      code,
    }).map((property) => plain(property).replace(/[%\r\n;\]]/g, azureEncoded));
    return `##vso[task.logissue ${properties.join(';')}]${plain(text).replace(/[%\r\n]/g, azureEncoded)}`;
  });
}

const placeOf = (location: Annotation['location']): string =>
  location ? `${[location.file, location.line, location.column].filter(Boolean).join(':')}: ` : '';

/** Each line without control characters; the ends of lines are encoded. */
const plain = (text: string): string => text.replace(/[^\r\n]+/g, printable);

function propertiesOf(values: Readonly<Record<string, string | number | undefined>>): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
}

function linesOf(run: CheckRun, line: (annotation: Annotation) => string): string {
  const all = annotationsOf(run);
  const sorted = (['ERROR', 'WARNING', 'INFO'] as const).flatMap((severity) =>
    all.filter((one) => one.severity === severity),
  );
  return sorted.map((annotation) => `${line(annotation)}\n`).join('');
}

/** What the exit code depends on: findings, what could not be judged, and comments that ignore nothing. */
function annotationsOf({ judged, notJudged, ignoreProblems }: CheckRun): readonly Annotation[] {
  const findings = judged.flatMap((one) => one.findings.filter((it) => !it.suppression));
  return [
    ...notJudged
      .filter(({ isError }) => isError)
      .map(
        ({ path, reason }): Annotation => ({
          severity: 'ERROR',
          location: { file: path },
          title: 'Not judged',
          message: `${path} cannot be judged: ${reason}`,
        }),
      ),
    ...findings.map(
      ({ severity, location, title, checkId, message, remediation }): Annotation => ({
        severity,
        location,
        title,
        code: checkId,
        message: remediation ? `${message}. Fix: ${remediation}` : message,
      }),
    ),
    ...judged.flatMap(({ path, assumed = [] }) =>
      assumed.map(
        ({ text }): Annotation => ({
          severity: 'INFO',
          location: undefined,
          title: `Assumed of ${path}`,
          message: text,
        }),
      ),
    ),
    ...ignoreProblems.map(
      ({ file, line, column, message }): Annotation => ({
        severity: 'WARNING',
        location: { file, line, column },
        title: 'Ignore without effect',
        message,
      }),
    ),
  ];
}

const encoded = (letter: string): string =>
  `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const azureEncoded = (letter: string): string => (letter === '%' ? '%AZP25' : encoded(letter));
