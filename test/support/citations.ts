/** What the citations of every answer must be. */

import { expect } from 'vitest';
import { sourceById } from '../../data/index.ts';
import type { Cited } from '../../data/model.ts';

interface Answer extends Cited {
  readonly notes: readonly (Cited & { readonly text: string })[];
}

/** Known sources, each place once, on the answer as a whole and behind every remark. */
export function expectCited({ citations, notes }: Answer): void {
  expect(citations.length).toBeGreaterThan(0);
  expect(citations.filter(({ source }) => !sourceById.has(source))).toEqual([]);
  const places = citations.map(({ source, section, confidence }) =>
    [source, section, confidence].join(),
  );
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  expect(notes.filter((note) => note.citations.length === 0).map(({ text }) => text)).toEqual([]);
  const texts = notes.map(({ text }) => text);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
}
