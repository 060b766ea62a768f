/** Search while the user types: fills the list of hits and the status line of an element. */

interface Link {
  readonly path: string;
  readonly title: string;
}

export interface Hit extends Link {
  readonly kind?: string;
  readonly summary: string | Node;
  /** Parts of the page. */
  readonly parts?: readonly Link[];
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  readonly status: string;
}

/** A pause in typing that starts a search, in milliseconds. */
const pause = 150;

function partsList(parts: readonly Link[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'atlas-links';
  for (const { path, title } of parts) {
    const link = document.createElement('a');
    link.href = path;
    link.textContent = title;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return list;
}

function itemFor(
  { path, title, kind = '', summary, parts = [] }: Hit,
  template: Element,
): HTMLElement {
  const item = template.cloneNode(true) as HTMLElement;
  item.toggleAttribute('data-answer', kind === 'answer');
  const link = item.querySelector('a');
  link?.setAttribute('href', path);
  link?.replaceChildren(title);
  item.querySelector('small')?.replaceChildren(kind);
  item.querySelector('p')?.replaceChildren(summary);
  if (parts.length > 0) item.append(partsList(parts));
  return item;
}

/** From the box into the list of hits and back, by the arrow keys. */
function moveByArrows(within: Element, box: HTMLInputElement): void {
  within.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    const links = [...within.querySelectorAll<HTMLElement>('ol > li > a')];
    const stops: (Element | null)[] = [box, ...links];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    const next = stops[at + (key === 'ArrowDown' ? 1 : -1)];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  });
}

/** Searches when the typing pauses, and when the returned function is called. `undefined` leaves the list as it is. */
export function searchAsTyped(
  within: Element,
  find: (text: string) => Promise<SearchResult | undefined>,
): () => Promise<void> {
  const box = within.querySelector('input');
  const list = within.querySelector('ol');
  const status = within.querySelector('[role=status]');
  const template = within.querySelector('template')?.content.firstElementChild;
  if (!box || !list || !status || !template)
    throw new Error('the search lacks box, list, status or template');

  moveByArrows(within, box);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    clearTimeout(timer);
    const text = box.value.trim();
    const result = await find(text);
    // Text typed in the meantime has its own search.
    if (!result || text !== box.value.trim()) return;
    list.replaceChildren(...result.hits.map((hit) => itemFor(hit, template)));
    status.textContent = result.status;
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  return search;
}
