/** The accepted value that a text comes nearest to, however it is spelled: no guess for a text without letters or digits. */

import { distance } from 'fastest-levenshtein';

/** Longer texts are cut: comparing costs the square of their length. */
const maxComparedLength = 80;

const plain = (value: string) => value.toLowerCase().replace(/[\s_-]/g, '');

/** Whether two spellings are the same but for case, spaces, hyphens and underscores. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

/** At most one value. */
export function nearestOf(text: string, values: readonly string[]): readonly string[] {
  const wanted = plain(text.slice(0, maxComparedLength));
  if (!/[a-z0-9]/.test(wanted)) return [];
  const far = (value: string) => distance(plain(value), wanted);
  return [...values].sort((a, b) => far(a) - far(b)).slice(0, 1);
}
