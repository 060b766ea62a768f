/** The queries for facts: what they find, and by which names and filters. */

import { describe, expect, it, test } from 'vitest';
import { catalog, editions, newestEdition } from '../../data/index.ts';
import { cloudNames } from '../../data/model.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

describe('editions and sources', () => {
  it('are listed oldest first, each edition with its documents', async () => {
    const { editions: listed, sources } = await ask(
      '{ editions { date sources { id isReferenceEdition } } sources { id title date url } }',
    );
    expect(listed.map(({ date }: { date: string }) => date)).toEqual([...editions].sort());
    expect(listed).toContainEqual({
      date: '2023-01-06',
      sources: [{ id: 'vnet-reference-2023-01-06', isReferenceEdition: true }],
    });
    const dates = sources.map(({ date }: { date: string }) => date);
    expect(dates).toEqual([...dates].sort());
  });
});

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

  it('say which tag stands for their public addresses', async () => {
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
      '{ serviceTags { name portRules { edition source { name } destination { name } } } }',
    );
    const offenders = serviceTags.flatMap(
      (tag: {
        name: string;
        portRules: { edition: string; source: { name: string }; destination: { name: string } }[];
      }) =>
        tag.portRules.filter(
          (rule) =>
            rule.edition !== newestEdition ||
            ![rule.source.name, rule.destination.name].includes(tag.name),
        ),
    );
    expect(offenders).toEqual([]);
    const { storage } = await ask('{ storage: serviceTag(name: "Storage") { portRules { id } } }');
    expect(storage.portRules).toContainEqual({ id: 'storage' });
  });
});

describe('portRules', () => {
  const editionsOf = (rules: { edition: string }[]) => [
    ...new Set(rules.map(({ edition }) => edition)),
  ];

  it('are those of the newest edition, in its order', async () => {
    const { portRules } = await ask('{ portRules { id edition } }');
    expect(editionsOf(portRules)).toEqual([newestEdition]);
    expect(portRules[0].id).toBe('client-traffic');
  });

  it('of STV1 are those of the last edition that has them', async () => {
    const { portRules } = await ask('{ portRules(platform: STV1) { edition platforms } }');
    const last = editions.findLast((edition) =>
      catalog.portRules.some(({ statements }) =>
        statements.some((row) => row.edition === edition && row.platforms.includes('STV1')),
      ),
    );
    expect(editionsOf(portRules)).toEqual([last]);
  });

  it('are those of the edition named', async () => {
    const { portRules } = await ask('{ portRules(edition: "2019-09-09") { id edition } }');
    expect(editionsOf(portRules)).toEqual(['2019-09-09']);
    expect(portRules).toHaveLength(14);
  });

  test.each([
    ['virtualNetworkType: INTERNAL', 'virtualNetworkTypes', 'INTERNAL'],
    ['direction: INBOUND', 'directions', 'INBOUND'],
    ['necessity: OPTIONAL', 'necessity', 'OPTIONAL'],
    ['platform: STV2, edition: "2023-01-06"', 'platforms', 'STV2'],
  ])('are filtered by %s', async (filter, field, value) => {
    const { portRules, all } = await ask(
      `{ portRules(${filter}) { id ${field} } all: portRules { id } }`,
    );
    expect(
      portRules.filter((rule: Record<string, string>) => !rule[field]?.includes(value)),
    ).toEqual([]);
    expect(portRules.length).toBeGreaterThan(0);
    if (!filter.includes('edition')) expect(portRules.length).toBeLessThan(all.length);
  });

  it('take filters given as null for none', async () => {
    const { portRules, all } = await ask(
      '{ portRules(edition: null, platform: null, direction: null) { id } all: portRules { id } }',
    );
    expect(portRules).toEqual(all);
  });

  test.each([
    ['edition: "2026-01-01"', '2026-01-01', editions],
    ['edition: "2019-09-09", platform: STV2', '2019-09-09', undefined],
    [`edition: "${newestEdition}", platform: STV1`, newestEdition, undefined],
  ])('refuse %s', async (filter, given, accepted) => {
    const { extensions } = await fail(`{ portRules(${filter}) { id } }`);
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['edition'], given });
    expect(accepted ?? editions).toEqual(expect.arrayContaining(extensions.accepted as string[]));
    expect(extensions.accepted).not.toContain(given);
  });
});

describe('portRule', () => {
  it('is as the newest edition states it, with its history', async () => {
    const { portRule } = await ask(`{
      portRule(id: "storage") {
        edition directions protocol source { name } sourcePorts destination { name }
        destinationPorts optionalDestinationPorts necessity requiredWhen platforms tiers
        history { id edition destinationPorts }
      }
    }`);
    const { history, ...newest } = portRule;
    expect(newest).toEqual({
      edition: newestEdition,
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: { name: 'VirtualNetwork' },
      sourcePorts: ['*'],
      destination: { name: 'Storage' },
      destinationPorts: ['443'],
      optionalDestinationPorts: [],
      necessity: 'REQUIRED',
      requiredWhen: null,
      platforms: ['STV2'],
      tiers: ['DEVELOPER', 'PREMIUM'],
    });
    expect(history[0]).toEqual({
      id: 'storage',
      edition: '2019-09-09',
      destinationPorts: ['80', '443'],
    });
    expect(history.at(-1).edition).toBe(newestEdition);
  });

  it('has its bracketed ports and the feature that needs them', async () => {
    const { portRule } = await ask(
      '{ portRule(id: "client-traffic") { destinationPorts optionalDestinationPorts optionalPortsFeature } }',
    );
    expect(portRule).toEqual({
      destinationPorts: ['443'],
      optionalDestinationPorts: ['80'],
      optionalPortsFeature: 'PLAIN_HTTP',
    });
  });

  it('has its condition', async () => {
    const { portRule } = await ask(
      '{ portRule(id: "traffic-manager") { necessity requiredWhen } }',
    );
    expect(portRule.necessity).toBe('CONDITIONAL');
    expect(portRule.requiredWhen).toMatch(/region/);
  });

  it('is found for the v2 tiers, too', async () => {
    const { portRule } = await ask(
      '{ portRule(id: "v2-key-vault") { tiers destination { name } } }',
    );
    expect(portRule).toEqual({
      tiers: ['STANDARD_V2', 'PREMIUM_V2'],
      destination: { name: 'AzureKeyVault' },
    });
  });

  test.each(['nothing', '__proto__', ''])('with the id "%s" is null', async (id) => {
    expect(await ask('query ($id: ID!) { portRule(id: $id) { id } }', { id })).toEqual({
      portRule: null,
    });
  });
});

async function subnetRuleIds(variables: object): Promise<string[]> {
  const { subnetRules } = await ask(
    `query ($tier: Tier, $mode: VirtualNetworkType) {
      subnetRules(tier: $tier, virtualNetworkType: $mode) { id }
    }`,
    variables,
  );
  return subnetRules.map(({ id }: { id: string }) => id);
}

describe('tiers, endpoints, triggers, subnet rules, facts and checks', () => {
  it('tiers know what they support', async () => {
    const { tiers } = await ask(
      '{ tiers { name skuName maxUnits supportsMultiRegion networking { option isSupported } } }',
    );
    const multiRegion = tiers.filter(
      (tier: { supportsMultiRegion: boolean }) => tier.supportsMultiRegion,
    );
    expect(multiRegion.map(({ name }: { name: string }) => name)).toEqual(['PREMIUM']);
    expect(tiers).toHaveLength(8);
    const consumption = tiers.find(({ name }: { name: string }) => name === 'CONSUMPTION');
    expect(consumption.maxUnits).toBeNull();
    expect(
      consumption.networking.filter((way: { isSupported: boolean }) => way.isSupported),
    ).toEqual([]);
  });

  test.each(cloudNames)('endpoints(cloud: %s) are of that cloud', async (cloud) => {
    const { endpoints } = await ask(
      'query ($cloud: CloudName) { endpoints(cloud: $cloud) { id clouds } }',
      { cloud },
    );
    expect(endpoints.length).toBeGreaterThan(0);
    expect(endpoints.filter(({ clouds }: { clouds: string[] }) => !clouds.includes(cloud))).toEqual(
      [],
    );
  });

  it('endpoints name hosts, ports and the tag that covers them', async () => {
    const { endpoints } = await ask(
      '{ endpoints { id hostNames protocol ports serviceTag { name } } }',
    );
    expect(endpoints).toContainEqual({
      id: 'entra-id',
      hostNames: expect.arrayContaining(['login.microsoftonline.com']),
      protocol: 'TCP',
      ports: ['443'],
      serviceTag: { name: 'AzureActiveDirectory' },
    });
  });

  it('ipChangeTriggers are filtered by tier', async () => {
    const { all, premium, consumption } = await ask(`{
      all: ipChangeTriggers { id affectsPublicAddress }
      premium: ipChangeTriggers(tier: PREMIUM) { id }
      consumption: ipChangeTriggers(tier: CONSUMPTION) { id }
    }`);
    expect(all).toHaveLength(catalog.ipChangeTriggers.length);
    expect(premium).toContainEqual({ id: 'availability-zones-changed' });
    expect(consumption).toEqual([]);
  });

  it('subnetRules are filtered by tier and mode', async () => {
    const { all, some } = await ask(`{
      all: subnetRules { id }
      some: subnetRules(tier: PREMIUM_V2, virtualNetworkType: INTERNAL) {
        id tiers virtualNetworkTypes
      }
    }`);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    const offenders = some.filter(
      (rule: { tiers: string[]; virtualNetworkTypes: string[] }) =>
        !rule.tiers.includes('PREMIUM_V2') || !rule.virtualNetworkTypes.includes('INTERNAL'),
    );
    expect(offenders).toEqual([]);
  });

  test.each([
    ['STANDARD_V2', 'INTERNAL'],
    ['BASIC', 'EXTERNAL'],
    ['CONSUMPTION', 'INTERNAL'],
    ['CONSUMPTION', 'NONE'],
  ])('there are no subnet rules for %s in the mode %s', async (tier, mode) => {
    expect(await subnetRuleIds({ tier, mode })).toEqual([]);
  });

  test.each([
    ['STANDARD_V2', 'EXTERNAL', 'PREMIUM_V2', 'EXTERNAL'],
    ['DEVELOPER', 'NONE', 'BASIC', 'NONE'],
  ])('the subnet rules for %s in the mode %s are those for %s in the mode %s', async (...names) => {
    const [tier, mode, otherTier, otherMode] = names;
    const ids = await subnetRuleIds({ tier, mode });
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(await subnetRuleIds({ tier: otherTier, mode: otherMode }));
  });

  test.each(['PREREQUISITE', 'DNS', 'ROUTING', 'LIMITATION'])(
    'facts(topic: %s) are there',
    async (topic) => {
      const { facts } = await ask(
        'query ($topic: FactTopic!) { facts(topic: $topic) { id title statement tiers since until } }',
        { topic },
      );
      expect(facts.length).toBeGreaterThan(0);
    },
  );

  it('checks have ids of their own', async () => {
    const { checks } = await ask('{ checks { id title severity description rationale } }');
    const ids = checks.map(({ id }: { id: string }) => id);
    expect(ids).toContain('required-flow-denied');
    expect(new Set(ids).size).toBe(ids.length);
  });
});
