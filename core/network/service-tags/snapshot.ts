/**
 * All IPv4 prefixes of a weekly service-tag file in few bytes: a line of text with cloud, change number and date, then a
 * deflate stream. The addresses are cut where any tag begins or ends; each piece has the number of a combination of
 * tags. Numbers take seven bits a byte, the lowest first, and the eighth bit says that more follow.
 */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { type CloudName, cloudNames, type IsoDate } from '../../../data/model.ts';
import type { IntervalSet } from '../sets/interval-set.ts';

/** What identifies a weekly file; only the name of the download has a date. */
export interface SnapshotHeader {
  readonly cloud: CloudName;
  readonly changeNumber: number;
  readonly date?: IsoDate;
}

/** Whole numbers; those below 65,536 may take two bytes each. */
export type Numbers = Uint16Array | Uint32Array;

/** The tags of a file, and which of them hold the addresses from each boundary to the next one. */
export interface TagTable {
  readonly names: readonly string[];
  /** First addresses of the pieces, ascending; the last piece ends with the last address. */
  readonly boundaries: Numbers;
  /** The number of the combination of tags that hold each piece. */
  readonly pieces: Numbers;
  /** Ascending indexes into `names`, one combination after the other. */
  readonly members: Numbers;
  /** Where each combination begins in `members`, and where the last one ends. */
  readonly starts: Numbers;
}

const format = 'service-tags 1';
/** One more than the last address. */
export const endOfAddresses = 2 ** 32;

class Writer {
  readonly #bytes: number[] = [];

  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  bytes(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  get result(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

const tooEarly = 'the service-tag snapshot ends too early';

class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new TypeError(tooEarly);
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
    }
  }

  bytes(length: number): Uint8Array {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** As many numbers, in one loop: a file has a hundred thousand, and the code runs cold. */
  numbers(count: number): Float64Array {
    const bytes = this.#bytes;
    const values = new Float64Array(count);
    let at = this.#at;
    for (let index = 0; index < count; index += 1) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 127;
      for (let factor = 128; byte >= 128; factor *= 128) {
        byte = bytes[at++] ?? 0;
        value += (byte & 127) * factor;
      }
      values[index] = value;
    }
    if (at > bytes.length) throw new TypeError(tooEarly);
    this.#at = at;
    return values;
  }
}

/** Cuts the addresses at all boundaries of the tags, which are in the order of their names. */
export function tableOf(tags: readonly (readonly [string, IntervalSet])[]): TagTable {
  // Each boundary and its tag in one number, which sorts faster than a pair.
  const changes = Float64Array.from(
    tags.flatMap(([, set], tag) =>
      set.map((address, index) => (address + (index % 2)) * tags.length + tag),
    ),
  ).sort();
  const addressAt = (index: number) => Math.floor((changes[index] ?? 0) / tags.length);
  const known = new Map<string, number>();
  const boundaries: number[] = [];
  const pieces: number[] = [];
  const members: number[] = [];
  const starts = [0];
  const current = new Set<number>();
  changes.forEach((change, index) => {
    const address = addressAt(index);
    const tag = change - address * tags.length;
    if (!current.delete(tag)) current.add(tag);
    const isLast = index === changes.length - 1;
    if (address === endOfAddresses || (!isLast && addressAt(index + 1) === address)) return;
    const combination = [...current].sort((one, other) => one - other);
    const key = combination.join();
    const number = known.get(key) ?? known.size;
    if (number === known.size) {
      known.set(key, number);
      members.push(...combination);
      starts.push(members.length);
    }
    boundaries.push(address);
    pieces.push(number);
  });
  return {
    names: tags.map(([name]) => name),
    boundaries: Uint32Array.from(boundaries),
    pieces: Uint32Array.from(pieces),
    members: Uint32Array.from(members),
    starts: Uint32Array.from(starts),
  };
}

/** How often two divides the number; 32 for 0, the only distance that is none. */
function zerosOf(distance: number): number {
  let zeros = 0;
  for (let rest = distance; rest % 2 === 0 && zeros < 32; rest /= 2) zeros += 1;
  return zeros;
}

export function encodeSnapshot(header: SnapshotHeader, table: TagTable): Uint8Array {
  const { names, boundaries, pieces, members, starts } = table;
  const writer = new Writer();
  const text = strToU8(names.join('\n'));
  for (const count of [text.length, starts.length, members.length, boundaries.length]) {
    writer.number(count);
  }
  writer.bytes(text);
  // Differences are smaller than what they lie between, and small numbers are short.
  for (const distance of distancesOf(starts)) writer.number(distance);
  for (let index = 1; index < starts.length; index += 1) {
    const combination = members.subarray(starts[index - 1], starts[index]);
    for (const distance of distancesOf(combination)) writer.number(distance);
  }
  const distances = distancesOf(boundaries);
  // Prefixes end where many bits are zero; the number of the zeros is shorter than the zeros.
  writer.bytes(distances.map(zerosOf));
  for (const distance of distances) writer.number(distance / 2 ** zerosOf(distance));
  for (const piece of pieces) writer.number(piece);
  const line = [format, header.cloud, header.changeNumber, header.date ?? '-'].join(' ');
  const first = strToU8(`${line}\n`);
  const rest = deflateSync(writer.result, { level: 9 });
  const bytes = new Uint8Array(first.length + rest.length);
  bytes.set(first);
  bytes.set(rest, first.length);
  return bytes;
}

const distancesOf = (ascending: Numbers): number[] =>
  Array.from(ascending, (value, index) => value - (ascending[index - 1] ?? 0));

const longestHeader = 80;
const headerPattern = new RegExp(
  `^${format} (${cloudNames.join('|')}) (\\d{1,9}) (\\d{4}-\\d{2}-\\d{2}|-)$`,
);

/** What the first line says, and where the rest begins; throws a TypeError for anything but a snapshot. */
export function readSnapshotHeader(
  bytes: Uint8Array,
): SnapshotHeader & { readonly length: number } {
  const end = bytes.subarray(0, longestHeader).indexOf(10);
  const line = strFromU8(bytes.subarray(0, Math.max(end, 0)));
  const [, cloud, changeNumber, date] = headerPattern.exec(line) ?? [];
  if (cloud === undefined)
    throw new TypeError(`not a service-tag snapshot: it must begin with "${format}"`);
  return {
    cloud: cloud as CloudName,
    changeNumber: Number(changeNumber),
    ...(date !== '-' && { date: date as IsoDate }),
    length: end + 1,
  };
}

/** Throws where the bytes are not what was encoded. */
export function decodeSnapshot(bytes: Uint8Array): TagTable {
  const reader = new Reader(inflateSync(bytes.subarray(readSnapshotHeader(bytes).length)));
  const [textLength, startCount, memberCount, pieceCount] = [
    reader.number(),
    reader.number(),
    reader.number(),
    reader.number(),
  ];
  const names = strFromU8(reader.bytes(textLength)).split('\n');
  const starts = sums(reader.numbers(startCount));
  const members = sums(reader.numbers(memberCount), starts);
  const zeros = reader.bytes(pieceCount);
  const distances = reader.numbers(pieceCount);
  for (let index = 0; index < pieceCount; index += 1) {
    distances[index] = (distances[index] as number) * 2 ** (zeros[index] as number);
  }
  const boundaries = sums(distances);
  const pieces = Uint32Array.from(reader.numbers(pieceCount));
  return { names, boundaries, pieces, members, starts };
}

/** What the distances add up to, from the start of each part anew. */
function sums(distances: Float64Array, starts: ArrayLike<number> = [0]): Uint32Array {
  const values = new Uint32Array(distances.length);
  let value = 0;
  let part = 0;
  for (let index = 0; index < distances.length; index += 1) {
    while (starts[part] === index) {
      part += 1;
      value = 0;
    }
    value += distances[index] as number;
    values[index] = value;
  }
  return values;
}
