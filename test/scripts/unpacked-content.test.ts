/** The service tags in the bundle of the command are those of the snapshots. */

import { expect, it, test } from 'vitest';
import { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import {
  decodeSnapshot,
  readSnapshotHeader,
  type TagTable,
} from '../../core/network/service-tags/snapshot.ts';
import { readUnpacked, unpackedBytes } from '../../scripts/unpacked-content.ts';

it.each(shippedServiceTagFiles.map((file) => [file.cloud, file] as const))(
  '%s: every tag has its addresses, every address its tags',
  (_, file) => {
    const bytes = unpackedBytes(decodeSnapshot(file.bytes));
    const unpacked = new ServiceTagFile(readSnapshotHeader(file.bytes), {
      unpacked: () => readUnpacked(bytes),
    });
    expect(unpacked.names).toEqual(file.names);
    for (const name of file.names)
      expect(unpacked.addressesOf(name)).toEqual(file.addressesOf(name));
    for (const address of [2 ** 24, 20 * 2 ** 24, 2 ** 32 - 1]) {
      expect(unpacked.tagsWith(address)).toEqual(file.tagsWith(address));
    }
    expect(unpacked.bytes).toEqual(file.bytes);
  },
);

const table: TagTable = {
  names: ['One', 'Two'],
  boundaries: Uint32Array.of(1, 40_000, 80_000),
  pieces: Uint32Array.of(1, 0, 1),
  members: Uint32Array.of(0, 1),
  starts: Uint32Array.of(0, 1, 2),
};

it('takes two bytes for a number where they do', () => {
  const { table: read } = readUnpacked(unpackedBytes(table));
  expect(read).toEqual({
    ...table,
    members: Uint16Array.of(0, 1),
    starts: Uint16Array.of(0, 1, 2),
  });
});

const whole = unpackedBytes(table);
test.each<[what: string, bytes: Uint8Array]>([
  ['without its last byte', whole.subarray(0, -1)],
  ['without its last number', whole.subarray(0, -2)],
  ['without its second half', whole.subarray(0, whole.length / 2)],
  ['with one byte more', Buffer.concat([whole, Buffer.of(0)])],
  ['that is empty', Buffer.of()],
  ['with another bit', whole.map((byte, index) => (index === whole.length - 3 ? byte ^ 1 : byte))],
])('a file %s is refused', (_, bytes) => {
  expect(() => readUnpacked(Buffer.from(bytes))).toThrow(
    /damaged: the checksum .* \d+ bytes; install the package again/,
  );
});
