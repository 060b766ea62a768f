/** Searching as one types: the list of what is found, and what the status says of it, in an element that holds both. */

interface Place {
  readonly path: string;
  readonly title: string;
}

interface Hit extends Place {
  readonly kind?: string;
  readonly summary: string | Node;
  /** Parts of the page. */
  readonly parts?: readonly Place[];
}

export interface Found {
  readonly hits: readonly Hit[];
  readonly status: string;
}

/** How long the typing has to pause before a search, in milliseconds. */
const pause = 150;

function partsList(parts: readonly Place[]): HTMLElement {
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
  mould: Element,
): HTMLElement {
  const item = mould.cloneNode(true) as HTMLElement;
  const link = item.querySelector('a');
  link?.setAttribute('href', path);
  link?.replaceChildren(title);
  item.querySelector('small')?.replaceChildren(kind);
  item.querySelector('p')?.replaceChildren(summary);
  if (parts.length > 0) item.append(partsList(parts));
  return item;
}

/** Lists what is found for the text in the box when the typing pauses, and whenever the result is called. */
export function searchAsTyped(
  within: Element,
  find: (text: string) => Promise<Found | undefined>,
): () => Promise<void> {
  const box = within.querySelector('input');
  const list = within.querySelector('ol');
  const status = within.querySelector('[role=status]');
  const mould = within.querySelector('template')?.content.firstElementChild;
  if (!box || !list || !status || !mould) throw new Error('a search lacks a part of its page');

  let timer: ReturnType<typeof setTimeout> | undefined;
  const search = async () => {
    clearTimeout(timer);
    const text = box.value.trim();
    const found = await find(text);
    // What was typed in the meantime has a search of its own.
    if (!found || text !== box.value.trim()) return;
    list.replaceChildren(...found.hits.map((hit) => itemFor(hit, mould)));
    status.textContent = found.status;
  };
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  return search;
}
