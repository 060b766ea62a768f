/** Tables: those of the tools, and the frame of those that pages fill (`Table.astro`). */

import { type Child, h, type Markup } from '../markup.ts';

/**
 * A table that scrolls, by touch and by keyboard, if it is wider than the screen. The roles keep their meaning for screen
 * readers when a narrow screen shows rows as blocks.
 */
export function table(
  caption: string,
  head: readonly Child[],
  rows: readonly Markup[],
  kind?: string,
): Markup {
  const heads = head.map((text) => h('th', { scope: 'col', role: 'columnheader' }, text));
  return h(
    'section',
    { class: kind ? `atlas-table ${kind}` : 'atlas-table', 'aria-label': caption, tabindex: 0 },
    h(
      'table',
      { role: 'table' },
      h('caption', {}, caption),
      h('thead', { role: 'rowgroup', 'data-pagefind-ignore': '' }, h('tr', { role: 'row' }, heads)),
      h('tbody', { role: 'rowgroup' }, rows),
    ),
  );
}

/** A row whose first cell names it. */
export function row(
  title: Child,
  cells: readonly Child[],
  attributes: Markup['attributes'] = {},
): Markup {
  return h(
    'tr',
    { ...attributes, role: 'row' },
    h('th', { scope: 'row', role: 'rowheader' }, title),
    cells.map((cell) => h('td', { role: 'cell' }, cell)),
  );
}
