/** The verdict as pictures: the flows of each location and the ladders of its rules, each with a table. */

import { ladderAccess } from '../../../../core/render/drawing/rule-ladder.ts';
import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import type { Picture } from '../validate/json-report.ts';
import { code } from './parts.ts';
import { row, table } from './table.ts';

const drawn = (svg: readonly string[]) => svg.map((text) => ({ svg: text }));

export function flowPictures({ pictures }: Result<'validate'>): Markup | undefined {
  if (pictures.length === 0) return undefined;
  return h(
    'div',
    { class: 'atlas-verdict-pictures' },
    pictures.map(({ svg, headline, place }) =>
      h(
        'figure',
        { class: 'atlas-figure' },
        h(
          'figcaption',
          {},
          pictures.length > 1 ? `${place}: ${headline}` : headline,
          h(
            'small',
            { class: 'atlas-on-screen' },
            'Select a flow to see the rules that decide it.',
          ),
        ),
        drawn(svg),
      ),
    ),
  );
}

type Ladder = Picture['ladders'][number];

function ladderTable({ title, columns, rules }: Ladder): Markup {
  const names = (indexes: readonly number[]) =>
    indexes.map((index) => columns[index]).join(', ') || 'nothing';
  return h(
    'details',
    { class: 'atlas-more' },
    h('summary', {}, 'As a table'),
    table(
      title,
      ['Rule', 'Access', 'Decides', 'Hidden by'],
      rules.map(({ name, priority, access, takes, hiddenBy }) =>
        row(
          [code(name), h('small', {}, priority)],
          [ladderAccess[access], names(takes), hiddenBy.join(', ') || '–'],
        ),
      ),
    ),
  );
}

/** Folded: the picture of flows says what is wrong, the ladders say why. */
export function ladderPictures({ pictures }: Result<'validate'>): Markup | undefined {
  const ladders = pictures.flatMap(({ ladders: own, place }) =>
    own.map((ladder) => ({ ladder, place })),
  );
  if (ladders.length === 0) return undefined;
  return h(
    'section',
    {},
    h('h3', {}, 'Rules by priority'),
    h(
      'p',
      {},
      'Azure takes the first rule that matches. A full bar is traffic that the rule decides, an empty one is traffic that an earlier rule took from it.',
    ),
    ladders.map(({ ladder, place }) =>
      h(
        'figure',
        { class: 'atlas-figure' },
        h('figcaption', {}, pictures.length > 1 ? `${place}: ${ladder.title}` : ladder.title),
        drawn(ladder.svg),
        ladderTable(ladder),
      ),
    ),
  );
}
