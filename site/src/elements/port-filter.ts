/** The form that filters the port tables and keeps the filter in the page's address. */

import { type FilteredRow, matchesFilter } from '../lib/port-filter.ts';
import { connectFilter } from './filter-form.ts';

class PortFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const count = this.querySelector('output');
    const older = this.querySelector('details');
    const sections = [...this.querySelectorAll<HTMLElement>('section[data-edition]')];
    if (!form || !count) return;
    const rows = sections.flatMap((section) =>
      [...section.querySelectorAll<HTMLElement>('tr[id]')].map((element) => ({
        element,
        section,
        row: { ...element.dataset, ...section.dataset, text: element.textContent } as FilteredRow,
      })),
    );

    connectFilter(form, (filter) => {
      const shown = rows.filter(({ element, row }) => {
        element.hidden = !matchesFilter(row, filter);
        return !element.hidden;
      });
      for (const section of sections) {
        section.hidden = !shown.some((row) => row.section === section);
      }
      if (older) older.open = filter.size > 0;
      this.toggleAttribute('data-narrowed', filter.size > 0);
      count.textContent =
        filter.size === 0
          ? ''
          : shown.length === 0
            ? 'No row fits. Try a port, a service tag or fewer filters.'
            : `${shown.length} of ${rows.length} rows`;
    });
  }
}
customElements.define('atlas-port-filter', PortFilter);
