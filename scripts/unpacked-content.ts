/**
 * What the shipped service-tag files hold, as it is in memory. The bundle of the command has this module in place of
 * core/network/service-tags/shipped-content.ts: a run needs few tags, and to unpack the snapshot takes longer than they do.
 */

import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { DamagedTagsError } from '../core/network/service-tags/damaged-tags-error.ts';
import {
  type Content,
  inverseOf,
  type NumberLists,
  type UnpackedTags,
} from '../core/network/service-tags/service-tag-file.ts';
import type { Numbers, TagTable } from '../core/network/service-tags/snapshot.ts';
import type { CloudName } from '../data/model.ts';

export const unpackedFileName = (cloud: CloudName): string =>
  `service-tags-${cloud.toLowerCase().replace('_', '-')}.bin`;

/** Bytes of a length, or of the size of a number. */
const headBytes = 4;

/**
 * A checksum of all that follows, the names as text, then each list of numbers: its length, the size of a number, the
 * numbers, the lowest byte first. Of the boundaries their distances, which a package holds in a third of the bytes.
 */
export function unpackedBytes(table: TagTable): Buffer {
  const { combinations, pieces } = inverseOf(table);
  const lists = [
    table.boundaries.map((boundary, index) => boundary - (table.boundaries[index - 1] ?? 0)),
    table.members,
    table.starts,
    combinations.starts,
    combinations.values,
    pieces.starts,
    pieces.values,
  ];
  const names = Buffer.from(table.names.join('\n'));
  const rest = Buffer.concat([head(names.length), names, ...lists.flatMap(listBytes)]);
  return Buffer.concat([head(crc32(rest)), rest]);
}

function head(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(headBytes * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, headBytes * index);
  return bytes;
}

function listBytes(list: Numbers): readonly Buffer[] {
  const size = list.every((number) => number < 2 ** 16) ? 2 : 4;
  const bytes = Buffer.alloc(list.length * size);
  for (const [index, number] of list.entries()) bytes.writeUIntLE(number, index * size, size);
  return [head(list.length, size), bytes];
}

/** Reads what `unpackedBytes` wrote. Throws DamagedTagsError for anything else: one wrong bit makes a wrong verdict. */
export function readUnpacked(bytes: Buffer): UnpackedTags {
  if (bytes.length < headBytes || bytes.readUInt32LE() !== crc32(bytes.subarray(headBytes))) {
    throw new DamagedTagsError(`the checksum does not fit their ${bytes.length} bytes`);
  }
  let at = headBytes;
  const take = (length: number) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = () => take(headBytes).readUInt32LE();
  const names = take(number()).toString().split('\n');
  const numbers = (): Numbers => {
    const [length, size] = [number(), number()];
    const part = take(length * size);
    // The numbers of an array begin at a multiple of their size, so they are copied.
    const buffer = part.buffer.slice(part.byteOffset, part.byteOffset + part.length) as ArrayBuffer;
    if (endianness() === 'BE') {
      const swapped = Buffer.from(buffer);
      if (size === 2) swapped.swap16();
      else swapped.swap32();
    }
    return size === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
  };
  const boundaries = Uint32Array.from(numbers());
  for (let index = 1; index < boundaries.length; index += 1) {
    boundaries[index] = (boundaries[index] as number) + (boundaries[index - 1] as number);
  }
  const [members, starts] = [numbers(), numbers()];
  const inverse = {
    combinations: { starts: numbers(), values: numbers() },
    pieces: { starts: numbers(), values: numbers() },
  };
  let pieces: Numbers | undefined;
  const table: TagTable = {
    names,
    boundaries,
    members,
    starts,
    get pieces() {
      pieces ??= keysOf(inverse.pieces);
      return pieces;
    },
  };
  return { table, inverse };
}

/** To each value of the lists the number of its list; each value is in one of them. */
function keysOf({ starts, values }: NumberLists): Numbers {
  const keys = new Uint32Array(values.length);
  for (let key = 0; key + 1 < starts.length; key += 1) {
    for (const value of values.subarray(starts[key], starts[key + 1])) keys[value] = key;
  }
  return keys;
}

export const shippedContent = (cloud: CloudName): Content => ({
  unpacked: () => readUnpacked(bytesOf(unpackedFileName(cloud))),
});

function bytesOf(name: string): Buffer {
  try {
    return readFileSync(new URL(name, import.meta.url));
  } catch (error) {
    throw new DamagedTagsError((error as Error).message);
  }
}
