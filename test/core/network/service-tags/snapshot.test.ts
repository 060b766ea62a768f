/** Packed weekly files: what is unpacked is what the file says, and verdicts are the same. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  readSnapshot,
  ServiceTagFile,
} from '../../../../core/network/service-tags/service-tag-file.ts';
import {
  shippedServiceTagFiles,
  withShippedFiles,
} from '../../../../core/network/service-tags/shipped-files.ts';
import { decodeSnapshot, tableOf } from '../../../../core/network/service-tags/snapshot.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { fromIntervals, has, size } from '../../../../core/network/sets/interval-set.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { catalog } from '../../../../data/index.ts';
import { cloudNames } from '../../../../data/model.ts';
import { cases, deploymentOfCase } from '../../../support/corpus.ts';
import { deploymentOf, frame, securityRules } from '../../../support/groups.ts';
import { unionOf } from '../../../support/prefixes.ts';
import { patience, runs } from '../../../support/runs.ts';
import { downloads, fileClouds, findOfficial } from '../../../support/weekly-files.ts';
import { madeUpCloud, weeklyFile } from '../../../support/world.ts';

vi.setConfig({ testTimeout: patience });

/** The IPv4 addresses of prefixes, by another reader than the one that is tested. */
const setOf = (prefixes: readonly string[]) =>
  unionOf(prefixes.filter((prefix) => !prefix.includes(':'))).flatMap(({ first, last }) => [
    Number(first),
    Number(last),
  ]);
const packed = (file: ServiceTagFile) => readSnapshot(Uint8Array.from(file.bytes));

describe.each(downloads)('$name', ({ read }) => {
  const download = read();
  const file = packed(readServiceTagFile(download));
  const { names } = file;
  const expected = new Map(
    download.values.map((tag) => [tag.name, setOf(tag.properties.addressPrefixes)]),
  );

  it('is packed and unpacked without a change', () => {
    expect(names.toSorted()).toEqual([...expected.keys()].sort());
    // One text for each tag: vitest compares lists of so many numbers slowly.
    const differing = names.filter(
      (name) => String(file.addressesOf(name)) !== String(expected.get(name)),
    );
    expect(differing).toEqual([]);
  });

  it('names the tags that hold an address, the smallest first', () => {
    const addressesOf = (name: string) => expected.get(name) ?? [];
    fc.assert(
      fc.property(fc.nat(names.length - 1), fc.nat(), (tag, step) => {
        const set = addressesOf(names[tag] ?? '');
        const address = (set[(2 * step) % (set.length || 1)] ?? step) + (step % 5) - 2;
        const holders = names.filter((name) => has(addressesOf(name), address));
        const tags = file.tagsWith(address);
        expect([...tags].sort()).toEqual([...holders].sort());
        const sizes = tags.map((name) => size(addressesOf(name)));
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      }),
      runs(5),
    );
  });
});

describe('a snapshot', () => {
  const addresses = fc.oneof(
    fc.nat(40),
    fc.integer({ min: 2 ** 32 - 40, max: 2 ** 32 - 1 }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  );
  const sets = fc
    .array(
      fc.tuple(addresses, addresses).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    )
    .map((intervals) => fromIntervals(intervals));

  it('holds any sets of addresses', () => {
    fc.assert(
      fc.property(fc.array(sets, { maxLength: 6 }), (input) => {
        const tags = input.map((set, index) => [`Tag${index}`, set] as const);
        const file = new ServiceTagFile(
          { cloud: 'CHINA', changeNumber: 7, date: '2030-01-07' },
          { table: tableOf(tags) },
        );
        const read = packed(file);
        expect(read.version).toBe('China 7 of 2030-01-07');
        expect(tags.map(([name]) => [name, read.addressesOf(name)])).toEqual(tags);
      }),
      runs(200),
    );
  });

  it.each([
    ['nothing', ''],
    ['another file', '{"changeNumber":376,"cloud":"Public"}\n'],
    ['a later format', 'service-tags 2 PUBLIC 376 2025-11-10\n'],
    ['an unknown cloud', 'service-tags 1 GERMANY 376 2025-11-10\n'],
  ])('is refused where it is %s', (_, text) => {
    expect(() => readSnapshot(new TextEncoder().encode(text))).toThrow(
      /^not a service-tag snapshot/,
    );
  });

  it('is refused where its end is missing', () => {
    const { bytes } = readServiceTagFile(weeklyFile(madeUpCloud(1)));
    expect(() => decodeSnapshot(bytes.subarray(0, bytes.length - 40))).toThrow();
  });
});

describe('verdicts by a snapshot', () => {
  const options = (file: ServiceTagFile) => ({ serviceTagFiles: [file], whatIf: 'NONE' }) as const;
  const plain = (report: ReturnType<typeof validate>) => JSON.parse(JSON.stringify(report));

  it('are those by the weekly file', () => {
    const file = readServiceTagFile(weeklyFile(madeUpCloud(3)));
    fc.assert(
      fc.property(frame, securityRules, (input, rules) => {
        const deployment = deploymentOf(input, { securityRules: rules });
        expect(plain(validate(deployment, options(packed(file))))).toEqual(
          plain(validate(deployment, options(file))),
        );
      }),
      runs(40),
    );
  });
});

describe.each(shippedServiceTagFiles)('the shipped prefixes of $cloud', (file) => {
  const { cloud, changeNumber, date } = file;
  const extract = catalog.serviceTagExtracts[cloud];

  it('are of the weekly file of the extract, whose tags they have', () => {
    expect({ changeNumber, date }).toEqual({
      changeNumber: extract.changeNumber,
      date: extract.date,
    });
    expect(readSnapshot(file.bytes).version).toBe(file.version);
    const names = [...extract.tagNames];
    expect(names.filter((name) => file.nameOf(name.toUpperCase()) !== name)).toEqual([]);
    expect(file.addressesOf('ApiManagement')).toEqual(setOf(extract.apiManagement));
    for (const [suffix, prefixes] of Object.entries(extract.apiManagementByRegion)) {
      expect(file.addressesOf(`ApiManagement.${suffix}`)).toEqual(setOf(prefixes));
    }
  });

  it.each(findOfficial(`ServiceTags_${fileClouds[cloud]}_${date?.replaceAll('-', '')}.json`))(
    'are those of $name, and so are the verdicts',
    ({ name, read }) => {
      const weekly = readServiceTagFile(read(), name);
      // Equal bytes: equal tags, addresses and version.
      expect(Buffer.compare(file.bytes, weekly.bytes)).toBe(0);
      for (const input of cases) {
        const by = (serviceTagFiles: ServiceTagFile[]) =>
          JSON.stringify(validate(deploymentOfCase(input), { serviceTagFiles, whatIf: 'NONE' }));
        expect(by([file])).toBe(by([weekly]));
      }
    },
  );
});

it('a file takes the place of the shipped one of its cloud', () => {
  const china = readServiceTagFile({
    changeNumber: 9000,
    cloud: 'China',
    values: [{ name: 'Storage', properties: { addressPrefixes: ['192.0.2.0/24'] } }],
  });
  const shipped = Map.groupBy(shippedServiceTagFiles, ({ cloud }) => cloud);
  expect(withShippedFiles([china])).toEqual(
    cloudNames.map((cloud) => (cloud === 'CHINA' ? china : shipped.get(cloud)?.[0])),
  );
  expect(withShippedFiles([])).toEqual(shippedServiceTagFiles);
});

it('reads the shipped files where the platform has no fromBase64', async () => {
  const { fromBase64 } = Uint8Array;
  vi.resetModules();
  try {
    Reflect.deleteProperty(Uint8Array, 'fromBase64');
    const fresh = await import('../../../../core/network/service-tags/shipped-files.ts');
    const bytesOf = (file: ServiceTagFile) => Buffer.from(file.bytes).toString('base64');
    expect(fresh.shippedServiceTagFiles.map(bytesOf)).toEqual(shippedServiceTagFiles.map(bytesOf));
  } finally {
    Object.assign(Uint8Array, { fromBase64 });
  }
});
