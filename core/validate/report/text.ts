/** A run as text for people: a heading a deployment, one block a finding with the line that it is about. */

import type { Severity } from '../report.ts';
import {
  type CheckRun,
  countsInWords,
  type Judged,
  type JudgedFinding,
  verdictOfJudged,
} from './check-run.ts';
import { detailsOf, isNotable, statusInWords } from './network-status.ts';
import { ownFlowsInWords } from './own-flows.ts';
import { printable } from './printable.ts';

export type Paint = 'error' | 'warning' | 'note' | 'good' | 'strong' | 'quiet';

export interface TextOptions {
  /** Adds colour; the identity where the output is not a terminal. */
  readonly paint: (style: Paint, text: string) => string;
  /** A line of a file by its 1-based number; undefined where the file is missing. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  /** The name of a file for the reader, who may be in a folder of the repository. */
  readonly nameOf: (path: string) => string;
  /** Adds what each finding rests on, and the flows that are allowed. */
  readonly isVerbose: boolean;
}

const severityNames = {
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'note',
} as const satisfies Record<Severity, Paint>;

const verdictNames = {
  PASS: ['good', 'PASS'],
  FAIL: ['error', 'FAIL'],
  NEEDS_REVIEW: ['warning', 'NEEDS REVIEW'],
} as const;

export function toText(run: CheckRun, options: TextOptions): string {
  return [
    ...run.judged.map((judged) => deploymentText(judged, options)),
    ...run.notJudged.map(({ path, reason, isError }) =>
      isError
        ? `${options.paint('error', 'error')}: ${printable(options.nameOf(path))} cannot be judged: ${printable(reason)}\n`
        : `${options.paint('quiet', `not judged: ${printable(options.nameOf(path))}: ${printable(reason)}`)}\n`,
    ),
    ...run.ignoreProblems.map(
      ({ file, line, message }) =>
        `${options.paint('warning', 'warning')}: ${printable(options.nameOf(file))}:${line}: ${printable(message)}\n`,
    ),
  ].join('\n');
}

function deploymentText(judged: Judged, options: TextOptions): string {
  const { paint, nameOf, isVerbose } = options;
  const [style, name] = verdictNames[verdictOfJudged(judged)];
  const service = judged.service === undefined ? '' : ` (${printable(judged.service)})`;
  const shown = judged.findings.filter(({ suppression }) => isVerbose || !suppression);
  return [
    `${paint('strong', printable(nameOf(judged.path)))}${service}: ${paint(style, name)}, ${countsInWords(judged)}`,
    ...shown.map((finding) => `\n${findingText(finding, options)}`),
    ...(judged.missingValues.length > 0
      ? [`\nvalues that would say more: ${judged.missingValues.map(printable).join(', ')}`]
      : []),
    ...judged.notes.map((note) => paint('quiet', `note: ${printable(note)}`)),
    ...ownFlowLines(judged, options),
    ...networkStatusLines(judged, options),
    ...(isVerbose ? [] : (judged.assumed ?? [])).map(({ text }) =>
      paint('quiet', `assumed: ${printable(text)}`),
    ),
    ...(isVerbose ? verboseLines(judged, paint) : []),
  ]
    .join('\n')
    .concat('\n');
}

function findingText(
  finding: JudgedFinding,
  { paint, lineOf, nameOf, isVerbose }: TextOptions,
): string {
  const style = severityNames[finding.severity];
  const { location, suppression } = finding;
  const lines = [
    `${paint(style, `${style}[${finding.checkId}]`)}: ${paint('strong', printable(finding.title))}${suppression ? ` (ignored: ${printable(suppression.reason)})` : ''}`,
  ];
  const bar = paint('quiet', '|');
  let indent = '  ';
  if (location) {
    const number = String(location.line);
    indent = ' '.repeat(number.length + 1);
    lines.push(
      `${indent.slice(1)}${paint('quiet', '-->')} ${printable(nameOf(location.file))}:${location.line}:${location.column}`,
    );
    const text = lineOf(location.file, location.line);
    if (text !== undefined && text.trim() !== '') {
      const { excerpt, caret } = excerptOf(text, location.column);
      lines.push(
        `${indent}${bar}`,
        `${paint('quiet', number)} ${bar} ${excerpt}`,
        `${indent}${bar} ${' '.repeat(caret)}${paint(style, '^')}`,
      );
      // A bracket alone says nothing; the line after it mostly holds a name.
      const next = /^[{[(]$/.test(text.trim()) && lineOf(location.file, location.line + 1);
      if (next) lines.push(`${indent}${bar}   ${excerptOf(next, 1).excerpt}`);
    }
  } else if (finding.path !== '') {
    lines.push(`${indent}${paint('quiet', 'at')} ${printable(finding.path)}`);
  }
  const equals = paint('quiet', '=');
  lines.push(`${indent}${equals} ${printable(finding.message)}`);
  if (finding.remediation !== undefined) {
    lines.push(`${indent}${equals} fix: ${printable(finding.remediation)}`);
  }
  if (isVerbose) {
    for (const { source, section } of finding.citations) {
      lines.push(`${indent}${equals} source: ${source}, ${section}`);
    }
  }
  return lines.join('\n');
}

const longestExcerpt = 120;

/** The part of a line around a column, without its indentation, and how far the column is from its start. */
function excerptOf(
  text: string,
  column: number,
): { readonly excerpt: string; readonly caret: number } {
  const blank = text.length - text.trimStart().length;
  const target = Math.max(column - 1, blank);
  const start = target - blank > longestExcerpt - 20 ? target - 40 : blank;
  return {
    excerpt: printable(text.slice(start, start + longestExcerpt)),
    caret: printable(text.slice(start, target)).length,
  };
}

function ownFlowLines(
  { report: { ownFlows } }: Judged,
  { paint, isVerbose }: TextOptions,
): readonly string[] {
  if (ownFlows.length === 0) return [];
  return [
    `\n${ownFlowsInWords(ownFlows)}`,
    ...(isVerbose ? ownFlows : []).map(
      ({ outcome, name, region, message }) =>
        `  ${paint(outcomeStyles[outcome], outcome.toLowerCase().padEnd(9))} ${region ?? ''} ${printable(name)}: ${printable(message)}`,
    ),
  ];
}

const outcomeStyles = { HOLDS: 'good', BROKEN: 'error', UNDECIDED: 'warning' } as const;

function networkStatusLines(
  { report: { networkStatus } }: Judged,
  { paint, isVerbose }: TextOptions,
): readonly string[] {
  if (networkStatus.length === 0) return [];
  return [
    `\n${paint('strong', 'network status')}, ${statusInWords(networkStatus)}`,
    ...networkStatus
      .filter((one) => isVerbose || isNotable(one))
      .flatMap((one) => [
        `  ${paint(one.state === 'UP' ? 'good' : 'error', one.state.toLowerCase())} ${printable(one.message)} (${printable(detailsOf(one))})`,
        ...(one.error === null ? [] : [`     Azure says: ${printable(one.error)}`]),
        ...one.nextSteps.map((step, index) => `     ${index + 1}. ${printable(step)}`),
      ]),
  ];
}

function verboseLines({ report }: Judged, paint: TextOptions['paint']): readonly string[] {
  return [
    `\n${report.edition === null ? 'no port table' : `port table of ${report.edition}`}${report.serviceTagVersions.length > 0 ? `, service tags ${report.serviceTagVersions.join(', ')}` : ''}`,
    ...report.assumptions.map(({ text }) => paint('quiet', `assumed: ${printable(text)}`)),
    ...report.flows.map(
      ({ key, region, outcome, decidedBy }) =>
        `  ${outcome.toLowerCase().padEnd(8)} ${region} ${key}${decidedBy === null ? '' : ` by ${printable(decidedBy)}`}`,
    ),
  ];
}
