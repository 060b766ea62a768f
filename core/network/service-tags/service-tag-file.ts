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
    const { boundaries, pieces } = this.#unpacked();
    const holds = this.#combinationsWith(tag);
    const set: number[] = [];
    for (let index = 0; index < pieces.length; index += 1) {
      if (!holds[pieces[index] as number]) continue;
      const first = boundaries[index] as number;
      const last = (boundaries[index + 1] ?? endOfAddresses) - 1;
      if (set[set.length - 1] === first - 1) set[set.length - 1] = last;
      else set.push(first, last);
    }
    this.#addresses.set(tag, set);
    return set;
  }

  /** 1 for each combination with the tag. */
  #combinationsWith(tag: number): Uint8Array {
    const { members, starts } = this.#unpacked();
    const holds = new Uint8Array(starts.length);
    let combination = 0;
    for (let index = 0; index < members.length; index += 1) {
      while ((starts[combination + 1] ?? 0) <= index) combination += 1;
      if (members[index] === tag) holds[combination] = 1;
    }
    return holds;
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

/** The file whose snapshot these bytes are; throws a TypeError where they are none. */
export function readSnapshot(bytes: Uint8Array): ServiceTagFile {
  return new ServiceTagFile(readSnapshotHeader(bytes), { bytes: () => bytes });
}
