/** The findings of a report: a card for each cause, and what is only good to know, folded. */

import { type Cause, causesOf } from '../../lib/causes.ts';
import { sentence } from '../../lib/sentences.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import type { Excerpt } from '../validate/excerpt.ts';
import { flowAddress } from '../validate/flow-address.ts';
import type { JsonReport } from '../validate/json-report.ts';
import { pointerInText } from '../validate/pointer-in-text.ts';
import { patchesView } from './files.ts';
import { badgeOf, code, link, sourcesOf } from './parts.ts';
import { excerptView } from './source.ts';

type Finding = JsonReport['findings'][number];
type Shown = Result<'validate'>;

/** Undefined for a finding about the whole input, and where the excerpt says it. */
function placeOf({ path, sourceLocation }: Finding, excerpt: Excerpt | undefined) {
  const pointer = pointerInText(path);
  return excerpt || sourceLocation || pointer === '' ? undefined : code(pointer);
}

const headOf = ({ outcome, severity, title }: Finding, tag: 'h4' | 'h5') =>
  h(
    tag,
    { class: 'atlas-finding-head' },
    badgeOf(outcome === 'NEEDS_REVIEW' ? outcome : severity),
    h('span', {}, title),
  );

/** Each flow with the link to the rules that decide it. */
function flowLinks({ flows: all }: JsonReport, { flows: keys, region }: Finding): Markup {
  const flows = all.filter((flow) => flow.region === region && keys.includes(flow.key));
  return h(
    'ul',
    { class: 'atlas-stopped' },
    flows.map((flow) =>
      h(
        'li',
        {},
        h(
          'a',
          {
            href: `#${flowAddress(flow.region, flow.key)}`,
            title: 'Show the rules that decide it',
            'data-flow': flow.key,
          },
          flow.portRule.title,
        ),
        ' ',
        h('small', {}, `${flow.destinationPort} ${flow.remoteTags.join(', ')}`),
      ),
    ),
  );
}

/** What is wrong and how to mend it; of a rule that stops several flows, the flows as a list and the sentence folded. */
function textOf(report: JsonReport, finding: Finding): Child[] {
  const { message, remediation, flows, outcome, rules } = finding;
  const whole = [
    h('p', {}, sentence(message)),
    remediation !== undefined && h('p', {}, h('strong', {}, 'Fix: '), sentence(remediation)),
  ];
  const [decider, ...hidden] = rules;
  if (outcome !== 'FAIL' || flows.length < 2 || decider === undefined) return whole;
  return [
    h('p', {}, code(decider), ` stops ${flows.length} flows:`),
    flowLinks(report, finding),
    hidden.length > 0 && h('p', {}, 'It also hides ', listOf(hidden), '.'),
    h('details', { class: 'atlas-more' }, h('summary', {}, 'In words'), whole),
  ];
}

const listOf = (names: readonly string[]): Child[] =>
  names.map((name, index) => [
    index === 0 ? '' : index === names.length - 1 ? ' and ' : ', ',
    code(name),
  ]);

function footOf(finding: Finding, excerpt: Excerpt | undefined): Child[] {
  const { checkId, region, citations } = finding;
  return [
    h(
      'p',
      { class: 'atlas-finding-foot' },
      link(`/checks/${checkId}/`, checkId),
      region !== undefined && h('span', {}, region),
      placeOf(finding, excerpt),
    ),
    citations.length > 0 &&
      h('details', { class: 'atlas-more' }, h('summary', {}, 'Sources'), sourcesOf(citations)),
  ];
}

function excerptOf({ loopLocation: loop }: Finding, excerpt: Excerpt | undefined): Child[] {
  return [
    excerpt && excerptView(excerpt),
    loop &&
      h('p', { class: 'atlas-scope' }, 'Made by the loop at ', code(`${loop.file}:${loop.line}`)),
  ];
}

function partItem({ report, excerpts }: Shown, index: number): Child {
  const finding = report.findings[index];
  if (!finding) return undefined;
  return h(
    'li',
    { 'data-finding': index, 'data-check': finding.checkId },
    headOf(finding, 'h5'),
    textOf(report, finding),
    excerptOf(finding, excerpts[index]),
    footOf(finding, excerpts[index]),
  );
}

function card(shown: Shown, { main, parts }: Cause, fix: Child): Child {
  const { report, excerpts } = shown;
  const finding = report.findings[main];
  if (!finding) return undefined;
  const { severity, outcome, checkId } = finding;
  return h(
    'li',
    {
      'data-severity': severity,
      'data-outcome': outcome,
      'data-check': checkId,
      'data-finding': main,
    },
    headOf(finding, 'h4'),
    textOf(report, finding),
    fix,
    excerptOf(finding, excerpts[main]),
    parts.length > 0 &&
      h(
        'ul',
        { class: 'atlas-parts', 'aria-label': 'Of the same cause' },
        parts.map((index) => partItem(shown, index)),
      ),
    footOf(finding, excerpts[main]),
  );
}

const list = (shown: Shown, causes: readonly Cause[], fixOf: (cause: Cause) => Child) =>
  h(
    'ul',
    { class: 'atlas-findings' },
    causes.map((cause) => card(shown, cause, fixOf(cause))),
  );

/** Of one check and title so many cards are shown; a rule that is wrong in the same way forty times needs no forty. */
const mostOfTitle = 4;

/** The list, with what is found again and again, by its title, folded below it. */
function foldedList(
  shown: Shown,
  causes: readonly Cause[],
  fixOf: (cause: Cause) => Child,
): Child[] {
  const { findings } = shown.report;
  const byTitle = Map.groupBy(
    causes,
    ({ main }) => `${findings[main]?.checkId} ${findings[main]?.title}`,
  );
  const folded = [...byTitle.values()].flatMap((all) =>
    all.length > mostOfTitle + 1 ? [all.slice(mostOfTitle)] : [],
  );
  const isFolded = new Set(folded.flat());
  return [
    list(
      shown,
      causes.filter((cause) => !isFolded.has(cause)),
      fixOf,
    ),
    folded.map((rest) =>
      h(
        'details',
        { class: 'atlas-more' },
        h('summary', {}, `${rest.length} more: ${findings[rest[0]?.main ?? -1]?.title}`),
        list(shown, rest, fixOf),
      ),
    ),
  ];
}

/** The change of the files is with the one cause that it mends; where it mends several, before them. */
export function findingsView(shown: Shown): Child[] {
  const { findings } = shown.report;
  const causes = causesOf(findings);
  const of = (severity: Finding['severity']) =>
    causes.filter(({ main }) => findings[main]?.severity === severity);
  const loud = [...of('ERROR'), ...of('WARNING')];
  const quiet = of('INFO');
  const fix = patchesView(shown);
  const mended = loud.filter(({ main }) => {
    const finding = findings[main];
    return finding?.outcome === 'FAIL' && finding.flows.length > 0;
  });
  const isOfOne = mended.length === 1;
  return [
    h('h3', {}, headingOf(findings.length, causes.length)),
    !isOfOne && fix,
    loud.length > 0 &&
      foldedList(shown, loud, (cause) => (isOfOne && cause === mended[0] ? fix : undefined)),
    quiet.length > 0 &&
      h(
        'details',
        { class: 'atlas-more', open: loud.length === 0 },
        h('summary', {}, `Good to know (${quiet.length})`),
        list(shown, quiet, () => undefined),
      ),
  ];
}

/** Findings (3), with 2 causes */
function headingOf(findings: number, causes: number): string {
  if (findings === 0) return 'No findings';
  const ofCauses = causes === 1 ? 'one cause' : `${causes} causes`;
  return findings === causes ? `Findings (${findings})` : `Findings (${findings}) of ${ofCauses}`;
}
