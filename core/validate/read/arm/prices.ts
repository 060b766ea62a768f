/**
 * What the functions of a template cost: what they read, paid before they run, and what they make. The unit is one
 * entry of a list, copied; dearer work costs several.
 */

import { measure } from '../template-values.ts';
import { isObject } from '../unresolved.ts';
import type { Budget } from './budget.ts';
import { isList, isText } from './values.ts';

interface Price {
  /** What the function looks at: no entry of a list or an object, its entries, or all parts of it. */
  readonly reads: 'nothing' | 'entries' | 'everything';
  readonly perItem: number;
  /** For each call. */
  readonly atOnce: number;
  /** The function looks for its second text in its first. */
  readonly isSearch?: true;
}

const usual: Price = { reads: 'entries', perItem: 1, atOnce: 1 };
const free: Price = { ...usual, reads: 'nothing' };
const search: Price = { ...usual, isSearch: true };
const ofKeys: Price = { ...usual, perItem: 12 };
const ofSets: Price = { reads: 'everything', perItem: 8, atOnce: 1 };
const ofPrefixes: Price = { ...usual, atOnce: 30 };
const ofIds: Price = { ...usual, atOnce: 16 };

const prices: ReadonlyMap<string, Price> = new Map(
  Object.entries({
    and: free,
    array: free,
    coalesce: free,
    createarray: free,
    empty: free,
    indexfromend: free,
    tryindexfromend: free,
    first: free,
    if: free,
    lambdavariables: free,
    last: free,
    length: free,
    not: free,
    or: free,
    createobject: { ...usual, perItem: 2 },
    equals: { reads: 'everything', perItem: 1, atOnce: 1 },
    string: { reads: 'everything', perItem: 2, atOnce: 1 },
    contains: { ...search, reads: 'everything' },
    indexof: search,
    lastindexof: search,
    replace: search,
    split: search,
    items: ofKeys,
    objectkeys: ofKeys,
    distinct: ofSets,
    intersection: ofSets,
    shallowmerge: ofSets,
    union: ofSets,
    cidrhost: ofPrefixes,
    cidrsubnet: ofPrefixes,
    parsecidr: ofPrefixes,
    extensionresourceid: ofIds,
    reference: ofIds,
    resourceid: ofIds,
    subscriptionresourceid: ofIds,
    tenantresourceid: ofIds,
  } satisfies Record<string, Price>),
);

/** Two characters are compared in a fraction of the time that it takes to copy one. */
const comparisonsPerCharacter = 32;
/** A pattern is taken apart into pieces of at least one character. */
const charactersOfPattern = 6;

const priceOf = (name: string): Price => prices.get(name) ?? usual;

/** Called before the function runs. */
export function payFor(name: string, values: readonly unknown[], budget: Budget): void {
  const { reads, perItem, atOnce, isSearch } = priceOf(name);
  const [first, second] = values;
  budget.handle(atOnce, 0);
  if (isSearch && isText(first) && isText(second)) {
    budget.handle(0, (first.length * second.length) / comparisonsPerCharacter);
  }
  if (name === 'format' && isText(first)) budget.handle(0, first.length * charactersOfPattern);
  // A member of an object is found without looking at the others.
  if (name === 'contains' && isObject(first)) return;
  for (const value of values) {
    const isContainer = isList(value) || isObject(value);
    const { items, characters } = measure(value);
    if (!isContainer || reads === 'everything') budget.handle(perItem * items, characters);
    else if (reads === 'entries') budget.handle(perItem * lengthOf(value), 0);
  }
}

/** Called with what the function made. */
export function payForAnswer(name: string, answer: unknown, budget: Budget): void {
  const { reads, perItem } = priceOf(name);
  if (name === 'json') budget.handleWhole(answer);
  else if (isText(answer)) budget.handle(0, answer.length);
  else if (reads !== 'nothing' && (isList(answer) || isObject(answer))) {
    budget.handle(perItem * lengthOf(answer), 0);
  }
}

const lengthOf = (value: object): number =>
  isList(value) ? value.length : Object.keys(value).length;
