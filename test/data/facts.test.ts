/** The documents' own figures on tiers, subnets and endpoints, and their hosts where the source texts are at hand. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../data/endpoints.ts';
import { subnetArithmetic } from '../../data/subnets.ts';
import { tierProfiles } from '../../data/tiers.ts';

describe('tiers', () => {
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
});

describe('endpoints', () => {
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
