/** Subnets: size and room, neighbors, place in the network, kind of addresses, delegation. */

import { describe, expect, it } from 'vitest';
import type { DeploymentInput, LocationInput, SubnetInput } from '../../../../core/deployment.ts';
import type { Tier, VirtualNetworkType } from '../../../../data/model.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';

const premium = { tier: 'PREMIUM' } as const;
const external = { tier: 'PREMIUM', virtualNetworkType: 'EXTERNAL' } as const;
const integrated = { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' } as const;
const injectedV2 = { tier: 'PREMIUM_V2' } as const;
const stv1 = { platform: 'STV1' } as const;
const nic = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkInterfaces/vm';
const instance = 'Microsoft.ApiManagement/service/second';

const subnet = (addressPrefix: string, more: Partial<SubnetInput> = {}) => ({
  subnet: { addressPrefix, ...more },
});
const withOthers = (otherAddresses: number, ...otherResources: string[]) => ({
  otherAddresses,
  otherResources,
});

describe('subnet-too-small', () => {
  it.each<[string, Partial<LocationInput>, Partial<DeploymentInput>, RegExp | undefined]>([
    ['one Developer unit in a /29', subnet('10.0.0.0/29'), {}, undefined],
    ['one unit in a /29', subnet('10.0.0.0/29'), premium, undefined],
    [
      'two units in a /29',
      { units: 2, ...subnet('10.0.0.0/29') },
      premium,
      /too small by 2: 8 addresses less the 5 that Azure reserves leave 3, 2 units at 2 addresses and 1 for the internal load balancer need 5/,
    ],
    [
      'two units in a /29, external',
      { units: 2, ...subnet('10.0.0.0/29') },
      external,
      /too small by 1/,
    ],
    ['five units in a /28', { units: 5, ...subnet('10.0.0.0/28') }, premium, undefined],
    ['six units in a /28', { units: 6, ...subnet('10.0.0.0/28') }, premium, /too small by 2/],
    ['a /30', subnet('10.0.0.0/30'), {}, /smaller than a \/29/],
    ['a neighbor in a full /29', subnet('10.0.0.0/29', withOthers(1)), premium, /too small by 1/],
    [
      'another instance in a full /29, its addresses not counted',
      subnet('10.0.0.0/29', withOthers(0, instance)),
      premium,
      /and 1 for other resources need 4/,
    ],
    ['neighbors where there is room', subnet('10.0.0.0/28', withOthers(8)), premium, undefined],
    ['a /28 for integration', subnet('10.0.0.0/28'), integrated, /smaller than a \/27/],
    ['a /27 for integration', subnet('10.0.0.0/27'), integrated, undefined],
    ['a /28 for injection in v2', subnet('10.0.0.0/28'), injectedV2, /smaller than a \/27/],
  ])('%s', (_, location, deployment, message) => {
    const findings = findingsIn('subnet-too-small', location, deployment);
    expect(inShort(findings)).toEqual(
      message ? ['ERROR FAIL /locations/0/subnet/addressPrefix'] : [],
    );
    if (message) expect(findings[0]?.message).toMatch(message);
  });
});

describe('subnet-without-room-to-scale', () => {
  it.each<[string, Partial<LocationInput>, Partial<DeploymentInput>, number]>([
    ['a full /29', subnet('10.0.0.0/29'), premium, 1],
    ['a /29 with one address left', subnet('10.0.0.0/29'), external, 1],
    ['a /29 that is too small already', { units: 2, ...subnet('10.0.0.0/29') }, premium, 0],
    ['Developer, which has one unit', subnet('10.0.0.0/29'), {}, 0],
    ['four units in a /28', { units: 4, ...subnet('10.0.0.0/28') }, premium, 0],
    ['five units in a /28', { units: 5, ...subnet('10.0.0.0/28') }, premium, 1],
    ['neighbors that take the room', subnet('10.0.0.0/28', withOthers(7)), premium, 1],
    ['neighbors that leave room', subnet('10.0.0.0/28', withOthers(6)), premium, 0],
    ['the last unit of the tier', { units: 31, ...subnet('10.0.0.0/25') }, premium, 0],
    ['13 units of v2 in a /27', { units: 13, ...subnet('10.0.0.0/27') }, injectedV2, 1],
    ['10 units of v2, the most there are', { units: 10, ...subnet('10.0.0.0/27') }, integrated, 0],
  ])('%s', (_, location, deployment, count) => {
    expect(inShort(findingsIn('subnet-without-room-to-scale', location, deployment))).toEqual(
      Array.from({ length: count }, () => 'INFO PASS /locations/0/subnet/addressPrefix'),
    );
  });
});

describe('subnet-shared', () => {
  it.each<[string, Partial<SubnetInput>, Partial<DeploymentInput>, string | undefined]>([
    ['nothing else', {}, {}, undefined],
    ['nothing else, stv1', {}, stv1, undefined],
    ['a machine on stv2', withOthers(0, nic), {}, 'INFO PASS otherResources'],
    ['addresses on stv2', withOthers(3), {}, 'INFO PASS otherAddresses'],
    ['a machine on stv1', withOthers(1, nic), stv1, 'ERROR FAIL otherResources'],
    ['another instance on stv1', withOthers(1, instance), stv1, undefined],
    [
      'an instance and a machine on stv1',
      withOthers(2, instance, nic),
      stv1,
      'ERROR FAIL otherResources',
    ],
    ['something on stv1', withOthers(1, 'second'), stv1, 'ERROR NEEDS_REVIEW otherResources'],
    ['addresses on stv1', withOthers(3), stv1, 'ERROR NEEDS_REVIEW otherAddresses'],
    ['an instance beside v2', withOthers(0, instance), integrated, 'ERROR FAIL otherResources'],
    ['addresses beside v2', withOthers(1), injectedV2, 'ERROR FAIL otherAddresses'],
  ])('%s', (_, others, deployment, expected) => {
    expect(inShort(findingsIn('subnet-shared', subnet('10.0.1.0/24', others), deployment))).toEqual(
      expected ? [expected.replace(/(\w+)$/, '/locations/0/subnet/$1')] : [],
    );
  });

  it('names a few neighbors and counts the others', () => {
    const others = withOthers(0, 'a', 'b', 'c', 'd', 'e');
    const [finding] = findingsIn('subnet-shared', subnet('10.0.1.0/24', others));
    expect(finding?.message).toMatch(/^"a", "b", "c" and 2 more are in the subnet/);
  });
});

describe('a subnet in its network', () => {
  it.each<[string, string, string[], string[]]>([
    ['a part', '10.0.1.0/24', ['10.0.0.0/16'], []],
    ['the whole', '10.0.1.0/24', ['10.0.1.0/24'], ['subnet-equals-vnet']],
    [
      'the whole in two prefixes',
      '10.0.0.0/23',
      ['10.0.0.0/24', '10.0.1.0/24'],
      ['subnet-equals-vnet'],
    ],
    ['one of two prefixes', '10.0.1.0/24', ['10.0.1.0/24', '10.1.0.0/16'], []],
    ['beside it', '10.1.1.0/24', ['10.0.0.0/16'], ['subnet-outside-vnet']],
    ['half outside', '10.0.0.0/15', ['10.0.0.0/16', '10.2.0.0/16'], ['subnet-outside-vnet']],
    ['not known', '10.0.1.0/24', [], []],
    ['public subnet', '52.1.0.0/24', [], ['public-range-used-as-private']],
    [
      'public subnet in a public network',
      '52.1.0.0/24',
      ['52.1.0.0/16'],
      ['public-range-used-as-private'],
    ],
    [
      'private subnet, public peer',
      '10.0.0.0/24',
      ['10.0.0.0/16', '52.1.0.0/16'],
      ['public-range-used-as-private'],
    ],
    ['just past the private range', '172.32.0.0/24', [], ['public-range-used-as-private']],
    ['carrier-grade addresses', '100.64.0.0/24', [], []],
    ['the last private /24', '172.31.255.0/24', [], []],
  ])('%s', (_, addressPrefix, virtualNetworkAddressPrefixes, expected) => {
    const location = { ...subnet(addressPrefix), virtualNetworkAddressPrefixes };
    const ids = ['subnet-outside-vnet', 'public-range-used-as-private', 'subnet-equals-vnet'];
    expect(ids.flatMap((id) => findingsIn(id, location).map(({ checkId }) => checkId))).toEqual(
      expected,
    );
  });
});

describe('delegation', () => {
  const web = 'Microsoft.Web/serverFarms';
  const hosting = 'Microsoft.Web/hostingEnvironments';
  it.each<[Tier, VirtualNetworkType, string[], string[]]>([
    ['DEVELOPER', 'INTERNAL', [], []],
    ['DEVELOPER', 'EXTERNAL', [web], ['delegation-present']],
    ['PREMIUM', 'EXTERNAL', [], []],
    ['PREMIUM', 'INTERNAL', ['Microsoft.ApiManagement/service'], ['delegation-present']],
    ['PREMIUM', 'INTERNAL', [web, hosting], ['delegation-present', 'delegation-present']],
    ['STANDARD_V2', 'EXTERNAL', [web], []],
    ['STANDARD_V2', 'EXTERNAL', ['microsoft.web/SERVERFARMS'], []],
    ['STANDARD_V2', 'EXTERNAL', [hosting], ['delegation-mismatch']],
    ['STANDARD_V2', 'EXTERNAL', [], ['delegation-mismatch']],
    ['STANDARD_V2', 'EXTERNAL', [web, hosting], ['delegation-mismatch']],
    ['PREMIUM_V2', 'EXTERNAL', [web], []],
    ['PREMIUM_V2', 'EXTERNAL', [hosting], ['delegation-mismatch']],
    ['PREMIUM_V2', 'INTERNAL', [hosting], []],
    ['PREMIUM_V2', 'INTERNAL', ['microsoft.web/hostingenvironments'], []],
    ['PREMIUM_V2', 'INTERNAL', [web], ['delegation-mismatch']],
    ['PREMIUM_V2', 'INTERNAL', [], ['delegation-mismatch']],
    ['STANDARD', 'INTERNAL', [web], []],
  ])('%s %s %j', (tier, virtualNetworkType, delegations, expected) => {
    const input = subnet('10.0.1.0/24', { delegations });
    expect(
      ['delegation-present', 'delegation-mismatch'].flatMap((id) =>
        findingsIn(id, input, { tier, virtualNetworkType }).map(({ checkId }) => checkId),
      ),
    ).toEqual(expected);
  });
});
