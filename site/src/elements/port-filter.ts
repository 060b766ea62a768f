/** The form that filters the port tables and keeps the filter in the page's address. */

import { type FilteredRow, matchesFilter } from '../lib/port-filter.ts';

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

    const apply = () => {
      const filter = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && value.trim() !== '') filter.set(name, value.trim());
      }
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
      const address = new URL(location.href);
      address.search = filter.toString();
      history.replaceState(null, '', address);
    };

    for (const [name, value] of new URL(location.href).searchParams) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        control.value = value;
      }
    }
    if (location.search) apply();
    form.addEventListener('input', apply);
    // The controls are reset after the event.
    form.addEventListener('reset', () => setTimeout(apply));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      apply();
    });
  }
}
customElements.define('atlas-port-filter', PortFilter);
