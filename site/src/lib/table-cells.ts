/** The cells of a table that a page writes, with roles and with the head of their column, for narrow screens. */

import { escaped } from '../../../core/render/drawing/svg.ts';

/** Rows of cells; no table has another in it. */
export function labelledRows(html: string, head: readonly string[]): string {
  return html.replace(/<tr\b([^>]*)>(.*?)<\/tr>/gs, (_, attributes: string, cells: string) => {
    let column = -1;
    const labelled = cells.replace(/<(td|th)\b/g, (start, name: string) => {
      column += 1;
      return name === 'th'
        ? `${start} role="rowheader"`
        : `${start} role="cell" data-label="${escaped(head[column] ?? '')}"`;
    });
    return `<tr role="row"${attributes}>${labelled}</tr>`;
  });
}
