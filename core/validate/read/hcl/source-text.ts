/** The texts of a deployment one behind the other, so that a single number says a file, a line and a column. */

import { lineStarts, positionOf, type SourceLocation } from '../source/location.ts';

/** Something in the sources that cannot be read; `at` is its offset in all of them. */
export interface SourceProblem {
  readonly message: string;
  readonly at: number;
}

interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  /** Offsets at which lines begin; made on first use. */
  lines?: readonly number[];
}

export class SourceTexts {
  readonly #texts: SourceText[] = [];
  #length = 0;

  /** The offset at which the text begins. */
  add(path: string, text: string): number {
    const start = this.#length;
    this.#texts.push({ path, text, start });
    this.#length += text.length + 1;
    return start;
  }

  locate(at: number): SourceLocation {
    const source = this.#texts[lastUpTo(this.#texts, at, ({ start }) => start)];
    if (!source) return { file: '', line: 1, column: 1 };
    source.lines ??= lineStarts(source.text);
    return { file: source.path, ...positionOf(source.lines, at - source.start) };
  }
}

/** Index of the last entry that begins at the offset or before; entries are in order, and the first begins at 0. */
function lastUpTo<T>(list: readonly T[], at: number, startOf: (one: T) => number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const one = list[middle];
    if (one !== undefined && startOf(one) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
