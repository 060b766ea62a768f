/** Searches as the API does, by its own code, as one types; the text stays in the browser and in the page's address. */

import { word } from '../lib/words.ts';
import { ask } from '../tools/ask.ts';
import { searchAsTyped } from './search-as-typed.ts';

async function find(text: string) {
  // The example stands until something is asked.
  if (text === '') return undefined;
  const address = new URL(location.href);
  address.searchParams.set('q', text);
  history.replaceState(null, '', address);
  const { answer, problem } = await ask('search', text);
  if (problem) return { hits: [], status: problem.message };
  const hits = answer.map((hit) => ({ ...hit, kind: word(hit.kind) }));
  const status =
    hits.length === 0
      ? 'Nothing is known by these words. Ports, regions, tags, host names and error texts are.'
      : `${hits.length} found, best first.`;
  return { hits, status };
}

class Finder extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('input');
    if (!form || !box) return;
    const search = searchAsTyped(this, find);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      search();
    });
    box.value = new URL(location.href).searchParams.get('q') ?? '';
    search();
  }
}
customElements.define('atlas-finder', Finder);
