/** Queries of clouds, regions and service tags. */

import { describe, expect, it, test } from 'vitest';
import { catalog, editions, newestEdition } from '../../data/index.ts';
import { cloudNames } from '../../data/model.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

describe('clouds and regions', () => {
  it('belong to each other', async () => {
    const { clouds, regions } = await ask(
      '{ clouds { name regions { name cloud { name } } } regions { name } }',
    );
    expect(clouds.map(({ name }: { name: string }) => name)).toEqual(cloudNames);
    const offenders = clouds.filter(
      (cloud: { name: string; regions: { cloud: { name: string } }[] }) =>
        cloud.regions.length === 0 ||
        cloud.regions.some((region) => region.cloud.name !== cloud.name),
    );
    expect(offenders).toEqual([]);
    expect(regions).toHaveLength(clouds.flatMap((cloud: { regions: [] }) => cloud.regions).length);
  });

  it('are filtered by cloud', async () => {
    const { regions } = await ask('{ regions(cloud: CHINA) { name cloud { name } } }');
    expect(regions).toContainEqual({ name: 'chinaeast2', cloud: { name: 'CHINA' } });
    expect(regions).toHaveLength(catalog.regions.filter(({ cloud }) => cloud === 'CHINA').length);
  });

  test.each([
    ['westeurope', 'westeurope'],
    ['West Europe', 'westeurope'],
    ['  WEST  europe ', 'westeurope'],
    ['India Central', 'jioindiacentral'],
    ['US Gov Virginia', 'usgovvirginia'],
  ])('region(name: "%s") is %s', async (name, region) => {
    const data = await ask('query ($name: String!) { region(name: $name) { name } }', { name });
    expect(data).toEqual({ region: { name: region } });
  });

  test.each(['westeurop', '', '__proto__', 'constructor', 'x'.repeat(10_000)])(
    'region(name: "%.20s") is null',
    async (name) => {
      const data = await ask('query ($name: String!) { region(name: $name) { name } }', { name });
      expect(data).toEqual({ region: null });
    },
  );

  it('have the addresses that an edition prints, the last one that printed any by default', async () => {
    const { region } = await ask(`{
      region(name: "westeurope") {
        serviceTagSuffix controlPlanePrefixes
        byDefault: controlPlaneAddresses { address scope isRetired region { name } cloud { name } citations { source { id } confidence } }
        in2023: controlPlaneAddresses(edition: "2023-01-06") { address }
        newest: controlPlaneAddresses(edition: "${newestEdition}") { address }
      }
    }`);
    expect(region.serviceTagSuffix).toBe('WestEurope');
    expect(region.controlPlanePrefixes).toContain('51.145.179.78/32');
    expect(region.byDefault).toMatchObject([
      {
        address: '51.145.179.78',
        scope: 'REGION',
        isRetired: false,
        region: { name: 'westeurope' },
        cloud: { name: 'PUBLIC' },
      },
    ]);
    expect(region.byDefault[0].citations).toContainEqual({
      source: { id: 'vnet-reference-2023-01-06' },
      confidence: 'DOCUMENTED',
    });
    expect(region.in2023).toEqual([{ address: '51.145.179.78' }]);
    expect(region.newest).toEqual([]);
  });

  it('refuse an edition that the data does not carry', async () => {
    const { extensions } = await fail(
      '{ region(name: "westeurope") { controlPlaneAddresses(edition: "2020-01-01") { address } } }',
    );
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['edition'],
      given: '2020-01-01',
      accepted: editions,
    });
  });

  it('say which tag has their public addresses', async () => {
    const { regions } = await ask('{ regions { name addressAllowListTag } }');
    expect(regions).toContainEqual({
      name: 'westeurope',
      addressAllowListTag: 'AzureCloud.westeurope',
    });
    expect(regions).toContainEqual({
      name: 'norwayeast',
      addressAllowListTag: 'AzureCloud.norwaye',
    });
    const without = regions.filter(
      (region: { addressAllowListTag: string | null }) => region.addressAllowListTag === null,
    );
    expect(without).toHaveLength(
      catalog.regions.filter(({ serviceTagRegion }) => serviceTagRegion === undefined).length,
    );
  });

  it('have no service-tag suffix where the weekly file has no tags of the region', async () => {
    const { regions } = await ask('{ regions { name serviceTagSuffix controlPlanePrefixes } }');
    const offenders = regions.filter(
      (region: { serviceTagSuffix: string | null; controlPlanePrefixes: string[] }) =>
        region.serviceTagSuffix === null && region.controlPlanePrefixes.length > 0,
    );
    expect(offenders).toEqual([]);
  });
});

describe('service tags', () => {
  test.each([
    ['Sql', 'Sql'],
    ['SQL', 'Sql'],
    ['VIRTUAL_NETWORK', 'VirtualNetwork'],
    ['storage', 'Storage'],
    ['Storage.WestEurope', undefined],
    ['__proto__', undefined],
  ])('serviceTag(name: "%s") is %s', async (name, tag) => {
    const { serviceTag } = await ask(
      'query ($name: String!) { serviceTag(name: $name) { name } }',
      { name },
    );
    expect(serviceTag?.name).toBe(tag);
  });

  it('know the rules of the newest edition that name them on either side', async () => {
    const { serviceTags } = await ask(
      '{ serviceTags { name portRules { edition tiers source { name } destination { name } } } }',
    );
    const offenders = serviceTags.flatMap(
      (tag: {
        name: string;
        portRules: {
          edition: string | null;
          tiers: string[];
          source: { name: string };
          destination: { name: string };
        }[];
      }) =>
        tag.portRules.filter(
          (rule) =>
            (rule.edition !== newestEdition && !rule.tiers.includes('PREMIUM_V2')) ||
            ![rule.source.name, rule.destination.name].includes(tag.name),
        ),
    );
    expect(offenders).toEqual([]);
    const { storage } = await ask('{ storage: serviceTag(name: "Storage") { portRules { id } } }');
    expect(storage.portRules).toContainEqual({ id: 'storage' });
  });
});
