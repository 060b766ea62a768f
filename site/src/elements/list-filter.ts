/** Filters the items of a page, counts them, and keeps the filter in the page's address. */

import { isListed } from '../lib/list-filter.ts';
import { connectFilter } from './filter-form.ts';

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

    connectFilter(form, (filter) => {
      for (const item of items) item.element.hidden = !isListed(item, filter);
      for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
      const shown = items.filter(({ element }) => !element.hidden).length;
      nothing.hidden = shown > 0;
      count.textContent = filter.size === 0 ? '' : `${shown} of ${items.length}`;
    });
  }
}
customElements.define('atlas-list-filter', ListFilter);
