/** Many things in one request: addresses, prefixes of a tag, texts by location, fields of a change. */

import { describe, expect, it, test } from 'vitest';
import { changesBetween } from '../../core/answers/changes.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { client } from '../support/client.ts';

const weeklyFile = readServiceTagFile({
  changeNumber: 1,
  cloud: 'Public',
  values: [
    ['Storage', ['20.60.0.0/16', '20.61.0.0/17', '20.61.128.0/17', '2603:1010::/32']],
    ['Storage.WestEurope', ['20.60.4.0/24']],
  ].map(([name, addressPrefixes]) => ({ name, properties: { addressPrefixes } })),
});
const { ask, post, fail } = client([weeklyFile]);

describe('lookupAddresses', () => {
  const query = `query ($addresses: [String!]!) {
    lookupAddresses(addresses: $addresses) { address serviceTags { names } }
  }`;

  it('gives a null and an error for what is no address, and the rest', async () => {
    const { data, errors } = await post(query, {
      addresses: ['20.60.4.1', 'storage', '10.0.0.1', '20.60.0.0/16'],
    });
    expect(data.lookupAddresses).toEqual([
      { address: '20.60.4.1', serviceTags: [{ names: ['Storage.WestEurope', 'Storage'] }] },
      null,
      { address: '10.0.0.1', serviceTags: [] },
      null,
    ]);
    expect(errors).toMatchObject([
      { path: ['lookupAddresses', 1], extensions: { path: ['addresses', 1], given: 'storage' } },
      { path: ['lookupAddresses', 3], extensions: { nearest: ['20.60.0.0'] } },
    ]);
  });

  it('says the same of each as lookupAddress', async () => {
    const { one, many } = await ask(`{
      one: lookupAddress(address: "51.145.179.78") { summary citations { section } }
      many: lookupAddresses(addresses: ["51.145.179.78"]) { summary citations { section } }
    }`);
    expect(many).toEqual([one]);
  });

  it('takes no more than a request may cost', async () => {
    const { extensions } = await fail(query, { addresses: Array(2_500).fill('10.0.0.1') });
    expect(extensions.code).toBe('QUERY_TOO_LARGE');
  });
});

describe('prefixes of a service tag', () => {
  const query = `query ($name: String!, $cloud: CloudName, $region: String) {
    serviceTag(name: $name) { prefixes(cloud: $cloud, region: $region) }
  }`;

  test.each<[name: string, place: object, prefixes: readonly string[] | null]>([
    ['Storage', {}, ['20.60.0.0/15']],
    ['Storage', { region: 'West Europe' }, ['20.60.4.0/24']],
    ['Storage', { cloud: 'PUBLIC', region: 'westeurope' }, ['20.60.4.0/24']],
    ['Storage', { region: 'northeurope' }, null],
    ['Storage', { cloud: 'CHINA' }, null],
    ['Storage', { region: 'chinaeast2' }, null],
    ['Sql', {}, null],
    ['VirtualNetwork', {}, null],
  ])('%s %j', async (name, place, prefixes) => {
    const { serviceTag } = await ask(query, { name, ...place });
    expect(serviceTag.prefixes).toEqual(prefixes);
  });

  test.each([
    [{ region: 'mars' }, { path: ['region'], given: 'mars' }],
    [
      { cloud: 'PUBLIC', region: 'chinaeast2' },
      { path: ['cloud'], accepted: ['CHINA'] },
    ],
  ])('refuses %j', async (place, extensions) => {
    const error = await fail(query, { name: 'Storage', ...place });
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', ...extensions } });
  });
});

describe('the remediation by location', () => {
  const denyAll = {
    name: 'DenyAll',
    priority: 200,
    direction: 'OUTBOUND',
    access: 'DENY',
    protocol: '*',
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: ['*'],
    destinationPortRanges: ['*'],
  };
  const locations = ['westeurope', 'northeurope', 'eastus'].map((region, index) => ({
    region,
    subnet: { addressPrefix: `10.0.${index}.0/27` },
    ...(index > 0 && { networkSecurityGroup: { securityRules: index === 1 ? [denyAll] : [] } }),
  }));
  const query = `mutation ($input: ValidateConfigInput!) {
    validateConfig(input: $input) {
      remediation(format: CSV)
      remediations { region isNew networkSecurityGroup ruleNames render(format: CSV) }
      closed: remediations(denyByDefault: true) { ruleNames }
    }
  }`;

  it('is that of all locations, cut by location', async () => {
    const { validateConfig } = await ask(query, {
      input: { deployment: { tier: 'PREMIUM', virtualNetworkType: 'EXTERNAL', locations } },
    });
    const { remediation, remediations, closed } = validateConfig;
    type Part = { region: string; isNew: boolean; ruleNames: string[]; render: string };
    expect(remediations.map(({ region, isNew }: Part) => [region, isNew])).toEqual([
      ['westeurope', true],
      ['northeurope', false],
      ['eastus', false],
    ]);
    const rows = (text: string) => text.trim().split('\r\n').slice(1);
    expect(remediations.flatMap(({ render }: Part) => rows(render))).toEqual(rows(remediation));
    for (const { ruleNames, render } of remediations as Part[]) {
      expect(rows(render)).toHaveLength(ruleNames.length);
    }
    expect(closed[0].ruleNames.length).toBeGreaterThan(remediations[0].ruleNames.length);
  });
});

describe('changedFields', () => {
  it('names what differs between before and after, and fact the rule', async () => {
    const fields = 'directions protocol sourcePorts destinationPorts necessity purpose';
    const { changes } = await ask(`{
      changes {
        id changedFields fact { id } portRule { id }
        before { ${fields} } after { ${fields} }
      }
    }`);
    for (const { changedFields, fact, portRule, before, after } of changes) {
      expect(fact).toEqual(portRule);
      const different =
        before && after
          ? fields.split(' ').filter((field) => String(before[field]) !== String(after[field]))
          : [];
      expect(changedFields).toEqual(expect.arrayContaining(different));
    }
    const named = changes.filter(
      (change: { changedFields: string[] }) => change.changedFields.length > 0,
    );
    expect(named.length).toBe(
      changesBetween().filter(({ before, after }) => before && after).length,
    );
  });

  it('is empty where the row is new', async () => {
    const { changes } = await ask('{ changes { kind changedFields before { edition } } }');
    const added = changes.filter(({ kind }: { kind: string }) => kind === 'ADDED');
    expect(added.length).toBeGreaterThan(0);
    expect(added.flatMap((change: { changedFields: string[] }) => change.changedFields)).toEqual(
      [],
    );
  });
});
