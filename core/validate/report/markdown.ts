/** A run as Markdown, for a comment on a pull request or the summary of a job. */

import { textDrawing } from '../../render/drawing/text-drawing.ts';
import type { Verdict } from '../report.ts';
import {
  type CheckRun,
  countsInWords,
  type Judged,
  type JudgedFinding,
  verdictOfJudged,
} from './check-run.ts';
import { drawingsOf } from './drawing.ts';
import { code, plain } from './markdown-text.ts';
import { detailsOf, isNotable, statusInWords } from './network-status.ts';
import { ownFlowsInWords } from './own-flows.ts';
import { printable } from './printable.ts';

const verdictNames = {
  PASS: 'carries API Management',
  FAIL: 'does not carry API Management',
  NEEDS_REVIEW: 'cannot be decided whole',
} as const satisfies Record<Verdict, string>;

const marks = { PASS: '✅', FAIL: '❌', NEEDS_REVIEW: '❔' } as const satisfies Record<
  Verdict,
  string
>;

export function toMarkdown(run: CheckRun): string {
  const unread = run.notJudged.filter(({ isError }) => isError);
  return [
    '## API Management network check\n',
    ...run.judged.map(deploymentMarkdown),
    ...unread.map(({ path, reason }) => `❌ ${code(path)} cannot be judged: ${plain(reason)}\n`),
    ...(run.judged.length === 0 && unread.length === 0 ? ['Nothing was judged.\n'] : []),
    ...run.ignoreProblems.map(
      ({ file, line, message }) => `⚠️ ${code(`${file}:${line}`)}: ${plain(message)}\n`,
    ),
  ].join('\n');
}

function deploymentMarkdown(judged: Judged): string {
  const verdict = verdictOfJudged(judged);
  const counted = judged.findings.filter(({ suppression }) => !suppression);
  return [
    `### ${marks[verdict]} ${code(judged.path)}${judged.service === undefined ? '' : ` (${code(judged.service)})`} ${verdictNames[verdict]}\n`,
    `${countsInWords(judged)}${judged.report.edition === null ? '' : `; port table of ${judged.report.edition}`}\n`,
    ...drawingsMarkdown(judged),
    ...(counted.length > 0
      ? [
          '| | What is wrong | Where | What to do |',
          '| --- | --- | --- | --- |',
          ...counted.map(row),
          '',
        ]
      : []),
    ...(judged.report.ownFlows.length > 0
      ? [`${ownFlowsInWords(judged.report.ownFlows).replace('own', 'Own')}\n`]
      : []),
    ...(judged.missingValues.length > 0
      ? [`Values that would say more: ${judged.missingValues.map(code).join(', ')}\n`]
      : []),
    ...judged.notes.map((note) => `- Note: ${plain(note)}`),
    ...(judged.assumed ?? []).map(({ text }) => `- Assumed: ${plain(text)}`),
    ...networkStatusMarkdown(judged),
  ].join('\n');
}

/** Where some traffic does not pass: what stops it, as text, for no platform shows drawings of a comment. */
function drawingsMarkdown({ report }: Judged): readonly string[] {
  return drawingsOf(report)
    .filter(({ flows }) => flows.flows.some(({ state }) => state !== 'PASSES'))
    .map(({ flows }) => fenced(textDrawing(flows)));
}

/** A block of text; its fence is longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${printableLines(text)}\n${fence}\n`;
}

const printableLines = (text: string) => text.split('\n').map(printable).join('\n');

function row({
  severity,
  title,
  message,
  checkId,
  location,
  path,
  remediation,
}: JudgedFinding): string {
  const where = location ? `${location.file}:${location.line}` : path;
  return `| ${severity.toLowerCase()} | **${plain(title)}** (${code(checkId)})<br>${plain(message)} | ${where === '' ? '' : code(where)} | ${plain(remediation ?? '')} |`;
}

function networkStatusMarkdown({ report: { networkStatus } }: Judged): readonly string[] {
  if (networkStatus.length === 0) return [];
  const notable = networkStatus.filter(isNotable);
  return [
    `Network status, ${statusInWords(networkStatus)}\n`,
    ...(notable.length > 0
      ? [
          '| | Dependency | What explains it | What to do |',
          '| --- | --- | --- | --- |',
          ...notable.map(
            (one) =>
              `| ${one.state.toLowerCase()} | ${code(one.name)}<br>${plain(detailsOf(one))} | ${plain(one.message)} | ${one.nextSteps.map((step, index) => `${index + 1}. ${plain(step)}`).join('<br>')} |`,
          ),
          '',
        ]
      : []),
  ];
}
