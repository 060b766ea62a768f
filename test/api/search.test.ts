/** The queries that take a name or a text: search and serviceTagContains. */

import { describe, expect, it, test } from 'vitest';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly path: string;
  readonly score: number;
}

describe('search', () => {
  const query =
    'query ($text: String!) { search(text: $text) { score fact { kind id title summary path } } }';
  const find = async (text: string): Promise<readonly Hit[]> =>
    (await ask(query, { text })).search.map(({ score, fact }: { score: number; fact: object }) => ({
      score,
      ...fact,
    }));

  test.each([
    ['West Europe', 'REGION', 'westeurope'],
    ['storage', 'SERVICE_TAG', 'Storage'],
    ['management-endpoint', 'PORT_RULE', 'management-endpoint'],
    ['required-flow-denied', 'CHECK', 'required-flow-denied'],
    ['51.145.179.78', 'REGION', 'westeurope'],
    ['south-africa-address', 'CONFLICT', 'south-africa-address'],
    ['gcs.prod.monitoring.core.windows.net', 'ENDPOINT', 'metrics'],
  ])('finds "%s"', async (text, kind, id) => {
    const hits = await find(text);
    const actual = hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
    expect(actual.filter((actual) => actual.startsWith(id))).not.toEqual([]);
  });

  test.each([
    ['rules for Premium internal in West US', 'REGION', 'westus'],
    ['West US 2, premium', 'REGION', 'westus2'],
    ['is port 1886 required', 'PORT_RULE', 'azure-monitor'],
    ['SQL port 1433 westeurope', 'PORT_RULE', 'azure-sql'],
    ['what is the ApiManagement tag', 'SERVICE_TAG', 'ApiManagement'],
    ['failed to connect to management endpoint at 3443', 'PORT_RULE', 'management-endpoint'],
    ['who is 20.40.125.155', 'REGION', 'australiaeast'],
  ])('answers "%s" by %s %s first', async (text, kind, id) => {
    const [first] = await find(text);
    expect(first).toMatchObject({ kind, id });
  });

  it('gives the best first', async () => {
    const hits = await find('inbound 3443 from ApiManagement');
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(hits[0]).toMatchObject({
      kind: 'PORT_RULE',
      id: 'management-endpoint',
      path: '/port-rules/management-endpoint/',
    });
  });

  test.each(['', '   ', '(),;', '\u0000'])('finds nothing for %j', async (text) => {
    expect(await find(text)).toEqual([]);
  });

  it('cuts a long text', async () => {
    const noise = 'zz '.repeat(150);
    expect(await find(`storage ${noise}`)).not.toEqual([]);
    expect(await find(`${noise} storage`)).toEqual([]);
    expect(await find('storage '.repeat(10_000))).toEqual(await find('storage '.repeat(50)));
  });

  it('leads to the same pages as the references of conflicts', async () => {
    const { conflicts } = await ask('{ conflicts { touches { kind id title path } } }');
    const touched: readonly (Hit & { title: string })[] = conflicts.flatMap(
      (conflict: { touches: [] }) => conflict.touches,
    );
    const offenders: string[] = [];
    for (const { kind, id, title, path } of touched) {
      const hits = await find(title);
      const hit = hits.find((candidate) => candidate.kind === kind && candidate.id === id);
      if (hit?.path !== path) offenders.push(`${kind} ${id}: ${path}, found ${hit?.path}`);
    }
    expect(offenders).toEqual([]);
  });
});

describe('serviceTagContains', () => {
  const query = `query ($outer: String!, $inner: String!) {
    serviceTagContains(outer: $outer, inner: $inner) {
      outer inner relation summary fraction innerAddresses commonAddresses serviceTagVersion
    }
  }`;
  const notMeasured = {
    fraction: null,
    innerAddresses: null,
    commonAddresses: null,
    serviceTagVersion: null,
  };

  test.each([
    ['AzureCloud', 'ApiManagement', 'CONTAINED'],
    ['AzureCloud.westeurope', 'Storage.WestEurope', 'CONTAINED'],
    ['AzureCloud.westeurope', 'Storage.NorthEurope', 'DISJOINT'],
    ['Storage.WestEurope', 'Storage', 'PARTIAL'],
    ['Storage', 'Sql', 'DISJOINT'],
    ['AzureBackup', 'AzureDevOps', 'UNKNOWN'],
  ])('without a weekly file: %s and %s are %s', async (outer, inner, relation) => {
    const { serviceTagContains } = await ask(query, { outer, inner });
    expect(serviceTagContains).toEqual({
      outer,
      inner,
      relation,
      summary: expect.stringContaining(inner),
      ...notMeasured,
    });
  });

  it('takes names in any case and gives them as Azure writes them', async () => {
    const { serviceTagContains } = await ask(query, { outer: 'azurecloud', inner: 'SQL' });
    expect(serviceTagContains).toMatchObject({ outer: 'AzureCloud', inner: 'Sql' });
  });

  const tag = (name: string, ...addressPrefixes: string[]) => ({
    name,
    properties: { addressPrefixes },
  });
  const loaded = client([
    readServiceTagFile({
      changeNumber: 900,
      cloud: 'Public',
      values: [
        tag('AzureCloud', '198.51.100.0/24'),
        tag('Storage', '198.51.100.128/25', '203.0.113.0/25'),
        tag('Sql', '198.51.100.0/26'),
        tag('AzureKeyVault', '192.0.2.0/24'),
      ],
    }),
  ]);

  test.each([
    ['Sql', 'CONTAINED', 1, 64, 64],
    ['Storage', 'PARTIAL', 0.5, 256, 128],
    ['AzureKeyVault', 'DISJOINT', 0, 256, 0],
  ])('with one, %s is %s', async (inner, relation, fraction, innerAddresses, commonAddresses) => {
    const { serviceTagContains } = await loaded.ask(query, { outer: 'AzureCloud', inner });
    expect(serviceTagContains).toMatchObject({
      relation,
      fraction,
      innerAddresses,
      commonAddresses,
      serviceTagVersion: expect.stringMatching(/^Public 900$/i),
      summary: expect.stringContaining(`${commonAddresses} of ${innerAddresses}`),
    });
  });

  test.each([
    ['outer', { outer: 'AzureClowd', inner: 'Storage' }],
    ['inner', { outer: 'AzureCloud', inner: 'Storage.Nowhere' }],
    ['inner', { outer: 'AzureCloud', inner: '__proto__' }],
    ['inner', { outer: 'AzureCloud', inner: '' }],
  ])('refuses the %s of %j', async (argument, variables) => {
    const { extensions } = await fail(query, variables);
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: [argument] });
  });
});
