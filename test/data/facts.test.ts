/** The facts besides regions, tags and ports: ids, citations, dates, completeness, and the documents' own figures. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dnsFacts } from '../../data/dns.ts';
import { endpoints } from '../../data/endpoints.ts';
import { ipChangeTriggers } from '../../data/ip-changes.ts';
import { limitations } from '../../data/limitations.ts';
import type { Citation, Cited } from '../../data/model.ts';
import { confidences, networkingOptions, tiers } from '../../data/model.ts';
import { prerequisites } from '../../data/prerequisites.ts';
import { routingFacts } from '../../data/routing.ts';
import { sources } from '../../data/sources.ts';
import { subnetArithmetic, subnetRules } from '../../data/subnets.ts';
import { tierProfiles } from '../../data/tiers.ts';

const networkFacts = [...prerequisites, ...dnsFacts, ...routingFacts, ...limitations];
const lists = { endpoints, ipChangeTriggers, subnetRules, networkFacts };
const listNames = Object.keys(lists) as (keyof typeof lists)[];
const factsOf = (name: keyof typeof lists) =>
  lists[name] as readonly (Cited & { id: string; since?: string; until?: string })[];

const cited: readonly (readonly [string, Cited])[] = [
  ...listNames.flatMap((name) => factsOf(name).map((fact) => [fact.id, fact] as const)),
  ...tierProfiles.flatMap((profile) => [
    [profile.tier, profile] as const,
    ...profile.networking.map((support) => [`${profile.tier} ${support.option}`, support] as const),
  ]),
  ...subnetArithmetic.map(
    (row) => [`${row.tiers.join('+')} ${row.virtualNetworkType}`, row] as const,
  ),
];
const sourceDates = new Map(sources.map((source) => [source.id, source.date]));

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

describe.each(listNames)('%s', (name) => {
  it('has unique ids in kebab-case', () => {
    const ids = factsOf(name).map((fact) => fact.id);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has dates in order', () => {
    const offenders = factsOf(name).filter(
      ({ since, until }) =>
        (since !== undefined && !isDate(since)) ||
        (until !== undefined && (!isDate(until) || since === undefined || since > until)),
    );
    expect(offenders.map((fact) => fact.id)).toEqual([]);
  });

  it('cites a document at least as young as the fact', () => {
    const offenders = factsOf(name).filter(
      ({ since, citations }) =>
        since !== undefined &&
        // The list of breaking changes announces what becomes true later.
        !citations.some(({ source }) => source.startsWith('breaking-change')) &&
        !citations.some(({ source }) => (sourceDates.get(source) ?? '') >= since),
    );
    expect(offenders.map((fact) => fact.id)).toEqual([]);
  });
});

describe('citations', () => {
  const every = cited.flatMap(([id, { citations }]) =>
    citations.map((citation): readonly [string, Citation] => [id, citation]),
  );

  it('are on every fact', () => {
    expect(cited.filter(([, { citations }]) => citations.length === 0).map(([id]) => id)).toEqual(
      [],
    );
  });

  it.each<[string, (citation: Citation) => boolean]>([
    ['name a known source', ({ source }) => sourceDates.has(source)],
    ['name a section', ({ section }) => section.trim() !== ''],
    ['carry the date of the check', ({ verifiedOn }) => isDate(verifiedOn)],
    ['carry a confidence', ({ confidence }) => confidences.includes(confidence)],
  ])('%s', (_, holds) => {
    expect(every.filter(([, citation]) => !holds(citation))).toEqual([]);
  });
});

describe('applicability', () => {
  it('is never empty', () => {
    const offenders = [...networkFacts, ...subnetRules].filter(
      (fact) =>
        fact.tiers.length === 0 ||
        fact.virtualNetworkTypes.length === 0 ||
        fact.platforms.length === 0,
    );
    expect(offenders.map((fact) => fact.id)).toEqual([]);
  });

  it('of a private address change is left to tiers that can be injected', () => {
    const offenders = ipChangeTriggers.filter(
      (trigger) => trigger.affectsPrivateAddress && !trigger.tiers.includes('PREMIUM'),
    );
    expect(offenders.map((trigger) => trigger.id)).toEqual([]);
  });
});

describe('tiers', () => {
  it('are all there, in order, with all five options', () => {
    expect(tierProfiles.map((profile) => profile.tier)).toEqual([...tiers]);
    expect(
      tierProfiles.filter(
        (profile) =>
          profile.networking.map(({ option }) => option).join() !== networkingOptions.join(),
      ),
    ).toEqual([]);
  });

  it.each([
    // tier, ext, int, v2 injection, integration, private endpoint
    ['CONSUMPTION', '-----'],
    ['DEVELOPER', 'xx--x'],
    ['BASIC', '----x'],
    ['STANDARD', '----x'],
    ['PREMIUM', 'xx--x'],
    ['BASIC_V2', '-----'],
    ['STANDARD_V2', '---xx'],
    ['PREMIUM_V2', '--xxx'],
  ])('%s supports %s', (tier, expected) => {
    const profile = tierProfiles.find((candidate) => candidate.tier === tier);
    const support = profile?.networking.map(({ isSupported }) => (isSupported ? 'x' : '-'));
    expect(support?.join('')).toBe(expected);
  });
});

describe('subnet arithmetic', () => {
  const unitsIn = (row: (typeof subnetArithmetic)[number], prefixLength: number) =>
    Math.floor((2 ** (32 - prefixLength) - 5 - row.loadBalancerAddresses) / row.addressesPerUnit);
  const premium = subnetArithmetic.filter((row) => row.tiers.includes('PREMIUM'));

  it.each([
    [29, 1],
    [28, 5],
    [27, 13],
    [26, 29],
    [25, 61],
  ])('gives Premium in a /%i subnet %i units in both modes', (prefixLength, units) => {
    expect(premium.map((row) => unitsIn(row, prefixLength))).toEqual([units, units]);
  });

  it('recommends no longer prefix than it accepts', () => {
    expect(
      subnetArithmetic.filter((row) => row.recommendedPrefixLength > row.longestPrefixLength),
    ).toEqual([]);
  });

  it('has one row for each tier and mode that uses a subnet', () => {
    const pairs = subnetArithmetic.flatMap((row) =>
      row.tiers.map((tier) => `${tier} ${row.virtualNetworkType}`),
    );
    expect(pairs.sort()).toEqual([
      'DEVELOPER EXTERNAL',
      'DEVELOPER INTERNAL',
      'PREMIUM EXTERNAL',
      'PREMIUM INTERNAL',
      'PREMIUM_V2 EXTERNAL',
      'PREMIUM_V2 INTERNAL',
      'STANDARD_V2 EXTERNAL',
    ]);
  });
});

describe('endpoints', () => {
  it('name valid hosts', () => {
    const host = /^(?:(?:\*|<region>)\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
    expect(
      endpoints.flatMap(({ hostNames }) => hostNames).filter((name) => !host.test(name)),
    ).toEqual([]);
  });

  it('name no host twice', () => {
    const offenders = endpoints.filter(
      ({ hostNames }) => new Set(hostNames).size < hostNames.length,
    );
    expect(offenders).toEqual([]);
  });

  it('name valid ports', () => {
    const offenders = endpoints.filter(
      ({ ports }) =>
        ports.length === 0 || !ports.every((port) => /^\d+$/.test(port) && Number(port) <= 65535),
    );
    expect(offenders.map((endpoint) => endpoint.id)).toEqual([]);
  });

  it('are conditional exactly when they say when', () => {
    const offenders = endpoints.filter(
      (endpoint) =>
        (endpoint.necessity === 'CONDITIONAL') !== (endpoint.requiredWhen !== undefined),
    );
    expect(offenders.map((endpoint) => endpoint.id)).toEqual([]);
  });

  it.each([
    ['metrics-public', 9],
    ['metrics-us-government', 12],
    ['metrics-china', 11],
  ])('%s has %i hosts', (id, count) => {
    expect(endpoints.find((endpoint) => endpoint.id === id)?.hostNames).toHaveLength(count);
  });
});

const folder = new URL('../../../shared/sources/', import.meta.url);
const edition2019 = new URL('003_17f3aeac097f7bb3.txt', folder);
const edition2023 = new URL('001_6170997d3d619318.txt', folder);

describe.runIf(existsSync(edition2019) && existsSync(edition2023))('source documents', () => {
  const hostsOf = (...ids: string[]) =>
    ids.flatMap((id) => endpoints.find((endpoint) => endpoint.id === id)?.hostNames ?? [id]);
  const hostsSince = (date: string) =>
    endpoints.filter(({ since }) => since <= date).flatMap(({ hostNames }) => hostNames);

  it('of 2023 print the metrics hosts in this order', () => {
    const printed = readFileSync(edition2023, 'utf8').match(/^- [a-z0-9.-]+\.[a-z]+$/gm) ?? [];
    expect(printed.map((line) => line.slice(2))).toEqual(
      hostsOf('metrics-public', 'metrics-us-government', 'metrics-china'),
    );
  });

  it('of 2019 print the metrics hosts in this order', () => {
    const rows = readFileSync(edition2019, 'utf8').match(
      /^.*msftcloudes\.com.*$|^.*metrics\.nsatc\.net.*$/gm,
    );
    const printed = [...(rows ?? []).join('\n').matchAll(/<li>(.*?)<\/li>/g)].map(([, cell]) =>
      cell?.replace(/^`azure region`/, '<region>').replace(/ where .*$/, ''),
    );
    expect(printed).toEqual(
      hostsOf('metrics-2019-public', 'metrics-2019-us-government', 'metrics-2019-china'),
    );
  });

  it.each([
    ['2019-09-09', edition2019],
    ['2023-01-06', edition2023],
  ])('of %s print no other host', (date, file) => {
    const known = new Set(hostsSince(date).map((name) => name.replace(/^(\*|<region>)\./, '')));
    const text = readFileSync(file, 'utf8').replace(/\([^)]*\)|https?:\S+/g, '');
    const printed = text.match(/\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|cn|us)\b/g) ?? [];
    const offenders = [...new Set(printed)]
      .map((name) => name.replace(/^eastus2\./, ''))
      .filter((name) => !known.has(name));
    expect(offenders).toEqual([]);
  });
});
