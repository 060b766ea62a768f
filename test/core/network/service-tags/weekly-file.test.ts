/** Weekly service-tag files: how they are read, and that what is said without one holds in each. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readSnapshot } from '../../../../core/network/service-tags/service-tag-file.ts';
import {
  coverageOf,
  relationToAzureCloud,
  ServiceTagIndex,
} from '../../../../core/network/service-tags/service-tags.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import {
  type IntervalSet,
  intersect,
  isEmpty,
  overlaps,
  size,
  subtract,
  union,
} from '../../../../core/network/sets/interval-set.ts';
import { publicAddresses } from '../../../../core/network/sets/ipv4.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { catalog } from '../../../../data/index.ts';
import { cases, deploymentOfCase } from '../../../support/corpus.ts';
import { deploymentOf, frame, securityRules } from '../../../support/groups.ts';
import { addressOf } from '../../../support/naive.ts';
import { patience, runs } from '../../../support/runs.ts';
import { downloads, fileChoices } from '../../../support/weekly-files.ts';

vi.setConfig({ testTimeout: patience });

const value = (name: string, ...addressPrefixes: string[]) => ({
  name,
  id: name,
  properties: { changeNumber: 5, region: '', addressPrefixes },
});

const download = {
  changeNumber: 376,
  cloud: 'Public',
  values: [
    value('Storage', '20.60.0.0/24', '20.60.1.0/24', '2603:1020:5::/48', '52.1.2.3/32'),
    value('Storage.WestEurope', '20.60.1.0/24'),
    value('AzureCloud.norwaye', '51.13.0.0/17'),
  ],
};

describe('a weekly file', () => {
  it.each([
    { shape: 'the download', json: download },
    {
      shape: 'az network list-service-tags',
      json: { ...download, changeNumber: '376', id: '/x', name: 'Public', nextLink: null },
    },
  ])('is read as $shape has it', ({ json }) => {
    const file = readServiceTagFile(json);
    const storage = ['20.60.0.0', '20.60.1.255', '52.1.2.3', '52.1.2.3'].map(addressOf);
    expect(file.cloud).toBe('PUBLIC');
    expect(file.changeNumber).toBe(376);
    expect(file.nameOf('storage.westeurope')).toBe('Storage.WestEurope');
    expect(file.addressesOf('storage')).toEqual(storage);
    expect(new ServiceTagIndex('PUBLIC', file).find('STORAGE')?.addresses).toEqual(storage);
  });

  it.each([
    ['Public', 'PUBLIC'],
    ['AzureCloud', 'PUBLIC'],
    ['AzureGovernment', 'US_GOVERNMENT'],
    ['AzureUSGovernment', 'US_GOVERNMENT'],
    ['China', 'CHINA'],
    ['AzureChinaCloud', 'CHINA'],
  ])('of %s is of the cloud %s', (cloud, name) => {
    expect(readServiceTagFile({ ...download, cloud }).cloud).toBe(name);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'ServiceTags_Public'],
    ['a list', [download]],
    ['an empty object', {}],
    ['no change number', { ...download, changeNumber: undefined }],
    ['a change number that is none', { ...download, changeNumber: 'new' }],
    ['a change number that is null', { ...download, changeNumber: null }],
    ['an empty change number', { ...download, changeNumber: '' }],
    ['a change number that is true', { ...download, changeNumber: true }],
    ['a change number that is a list', { ...download, changeNumber: [] }],
    ['an unknown cloud', { ...download, cloud: 'AzureGermanCloud' }],
    ["a name of every object's", { ...download, cloud: 'constructor' }],
    ['no values', { ...download, values: [] }],
    ['values that are no list', { ...download, values: {} }],
    ['a value without prefixes', { ...download, values: [{ name: 'Storage', properties: {} }] }],
    ['a name of two lines', { ...download, values: [value('Sto\nrage', '20.60.0.0/24')] }],
    ['a value without a name', { ...download, values: [{ ...value(''), name: '' }] }],
    [
      'a prefix that is a number',
      { ...download, values: [{ name: 'Storage', properties: { addressPrefixes: [1] } }] },
    ],
  ])('is none with %s', (_, json) => {
    expect(() => readServiceTagFile(json)).toThrow(TypeError);
    expect(() => readServiceTagFile(json)).toThrow(/^not a service-tag file/);
  });

  it.each([
    ['20.60.0.0|24'],
    ['20.60.0.1/24'],
    ['20.60.0.0/33'],
    ['20.60.0/24'],
    [''],
    ['Storage'],
    ['2603:1020:5::'],
    ['2603:1020:5::|48'],
    ['::x/48'],
  ])('is refused where it has the prefix %j', (prefix) => {
    const values = [...download.values, value('Sql', '20.61.0.0/24', prefix)];
    expect(() => readServiceTagFile({ ...download, values })).toThrow(
      `not a service-tag file: 1 address prefixes cannot be read, the first are "${prefix}" of Sql; accepted`,
    );
  });

  it('names the first of many prefixes that cannot be read, and their number', () => {
    const values = [
      value('Sql', ...Array.from({ length: 300 }, (_, index) => `20.0.0.${index}|32`)),
    ];
    expect(() => readServiceTagFile({ ...download, values })).toThrow(
      /: 300 address prefixes cannot be read, the first are "20\.0\.0\.0\|32" of Sql, .*"20\.0\.0\.4\|32" of Sql; accepted/,
    );
  });

  it('may have tags with the names of what every object has', () => {
    const values = [value('__proto__', '20.0.0.1/32'), value('constructor', '20.0.0.2/32')];
    const file = readServiceTagFile({ ...download, values });
    // Threads and pages get it as a snapshot.
    for (const one of [file, readSnapshot(file.bytes)]) {
      const index = new ServiceTagIndex('PUBLIC', one);
      const [first, second] = [addressOf('20.0.0.1'), addressOf('20.0.0.2')];
      expect(index.find('constructor')?.addresses).toEqual([second, second]);
      expect(index.find('__PROTO__')).toMatchObject({
        name: '__proto__',
        addresses: [first, first],
      });
      expect(one.names).toEqual(['__proto__', 'constructor']);
      expect(index.find('toString')).toBeUndefined();
    }
  });

  it('of another cloud is left aside', () => {
    const china = readServiceTagFile({ ...download, cloud: 'China' });
    const report = validate(
      deploymentOf(
        { virtualNetworkType: 'EXTERNAL', platform: 'STV2', regions: ['westeurope'] },
        { securityRules: [] },
      ),
      { serviceTagFiles: [china], whatIf: 'NONE' },
    );
    expect(report.serviceTagVersions).toEqual([]);
  });
});

const platform = [
  'AzureCloud',
  ...catalog.serviceTags.filter((tag) => tag.isPlatformTag).map((tag) => tag.name),
];
const baseOf = (name: string) => name.split('.')[0] as string;
const wholeRemotes = ['ApiManagement', 'AzureKeyVault', 'AzureMonitor', 'AzureConnectors'];

describe.each(downloads)('in $name', ({ read }) => {
  const file = readServiceTagFile(read());
  const of = (name: string): IntervalSet => file.addressesOf(name) ?? [];
  const azureCloud = of('AzureCloud');
  const bases = catalog.serviceTagExtracts[file.cloud].tagNames.filter(
    (name) => of(name).length > 0 && !platform.includes(name),
  );
  const regions = catalog.regions.filter(
    ({ cloud, serviceTagSuffix }) => cloud === file.cloud && serviceTagSuffix !== undefined,
  );
  const regional = catalog.serviceTags
    .filter((tag) => tag.isRegional && tag.name !== 'AzureCloud')
    .map((tag) => tag.name);
  const partOf = (tag: string, region: (typeof regions)[number]) =>
    of(`${tag}.${region.serviceTagSuffix}`);
  const cloudOf = (region: (typeof regions)[number]) => of(`AzureCloud.${region.serviceTagRegion}`);

  it('all tags together are fewer addresses than count as beyond any tag, and all are public', () => {
    const all = union(...file.names.map(of));
    expect(size(all)).toBeLessThan(2 ** 27);
    expect(isEmpty(subtract(all, publicAddresses))).toBe(true);
  });

  it('tags lie to AzureCloud as they are said to', () => {
    const offenders = bases.filter((name) => {
      const relation = relationToAzureCloud(name);
      const common = size(intersect(of(name), azureCloud));
      return (
        (relation === 'inside' && common < size(of(name))) ||
        (relation === 'partly' && common === 0)
      );
    });
    expect(offenders).toEqual([]);
  });

  it('tags cover each other as they are said to', () => {
    const offenders = bases.flatMap((rule) =>
      bases.flatMap((other) => {
        if (baseOf(rule) === baseOf(other)) return [];
        const coverage = coverageOf(baseOf(rule), baseOf(other));
        const isWhole = !rule.includes('.');
        const isWrong =
          (coverage === 'none' && overlaps(of(rule), of(other))) ||
          (coverage === 'all' && isWhole && !isEmpty(subtract(of(other), of(rule))));
        return isWrong ? [`${rule} ${coverage} ${other}`] : [];
      }),
    );
    expect(offenders).toEqual([]);
  });

  it('parts of regions lie in their tag, in AzureCloud and in its part for the region', () => {
    const offenders = regional.flatMap((tag) =>
      regions
        .filter((region) => cloudOf(region).length > 0)
        .filter((region) =>
          [of(tag), azureCloud, cloudOf(region)].some(
            (outer) => !isEmpty(subtract(partOf(tag, region), outer)),
          ),
        )
        .map(({ name }) => `${tag} ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  it('parts of different regions are disjoint', () => {
    const offenders = [...regional, 'AzureCloud'].filter((tag) => {
      const parts = regions.map((region) =>
        tag === 'AzureCloud' ? cloudOf(region) : partOf(tag, region),
      );
      const total = parts.reduce((sum, part) => sum + size(part), 0);
      return total !== size(union(...parts));
    });
    expect(offenders).toEqual([]);
  });

  it('what a whole far end has in a region of AzureCloud is its part for the region', () => {
    const offenders = wholeRemotes.flatMap((tag) =>
      regions
        .filter(
          (region) => !isEmpty(subtract(intersect(of(tag), cloudOf(region)), partOf(tag, region))),
        )
        .map(({ name }) => `${tag} ${name}`),
    );
    expect(offenders).toEqual([]);
  });

  it('no tag of a documented flow lies in one region alone', () => {
    const offenders = [...regional, 'AzureActiveDirectory', 'AzureTrafficManager'].filter((tag) =>
      regions.some((region) => isEmpty(subtract(intersect(of(tag), azureCloud), cloudOf(region)))),
    );
    expect(offenders).toEqual([]);
  });
});

describe.each(fileChoices.slice(1))('a verdict without a file, against $files', (choice) => {
  const compare = (deployment: Parameters<typeof validate>[0]) => {
    const without = validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' });
    const withFile = validate(deployment, { ...choice, whatIf: 'NONE' });
    return without.flows.flatMap((flow, index) => {
      const exact = withFile.flows[index];
      const isSame =
        flow.outcome === 'UNKNOWN' ||
        (flow.outcome === exact?.outcome &&
          (flow.allowedFraction === null ||
            Math.abs(flow.allowedFraction - (exact.allowedFraction ?? 2)) < 1e-9));
      return isSame
        ? []
        : [
            `${flow.key}: ${flow.outcome} ${flow.allowedFraction}, with it ${exact?.outcome} ${exact?.allowedFraction}`,
          ];
    });
  };

  it.each(cases)('is the same with it: $name', (input) => {
    expect(compare(deploymentOfCase(input))).toEqual([]);
  });

  it('is the same with it: random groups', () => {
    fc.assert(
      fc.property(frame, securityRules, (input, rules) => {
        expect(compare(deploymentOf(input, { securityRules: rules }))).toEqual([]);
      }),
      runs(80),
    );
  });
});
