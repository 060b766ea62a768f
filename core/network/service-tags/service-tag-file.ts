/** The IPv4 prefixes of one weekly service-tag file, unpacked when the first tag of it is needed. */

import type { CloudName, IsoDate } from '../../../data/model.ts';
import type { IntervalSet } from '../sets/interval-set.ts';
import { size } from '../sets/interval-set.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  endOfAddresses,
  readSnapshotHeader,
  type SnapshotHeader,
  type TagTable,
} from './snapshot.ts';

/** As the weekly files name their clouds. */
const fileClouds = { PUBLIC: 'Public', US_GOVERNMENT: 'AzureGovernment', CHINA: 'China' } as const;

/** A snapshot, read when it is needed, or the table that one is made of. */
export type Content = { readonly bytes: () => Uint8Array } | { readonly table: TagTable };

export class ServiceTagFile {
  readonly cloud: CloudName;
  readonly changeNumber: number;
  /** Date in the name of the download; absent where the name has none. */
  readonly date: IsoDate | undefined;
  readonly #addresses = new Map<number, IntervalSet>();
  readonly #content: Content;
  #bytes: Uint8Array | undefined;
  #table: TagTable | undefined;
  #inverse: Inverse | undefined;
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
        : encodeSnapshot({ cloud, changeNumber, ...(date && { date }) }, this.#content.table);
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
    this.#table ??= 'table' in this.#content ? this.#content.table : decodeSnapshot(this.bytes);
    return this.#table;
  }

  #indexOf(tag: string): number | undefined {
    this.#indexes ??= new Map(this.names.map((name, index) => [name.toLowerCase(), index]));
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
    this.#inverse ??= inverseOf(this.#unpacked());
    const { combinations, pieces } = this.#inverse;
    const parts = Array.from(combinations.of(tag), (one) => pieces.of(one));
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

/** Numbers in lists, all lists in one array. */
class Lists {
  readonly #starts: Uint32Array;
  readonly #values: Uint32Array;

  /** The indexes of `keys`, one list for each of the first `count` keys. */
  constructor(keys: Uint32Array, count: number) {
    const starts = new Uint32Array(count + 1);
    for (let index = 0; index < keys.length; index += 1) {
      const next = (keys[index] as number) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let key = 0; key < count; key += 1) {
      starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
    }
    const free = starts.slice();
    this.#values = new Uint32Array(keys.length);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as number;
      const at = free[key] as number;
      this.#values[at] = index;
      free[key] = at + 1;
    }
    this.#starts = starts;
  }

  of(key: number): Uint32Array {
    return this.#values.subarray(this.#starts[key], this.#starts[key + 1]);
  }
}

/** A table by tag: the combinations with each tag, and the pieces of each combination. */
interface Inverse {
  readonly combinations: { of(tag: number): ArrayLike<number> };
  readonly pieces: Lists;
}

function inverseOf({ names, members, starts, pieces }: TagTable): Inverse {
  const ofMember = new Uint32Array(members.length);
  for (let combination = 0; combination + 1 < starts.length; combination += 1) {
    ofMember.fill(combination, starts[combination], starts[combination + 1]);
  }
  const byTag = new Lists(members, names.length);
  return {
    combinations: { of: (tag) => byTag.of(tag).map((member) => ofMember[member] as number) },
    pieces: new Lists(pieces, starts.length),
  };
}

/** The file whose snapshot these bytes are; throws a TypeError where they are none. */
export function readSnapshot(bytes: Uint8Array): ServiceTagFile {
  return new ServiceTagFile(readSnapshotHeader(bytes), { bytes: () => bytes });
}
