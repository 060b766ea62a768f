/** Address prefixes as number ranges, for tests that compare sets of addresses; independent of the code that they test. */

export interface Range {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

function addressNumber(address: string): bigint {
  if (!address.includes(':')) {
    return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  }
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}

/** The range of a prefix, or of a single address; throws if host bits are set. */
export function rangeOf(prefix: string): Range {
  const family = prefix.includes(':') ? 6 : 4;
  const bits = family === 6 ? 128 : 32;
  const [address = '', length = `${bits}`] = prefix.split('/');
  const first = addressNumber(address);
  const size = 1n << BigInt(bits - Number(length));
  if (first % size !== 0n) throw new Error(`${prefix} has bits set behind its prefix length`);
  return { family, first, last: first + size - 1n };
}

/** The ranges of the prefixes, sorted, with neighbors and overlaps joined. */
export function unionOf(prefixes: readonly string[]): Range[] {
  const sorted = prefixes
    .map(rangeOf)
    .sort((a, b) => a.family - b.family || (a.first < b.first ? -1 : 1));
  const union: Range[] = [];
  for (const range of sorted) {
    const before = union.at(-1);
    if (before?.family === range.family && range.first <= before.last + 1n) {
      const last = range.last > before.last ? range.last : before.last;
      union[union.length - 1] = { ...before, last };
    } else {
      union.push(range);
    }
  }
  return union;
}

/** How many addresses the two have in common; both as unionOf gives them. */
export function commonSize(one: readonly Range[], other: readonly Range[]): bigint {
  let size = 0n;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const a = one[i] as Range;
    const b = other[j] as Range;
    if (a.family === b.family) {
      const first = a.first > b.first ? a.first : b.first;
      const last = a.last < b.last ? a.last : b.last;
      if (first <= last) size += last - first + 1n;
    }
    if (a.family < b.family || (a.family === b.family && a.last < b.last)) i++;
    else j++;
  }
  return size;
}

/** Whether every address of `inner` is in `outer`; both as unionOf gives them. */
export function isWithin(inner: readonly Range[], outer: readonly Range[]): boolean {
  return commonSize(inner, outer) === commonSize(inner, inner);
}
