/** The address a backend sees, by tier, mode and place of the backend, and the fields that show it. */

import { describe, expect, it } from 'vitest';
import {
  type BackendAddressesInput,
  type BackendOrigin,
  backendAddresses,
  backendDestinations,
} from '../../../core/answers/backend-addresses.ts';
import { findSubnetArithmetic } from '../../../core/answers/subnet-plan.ts';
import { InputError } from '../../../core/input-error.ts';
import { catalog } from '../../../data/index.ts';
import { tiers, virtualNetworkTypes } from '../../../data/model.ts';
import { expectCited } from '../../support/citations.ts';

type Row = readonly [
  tier: BackendAddressesInput['tier'],
  virtualNetworkType: BackendAddressesInput['virtualNetworkType'],
  destination: BackendAddressesInput['destination'],
  origin: BackendOrigin,
];

const rows: readonly Row[] = [
  ['BASIC', 'NONE', 'PUBLIC', 'PUBLIC_ADDRESS'],
  ['PREMIUM', 'NONE', 'PUBLIC', 'PUBLIC_ADDRESS'],
  ['PREMIUM', 'EXTERNAL', 'PUBLIC', 'PUBLIC_ADDRESS'],
  ['DEVELOPER', 'INTERNAL', 'PUBLIC', 'PUBLIC_ADDRESS'],
  ['DEVELOPER', 'INTERNAL', 'VIRTUAL_NETWORK', 'SUBNET'],
  ['PREMIUM', 'EXTERNAL', 'PEERED', 'SUBNET'],
  ['PREMIUM', 'EXTERNAL', 'ON_PREMISES', 'SUBNET'],
  ['CONSUMPTION', 'NONE', 'PUBLIC', 'REGION'],
  ['BASIC_V2', 'NONE', 'PUBLIC', 'REGION'],
  ['STANDARD_V2', 'EXTERNAL', 'PUBLIC', 'REGION'],
  ['STANDARD_V2', 'EXTERNAL', 'VIRTUAL_NETWORK', 'SUBNET'],
  ['STANDARD_V2', 'EXTERNAL', 'PEERED', 'SUBNET'],
  ['STANDARD_V2', 'EXTERNAL', 'ON_PREMISES', 'UNKNOWN'],
  ['PREMIUM_V2', 'INTERNAL', 'PUBLIC', 'REGION'],
  ['PREMIUM_V2', 'INTERNAL', 'ON_PREMISES', 'SUBNET'],
];

const ask = (change: Partial<BackendAddressesInput>) =>
  backendAddresses({
    tier: 'PREMIUM',
    virtualNetworkType: 'INTERNAL',
    region: 'westeurope',
    destination: 'PUBLIC',
    ...change,
  });
const pathsOf = (change: Partial<BackendAddressesInput>) =>
  ask(change).reading?.fields.map(({ path }) => path) ?? [];

describe('backendAddresses', () => {
  it.each(rows)('%s %s to %s: %s', (tier, virtualNetworkType, destination, origin) => {
    const answer = ask({ tier, virtualNetworkType, destination });
    expect(answer.origin).toBe(origin);
    expect(answer.serviceTag).toBe(origin === 'REGION' ? 'AzureCloud.westeurope' : null);
    expect(answer.allow).not.toBe('');
    expect(answer.notes.length).toBeGreaterThan(0);
    expectCited(answer);
  });

  it('answers every tier in every mode it has', () => {
    for (const tier of tiers) {
      for (const virtualNetworkType of virtualNetworkTypes) {
        const isOutside = virtualNetworkType === 'NONE';
        if (!isOutside && !findSubnetArithmetic(tier, virtualNetworkType)) continue;
        for (const destination of isOutside ? (['PUBLIC'] as const) : backendDestinations) {
          expectCited(ask({ tier, virtualNetworkType, destination }));
        }
      }
    }
  });

  it.each([
    ['norwayeast', 'AzureCloud.norwaye'],
    ['France Central', 'AzureCloud.centralfrance'],
    ['chinaeast2', 'AzureCloud.chinaeast2'],
    ['usgoviowa', null],
  ])('shared infrastructure in %s: %s', (region, serviceTag) => {
    const answer = ask({ tier: 'CONSUMPTION', virtualNetworkType: 'NONE', region });
    expect(answer.serviceTag).toBe(serviceTag);
    expect(answer.origin).toBe(serviceTag === null ? 'UNKNOWN' : 'REGION');
    expectCited(answer);
  });

  it.each([
    ['westeurope', 'https://management.azure.com/'],
    ['usgovtexas', 'https://management.usgovcloudapi.net/'],
    ['chinaeast', 'https://management.chinacloudapi.cn/'],
  ])('reads in %s from %s', (region, url) => {
    const { reading } = ask({ region });
    expect(reading?.method).toBe('GET');
    expect(reading?.url.startsWith(url)).toBe(true);
    expect(reading?.url).toMatch(/service\/<service-name>\?api-version=<api-version>$/);
  });

  it.each<readonly [change: Partial<BackendAddressesInput>, paths: readonly string[]]>([
    [
      {},
      ['publicIPAddresses', 'privateIPAddresses', 'virtualNetworkConfiguration.subnetResourceId'],
    ],
    [
      { virtualNetworkType: 'EXTERNAL' },
      ['publicIPAddresses', 'virtualNetworkConfiguration.subnetResourceId'],
    ],
    [{ virtualNetworkType: 'NONE' }, ['publicIPAddresses']],
  ])('Premium %o shows the fields, and again for further locations', (change, paths) => {
    expect(pathsOf(change)).toEqual([
      ...paths.map((path) => `properties.${path}`),
      ...paths.map((path) => `properties.additionalLocations[].${path}`),
    ]);
  });

  it.each<readonly [change: Partial<BackendAddressesInput>, paths: readonly string[]]>([
    [{ tier: 'STANDARD', virtualNetworkType: 'NONE' }, ['properties.publicIPAddresses']],
    [{ tier: 'CONSUMPTION', virtualNetworkType: 'NONE' }, []],
    [{ tier: 'PREMIUM_V2' }, ['properties.virtualNetworkConfiguration.subnetResourceId']],
    [
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
      ['properties.virtualNetworkConfiguration.subnetResourceId'],
    ],
  ])('%o has the fields %j', (change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });

  it('has a call for every cloud', () => {
    const clouds = catalog.resourceManagerEndpoints.map(({ cloud }) => cloud);
    expect(clouds).toEqual(catalog.clouds.map(({ name }) => name));
  });

  it('says which origins are concluded', () => {
    const isInferred = (change: Partial<BackendAddressesInput>) =>
      ask(change).notes.some(({ citations }) =>
        citations.some(({ confidence }) => confidence === 'INFERRED'),
      );
    expect(isInferred({ destination: 'VIRTUAL_NETWORK' })).toBe(false);
    expect(isInferred({ destination: 'ON_PREMISES' })).toBe(true);
    expect(isInferred({ tier: 'PREMIUM_V2', destination: 'VIRTUAL_NETWORK' })).toBe(true);
  });

  it.each<readonly [change: Partial<BackendAddressesInput>, path: string]>([
    [{ region: 'atlantis' }, 'region'],
    [{ tier: 'BASIC' }, 'virtualNetworkType'],
    [{ tier: 'STANDARD_V2' }, 'virtualNetworkType'],
    [{ virtualNetworkType: 'NONE', destination: 'VIRTUAL_NETWORK' }, 'destination'],
    [
      { tier: 'CONSUMPTION', virtualNetworkType: 'NONE', destination: 'ON_PREMISES' },
      'destination',
    ],
  ])('refuses %o', (change, path) => {
    const act = () => ask(change);
    expect(act).toThrow(InputError);
    expect(act).toThrow(expect.objectContaining({ path: [path] }));
  });
});
