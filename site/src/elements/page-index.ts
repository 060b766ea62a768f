/** The index of the built pages, which Pagefind writes with the site and reads in the browser. */

import type { SearchResult } from './search-as-typed.ts';

/** The part of Pagefind's module that is used here. The build writes the module; it has no types. */
interface Pagefind {
  options(options: { ranking: Readonly<Record<string, number>> }): Promise<void>;
  search(text: string): Promise<{ results: { data(): Promise<IndexedPage> }[] }>;
}

interface IndexedPage {
  readonly url: string;
  readonly meta: { readonly title: string };
  /** HTML of a passage with the search terms marked. */
  readonly excerpt: string;
  readonly sub_results: readonly { readonly url: string; readonly title: string }[];
}

const address = '/pagefind/pagefind.js';
/** Long pages, such as tables, and terms that occur once count fully; similar terms count less. */
const ranking = { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 };
const maxHits = 10;
const maxParts = 3;

let loaded: Promise<Pagefind> | undefined;

/** Loads the index once. Browsers remember a failed import until the page is reloaded. */
export function loadIndex(): Promise<Pagefind> {
  loaded ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async (pagefind) => {
    await pagefind.options({ ranking });
    return pagefind;
  });
  return loaded;
}

function hitFor({ url, meta, excerpt, sub_results: parts }: IndexedPage) {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: excerpt });
  return {
    path: url,
    title: meta.title,
    summary: content,
    parts: parts
      // The hit itself links to the top of the page.
      .filter((part) => part.url.includes('#') && !part.url.endsWith('#_top'))
      .slice(0, maxParts)
      .map((part) => ({ path: part.url, title: part.title })),
  };
}

export async function findPages(text: string): Promise<SearchResult> {
  if (text === '') return { hits: [], status: '' };
  try {
    const { results } = await (await loadIndex()).search(text);
    const pages = await Promise.all(results.slice(0, maxHits).map((result) => result.data()));
    const rest = results.length > maxHits ? `, of which ${maxHits} are listed` : '';
    const status =
      results.length === 0
        ? 'No page has these words. Try fewer or other words.'
        : `${results.length} ${results.length === 1 ? 'page' : 'pages'}, best first${rest}.`;
    return { hits: pages.map(hitFor), status };
  } catch {
    return {
      hits: [],
      status: 'The search index could not be loaded. Reload the page to try again.',
    };
  }
}
