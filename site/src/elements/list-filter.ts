/** Filters the items of a page, counts them, and keeps the filter in the page's address. */

import { isListed } from '../lib/list-filter.ts';

class ListFilter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const count = this.querySelector('output');
    const nothing = this.querySelector<HTMLElement>('[data-nothing]');
    if (!form || !count || !nothing) return;
    const items = [...this.querySelectorAll<HTMLElement>('[data-item]')].map((element) => ({
      element,
      properties: element.dataset,
      // Sources would match nearly every word.
      text: [...element.children]
        .filter((child) => !child.matches('details'))
        .map(({ textContent }) => textContent)
        .join(' '),
    }));
    const groups = [...this.querySelectorAll<HTMLElement>('[data-group]')];

    const apply = () => {
      const filter = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === 'string' && value.trim() !== '') filter.set(name, value.trim());
      }
      for (const item of items) item.element.hidden = !isListed(item, filter);
      for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
      const shown = items.filter(({ element }) => !element.hidden).length;
      nothing.hidden = shown > 0;
      count.textContent = filter.size === 0 ? '' : `${shown} of ${items.length}`;
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
customElements.define('atlas-list-filter', ListFilter);
