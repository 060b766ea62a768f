/** Full-text search over every fact and check: ports, tags, regions, addresses, host names, pasted error texts. */

import MiniSearch from 'minisearch';
import { findRegion, findServiceTag } from '../../data/index.ts';
import { type FactPage, factPages } from './fact-pages.ts';

export interface SearchHit extends FactPage {
  /** Higher is better; only comparable within one answer. */
  readonly score: number;
}

export const maxTextLength = 400;
const maxHits = 20;
/** A text that is a fact's name in full brings that fact to the top; one that holds it among other words, far up. */
const nameBoost = 100;
const heldNameBoost = 3;
/** A port or an address says more than the words around it. */
const numberBoost = 4;
/** Words of the longest name of a region or service tag. */
const maxNameWords = 4;

const keyOf = (kind: string, id: string | undefined) => `${kind} ${id}`;
const pageByKey = new Map(factPages.map((page) => [keyOf(page.kind, page.id), page]));

/** Words as they are typed, and the parts of names that hold dots, hyphens, colons or capitals. */
function tokenize(text: string): string[] {
  return text
    .split(/[\s,;()[\]{}"'<>]+/)
    .flatMap((word) => {
      const parts = word.split(/[.:/_=-]+/);
      const humps = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
      return [...new Set([word, ...parts, ...humps])];
    })
    .filter((word) => word.length > 0);
}

const index = new MiniSearch({
  idField: 'key',
  fields: ['id', 'title', 'names', 'summary', 'text'],
  storeFields: [],
  tokenize,
  searchOptions: {
    boost: { title: 4, names: 4, id: 3, summary: 1.5 },
    // A mistyped number is another number; words may be cut short or have a letter wrong.
    fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : 0.2),
    prefix: (term) => !/^\d+$/.test(term) && term.length > 2,
  },
});
index.addAll(
  [...pageByKey].map(([key, { id, title, names, summary, text }]) => ({
    key,
    id,
    title,
    names: names.join(' '),
    summary,
    text,
  })),
);

function keysOfName(name: string): string[] {
  return [
    keyOf('REGION', findRegion(name)?.name),
    keyOf('SERVICE_TAG', findServiceTag(name)?.name),
    keyOf('PORT_RULE', name),
    keyOf('CHECK', name),
  ].filter((key) => pageByKey.has(key));
}

/** What the text names among other words, the longest name where one holds another: West US 2 is not West US. */
function keysOfHeldNames(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const keys: string[] = [];
  for (let start = 0; start < words.length; ) {
    let length = Math.min(maxNameWords, words.length - start);
    let found: string[] = [];
    while (length > 0 && found.length === 0) {
      found = keysOfName(words.slice(start, start + length).join(' '));
      if (found.length === 0) length -= 1;
    }
    keys.push(...found);
    start += Math.max(length, 1);
  }
  return keys;
}

/** The best hits for a text, best first; a long text is cut. */
export function search(text: string): SearchHit[] {
  const cut = text.slice(0, maxTextLength);
  const named = new Set(keysOfName(cut));
  const held = new Set(keysOfHeldNames(cut));
  return index
    .search(cut, {
      boostDocument: (key) => (named.has(key) ? nameBoost : held.has(key) ? heldNameBoost : 1),
      boostTerm: (term) => (/^\d[\d.]{2,}$/.test(term) ? numberBoost : 1),
    })
    .slice(0, maxHits)
    .flatMap((result) => {
      const page = pageByKey.get(result.id);
      return page ? [{ ...page, score: result.score }] : [];
    });
}
