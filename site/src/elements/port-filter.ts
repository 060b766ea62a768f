/** The form that narrows the port tables as one chooses, and keeps the choices in the page's address. */

import { type FilteredRow, isWanted } from '../lib/port-filter.ts';

class PortFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const count = this.querySelector('output');
    const sections = [...this.querySelectorAll<HTMLElement>('section[data-edition]')];
    if (!form || !count) return;
    const rows = sections.flatMap((section) =>
      [...section.querySelectorAll<HTMLElement>('tr[id]')].map((element) => ({
        element,
        section,
        row: { ...element.dataset, ...section.dataset, text: element.textContent } as FilteredRow,
      })),
    );

    const narrow = () => {
      const wanted = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && value.trim() !== '') wanted.set(name, value.trim());
      }
      const shown = rows.filter(({ element, row }) => {
        element.hidden = !isWanted(row, wanted);
        return !element.hidden;
      });
      for (const section of sections) {
        section.hidden = !shown.some((row) => row.section === section);
      }
      this.toggleAttribute('data-narrowed', wanted.size > 0);
      count.textContent = wanted.size > 0 ? `${shown.length} of ${rows.length} rows` : '';
      const address = new URL(location.href);
      address.search = wanted.toString();
      history.replaceState(null, '', address);
    };

    for (const [name, value] of new URL(location.href).searchParams) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        control.value = value;
      }
    }
    if (location.search) narrow();
    form.addEventListener('input', narrow);
    // The controls are empty only after the event.
    form.addEventListener('reset', () => setTimeout(narrow));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      narrow();
    });
  }
}
customElements.define('atlas-port-filter', PortFilter);
