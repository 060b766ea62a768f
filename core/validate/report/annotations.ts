/** Findings as annotations of a pipeline: GitHub Actions and Azure Pipelines. */

import type { Severity } from '../report.ts';
import type { CheckRun, JudgedFinding } from './check-run.ts';

const githubLevels = {
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'notice',
} as const satisfies Record<Severity, string>;

/** One workflow command a finding; GitHub shows ten of each kind for a step, so errors come first. */
export function githubAnnotations(run: CheckRun): string {
  return linesOf(run, (finding) => {
    const { location, severity } = finding;
    const properties = [
      ...(location
        ? [`file=${location.file}`, `line=${location.line}`, `col=${location.column}`]
        : []),
      `title=${finding.title} (${finding.checkId})`,
    ].map((property) => property.replace(/[%\r\n:,]/g, encoded));
    return `::${githubLevels[severity]} ${properties.join(',')}::${textOf(finding).replace(/[%\r\n]/g, encoded)}`;
  });
}

/** One logging command a finding; Azure Pipelines knows errors and warnings alone, so a note is a plain line. */
export function azureAnnotations(run: CheckRun): string {
  return linesOf(run, (finding) => {
    const { location, severity } = finding;
    if (severity === 'INFO') {
      return `note: ${finding.title}: ${textOf(finding).replace(/[\r\n]/g, ' ')}`.replaceAll(
        '##',
        '# #',
      );
    }
    const properties = [
      `type=${severity === 'ERROR' ? 'error' : 'warning'}`,
      ...(location
        ? [
            `sourcepath=${location.file}`,
            `linenumber=${location.line}`,
            `columnnumber=${location.column}`,
          ]
        : []),
      `code=${finding.checkId}`,
    ].map((property) => property.replace(/[%\r\n;\]]/g, azureEncoded));
    const message = `${finding.title}: ${textOf(finding)}`.replace(/[%\r\n]/g, azureEncoded);
    return `##vso[task.logissue ${properties.join(';')}]${message}`;
  });
}

function linesOf(run: CheckRun, line: (finding: JudgedFinding) => string): string {
  const findings = run.judged.flatMap((one) => one.findings.filter((it) => !it.suppression));
  const sorted = (['ERROR', 'WARNING', 'INFO'] as const).flatMap((severity) =>
    findings.filter((one) => one.severity === severity),
  );
  return sorted.map((finding) => `${line(finding)}\n`).join('');
}

const textOf = ({ message, remediation }: JudgedFinding): string =>
  remediation ? `${message}. Fix: ${remediation}` : message;

const encoded = (letter: string): string =>
  `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const azureEncoded = (letter: string): string => (letter === '%' ? '%AZP25' : encoded(letter));
