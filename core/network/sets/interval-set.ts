/**
 * Sets of whole numbers as sorted, disjoint, inclusive intervals: addresses (0 to 2^32 - 1) and ports (0 to 65535).
 *
 * A set is a flat list [first, last, first, last, ...]; neighbours that touch are merged, so equal sets are equal
 * lists.
 */
export type IntervalSet = readonly number[];

export const empty: IntervalSet = [];

export function interval(first: number, last: number): IntervalSet {
  return first <= last ? [first, last] : empty;
}

export function isEmpty(set: IntervalSet): boolean {
  return set.length === 0;
}

/** Adds an interval that begins no earlier than those before it. */
function append(set: number[], first: number, last: number): void {
  const end = set.length - 1;
  if (end < 0 || first > (set[end] as number) + 1) set.push(first, last);
  else if (last > (set[end] as number)) set[end] = last;
}

/** The union of any number of intervals, in any order. */
export function fromIntervals(pairs: readonly (readonly [number, number])[]): IntervalSet {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const set: number[] = [];
  for (const [first, last] of sorted) append(set, first, last);
  return set;
}

export function union(...sets: readonly IntervalSet[]): IntervalSet {
  return unionOf(sets, 0, sets.length);
}

/** Merges by halves, so both sets have about the same size. */
function unionOf(sets: readonly IntervalSet[], from: number, to: number): IntervalSet {
  if (to - from < 2) return sets[from] ?? empty;
  const middle = (from + to) >> 1;
  return merge(unionOf(sets, from, middle), unionOf(sets, middle, to));
}

function merge(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  // Fast path: most sets are one interval, and most disjoint sets follow one another.
  if ((a[a.length - 1] as number) + 1 < (b[0] as number)) return [...a, ...b];
  if ((b[b.length - 1] as number) + 1 < (a[0] as number)) return [...b, ...a];
  const set: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (j >= b.length || (i < a.length && (a[i] as number) <= (b[j] as number))) {
      append(set, a[i] as number, a[i + 1] as number);
      i += 2;
    } else {
      append(set, b[j] as number, b[j + 1] as number);
      j += 2;
    }
  }
  return set;
}

/** Index of the first interval from `from` on that does not end before `value`; by doubling steps, for long sets. */
function seek(set: IntervalSet, from: number, value: number): number {
  let low = from;
  let leap = 2;
  while (low + leap < set.length && (set[low + leap + 1] as number) < value) {
    low += leap;
    leap *= 2;
  }
  let high = Math.min(low + leap, set.length);
  while (low < high) {
    const middle = low + 2 * Math.floor((high - low) / 4);
    if ((set[middle + 1] as number) < value) low = middle + 2;
    else high = middle;
  }
  return low;
}

export function intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b) return a;
  if (a.length === 2) return within(b, a);
  if (b.length === 2) return within(a, b);
  if (covers(a, b)) return b;
  if (covers(b, a)) return a;
  const set: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const first = Math.max(a[i] as number, b[j] as number);
    const last = Math.min(a[i + 1] as number, b[j + 1] as number);
    if (first <= last) set.push(first, last);
    if ((a[i + 1] as number) < (b[j + 1] as number)) i = seek(a, i + 2, b[j] as number);
    else j = seek(b, j + 2, a[i] as number);
  }
  return set;
}

/** True where looking up the gaps of `few` in `many` takes less than walking over `many`. */
const fewerThan = (few: IntervalSet, many: IntervalSet) => few.length * 8 < many.length;

/** True if `many` lies in the intervals of `few`: none of it is before, between or after them. */
function hasNoneInGaps(few: IntervalSet, many: IntervalSet): boolean {
  if (few.length === 0) return many.length === 0;
  if ((many[0] as number) < (few[0] as number)) return false;
  if ((many[many.length - 1] as number) > (few[few.length - 1] as number)) return false;
  let j = 0;
  for (let i = 1; i + 1 < few.length; i += 2) {
    j = seek(many, j, (few[i] as number) + 1);
    if ((many[j] as number) < (few[i + 1] as number)) return false;
  }
  return true;
}

/** The part of a set in one interval, as most sets are; where one of the two holds the other, nothing is copied. */
function within(set: IntervalSet, only: IntervalSet): IntervalSet {
  const { length } = set;
  if (length === 0) return empty;
  const first = only[0] as number;
  const last = only[1] as number;
  if (first <= (set[0] as number) && (set[length - 1] as number) <= last) return set;
  const from = seek(set, 0, first);
  if (from >= length) return empty;
  if ((set[from] as number) <= first && last <= (set[from + 1] as number)) return only;
  const part: number[] = [];
  for (let i = from; i < length && (set[i] as number) <= last; i += 2) {
    part.push(Math.max(set[i] as number, first), Math.min(set[i + 1] as number, last));
  }
  return part;
}

/** A difference is built here and copied: a list that grows leaves twice its length in garbage. */
const difference: number[] = [];

/** What is in `a` and not in `b`. */
export function subtract(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b) return empty;
  if (!overlaps(a, b)) return a;
  let length = 0;
  const add = (first: number, last: number) => {
    difference[length] = first;
    difference[length + 1] = last;
    length += 2;
  };
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let first = a[i] as number;
    const last = a[i + 1] as number;
    j = seek(b, j, first);
    for (let k = j; k < b.length && (b[k] as number) <= last; k += 2) {
      if ((b[k] as number) > first) add(first, (b[k] as number) - 1);
      first = (b[k + 1] as number) + 1;
    }
    if (first <= last) add(first, last);
  }
  return difference.slice(0, length);
}

export function size(set: IntervalSet): number {
  let count = 0;
  for (let i = 0; i < set.length; i += 2) count += (set[i + 1] as number) - (set[i] as number) + 1;
  return count;
}

export function has(set: IntervalSet, value: number): boolean {
  for (let i = 0; i < set.length && (set[i] as number) <= value; i += 2) {
    if (value <= (set[i + 1] as number)) return true;
  }
  return false;
}

export function covers(outer: IntervalSet, inner: IntervalSet): boolean {
  if (fewerThan(outer, inner)) return hasNoneInGaps(outer, inner);
  let j = 0;
  for (let i = 0; i < inner.length; i += 2) {
    j = seek(outer, j, inner[i] as number);
    if (j >= outer.length) return false;
    if ((outer[j] as number) > (inner[i] as number)) return false;
    if ((outer[j + 1] as number) < (inner[i + 1] as number)) return false;
  }
  return true;
}

export function overlaps(a: IntervalSet, b: IntervalSet): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if ((a[a.length - 1] as number) < (b[0] as number)) return false;
  if ((b[b.length - 1] as number) < (a[0] as number)) return false;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if ((a[i + 1] as number) < (b[j] as number)) i = seek(a, i, b[j] as number);
    else if ((b[j + 1] as number) < (a[i] as number)) j = seek(b, j, a[i] as number);
    else return true;
  }
  return false;
}

export function equals(a: IntervalSet, b: IntervalSet): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
