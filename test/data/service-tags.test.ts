/** The service tags and their relations, compared with the weekly files. */

import { describe, expect, it } from 'vitest';
import { catalog, findServiceTag } from '../../data/index.ts';
import { commonSize, isWithin, type Range, unionOf } from '../support/prefixes.ts';
import { type Download, downloads, published } from '../support/weekly-files.ts';

const { serviceTags, serviceTagRelations: relations } = catalog;
const publishedTags = serviceTags.filter((tag) => !tag.isPlatformTag).map((tag) => tag.name);
const pairKey = (one: string, other: string) => [one, other].sort().join(' ');

describe('names', () => {
  it.each([
    ['INTERNET', 'Internet'],
    ['VIRTUAL_NETWORK', 'VirtualNetwork'],
    ['Virtual Network', 'VirtualNetwork'],
    ['AZURE_LOAD_BALANCER', 'AzureLoadBalancer'],
    ['AZURE_LOADBALANCER', 'AzureLoadBalancer'],
    ['SQL', 'Sql'],
    ['Azure Event Hubs', 'EventHub'],
    ['Azure Monitor', 'AzureMonitor'],
    ['azurekeyvault', 'AzureKeyVault'],
    ['KeyVault', undefined],
    ['EventGrid', undefined],
    ['Storage.WestEurope', undefined],
  ])('%s is %s', (input, name) => {
    expect(findServiceTag(input)?.name).toBe(name);
  });
});

it('three tags may be replaced by their regional tags', () => {
  const names = serviceTags.filter((tag) => tag.mayBeRegional).map((tag) => tag.name);
  expect(names).toEqual(['Storage', 'Sql', 'EventHub']);
});

interface Tag {
  readonly name: string;
  readonly region: string;
  readonly ranges: readonly Range[];
}

function readTags({ values }: Download): readonly Tag[] {
  return values.map(({ name, properties }) => ({
    name,
    region: properties.region,
    ranges: unionOf(properties.addressPrefixes.filter((prefix) => !prefix.includes(':'))),
  }));
}

describe.each(downloads)('IPv4 prefixes of $name', (download) => {
  const tags = readTags(download.read());
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  const bases = tags.filter((tag) => tag.region === '');
  const rangesOf = (name: string) => byName.get(name)?.ranges;

  it('contain what the relations say', () => {
    const offenders = relations.contained.filter(({ outer, inner }) => {
      const [whole, part] = [rangesOf(outer), rangesOf(inner)];
      return whole !== undefined && part !== undefined && !isWithin(part, whole);
    });
    expect(offenders).toEqual([]);
  });

  it('are disjoint for every pair with a listed tag that has no relation', () => {
    const named = new Set([
      ...relations.contained.map(({ outer, inner }) => pairKey(outer, inner)),
      ...relations.overlapping.map(({ first, second }) => pairKey(first, second)),
    ]);
    const offenders = publishedTags.flatMap((name) =>
      bases
        .filter((other) => other.name !== name && !named.has(pairKey(name, other.name)))
        .filter((other) => commonSize(rangesOf(name) ?? [], other.ranges) > 0n)
        .map((other) => `${name} ${other.name}`),
    );
    expect(offenders).toEqual([]);
  });

  it('have each regional tag in its base tag, in AzureCloud and in AzureCloud of its region', () => {
    const clouds = new Map(
      tags
        .filter(({ name }) => name.startsWith('AzureCloud.'))
        .map(({ region, ranges }) => [region, ranges]),
    );
    const offenders = tags
      .filter((tag) => tag.region !== '')
      .flatMap((tag) => {
        const base = tag.name.slice(0, tag.name.lastIndexOf('.'));
        if (!publishedTags.includes(base)) return [];
        return [rangesOf(base), rangesOf('AzureCloud'), clouds.get(tag.region)]
          .filter((whole) => !isWithin(tag.ranges, whole ?? []))
          .map(() => tag.name);
      });
    expect(offenders).toEqual([]);
  });

  it('assign each address to at most one region', () => {
    const regional = tags.filter(({ name }) => name.startsWith('AzureCloud.'));
    const offenders = regional.flatMap((tag, index) =>
      regional
        .slice(index + 1)
        .filter((other) => commonSize(tag.ranges, other.ranges) > 0n)
        .map((other) => `${tag.name} ${other.name}`),
    );
    expect(offenders).toEqual([]);
  });
});

describe('tags named as overlapping', () => {
  // A made-up file is no evidence: it is made from the relations.
  const perFile = published.map(
    (download) => new Map(readTags(download.read()).map((tag) => [tag.name, tag])),
  );
  const needless = (pairs: typeof relations.overlapping) =>
    pairs.filter(({ first, second }) => {
      const standings = perFile.flatMap((tags) => {
        const [one, other] = [tags.get(first)?.ranges, tags.get(second)?.ranges];
        if (one === undefined || other === undefined) return [];
        if (isWithin(one, other) || isWithin(other, one)) return 'contained';
        return commonSize(one, other) === 0n ? 'disjoint' : 'part';
      });
      return new Set(standings).size < 2 && !standings.includes('part');
    });

  it('overlap in some file, or relate differently in two files', () => {
    expect(needless(relations.overlapping)).toEqual([]);
  });

  it.each(['AzureBackup', 'AzureMonitor.Core'])('are not those of one relation: %s', (second) => {
    const spoiled = { first: 'AzureCloud', second };
    expect(needless([...relations.overlapping, spoiled])).toEqual([spoiled]);
  });
});
