/** Tables: those of the tools, and the frame of those that pages fill (`Table.astro`). */

import { type Child, h, type Markup } from '../markup.ts';

/** Kinds that have a layout of their own on a narrow screen, or scroll there. */
const unstacked = ['atlas-flows', 'atlas-grid'];
/** Two columns fit any screen. */
const fewestStacked = 3;

/** The cells of a row know the heads of their columns, for screens that show each row as a block. */
function labelled(row: Markup, head: readonly Child[]): Markup {
  const cells = row.children.map((cell, index) => {
    const label = head[index];
    if (typeof cell === 'string' || !('tag' in cell) || cell.tag !== 'td') return cell;
    return typeof label === 'string'
      ? { ...cell, attributes: { ...cell.attributes, 'data-label': label } }
      : cell;
  });
  return { ...row, children: cells };
}

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
  const isStacked = head.length >= fewestStacked && !(kind && unstacked.includes(kind));
  const classes = ['atlas-table', kind, isStacked && 'atlas-stacked'].filter(Boolean);
  return h(
    'section',
    { class: classes.join(' '), 'aria-label': caption, tabindex: 0 },
    h(
      'table',
      { role: 'table' },
      h('caption', {}, caption),
      h('thead', { role: 'rowgroup', 'data-pagefind-ignore': '' }, h('tr', { role: 'row' }, heads)),
      h(
        'tbody',
        { role: 'rowgroup' },
        rows.map((one) => labelled(one, head)),
      ),
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
