/** The IPv4 prefixes of one weekly service-tag file, unpacked when the first tag of it is needed. */

import type { CloudName, IsoDate } from '../../../data/model.ts';
import type { IntervalSet } from '../sets/interval-set.ts';
import { size } from '../sets/interval-set.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  endOfAddresses,
  type Numbers,
  readSnapshotHeader,
  type SnapshotHeader,
  type TagTable,
} from './snapshot.ts';

/** As the weekly files name their clouds. */
const fileClouds = { PUBLIC: 'Public', US_GOVERNMENT: 'AzureGovernment', CHINA: 'China' } as const;

/** A snapshot, read when it is needed, the table that one is made of, or that table by tag, too. */
export type Content =
  | { readonly bytes: () => Uint8Array }
  | { readonly table: TagTable }
  | { readonly unpacked: () => UnpackedTags };

/** Numbers in lists, all lists in one array: list `key` goes from `starts[key]` up to `starts[key + 1]`. */
export interface NumberLists {
  readonly starts: Numbers;
  readonly values: Numbers;
}

/** A table by tag: the combinations with each tag, and the pieces of each combination. */
export interface InverseTable {
  readonly combinations: NumberLists;
  readonly pieces: NumberLists;
}

export interface UnpackedTags {
  readonly table: TagTable;
  readonly inverse: InverseTable;
}

export class ServiceTagFile {
  readonly cloud: CloudName;
  readonly changeNumber: number;
  /** Date in the name of the download; absent where the name has none. */
  readonly date: IsoDate | undefined;
  readonly #addresses = new Map<number, IntervalSet>();
  readonly #content: Content;
  #bytes: Uint8Array | undefined;
  #table: TagTable | undefined;
  #inverse: InverseTable | undefined;
  #indexes: ReadonlyMap<string, number> | undefined;

  constructor({ cloud, changeNumber, date }: SnapshotHeader, content: Content) {
    this.cloud = cloud;
    this.changeNumber = changeNumber;
    this.date = date;
    this.#content = content;
  }

  /** The snapshot, for another thread or another machine. */
  get bytes(): Uint8Array {
    const { cloud, changeNumber, date } = this;
    this.#bytes ??=
      'bytes' in this.#content
        ? this.#content.bytes()
        : encodeSnapshot({ cloud, changeNumber, ...(date && { date }) }, this.#unpacked());
    return this.#bytes;
  }

  /** "Public 376 of 2025-11-10". */
  get version(): string {
    const version = `${fileClouds[this.cloud]} ${this.changeNumber}`;
    return this.date === undefined ? version : `${version} of ${this.date}`;
  }

  /** All tags as the file spells them, in order. */
  get names(): readonly string[] {
    return this.#unpacked().names;
  }

  /** The file's spelling of a tag. */
  nameOf(tag: string): string | undefined {
    const index = this.#indexOf(tag);
    return index === undefined ? undefined : this.names[index];
  }

  /** Addresses of a tag in any case; empty for a tag of IPv6 prefixes alone, undefined where the file has no such tag. */
  addressesOf(tag: string): IntervalSet | undefined {
    const index = this.#indexOf(tag);
    return index === undefined ? undefined : this.#addressesAt(index);
  }

  /** Names of the tags that hold an address, the smallest first. */
  tagsWith(address: number): readonly string[] {
    const { names, pieces, members, starts } = this.#unpacked();
    const combination = pieces[this.#pieceOf(address)];
    if (combination === undefined) return [];
    return Array.from(members.subarray(starts[combination], starts[combination + 1]), (tag) => ({
      name: names[tag] ?? '',
      count: size(this.#addressesAt(tag)),
    }))
      .sort((a, b) => a.count - b.count || (a.name < b.name ? -1 : 1))
      .map(({ name }) => name);
  }

  #unpacked(): TagTable {
    if (this.#table) return this.#table;
    if ('unpacked' in this.#content) {
      const { table, inverse } = this.#content.unpacked();
      this.#inverse = inverse;
      this.#table = table;
    } else {
      this.#table = 'table' in this.#content ? this.#content.table : decodeSnapshot(this.bytes);
    }
    return this.#table;
  }

  #indexOf(tag: string): number | undefined {
    if (!this.#indexes) {
      const indexes = new Map<string, number>();
      for (const name of this.names) indexes.set(name.toLowerCase(), indexes.size);
      this.#indexes = indexes;
    }
    return this.#indexes.get(tag.toLowerCase());
  }

  #addressesAt(tag: number): IntervalSet {
    const known = this.#addresses.get(tag);
    if (known) return known;
    const { boundaries } = this.#unpacked();
    const set: number[] = [];
    for (const index of this.#piecesOf(tag)) {
      const first = boundaries[index] as number;
      const last = (boundaries[index + 1] ?? endOfAddresses) - 1;
      if (set[set.length - 1] === first - 1) set[set.length - 1] = last;
      else set.push(first, last);
    }
    this.#addresses.set(tag, set);
    return set;
  }

  /** Indexes of the pieces that a tag holds, ascending. */
  #piecesOf(tag: number): Uint32Array {
    const table = this.#unpacked();
    this.#inverse ??= inverseOf(table);
    const { combinations, pieces } = this.#inverse;
    const parts = Array.from(listAt(combinations, tag), (one) => listAt(pieces, one));
    const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all.sort();
  }

  /** Index of the piece that holds an address; -1 where no tag begins before it. */
  #pieceOf(address: number): number {
    const { boundaries } = this.#unpacked();
    let low = 0;
    let high = boundaries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((boundaries[middle] ?? 0) <= address) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

const listAt = ({ starts, values }: NumberLists, key: number): Numbers =>
  values.subarray(starts[key], starts[key + 1]);

/** The indexes of `keys`, one list for each of the first `count` keys. */
function listsOf(keys: Numbers, count: number): NumberLists & { values: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < keys.length; index += 1) {
    const next = (keys[index] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 0; key < count; key += 1) {
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  }
  const free = starts.slice();
  const values = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number;
    const at = free[key] as number;
    values[at] = index;
    free[key] = at + 1;
  }
  return { starts, values };
}

export function inverseOf({ names, members, starts, pieces }: TagTable): InverseTable {
  const ofMember = new Uint32Array(members.length);
  for (let combination = 0; combination + 1 < starts.length; combination += 1) {
    ofMember.fill(combination, starts[combination], starts[combination + 1]);
  }
  const byTag = listsOf(members, names.length);
  return {
    combinations: {
      starts: byTag.starts,
      values: byTag.values.map((member) => ofMember[member] as number),
    },
    pieces: listsOf(pieces, starts.length),
  };
}

/** The file whose snapshot these bytes are; throws a TypeError where they are none. */
export function readSnapshot(bytes: Uint8Array): ServiceTagFile {
  return new ServiceTagFile(readSnapshotHeader(bytes), { bytes: () => bytes });
}
