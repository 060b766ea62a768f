/** The queries whose answers are rendered for the network of the instance: forcedTunneling and dnsPlan. */

import { describe, expect, it, test } from 'vitest';
import { ruleFormats } from '../../core/render/index.ts';
import { catalog } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

describe('forcedTunneling', () => {
  const query = `query (
    $region: String!, $tier: Tier!, $mode: VirtualNetworkType!
    $platform: ComputePlatform, $isPrimary: Boolean, $format: RuleFormat = CSV
  ) {
    forcedTunneling(
      region: $region, tier: $tier, virtualNetworkType: $mode
      platform: $platform, isPrimary: $isPrimary
    ) {
      summary region { name } needsClientRoutes hostNames
      routes { name addressPrefix nextHopType reason citations { section } }
      serviceEndpoints { id service description isPrimaryRegionOnly citations { section } }
      endpoints { endpoint { id necessity } hostNames }
      notes { text } citations { source { id } }
      render(format: $format)
    }
  }`;
  const premium = { region: 'West Europe', tier: 'PREMIUM', mode: 'EXTERNAL' };
  const needsOf = async (variables: object) => (await ask(query, variables)).forcedTunneling;
  const servicesOf = ({ serviceEndpoints }: { serviceEndpoints: { service: string }[] }) =>
    serviceEndpoints.map(({ service }) => service).sort();

  it('names the route around the firewall, service endpoints and host names', async () => {
    const needs = await needsOf(premium);
    expect(needs.region.name).toBe('westeurope');
    expect(needs.routes).toMatchObject([
      { addressPrefix: 'ApiManagement', nextHopType: 'Internet' },
    ]);
    expect(servicesOf(needs)).toEqual([
      'Microsoft.EventHub',
      'Microsoft.KeyVault',
      'Microsoft.Sql',
      'Microsoft.Storage',
    ]);
    expect(needs.needsClientRoutes).toBe(true);
    expect(needs.hostNames).toContain('gcs.prod.monitoring.core.windows.net');
    expect(needs.hostNames).toContain('westeurope.login.microsoft.com');
    expect(new Set(needs.hostNames).size).toBe(needs.hostNames.length);
    expect(needs.summary).toMatch(/1 route .*4 service endpoints/);
  });

  it('has the host names of its endpoints and no others', async () => {
    const { endpoints, hostNames } = await needsOf(premium);
    const all = endpoints.flatMap((endpoint: { hostNames: string[] }) => endpoint.hostNames);
    expect(new Set(hostNames)).toEqual(new Set(all));
    expect(hostNames.filter((name: string) => name.includes('<'))).toEqual([]);
  });

  test.each<[what: string, variables: object, missing: string]>([
    ['a further location', { isPrimary: false }, 'Microsoft.Sql'],
    ['stv1', { platform: 'STV1' }, 'Microsoft.KeyVault'],
  ])('has fewer service endpoints for %s', async (_, variables, missing) => {
    const all = servicesOf(await needsOf(premium));
    const some = servicesOf(await needsOf({ ...premium, ...variables }));
    expect(all.filter((service) => !some.includes(service))).toEqual([missing]);
  });

  it('refuses a null for an argument with a default', async () => {
    const error = await fail(query, { ...premium, platform: null });
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('has routes by prefix where routes cannot name the tag', async () => {
    const { routes } = await needsOf({ ...premium, region: 'chinanorth3' });
    const prefixes = catalog.serviceTagExtracts.CHINA.apiManagement.filter(
      (prefix) => !prefix.includes(':'),
    );
    expect(routes.map((route: { addressPrefix: string }) => route.addressPrefix)).toEqual(prefixes);
  });

  it('is nothing for an injected v2 instance', async () => {
    const needs = await needsOf({ ...premium, tier: 'PREMIUM_V2', mode: 'INTERNAL' });
    expect(needs).toMatchObject({ routes: [], serviceEndpoints: [], hostNames: [], render: '' });
    expect(needs.summary).toContain('neither');
    expect(needs.notes.length).toBeGreaterThan(0);
    expect(needs.citations.length).toBeGreaterThan(0);
  });

  test.each(ruleFormats)('is rendered as %s', async (format) => {
    const { render } = await needsOf({ ...premium, format });
    expect(render).toMatch(/ApiManagement[\s\S]*\n$/);
  });

  test.each<[argument: string, variables: object, input: unknown]>([
    ['region', { region: 'westeurop' }, 'westeurop'],
    ['region', { region: '' }, ''],
    ['tier', { tier: 'BASIC' }, 'BASIC'],
    ['tier', { tier: 'STANDARD_V2' }, 'STANDARD_V2'],
    ['virtualNetworkType', { mode: 'NONE' }, 'NONE'],
    ['virtualNetworkType', { tier: 'PREMIUM_V2' }, 'EXTERNAL'],
    ['isPrimary', { tier: 'DEVELOPER', isPrimary: false }, false],
  ])('refuses the %s of %j', async (argument, variables, input) => {
    const { extensions } = await fail(query, { ...premium, ...variables });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: [argument], given: input });
    expect(extensions.accepted ?? extensions.expected).not.toHaveLength(0);
  });
});

describe('dnsPlan', () => {
  const query = `query (
    $instanceName: String!, $cloud: CloudName, $privateAddress: String!, $format: DnsFormat = HOSTS_FILE
  ) {
    dnsPlan(instanceName: $instanceName, cloud: $cloud, privateAddress: $privateAddress) {
      privateAddress forbiddenZoneName
      records { hostName endpoint zoneName recordName address retiredOn citations { section } }
      notes { text } citations { section }
      render(format: $format)
    }
  }`;
  const contoso = { instanceName: 'Contoso', privateAddress: '10.0.0.5' };

  it('leads every default host name to the private address, from a zone of its own', async () => {
    const { dnsPlan } = await ask(query, contoso);
    expect(dnsPlan.records.map(({ hostName }: { hostName: string }) => hostName)).toEqual([
      'contoso.azure-api.net',
      'contoso.portal.azure-api.net',
      'contoso.developer.azure-api.net',
      'contoso.management.azure-api.net',
      'contoso.configuration.azure-api.net',
      'contoso.scm.azure-api.net',
    ]);
    const offenders = dnsPlan.records.filter(
      (record: { hostName: string; zoneName: string; recordName: string; address: string }) =>
        record.zoneName !== record.hostName ||
        record.recordName !== '@' ||
        record.address !== '10.0.0.5',
    );
    expect(offenders).toEqual([]);
    expect(dnsPlan.records.at(-1).retiredOn).toBe('2025-03-15');
    expect(dnsPlan.forbiddenZoneName).toBe('azure-api.net');
    expect(dnsPlan.render).toContain('10.0.0.5 contoso.developer.azure-api.net\n');
  });

  test.each([
    ['US_GOVERNMENT', 'azure-api.us'],
    ['CHINA', 'azure-api.cn'],
    [undefined, 'azure-api.net'],
  ])('has the host names of the cloud %s', async (cloud, suffix) => {
    const { dnsPlan } = await ask(query, { ...contoso, cloud });
    expect(dnsPlan.forbiddenZoneName).toBe(suffix);
    expect(dnsPlan.records[0].hostName).toBe(`contoso.${suffix}`);
  });

  test.each(['BICEP', 'AZURE_CLI', 'HOSTS_FILE'])('is rendered as %s', async (format) => {
    const { dnsPlan } = await ask(query, { ...contoso, format });
    expect(dnsPlan.render).toMatch(/contoso\.management\.azure-api\.net[\s\S]*\n$/);
  });

  test.each<[argument: string, input: string]>([
    ['instanceName', ''],
    ['instanceName', '1contoso'],
    ['instanceName', 'contoso-'],
    ['instanceName', "contoso'; drop"],
    ['instanceName', 'c'.repeat(51)],
    ['privateAddress', ''],
    ['privateAddress', '10.0.0'],
    ['privateAddress', '10.0.0.0/24'],
    ['privateAddress', '169.254.169.254'],
    ['privateAddress', '::1'],
  ])('refuses the %s "%s"', async (argument, input) => {
    const { extensions } = await fail(query, { ...contoso, [argument]: input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: [argument], given: input });
  });
});
