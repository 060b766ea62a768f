/** The key of each fact and check in the index: its kind and its id. */

import { type FactPage, factPages } from './fact-pages.ts';

export const keyOf = (kind: string, id: string | undefined): string => `${kind} ${id}`;

export const pageByKey: ReadonlyMap<string, FactPage> = new Map(
  factPages.map((page) => [keyOf(page.kind, page.id), page]),
);
