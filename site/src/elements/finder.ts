/** Searches while the user types, with the code of the API. The text stays in the browser and the page's address. */

import { type SearchResult, searchAsTyped } from './search-as-typed.ts';

const nothing: SearchResult = { hits: [], status: '' };

async function findAndNote(text: string): Promise<SearchResult> {
  const address = new URL(location.href);
  if (text === '') address.searchParams.delete('q');
  else address.searchParams.set('q', text);
  history.replaceState(null, '', address);
  if (text === '') return nothing;
  const { find } = await import('./find.ts');
  return find(text);
}

class Finder extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('input');
    if (!form || !box) return;
    let isExample = this.querySelector('ol > li') !== null;
    const search = searchAsTyped(this, async (text) => {
      // The search page shows an example until the user types.
      if (text === '' && isExample) return undefined;
      isExample = false;
      return findAndNote(text);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    box.value = new URL(location.href).searchParams.get('q') ?? '';
    if (box.value === '') return;
    this.#removeExample();
    search();
  }

  /** Hits of another text would look like those of the address. */
  #removeExample() {
    this.querySelector('ol')?.replaceChildren();
    this.querySelector('[role=status]')?.replaceChildren('Searching …');
  }
}
customElements.define('atlas-finder', Finder);
