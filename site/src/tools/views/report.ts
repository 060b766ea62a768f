/** The report of a validation: verdict, findings, remedy, flows, assumptions. */

import type { Verdict } from '../../../../core/validate/report.ts';
import { capitalized, sentence } from '../../lib/sentences.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';

import type { Excerpt } from '../validate/excerpt.ts';
import type { JsonReport } from '../validate/json-report.ts';
import { pointerInText } from '../validate/pointer-in-text.ts';
import { flowsView } from './flows.ts';
import { networkStatusView } from './network-status.ts';
import { badgeOf, code, link, sourcesOf } from './parts.ts';
import { flowPictures, ladderPictures } from './pictures.ts';
import { chipsView } from './recognised.ts';
import { remedyView } from './remedy.ts';
import { excerptView, filesView, missingView, problemList } from './source.ts';

export { traceView } from './flows.ts';

const verdictLabels = {
  PASS: 'Passes',
  FAIL: 'Fails',
  NEEDS_REVIEW: 'Needs review',
} as const satisfies Record<Verdict, string>;

/** A check mark, a cross, a question mark: the verdict without color. */
const signs = {
  PASS: 'M5 13l4 4L19 7',
  FAIL: 'M6 6l12 12M18 6L6 18',
  NEEDS_REVIEW: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01',
} as const satisfies Record<Verdict, string>;

type Finding = JsonReport['findings'][number];

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

function summaryOf({ findings, flows, edition, serviceTagVersions }: JsonReport): Child[] {
  const failed = findings.filter(({ outcome }) => outcome === 'FAIL');
  const errors = failed.filter(({ severity }) => severity === 'ERROR').length;
  const open = findings.filter(({ outcome }) => outcome === 'NEEDS_REVIEW').length;
  const needed = flows.filter(({ necessity }) => necessity === 'REQUIRED');
  const allowed = needed.filter(({ outcome }) => outcome === 'ALLOWED').length;
  const tags = serviceTagVersions.length === 0 ? 'none' : serviceTagVersions.join(', ');
  return [
    `${capitalized(counted(errors, 'error'))}, ${counted(failed.length - errors, 'warning')}, `,
    `${open === 0 ? 'nothing' : open} undecided. `,
    `${allowed} of ${counted(needed.length, 'required flow')} allowed. `,
    ...(edition === null
      ? ['No port table applies']
      : ['Edition of ', h('time', { datetime: edition }, edition)]),
    `; weekly service-tag file: ${tags}.`,
  ];
}

/** Fails: Azure SQL is blocked */
function headlineOf({ verdict, findings }: JsonReport): string {
  const cause = findings.find(({ outcome }) => outcome === verdict);
  return verdict === 'PASS' || !cause
    ? verdictLabels[verdict]
    : `${verdictLabels[verdict]}: ${cause.title}`;
}

const forms = [
  { kind: 'md', label: 'Markdown' },
  { kind: 'json', label: 'JSON' },
  { kind: 'sarif', label: 'SARIF' },
  { kind: 'svg', label: 'Picture (SVG)' },
] as const;

function actions({ pictures }: Result<'validate'>): Markup {
  return h(
    'p',
    { class: 'atlas-actions' },
    h('button', { type: 'button', 'data-undo': true, hidden: true }, 'Undo the last fix'),
    h('span', {}, 'Save as'),
    forms
      .filter(({ kind }) => kind !== 'svg' || pictures.length > 0)
      .map(({ kind, label }) => h('button', { type: 'button', 'data-save': kind }, label)),
    h('button', { type: 'button', 'data-print': true }, 'Print'),
  );
}

function verdictCard(report: JsonReport): Markup {
  const { verdict } = report;
  return h(
    'header',
    { class: 'atlas-verdict', 'data-outcome': verdict },
    h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: signs[verdict] })),
    h(
      'div',
      { 'data-announce': true },
      h('h2', { tabindex: -1 }, headlineOf(report)),
      ' ',
      h('p', {}, summaryOf(report)),
    ),
  );
}

/** Undefined for a finding about the whole input, and where the excerpt says it. */
function placeOf({ path, sourceLocation }: Finding, excerpt: Excerpt | undefined) {
  const pointer = pointerInText(path);
  return excerpt || sourceLocation || pointer === '' ? undefined : code(pointer);
}

function findingItem(finding: Finding, excerpt: Excerpt | undefined): Markup {
  const { checkId, severity, outcome, title, message, remediation, region, citations } = finding;
  const { loopLocation: loop } = finding;
  return h(
    'li',
    { 'data-severity': severity, 'data-check': checkId },
    h(
      'h4',
      { class: 'atlas-finding-head' },
      badgeOf(outcome === 'NEEDS_REVIEW' ? outcome : severity),
      h('span', {}, title),
    ),
    h('p', {}, sentence(message)),
    excerpt && excerptView(excerpt),
    loop &&
      h('p', { class: 'atlas-scope' }, 'Made by the loop at ', code(`${loop.file}:${loop.line}`)),
    remediation !== undefined && h('p', {}, h('strong', {}, 'Fix: '), sentence(remediation)),
    h(
      'p',
      { class: 'atlas-finding-foot' },
      link(`/checks/${checkId}/`, checkId),
      region !== undefined && h('span', {}, region),
      placeOf(finding, excerpt),
    ),
    citations.length > 0 &&
      h('details', { class: 'atlas-more' }, h('summary', {}, 'Sources'), sourcesOf(citations)),
  );
}

function scopeOf(read: JsonReport['read']): Child[] {
  if (!read) return ['Tier, mode and network come from the document.'];
  const { language, entry } = read;
  return [`Read as ${language}: `, code(entry || '.'), '. Tier, mode and network come from it.'];
}

export function reportView(result: Result<'validate'>): Markup {
  const { report, isAlone, excerpts, problems, files } = result;
  const { findings, flows, assumptions, missingValues, networkStatus, unused, read } = report;
  return h(
    'div',
    { class: 'atlas-report' },
    verdictCard(report),
    chipsView(result),
    !isAlone && h('p', { class: 'atlas-scope' }, scopeOf(read)),
    missingValues.length > 0 && missingView(missingValues),
    flowPictures(result),
    actions(result),
    h('h3', {}, findings.length === 0 ? 'No findings' : `Findings (${findings.length})`),
    findings.length > 0 &&
      h(
        'ul',
        { class: 'atlas-findings' },
        findings.map((finding, index) => findingItem(finding, excerpts[index])),
      ),
    networkStatus.length > 0 && networkStatusView(networkStatus),
    problems.length > 0 && [h('h3', {}, `Not read (${problems.length})`), problemList(problems)],
    remedyView(result),
    flowsView(flows),
    ladderPictures(result),
    assumptions.length > 0 && [
      h('h3', {}, 'Not checked'),
      h(
        'ul',
        { class: 'atlas-assumptions' },
        assumptions.map(({ code: name, text }) => h('li', {}, text, ' ', h('code', {}, name))),
      ),
    ],
    filesView(files, unused),
    h(
      'p',
      { class: 'atlas-printed' },
      `Judged on ${new Date().toISOString().slice(0, 10)} by APIM Network Atlas.`,
    ),
  );
}
