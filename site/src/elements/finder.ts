/** Searches while the user types, with the code of the API. The text stays in the browser and the page's address. */

import { searchAsTyped } from './search-as-typed.ts';

async function findAndNote(text: string) {
  // The page shows an example until the user types.
  if (text === '') return undefined;
  const { find } = await import('./find.ts');
  const address = new URL(location.href);
  address.searchParams.set('q', text);
  history.replaceState(null, '', address);
  return find(text);
}

class Finder extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('input');
    if (!form || !box) return;
    const search = searchAsTyped(this, findAndNote);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    box.value = new URL(location.href).searchParams.get('q') ?? '';
    if (box.value !== '') this.#removeExample();
    search();
  }

  /** Hits of another text would look like those of the address. */
  #removeExample() {
    this.querySelector('ol')?.replaceChildren();
    this.querySelector('[role=status]')?.replaceChildren('Searching …');
  }
}
customElements.define('atlas-finder', Finder);
