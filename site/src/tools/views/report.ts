/** The report of a validation: verdict, findings, remedy, flows, assumptions. */

import type { Verdict } from '../../../../core/validate/report.ts';
import { labelOf } from '../../lib/labels.ts';
import { capitalized, sentence } from '../../lib/sentences.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';

import type { Excerpt } from '../validate/excerpt.ts';
import { flowAddress } from '../validate/flow-address.ts';
import type { JsonReport } from '../validate/json-report.ts';
import { pointerInText } from '../validate/pointer-in-text.ts';
import { networkStatusView } from './network-status.ts';
import { badgeOf, code, link, sourcesOf } from './parts.ts';
import { flowPictures, ladderPictures } from './pictures.ts';
import { remedyView } from './remedy.ts';
import { excerptView, filesView, missingView, problemList } from './source.ts';
import { row, table } from './table.ts';

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
type Flow = JsonReport['flows'][number];

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

function verdictCard(report: JsonReport): Markup {
  const { verdict } = report;
  return h(
    'header',
    { class: 'atlas-verdict', 'data-outcome': verdict },
    h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: signs[verdict] })),
    h(
      'div',
      { 'data-announce': true },
      h('h2', { tabindex: -1 }, verdictLabels[verdict]),
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

const flowOrder = ['DENIED', 'PARTIAL', 'UNKNOWN', 'ALLOWED'];
const needOrder = ['REQUIRED', 'RECOMMENDED', 'OPTIONAL'];

function rank({ outcome, necessity }: Flow): number {
  return needOrder.indexOf(necessity) * flowOrder.length + flowOrder.indexOf(outcome);
}

function flowRow(flow: Flow, index: number, severalRegions: boolean): Markup {
  const { portRule, direction, destinationPort, remoteTags, outcome, allowedFraction } = flow;
  const share =
    outcome === 'PARTIAL' && allowedFraction !== null
      ? `; ${(allowedFraction * 100).toFixed(1)} % allowed`
      : undefined;
  const name = [
    link(`/port-rules/${portRule.ruleId}/`, portRule.title),
    h('small', {}, `${labelOf(direction)} ${destinationPort} ${remoteTags.join(', ')}`),
    severalRegions && h('small', {}, flow.region),
  ];
  const cells = [
    [badgeOf(outcome), h('small', {}, labelOf(flow.necessity), share)],
    [
      flow.decidedBy === null ? 'no group' : code(flow.decidedBy),
      flow.counterexample !== null && h('small', {}, 'denied: ', code(flow.counterexample)),
    ],
    flow.trace.length > 0 &&
      h(
        'button',
        { type: 'button', 'data-trace': index, 'aria-expanded': 'false' },
        'Trace',
        h('span', { class: 'sr-only' }, ` of ${flow.key}`),
      ),
  ];
  return row(name, cells, {
    id: flowAddress(flow.region, flow.key),
    'data-flow': flow.key,
    'data-outcome': outcome,
  });
}

function flowTable(flows: readonly Flow[]): Markup {
  const severalRegions = new Set(flows.map(({ region }) => region)).size > 1;
  const rows = flows
    .map((flow, index) => ({ flow, index }))
    .sort((a, b) => rank(a.flow) - rank(b.flow))
    .map(({ flow, index }) => flowRow(flow, index, severalRegions));
  return table(
    'What the rules do with each documented flow, required flows first',
    ['Flow', 'Outcome', 'Decided by', 'Evidence'],
    rows,
    'atlas-flows',
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
    h(
      'p',
      { class: 'atlas-actions' },
      h('button', { type: 'button', 'data-download': 'json' }, 'Download report (JSON)'),
      h('button', { type: 'button', 'data-download': 'sarif' }, 'Download findings (SARIF)'),
    ),
    !isAlone && h('p', { class: 'atlas-scope' }, scopeOf(read)),
    missingValues.length > 0 && missingView(missingValues),
    flowPictures(result),
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
    flows.length > 0 && [h('h3', {}, `Flows (${flows.length})`), flowTable(flows)],
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
  );
}

type Trace = Flow['trace'][number];

/** The fields of a flow that a rule does not match; empty if it matches a part of the flow. */
function missesOf(entry: Trace): string {
  const fields: readonly (readonly [name: string, matched: boolean])[] = [
    ['protocol', entry.protocolMatched],
    ['source', entry.sourceMatched],
    ['source port', entry.sourcePortMatched],
    ['destination', entry.destinationMatched],
    ['port', entry.destinationPortMatched],
  ];
  return fields.flatMap(([name, matched]) => (matched ? [] : [name])).join(', ');
}

function shareOf(fraction: number | null): string {
  return fraction === null ? 'not measured' : `${+(fraction * 100).toFixed(2)} %`;
}

/** A cell with every rule that was evaluated for a flow, in Azure's order. */
export function traceView({ trace, key }: Flow): Markup {
  return h(
    'td',
    { colspan: 4, role: 'cell' },
    table(
      `Rules evaluated for ${key}`,
      ['Rule', 'Priority', 'Access', 'Does not match', 'Decided'],
      trace.map((entry) =>
        row(
          [entry.rule, entry.isDefault && h('small', {}, 'default rule')],
          [entry.priority, labelOf(entry.access), missesOf(entry) || '–', shareOf(entry.fraction)],
        ),
      ),
    ),
  );
}
