/** The report of a validation: verdict, findings, remedy, flows, assumptions. */

import type { Verdict } from '../../../../core/validate/report.ts';
import { capitalized } from '../../lib/sentences.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import type { JsonReport } from '../validate/json-report.ts';
import { filesView } from './files.ts';
import { findingsView } from './findings.ts';
import { flowsView } from './flows.ts';
import { networkStatusView } from './network-status.ts';
import { ownFlowsView } from './own-flows.ts';
import { code } from './parts.ts';
import { flowPictures, ladderPictures } from './pictures.ts';
import { chipsView } from './recognised.ts';
import { remedyView } from './remedy.ts';
import { missingView, problemList } from './source.ts';

export { lastIn, openTrace, selectFinding } from '../validate/report-places.ts';
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

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

/** Of a group alone: what was judged, and what was not given. */
function partsOf({ isAlone, instance }: Result<'validate'>): string | undefined {
  const [location] = instance.locations;
  if (!isAlone || !location) return undefined;
  const { hasRouteTable, dnsServers } = location;
  const judged = hasRouteTable ? 'security rules and route table' : 'security rules only';
  const missing = [!hasRouteTable && 'route table', dnsServers.length === 0 && 'DNS servers'];
  return ` Judged: ${judged}. Not given: ${missing.filter(Boolean).join(', ')}.`;
}

function summaryOf(result: Result<'validate'>): Child[] {
  const { findings, flows, edition, serviceTagVersions } = result.report;
  const failed = findings.filter(({ outcome }) => outcome === 'FAIL');
  const errors = failed.filter(({ severity }) => severity === 'ERROR').length;
  const warnings = findings.filter(
    ({ severity, outcome }) => severity === 'WARNING' && outcome !== 'NEEDS_REVIEW',
  ).length;
  const open = findings.filter(({ outcome }) => outcome === 'NEEDS_REVIEW').length;
  const needed = flows.filter(({ necessity }) => necessity === 'REQUIRED');
  const allowed = needed.filter(({ outcome }) => outcome === 'ALLOWED').length;
  const tags = serviceTagVersions.length === 0 ? 'none' : serviceTagVersions.join(', ');
  return [
    `${capitalized(counted(errors, 'error'))}, ${counted(warnings, 'warning')}, `,
    `${open === 0 ? 'nothing' : open} undecided. `,
    needed.length > 0 &&
      `${allowed} of ${counted(needed.length, 'required flow')} allowed by security rules. `,
    ...(edition === null
      ? ['No port table applies']
      : ['Edition of ', h('time', { datetime: edition }, edition)]),
    `; weekly service-tag file: ${tags}.`,
    partsOf(result),
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

function exports({ pictures }: Result<'validate'>): Markup {
  return h(
    'p',
    { class: 'atlas-actions atlas-exports' },
    h('span', {}, 'Save as'),
    forms
      .filter(({ kind }) => kind !== 'svg' || pictures.length > 0)
      .map(({ kind, label }) => h('button', { type: 'button', 'data-save': kind }, label)),
    h('button', { type: 'button', 'data-print': true }, 'Print'),
  );
}

function verdictCard(result: Result<'validate'>): Markup {
  const { report } = result;
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
      h('p', {}, summaryOf(result)),
    ),
  );
}

function scopeOf(read: JsonReport['read']): Child[] {
  if (!read) return ['Tier, mode and network come from the document.'];
  const { language, entry } = read;
  return [`Read as ${language}: `, code(entry || '.'), '. Tier, mode and network come from it.'];
}

/** On paper: what was judged, when, and as which instance; the chips that follow have the region and the network. */
function printedView({ report, files }: Result<'validate'>): Markup {
  const [first, ...others] = files.used;
  const more = others.length > 0 ? ` and ${others.length} more files` : '';
  const { edition } = report;
  return h(
    'p',
    { class: 'atlas-printed' },
    h('strong', {}, `${report.read?.entry || first?.path || 'network'}${more}`),
    `, judged on ${new Date().toISOString().slice(0, 10)} by APIM Network Atlas`,
    edition !== null && `, port table of ${edition}`,
    '.',
  );
}

export function reportView(result: Result<'validate'>): Markup {
  const { report, isAlone, problems, broken, files } = result;
  const { flows, assumptions, missingValues, networkStatus, unused, read } = report;
  return h(
    'div',
    { class: 'atlas-report' },
    verdictCard(result),
    printedView(result),
    h(
      'p',
      { class: 'atlas-actions', 'data-undo-row': true, hidden: true },
      h('button', { type: 'button', 'data-undo': true }, 'Undo the last fix'),
    ),
    missingValues.length > 0 && missingView(missingValues),
    flowPictures(result),
    chipsView(result),
    !isAlone && h('p', { class: 'atlas-scope' }, scopeOf(read)),
    findingsView(result),
    ownFlowsView(report),
    exports(result),
    networkStatus.length > 0 && networkStatusView(networkStatus),
    problems.length > 0 && [h('h3', {}, `Not read (${problems.length})`), problemList(problems)],
    broken.length > 0 && [
      h('h3', {}, `Not judged (${broken.length})`),
      h('p', {}, 'These files may hold a service, and cannot be read:'),
      problemList(broken),
    ],
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
    filesView(files, [...(read?.note === undefined ? [] : [read.note]), ...unused]),
  );
}
