/** The tool that takes over weekly service-tag files: on a small file of its own, and as a command. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import type { ServiceTagExtract, ServiceTagFileChange } from '../../data/model.ts';
import { serviceTagFileChanges } from '../../data/service-tag-files/changes.ts';
import { chinaExtract } from '../../data/service-tag-files/china.ts';
import { publicExtract } from '../../data/service-tag-files/public.ts';
import { usGovernmentExtract } from '../../data/service-tag-files/us-government.ts';
import { serviceTagExtracts } from '../../data/weekly-files.ts';
import { diffExtracts, nextSteps } from '../../scripts/extract-changes.ts';
import {
  printChanges,
  printExtract,
  printSnapshot,
  targets,
} from '../../scripts/print-service-tags.ts';
import { extractOf, InputError, refresh, withChanges } from '../../scripts/refresh-service-tags.ts';
import { fileClouds, findOfficial, madeUpDownload } from '../support/weekly-files.ts';

function tag(name: string, region: string, addressPrefixes: string[], networkFeatures?: string[]) {
  return { name, id: name, properties: { region, addressPrefixes, networkFeatures } };
}

const weekly = {
  changeNumber: 9000,
  cloud: 'China',
  values: [
    tag('Storage', '', ['192.0.2.0/24']),
    tag('ApiManagement', '', ['198.51.100.0/28', '2001:db8::/124'], ['API', 'NSG']),
    tag('ApiManagement.ChinaNorth', 'chinanorth', ['198.51.100.8/29', '2001:db8::/124']),
    tag('ApiManagement.ChinaEast', 'chinaeast', ['198.51.100.0/29']),
    tag('AzureMonitor.Core', '', ['192.0.2.0/32']),
  ],
};
const extract: ServiceTagExtract = {
  cloud: 'CHINA',
  changeNumber: 9000,
  date: '2030-01-07',
  tagNames: ['ApiManagement', 'AzureMonitor.Core', 'Storage'],
  regionalTagNames: ['ApiManagement'],
  apiManagementFeatures: ['API', 'NSG'],
  apiManagement: ['198.51.100.0/28', '2001:db8::/124'],
  apiManagementByRegion: {
    ChinaEast: ['198.51.100.0/29'],
    ChinaNorth: ['198.51.100.8/29', '2001:db8::/124'],
  },
};

const folder = mkdtempSync(join(tmpdir(), 'refresh-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(fileName: string, content: unknown): string {
  const path = join(folder, fileName);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('extractOf', () => {
  it('keeps tag names, ApiManagement prefixes and the date in the name', () => {
    expect(extractOf('ServiceTags_China_20300107.json', weekly)).toEqual(extract);
  });

  it.each([
    ['ServiceTags_China_20301307.json', weekly, 'must be named ServiceTags_China_YYYYMMDD.json'],
    ['ServiceTags_Public_20300107.json', weekly, 'holds the tags of China'],
    ['current.json', weekly, '"current.json" holds the tags of China'],
    ['x.json', { ...weekly, cloud: 'AzureGermany' }, 'given "AzureGermany"'],
    ['x.json', { ...weekly, changeNumber: '376' }, 'changeNumber: Invalid input: expected number'],
    ['x.json', { ...weekly, values: [tag('Sql', '', ['10.0.0.0/33'])] }, 'given "10.0.0.0/33"'],
    ['x.json', { ...weekly, values: [tag('Sql', '', [])] }, 'has no tag ApiManagement'],
    ['x.json', [], 'is not a weekly service-tag file'],
  ])('refuses %s: %o', (fileName, content, message) => {
    expect(() => extractOf(fileName, content)).toThrow(InputError);
    expect(() => extractOf(fileName, content)).toThrow(message);
  });
});

describe('diffExtracts', () => {
  it('finds nothing between an extract and itself', () => {
    expect(diffExtracts(extract, extract)).toEqual([]);
  });

  it('names what came and went, tag by tag', () => {
    const { ChinaNorth } = extract.apiManagementByRegion;
    const later: ServiceTagExtract = {
      ...extract,
      tagNames: ['ApiManagement', 'Sql', 'Storage'],
      apiManagementFeatures: ['NSG', 'API', 'UDR'],
      apiManagementByRegion: {
        ChinaEast: ['198.51.100.0/30'],
        ChinaNorth: ChinaNorth ?? [],
        ChinaWest: ['198.51.100.4/30'],
      },
    };
    expect(diffExtracts(extract, later)).toEqual([
      { list: 'service tags', added: ['Sql'], removed: ['AzureMonitor.Core'] },
      { list: 'network features of ApiManagement', added: ['UDR'], removed: [] },
      {
        list: 'ApiManagement.ChinaEast',
        added: ['198.51.100.0/30'],
        removed: ['198.51.100.0/29'],
      },
      { list: 'ApiManagement.ChinaWest', added: ['198.51.100.4/30'], removed: [] },
    ]);
  });
});

describe('nextSteps', () => {
  const regions = extract.apiManagementByRegion;
  it.each<[what: string, change: Partial<ServiceTagExtract>, steps: readonly RegExp[]]>([
    ['nothing', {}, []],
    ['prefixes', { apiManagement: ['198.51.100.0/24'] }, []],
    [
      'a new region',
      { apiManagementByRegion: { ...regions, ChinaWest: ['198.51.100.0/30'] } },
      [/regions\/china\.ts: add the region of ApiManagement\.ChinaWest/],
    ],
    [
      'a region less',
      { apiManagementByRegion: { ChinaEast: [] } },
      [/region of ChinaNorth hasServiceTags: false/],
    ],
    [
      'a new tag',
      { tagNames: [...extract.tagNames, 'Sql'], regionalTagNames: ['ApiManagement', 'Sql'] },
      [/how Sql lies to AzureCloud/, /isRegional of Sql/],
    ],
    ['a tag less', { tagNames: ['ApiManagement', 'Storage'] }, [/AzureMonitor\.Core has left/]],
    ['a feature', { apiManagementFeatures: ['API', 'NSG', 'UDR'] }, [/isApiManagementTagRoutable/]],
  ])('after %s', (_, change, steps) => {
    const before = { ...extract, date: '2020-01-07' } as const;
    const printed = nextSteps(before, { ...before, ...change });
    expect(printed).toEqual(steps.map((step) => expect.stringMatching(step)));
  });

  it('asks to compare what no lint compares once the file is newer than the last full check', () => {
    expect(nextSteps(extract, extract)).toEqual([expect.stringContaining('enforcement-points')]);
  });
});

describe('printExtract', () => {
  it.each([
    ['public', publicExtract],
    ['us-government', usGovernmentExtract],
    ['china', chinaExtract],
  ])('prints the stored module %s as it stands', (module, stored) => {
    const path = new URL(`../../data/service-tag-files/${module}.ts`, import.meta.url);
    expect(printExtract(stored)).toBe(readFileSync(path, 'utf8'));
  });
});

describe('printSnapshot', () => {
  it.each(shippedServiceTagFiles)('prints the stored module of $cloud as it stands', (file) => {
    const { snapshotModule } = targets[file.cloud];
    const path = new URL(`../../data/service-tag-files/${snapshotModule}`, import.meta.url);
    const extract = serviceTagExtracts[file.cloud];
    expect(printSnapshot(extract, file.bytes)).toBe(readFileSync(path, 'utf8'));
  });
});

describe('printChanges', () => {
  it('prints the stored module as it stands', () => {
    const path = new URL('../../data/service-tag-files/changes.ts', import.meta.url);
    expect(printChanges(serviceTagFileChanges)).toBe(readFileSync(path, 'utf8'));
  });
});

describe('withChanges', () => {
  const fileOf = (week: number, ...prefixes: string[]) =>
    readServiceTagFile(
      { ...weekly, changeNumber: week, values: [tag('Storage', '', prefixes)] },
      `ServiceTags_China_2030${String(100 + week).slice(1)}01.json`,
    );
  const [before, after, same] = [
    fileOf(1, '192.0.2.0/24'),
    fileOf(2, '192.0.2.0/25', '198.51.100.0/24'),
    fileOf(2, '192.0.2.0/25', '192.0.2.128/25'),
  ];
  const change: ServiceTagFileChange = {
    cloud: 'CHINA',
    date: '2030-02-01',
    changeNumber: 2,
    comparedWith: '2030-01-01',
    tags: [{ name: 'Storage', added: ['198.51.100.0/24'], removed: ['192.0.2.128/25'] }],
  };

  it('adds the addresses that came and went', () => {
    expect(withChanges([], before, after)).toEqual([change]);
  });

  it('adds nothing where the same addresses are parted otherwise', () => {
    expect(withChanges([], before, same)).toEqual([]);
  });

  it('has a year of each cloud, oldest first', () => {
    const other = { ...change, cloud: 'PUBLIC', date: '2020-01-01' } as const;
    const old = Array.from({ length: 52 }, (_, index) => ({
      ...other,
      cloud: 'CHINA' as const,
      changeNumber: -index,
    }));
    const changes = withChanges([other, ...old], before, after);
    expect(changes.filter(({ cloud }) => cloud === 'CHINA')).toEqual([...old.slice(1), change]);
    expect(changes[0]).toEqual(other);
  });
});

describe('refresh', () => {
  it('writes both modules and tells the change numbers and every difference', () => {
    const report = refresh(write('ServiceTags_China_20300107.json', weekly), folder).split('\n');
    expect(readFileSync(join(folder, 'china.ts'), 'utf8')).toBe(printExtract(extract));
    const { bytes } = readServiceTagFile(weekly, 'ServiceTags_China_20300107.json');
    expect(readFileSync(join(folder, 'china-snapshot.ts'), 'utf8')).toBe(
      printSnapshot(extract, bytes),
    );
    const changes = readFileSync(join(folder, 'changes.ts'), 'utf8');
    expect(changes).toContain("    date: '2030-01-07',\n    changeNumber: 9000,");
    expect(changes).toContain("        name: 'Storage',\n        added: ['192.0.2.0/24'],");
    expect(report[0]).toBe(
      `CHINA: change number ${chinaExtract.changeNumber} (${chinaExtract.date}) -> 9000 (2030-01-07)`,
    );
    expect(report).toContain('ApiManagement.ChinaEast: 1 added, 6 removed');
    expect(report).toContain('  + 198.51.100.0/29');
    expect(report).toContain('  - AzureCloud');
    expect(report).toContain(
      '- data/regions/china.ts: give the region of ChinaNorth2 hasServiceTags: false',
    );
    expect(report.at(-1)).toMatch(/^- npx vitest run test\/data /);
  });

  it('refuses a file older than the stored one and writes nothing', () => {
    const path = write('ServiceTags_Public_20190722.json', {
      ...weekly,
      cloud: 'Public',
      changeNumber: 1,
    });
    expect(() => refresh(path, folder)).toThrow(/has change number 1; the data has \d+/);
    expect(existsSync(join(folder, 'public.ts'))).toBe(false);
  });
});

describe('the command', () => {
  const script = fileURLToPath(new URL('../../scripts/refresh-service-tags.ts', import.meta.url));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

  it.each([
    ['no file', [], '0 files given; give one'],
    ['two files', ['a.json', 'b.json'], '2 files given; give one'],
    ['a file that is not there', [join(folder, 'none.json')], 'no such file'],
    ['a file that is not JSON', [write('text.json', 'Service tags')], 'is not valid JSON'],
    ['another JSON file', [write('other.json', { name: 'x' })], 'is not a weekly service-tag file'],
  ])('ends with code 2 and one line for %s', (_, args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({
      status: 2,
      stdout: '',
      lines: 1,
    });
    expect(stderr).toContain(message);
  });
});

describe.each([publicExtract, usGovernmentExtract, chinaExtract])(
  'the stored extract of $cloud',
  (stored) => {
    const fileName = `ServiceTags_${fileClouds[stored.cloud]}_${stored.date.replaceAll('-', '')}.json`;

    it('is read back from a file that holds it', () => {
      expect(extractOf(fileName, madeUpDownload(stored.cloud))).toEqual(stored);
    });

    it.each(findOfficial(fileName))('is what $name holds', ({ read }) => {
      expect(extractOf(fileName, read())).toEqual(stored);
    });
  },
);
