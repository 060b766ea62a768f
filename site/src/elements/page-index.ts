/** The index of the built pages, which Pagefind writes with the site and reads in the browser. */

import { isFiller } from '../../../core/search/tokens.ts';
import type { Hit } from './search-as-typed.ts';

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

/** The words that say what the text is about; Pagefind would look for the others, too. */
function sayingWords(text: string): string {
  const words = text.split(/\s+/).filter((word) => !isFiller(word.replace(/[?!.,]+$/, '')));
  return words.length > 0 ? words.join(' ') : text;
}

/** Letters that a marked word has in common with a word of the text: Pagefind cuts words short until something fits. */
const leastShared = 3;

/** Whether the page has a word of the text, or one that begins like it. */
function fits({ excerpt }: IndexedPage, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  const marked = [...excerpt.toLowerCase().matchAll(/<mark>(.*?)<\/mark>/g)].map(
    ([, word]) => word,
  );
  return marked.some((mark) =>
    words.some((word) => mark?.startsWith(word.slice(0, Math.max(leastShared, word.length - 2)))),
  );
}

export interface FoundPages {
  readonly hits: readonly Hit[];
  /** Why there are none. */
  readonly problem?: string;
}

export async function findPages(text: string): Promise<FoundPages> {
  try {
    const words = sayingWords(text);
    const { results } = await (await loadIndex()).search(words);
    const pages = await Promise.all(results.slice(0, maxHits).map((result) => result.data()));
    return { hits: pages.filter((page) => fits(page, words)).map(hitFor) };
  } catch {
    return {
      hits: [],
      problem: 'The index of the pages could not be loaded. Reload the page to search them, too.',
    };
  }
}
