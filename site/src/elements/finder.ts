/** Searches as the API does, by its own code, as one types; the text stays in the browser and in the page's address. */

import { word } from '../lib/words.ts';

/** How long the typing has to pause before a search, in milliseconds. */
const pause = 150;

class Finder extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const box = this.querySelector('input');
    const list = this.querySelector('ol');
    const status = this.querySelector('[role=status]');
    const entry = this.querySelector('template')?.content.firstElementChild;
    if (!form || !box || !list || !status || !entry) return;

    const find = async () => {
      const text = box.value.trim();
      if (text === '') return;
      const { search } = await import('../../../api/knowledge/search.ts');
      const hits = search(text);
      list.replaceChildren(
        ...hits.map(({ path, title, kind, summary }) => {
          const item = entry.cloneNode(true) as HTMLElement;
          const link = item.querySelector('a');
          link?.setAttribute('href', path);
          link?.replaceChildren(title);
          item.querySelector('small')?.replaceChildren(word(kind));
          item.querySelector('p')?.replaceChildren(summary);
          return item;
        }),
      );
      status.textContent =
        hits.length === 0
          ? 'Nothing is known by these words. Ports, regions, tags, host names and error texts are.'
          : `${hits.length} found, best first.`;
      const address = new URL(location.href);
      address.searchParams.set('q', text);
      history.replaceState(null, '', address);
    };

    let timer: ReturnType<typeof setTimeout> | undefined;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(find, pause);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      find();
    });
    box.value = new URL(location.href).searchParams.get('q') ?? '';
    find();
  }
}
customElements.define('atlas-finder', Finder);
