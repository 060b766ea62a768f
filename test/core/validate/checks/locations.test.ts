/** Locations: several of them, their units and zones, a network mode that is not set. */

import { describe, expect, it } from 'vitest';
import type { DeploymentInput, LocationInput } from '../../../../core/deployment.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';

const idOf = (name: string) =>
  `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/${name}`;
const apim = idOf('virtualNetworks/vnet/subnets/apim');
const address = idOf('publicIPAddresses/apim');

const two = (second: Partial<LocationInput>): Partial<DeploymentInput> => ({
  tier: 'PREMIUM',
  locations: [{ region: 'northeurope', ...second }],
});
const subnet = (addressPrefix: string, id?: string) => ({
  subnet: { addressPrefix, ...(id !== undefined && { id }) },
});

describe('two locations', () => {
  it.each<[string, string, Partial<LocationInput>, Partial<LocationInput>, string | undefined]>([
    [
      'location-without-subnet',
      'a subnet each',
      subnet('10.1.0.0/27'),
      subnet('10.2.0.0/27'),
      undefined,
    ],
    ['location-without-subnet', 'no subnet known', {}, {}, undefined],
    ['location-without-subnet', 'the first not known', {}, subnet('10.2.0.0/27'), undefined],
    [
      'location-without-subnet',
      'the second without',
      subnet('10.1.0.0/27'),
      {},
      'WARNING NEEDS_REVIEW /locations/1',
    ],
    [
      'shared-between-locations',
      'one subnet',
      subnet('10.1.0.0/27', apim),
      subnet('10.1.0.0/27', apim.toUpperCase()),
      'ERROR FAIL /locations/1/subnet/id',
    ],
    [
      'shared-between-locations',
      'an open id',
      subnet('10.1.0.0/27', "[parameters('subnet')]"),
      subnet('10.1.0.0/27', "[parameters('subnet')]"),
      undefined,
    ],
    [
      'shared-between-locations',
      'one address',
      { publicIpAddress: { id: address } },
      { publicIpAddress: { id: address } },
      'ERROR FAIL /locations/1/publicIpAddress/id',
    ],
    [
      'shared-between-locations',
      'one address, whose region another check compares',
      { publicIpAddress: { id: address, region: 'westeurope' } },
      { publicIpAddress: { id: address, region: 'westeurope' } },
      undefined,
    ],
    [
      'public-ip-other-place',
      'one address with its region',
      { publicIpAddress: { id: address, region: 'westeurope' } },
      { publicIpAddress: { id: address, region: 'westeurope' } },
      'ERROR FAIL /locations/1/publicIpAddress/region',
    ],
    [
      'location-subnets-overlap',
      'the same prefix',
      subnet('10.1.0.0/27'),
      subnet('10.1.0.0/27'),
      'INFO PASS /locations/1/subnet/addressPrefix',
    ],
    [
      'location-subnets-overlap',
      'next to each other',
      subnet('10.1.0.0/27'),
      subnet('10.1.0.32/27'),
      undefined,
    ],
    [
      'location-subnets-overlap',
      'one subnet, which another check tells',
      subnet('10.1.0.0/27', apim),
      subnet('10.1.0.0/27', apim),
      undefined,
    ],
    [
      'location-subnets-overlap',
      'one subnet, its id in letters of another case',
      subnet('10.1.0.0/27', apim),
      subnet('10.1.0.0/27', apim.toUpperCase()),
      undefined,
    ],
  ])('%s: %s', (id, _, first, second, expected) => {
    expect(inShort(findingsIn(id, first, two(second)))).toEqual(expected ? [expected] : []);
  });
});

describe('units-out-of-range', () => {
  it.each<[Partial<DeploymentInput>, number, string | undefined]>([
    [{}, 1, undefined],
    [{}, 2, 'ERROR FAIL'],
    [{ tier: 'PREMIUM' }, 13, undefined],
    [{ tier: 'PREMIUM' }, 31, undefined],
    [{ tier: 'PREMIUM' }, 32, 'WARNING PASS'],
    [{ tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' }, 10, undefined],
    [{ tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' }, 11, 'ERROR FAIL'],
    [{ tier: 'PREMIUM_V2' }, 30, undefined],
    [{ tier: 'PREMIUM_V2' }, 31, 'ERROR FAIL'],
    [{ tier: 'DEVELOPER', virtualNetworkType: 'NONE' }, 2, 'ERROR FAIL'],
    [{ tier: 'STANDARD', virtualNetworkType: 'NONE' }, 50, undefined],
  ])('%j with %i', (deployment, units, expected) => {
    expect(inShort(findingsIn('units-out-of-range', { units }, deployment))).toEqual(
      expected ? [`${expected} /locations/0/units`] : [],
    );
  });
});

describe('zones-not-supported', () => {
  it.each<[Partial<DeploymentInput>, number[], number]>([
    [{}, [], 0],
    [{}, [1], 1],
    [{ tier: 'PREMIUM' }, [1, 2, 3], 0],
    [{ tier: 'STANDARD', virtualNetworkType: 'NONE' }, [1, 2], 1],
    [{ tier: 'CONSUMPTION', virtualNetworkType: 'NONE' }, [1, 2], 1],
    [{ tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' }, [1, 2], 0],
    [{ tier: 'PREMIUM_V2' }, [1, 2], 0],
  ])('%j in %j', (deployment, zones, count) => {
    expect(inShort(findingsIn('zones-not-supported', { zones }, deployment))).toEqual(
      Array.from({ length: count }, () => 'ERROR FAIL /locations/0/zones'),
    );
  });
});

describe('mode-none-with-subnet', () => {
  it.each<[Partial<DeploymentInput>, Partial<LocationInput>, number]>([
    [{ virtualNetworkType: 'NONE' }, subnet('10.0.1.0/27'), 1],
    [{ virtualNetworkType: 'NONE' }, {}, 0],
    [{ virtualNetworkType: 'INTERNAL' }, subnet('10.0.1.0/27'), 0],
  ])('%j %j', (deployment, location, count) => {
    expect(inShort(findingsIn('mode-none-with-subnet', location, deployment))).toEqual(
      Array.from({ length: count }, () => 'WARNING PASS /locations/0/subnet'),
    );
  });
});
