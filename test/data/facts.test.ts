/** The documents' own figures on tiers, subnets and endpoints. */

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
