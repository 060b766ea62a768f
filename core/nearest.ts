/** The accepted value that a misspelled text most likely means; none if more than half of the text differs from each. */

import { distance } from 'fastest-levenshtein';

/** Longer texts are cut: comparing costs the square of their length. */
const maxComparedLength = 80;

const plain = (value: string) => value.toLowerCase().replace(/[\s_-]/g, '');

/** Whether two spellings are the same but for case, spaces, hyphens and underscores. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

/** The share of the longer of two texts that differs, 0 to 1. */
export const difference = (one: string, other: string): number =>
  distance(one, other) / Math.max(one.length, other.length, 1);

/** Above it one name is no misspelling of the other. */
export const maxDifference = 0.5;

/** At most one value. */
export function nearestOf(text: string, values: readonly string[]): readonly string[] {
  const wanted = plain(text.slice(0, maxComparedLength));
  if (!/[a-z0-9]/.test(wanted)) return [];
  const differenceOf = (value: string) => difference(plain(value), wanted);
  return values
    .filter((value) => differenceOf(value) <= maxDifference)
    .sort((a, b) => differenceOf(a) - differenceOf(b))
    .slice(0, 1);
}
