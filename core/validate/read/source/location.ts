/** Locations in the text of a source file: from an offset to a line and a column. */

export interface SourceLocation {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units, as editors count. */
  readonly column: number;
}

/** Where a part of a document is written in the sources. */
export interface SourceOrigin {
  readonly location: SourceLocation;
  /** The loop that makes it, if it is made by one. */
  readonly loop?: SourceLocation;
}

/** A part of a source file: offsets of its first letter and of the one after its last. */
export interface SourceRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What cannot be read at a location, and what to do about it. */
export interface SourceProblem extends SourceLocation {
  readonly message: string;
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, both 1-based. */
export function positionOf(
  starts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
