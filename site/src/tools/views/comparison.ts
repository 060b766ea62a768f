/** What a change of a network opens, closes and breaks. */

import { sentence } from '../../lib/sentences.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { badgeOf, code, link } from './parts.ts';
import { problemList } from './source.ts';
import { row, table } from './table.ts';

type Comparison = Result<'compare'>;
type Finding = Comparison['appeared'][number];

const badgeKinds = { opened: 'conditional', closed: 'needed', undecided: undefined } as const;

function packetTable({ packets }: Comparison): Markup {
  return table(
    'Packets that the change opens or closes',
    ['Packets', 'Change', 'Rules before and after'],
    packets.map(({ kind, word, packets: words, reason, needs }) =>
      row(
        [words, needs.map((text) => h('small', {}, sentence(text)))],
        [
          h('span', { class: 'atlas-badge', 'data-kind': badgeKinds[kind] }, word),
          sentence(reason),
        ],
      ),
    ),
  );
}

function findingList(title: string, findings: readonly Finding[]): Child {
  if (findings.length === 0) return undefined;
  return [
    h('h3', {}, `${title} (${findings.length})`),
    h(
      'ul',
      { class: 'atlas-findings' },
      findings.map((finding) =>
        h(
          'li',
          { 'data-severity': finding.severity, 'data-check': finding.checkId },
          h(
            'h4',
            { class: 'atlas-finding-head' },
            badgeOf(finding.severity),
            h('span', {}, finding.title),
          ),
          h('p', {}, sentence(finding.message)),
          h(
            'p',
            { class: 'atlas-finding-foot' },
            link(`/checks/${finding.checkId}/`, finding.checkId),
          ),
        ),
      ),
    ),
  ];
}

/** Of one side what could not be read, with its lines. */
function notReadView({ problems }: Comparison, side: keyof Comparison['problems']): Child {
  const own = problems[side];
  if (own.length === 0) return undefined;
  return h(
    'section',
    { 'data-problems': side },
    h('h3', {}, `Not read ${side} the change (${own.length})`),
    problemList(own),
  );
}

export function comparisonView(result: Comparison): Markup {
  const { verdicts, counts, packets, appeared, resolved, notCompared } = result;
  return h(
    'div',
    { class: 'atlas-report' },
    h(
      'header',
      { 'data-announce': true },
      h('h2', { tabindex: -1 }, sentence(counts)),
      ' ',
      h('p', { class: 'atlas-result' }, sentence(verdicts)),
    ),
    h(
      'p',
      { class: 'atlas-actions' },
      h('span', {}, 'Save as'),
      h('button', { type: 'button', 'data-save': 'md' }, 'Markdown'),
      h('button', { type: 'button', 'data-save': 'json' }, 'JSON'),
    ),
    notReadView(result, 'before'),
    notReadView(result, 'after'),
    packets.length > 0 && packetTable(result),
    findingList('New findings', appeared),
    findingList('Resolved findings', resolved),
    notCompared.length > 0 && [
      h('h3', {}, `Not compared (${notCompared.length})`),
      h(
        'ul',
        {},
        notCompared.map((text) => h('li', {}, sentence(text))),
      ),
    ],
    h(
      'p',
      { class: 'atlas-scope' },
      'The command ',
      code('apim-atlas diff'),
      ' gives the same report.',
    ),
  );
}
