/** Searches while the user types, with the code of the API. The text stays in the browser and the page's address. */

import { labelOf } from '../lib/labels.ts';
import { runInWorker } from '../tools/run-in-worker.ts';
import { searchAsTyped } from './search-as-typed.ts';

async function find(text: string) {
  // The page shows an example until the user types.
  if (text === '') return undefined;
  const address = new URL(location.href);
  address.searchParams.set('q', text);
  history.replaceState(null, '', address);
  const { result, problem } = await runInWorker('search', text);
  if (problem) return { hits: [], status: problem.message };
  const hits = result.map((hit) => ({ ...hit, kind: labelOf(hit.kind) }));
  const status =
    hits.length === 0
      ? 'No results. Try a port, region, service tag, host name or error message.'
      : `${hits.length} ${hits.length === 1 ? 'result' : 'results'}, best first.`;
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
