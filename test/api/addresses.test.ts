/** The queries about single addresses: lookupAddress, backendAddresses and the comparison of editions. */

import { describe, expect, it, test } from 'vitest';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { catalog, editions } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

describe('a region', () => {
  it('has every address that any edition prints for it, whichever that is', async () => {
    const { regions } = await ask(
      '{ regions { name printedControlPlaneAddresses { address isRetired } } }',
    );
    interface Row {
      readonly address: string;
      readonly isRetired: boolean;
    }
    const printed = regions.map(
      (region: { name: string; printedControlPlaneAddresses: readonly Row[] }) => [
        region.name,
        new Set(region.printedControlPlaneAddresses.map(({ address }) => address)),
      ],
    );
    expect(printed).toEqual(
      catalog.regions.map(({ name, controlPlaneAddresses }) => [
        name,
        new Set(controlPlaneAddresses.map(({ address }) => address)),
      ]),
    );
    const northCentralUs = regions.find(({ name }: { name: string }) => name === 'northcentralus');
    expect(
      northCentralUs.printedControlPlaneAddresses.map(({ isRetired }: Row) => isRetired),
    ).toEqual([false, true, true, true]);
  });
});

describe('lookupAddress', () => {
  const query = `query ($address: String!) {
    lookupAddress(address: $address) {
      address summary privateRange platformAddress { title }
      controlPlaneAddresses { address scope isRetired region { name } cloud { name } }
      controlPlanePrefixes { prefix serviceTag cloud { name } region { name } }
      serviceTags { cloud { name } changeNumber names }
      notes { text } citations { source { id } }
    }
  }`;

  const lookup = async (address: string) => (await ask(query, { address })).lookupAddress;

  it('finds the row that prints it and the prefixes that hold it', async () => {
    const actual = await lookup(' 51.145.179.78 ');
    expect(actual).toMatchObject({
      address: '51.145.179.78',
      controlPlaneAddresses: [
        {
          scope: 'REGION',
          isRetired: false,
          region: { name: 'westeurope' },
          cloud: { name: 'PUBLIC' },
        },
      ],
      controlPlanePrefixes: [
        { serviceTag: 'ApiManagement.WestEurope', region: { name: 'westeurope' } },
        { serviceTag: 'ApiManagement', region: null },
      ],
      serviceTags: [],
      platformAddress: null,
      privateRange: null,
    });
    expect(actual.summary).toContain('West Europe');
  });

  test.each<[address: string, actual: object, words: string]>([
    ['23.96.224.175', { controlPlaneAddresses: [{ isRetired: true }] }, 'North Central US'],
    ['52.159.16.255', { controlPlaneAddresses: [{ region: null }] }, 'no region'],
    ['168.63.129.16', { platformAddress: { title: expect.any(String) } }, '.'],
    ['10.1.2.3', { privateRange: '10.0.0.0/8' }, '10.0.0.0/8'],
    ['203.0.113.7', { controlPlaneAddresses: [], controlPlanePrefixes: [] }, 'No document'],
    ['2001:DB8::0:1', { address: '2001:db8::1', controlPlanePrefixes: [] }, 'No document'],
  ])('knows %s', async (address, expected, words) => {
    const actual = await lookup(address);
    expect(actual).toMatchObject(expected);
    expect(actual.summary).toContain(words);
    expect(actual.citations.length).toBeGreaterThan(0);
  });

  it('finds the tags of loaded weekly files', async () => {
    const tag = (name: string, ...addressPrefixes: string[]) => ({
      name,
      properties: { addressPrefixes },
    });
    const file = readServiceTagFile({
      changeNumber: 900,
      cloud: 'Public',
      values: [
        tag('AzureCloud', '203.0.112.0/22'),
        tag('Storage', '203.0.113.0/24'),
        tag('Sql', '198.51.100.0/24'),
      ],
    });
    const { lookupAddress } = await client([file]).ask(query, { address: '203.0.113.7' });
    expect(lookupAddress.serviceTags).toEqual([
      { cloud: { name: 'PUBLIC' }, changeNumber: 900, names: ['Storage', 'AzureCloud'] },
    ]);
    expect(lookupAddress.summary).toContain('2 service tags');
  });

  test.each(['', 'storage', '10.0.0', '10.0.0.256', '10.0.0.0/8', '1.2.3.4.5', ':::', '__proto__'])(
    'refuses "%s"',
    async (address) => {
      const { extensions } = await fail(query, { address });
      expect(extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        path: ['address'],
        given: address,
      });
    },
  );
});

describe('backendAddresses', () => {
  const query = `query (
    $tier: Tier!, $mode: VirtualNetworkType!, $region: String!, $destination: BackendDestination!
  ) {
    backendAddresses(
      tier: $tier, virtualNetworkType: $mode, region: $region, destination: $destination
    ) {
      region { name } origin allow serviceTag reading { method url fields { path description } }
      notes { text } citations { section }
    }
  }`;
  const injected = { tier: 'PREMIUM', mode: 'INTERNAL', region: 'westeurope' };

  test.each<[variables: object, origin: string, serviceTag: string | null]>([
    [{ ...injected, destination: 'PUBLIC' }, 'PUBLIC_ADDRESS', null],
    [{ ...injected, destination: 'PEERED' }, 'SUBNET', null],
    [
      { tier: 'CONSUMPTION', mode: 'NONE', region: 'Norway East', destination: 'PUBLIC' },
      'REGION',
      'AzureCloud.norwaye',
    ],
    [
      { tier: 'STANDARD_V2', mode: 'EXTERNAL', region: 'westeurope', destination: 'ON_PREMISES' },
      'UNKNOWN',
      null,
    ],
  ])('of %j are %s', async (variables, origin, serviceTag) => {
    const { backendAddresses } = await ask(query, variables);
    expect(backendAddresses).toMatchObject({ origin, serviceTag });
    expect(backendAddresses.allow).toMatch(/\.$/);
    expect(backendAddresses.citations.length).toBeGreaterThan(0);
  });

  it('say how they are read', async () => {
    const { backendAddresses } = await ask(query, { ...injected, destination: 'PUBLIC' });
    const { method, url, fields } = backendAddresses.reading;
    expect(`${method} ${url}`).toMatch(/^GET https:\/\/management\.azure\.com\/.*<api-version>$/);
    expect(fields.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining([
        'properties.publicIPAddresses',
        'properties.privateIPAddresses',
        'properties.additionalLocations[].publicIPAddresses',
      ]),
    );
  });

  test.each<[argument: string, variables: object]>([
    ['region', { ...injected, region: 'nowhere', destination: 'PUBLIC' }],
    ['virtualNetworkType', { ...injected, tier: 'BASIC', destination: 'PUBLIC' }],
    ['destination', { ...injected, mode: 'NONE', destination: 'PEERED' }],
  ])('refuse the %s of %j', async (argument, variables) => {
    const { extensions } = await fail(query, variables);
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: [argument] });
  });
});

describe('controlPlaneAddressComparison', () => {
  const query = `query ($before: Date!, $after: Date!) {
    controlPlaneAddressComparison(before: $before, after: $after) {
      before { date } after { date sources { id } }
      kept { address } removed { address region { name } } added { address }
    }
  }`;
  const compare = async (before: string, after: string) =>
    (await ask(query, { before, after })).controlPlaneAddressComparison;

  it('names what two editions have in common and what one of them alone has', async () => {
    const { before, after, kept, removed, added } = await compare('2019-09-09', '2023-01-06');
    expect([before.date, after.date]).toEqual(['2019-09-09', '2023-01-06']);
    expect(after.sources).toContainEqual({ id: 'vnet-reference-2023-01-06' });
    expect(kept).toContainEqual({ address: '51.145.179.78' });
    expect(removed).toContainEqual({
      address: '23.96.224.175',
      region: { name: 'northcentralus' },
    });
    expect(removed).toContainEqual({ address: '52.159.16.255', region: null });
    expect(added).toContainEqual({ address: '102.37.166.220' });
  });

  it('tells both editions that the data does not carry', async () => {
    const { extensions } = await fail(query, { before: '2020-01-01', after: '1999-12-31' });
    expect(extensions.problems?.map(({ path }) => path)).toEqual([['before'], ['after']]);
  });

  it('turns round with its editions', async () => {
    const there = await compare('2019-09-09', '2023-01-06');
    const back = await compare('2023-01-06', '2019-09-09');
    const addresses = (list: { address: string }[]) => list.map(({ address }) => address);
    expect(addresses(back.removed)).toEqual(addresses(there.added));
    expect(addresses(back.added)).toEqual(addresses(there.removed));
    expect(back.kept).toEqual(there.kept);
  });

  test.each([
    ['before', { before: '2020-01-01', after: '2023-01-06' }],
    ['after', { before: '2019-09-09', after: '1999-12-31' }],
  ])('refuses an edition that the data does not carry as %s', async (argument, variables) => {
    const { extensions } = await fail(query, variables);
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: [argument],
      accepted: editions,
    });
  });
});

it('backendAddresses has an answer for every region', async () => {
  const queries = catalog.regions.map(
    ({ name }, index) => `r${index}: backendAddresses(
      tier: PREMIUM, virtualNetworkType: EXTERNAL, region: "${name}", destination: PUBLIC
    ) { origin reading { url } }`,
  );
  const data = await ask(`{ ${queries.join('\n')} }`);
  const offenders = Object.values<{ origin: string; reading: object | null }>(data).filter(
    ({ origin, reading }) => origin !== 'PUBLIC_ADDRESS' || reading === null,
  );
  expect(offenders).toEqual([]);
});
