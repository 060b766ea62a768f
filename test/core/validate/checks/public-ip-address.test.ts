/** Public IP addresses: none, of the wrong kind, in the wrong place, without a label, in one zone. */

import { describe, expect, it } from 'vitest';
import type {
  DeploymentInput,
  LocationInput,
  PublicIpAddress,
} from '../../../../core/deployment.ts';
import { goodAddress } from '../../../../core/validate/checks/kit/public-ip-address.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';

const premium = { tier: 'PREMIUM' } as const;
const stv1 = { platform: 'STV1' } as const;
const idIn = (subscription: string, rest: string) =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Network/${rest}`;
const subnetIn = (subscription: string) => ({
  id: idIn(subscription, 'virtualNetworks/vnet/subnets/apim'),
  addressPrefix: '10.0.1.0/24',
});

describe('public-ip-missing', () => {
  const at = '/locations/0';
  it.each<[string, Partial<LocationInput>, Partial<DeploymentInput>, string[]]>([
    ['an address', { publicIpAddress: goodAddress }, {}, []],
    ['an address of which the id is known', { publicIpAddress: { id: 'x' } }, {}, []],
    ['the newest edition', {}, {}, []],
    ['an edition that requires one', {}, { edition: '2023-01-06' }, [`INFO PASS ${at}`]],
    ['zones', { zones: [1, 2] }, premium, [`WARNING PASS ${at}`]],
    ['zones in a tier that has none', { zones: [1, 2] }, {}, []],
    ['zones on stv1', { zones: [1] }, { ...premium, ...stv1 }, [`INFO PASS ${at}`]],
    ['stv1', {}, stv1, [`INFO PASS ${at}`]],
    ['outbound integration', {}, { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' }, []],
    ['injection in v2', {}, { tier: 'PREMIUM_V2' }, []],
    ['no network', {}, { virtualNetworkType: 'NONE' }, []],
  ])('%s', (_, location, deployment, expected) => {
    expect(inShort(findingsIn('public-ip-missing', location, deployment))).toEqual(expected);
  });

  it.each<[string, Partial<DeploymentInput>, RegExp, string]>([
    ['2021', { edition: '2021-08-06' }, /edition require one/, 'internal-mode-2023'],
    ['2023', { edition: '2023-11-29' }, /edition require one/, 'internal-mode-2023'],
    ['stv1', stv1, /require one on stv2/, 'internal-mode-2023'],
  ])('%s is cited for what it says', (_, deployment, message, source) => {
    const [finding] = findingsIn('public-ip-missing', {}, deployment);
    expect(finding?.message).toMatch(message);
    expect(finding?.citations.map((citation) => citation.source)).toContain(source);
  });
});

describe('public-ip-not-standard', () => {
  it.each<[string, PublicIpAddress, Partial<DeploymentInput>, string[]]>([
    ['Standard, static, IPv4', goodAddress, {}, []],
    ['another case', { sku: 'standard', allocationMethod: 'STATIC', version: 'ipv4' }, {}, []],
    ['nothing known', { id: 'x' }, {}, []],
    [
      'all said to be unknown',
      { sku: 'Unknown', allocationMethod: 'unknown', version: 'unknown' },
      {},
      [],
    ],
    ['Basic', { ...goodAddress, sku: 'Basic' }, {}, ['sku']],
    ['Dynamic', { ...goodAddress, allocationMethod: 'Dynamic' }, {}, ['allocationMethod']],
    ['IPv6', { ...goodAddress, version: 'IPv6' }, {}, ['version']],
    [
      'Basic and Dynamic',
      { sku: 'Basic', allocationMethod: 'Dynamic' },
      {},
      ['sku', 'allocationMethod'],
    ],
    ['Basic on stv1', { ...goodAddress, sku: 'Basic' }, stv1, []],
    ['Basic for a v2 tier', { ...goodAddress, sku: 'Basic' }, { tier: 'PREMIUM_V2' }, []],
  ])('%s', (_, publicIpAddress, deployment, fields) => {
    expect(inShort(findingsIn('public-ip-not-standard', { publicIpAddress }, deployment))).toEqual(
      fields.map((field) => `ERROR FAIL /locations/0/publicIpAddress/${field}`),
    );
  });
});

describe('public-ip-other-place', () => {
  it.each<[string, Partial<LocationInput>, string[]]>([
    ['the region', { publicIpAddress: { region: 'westeurope' } }, []],
    ['its display name', { publicIpAddress: { region: 'West Europe' } }, []],
    ['no region', { publicIpAddress: { sku: 'Standard' } }, []],
    ['an unknown region', { publicIpAddress: { region: '[parameters("x")]' } }, []],
    ['another region', { publicIpAddress: { region: 'North Europe' } }, ['region']],
    [
      'a location whose region is open',
      { region: 'unknown', publicIpAddress: { region: 'North Europe' } },
      [],
    ],
    ['a near name', { publicIpAddress: { region: 'westus' } }, ['region']],
    ['the subscription', { subnet: subnetIn('AAA'), publicIpAddress: { subscription: 'aaa' } }, []],
    [
      'another subscription',
      { subnet: subnetIn('aaa'), publicIpAddress: { subscription: 'bbb' } },
      ['subscription'],
    ],
    [
      'another subscription in the id',
      { subnet: subnetIn('aaa'), publicIpAddress: { id: idIn('bbb', 'publicIPAddresses/a') } },
      ['id'],
    ],
    [
      'a subnet whose subscription is open',
      { subnet: subnetIn('[subscription]'), publicIpAddress: { subscription: 'bbb' } },
      [],
    ],
    [
      'an address whose subscription is open',
      { subnet: subnetIn('aaa'), publicIpAddress: { subscription: "[parameters('s')]" } },
      [],
    ],
    ['no subnet', { publicIpAddress: { subscription: 'bbb' } }, []],
  ])('%s', (_, location, fields) => {
    expect(inShort(findingsIn('public-ip-other-place', location))).toEqual(
      fields.map((field) => `ERROR FAIL /locations/0/publicIpAddress/${field}`),
    );
  });
});

describe('public-ip-without-dns-label', () => {
  const { dnsLabel: _, ...unlabeled } = goodAddress;
  it.each<[string, PublicIpAddress, Partial<DeploymentInput>, string[]]>([
    ['a label', goodAddress, {}, []],
    ['only an id', { id: 'x', subscription: 's' }, {}, []],
    ['none', unlabeled, {}, ['WARNING PASS']],
    ['an empty one', { ...unlabeled, dnsLabel: '' }, {}, ['WARNING PASS']],
    [
      'none in 2021, when no document asks for one',
      unlabeled,
      { edition: '2021-08-06' },
      ['INFO PASS'],
    ],
    ['none in 2023', unlabeled, { edition: '2023-01-06' }, ['INFO PASS']],
    ['none between the statements', unlabeled, { edition: '2023-11-29' }, ['INFO PASS']],
    ['none on stv1', unlabeled, stv1, []],
  ])('%s', (_name, publicIpAddress, deployment, expected) => {
    expect(
      inShort(findingsIn('public-ip-without-dns-label', { publicIpAddress }, deployment)),
    ).toEqual(expected.map((what) => `${what} /locations/0/publicIpAddress`));
  });
});

describe('public-ip-zonal', () => {
  it.each<[string, number[], number[] | undefined, number]>([
    ['a zone-redundant address', [1, 2, 3], [1, 2, 3], 0],
    ['an address of one zone', [1, 2, 3], [2], 1],
    ['zones of the address not known', [1, 2, 3], undefined, 0],
    ['a zonal instance', [2], [2], 0],
    ['no zones', [], [2], 0],
  ])('%s', (_, zones, ofAddress, count) => {
    const publicIpAddress = { ...goodAddress, ...(ofAddress && { zones: ofAddress }) };
    expect(
      findingsIn('public-ip-zonal', { units: 3, zones, publicIpAddress }, premium),
    ).toHaveLength(count);
  });
});
