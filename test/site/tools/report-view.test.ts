/** The report as the page shows it: findings and what is folded, what was recognised, what was not given. */
/// <reference types="vite/client" />

import { expect, it, test } from 'vitest';
import type { Markup } from '../../../site/src/tools/markup.ts';
import { tasks } from '../../../site/src/tools/tasks.ts';
import { problemView } from '../../../site/src/tools/views/problem.ts';
import { reportView } from '../../../site/src/tools/views/report.ts';

const form = {
  deployment: {
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    platform: 'STV2',
    features: [],
  },
  location: {
    region: 'westeurope',
    units: 1,
    zones: [],
    dnsServers: [],
    virtualNetworkAddressPrefixes: [],
  },
  isRegionChosen: true,
  routeTable: '',
  ownFlows: '',
  entry: undefined,
  service: undefined,
  parameters: {},
  whatIf: 'NONE',
  serviceTagFiles: [],
} as const;

const textOf = (node: Markup['children'][number]): string => {
  if (typeof node === 'string') return node;
  return 'tag' in node ? node.children.map(textOf).join('') : '';
};
const allOf = (node: Markup['children'][number], tag: string): Markup[] =>
  typeof node === 'string' || !('tag' in node)
    ? []
    : [...(node.tag === tag ? [node] : []), ...node.children.flatMap((child) => allOf(child, tag))];

async function viewOf(document: unknown): Promise<Markup> {
  const network = { text: JSON.stringify(document), name: undefined };
  return reportView(await tasks.validate({ ...form, network }));
}

const rule = (name: string, priority: number, more: object) => ({
  name,
  priority,
  direction: 'Outbound',
  access: 'Deny',
  protocol: '*',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: '*',
  destinationPortRange: '*',
  ...more,
});
const remotes = [
  'AzureKeyVault',
  'Storage',
  'Sql',
  'AzureMonitor',
  'EventHub',
  'AzureActiveDirectory',
];

const denied = [
  ...remotes.map((destinationAddressPrefix, index) =>
    rule(`no-${destinationAddressPrefix}`, 200 + index, { destinationAddressPrefix }),
  ),
  rule('no-management', 300, { direction: 'Inbound', sourceAddressPrefix: 'ApiManagement' }),
  rule('no-clients', 301, { direction: 'Inbound', sourceAddressPrefix: 'Internet' }),
  rule('no-probes', 302, { direction: 'Inbound', sourceAddressPrefix: 'AzureLoadBalancer' }),
];

it('shows each error with a title of its own, and errors before warnings', async () => {
  const view = await viewOf({ securityRules: denied });
  const [list] = allOf(view, 'ul').filter(
    ({ attributes }) => attributes.class === 'atlas-findings',
  );
  const items = (list?.children ?? []) as Markup[];
  const severities = items.map(({ attributes }) => attributes['data-severity']);
  const titles = items.map((item) => allOf(item, 'h4').map(textOf).join());
  const isError = (at: number) => severities[at] === 'ERROR';
  expect(titles.filter((_, at) => isError(at)).length).toBeGreaterThan(5);
  expect(severities.lastIndexOf('ERROR')).toBeLessThan(
    [...severities, 'WARNING'].indexOf('WARNING'),
  );
  const summaries = allOf(view, 'summary').map(textOf);
  expect(summaries.filter((text) => /more: .*blocked/.test(text))).toEqual([]);
});

test.each([
  ['outside of the input', undefined, 'no DNS servers given', 'false'],
  ['in the input', ['10.0.0.0/16'], 'DNS of Azure', 'true'],
])('a service whose network is %s has %o', async (_, addressPrefixes, text, isKnown) => {
  const id = "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'apim')]";
  const view = await viewOf({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      {
        type: 'Microsoft.ApiManagement/service',
        apiVersion: '2022-08-01',
        name: 'apim',
        location: 'westeurope',
        sku: { name: 'Developer', capacity: 1 },
        properties: {
          virtualNetworkType: 'Internal',
          virtualNetworkConfiguration: { subnetResourceId: id },
        },
      },
      ...(addressPrefixes
        ? [
            {
              type: 'Microsoft.Network/virtualNetworks',
              apiVersion: '2023-09-01',
              name: 'vnet',
              location: 'westeurope',
              properties: {
                addressSpace: { addressPrefixes },
                subnets: [{ name: 'apim', properties: { addressPrefix: '10.0.1.0/24' } }],
              },
            },
          ]
        : []),
    ],
  });
  const chips = allOf(view, 'li').filter((item) => 'data-known' in item.attributes);
  const chip = chips.find((item) => textOf(item) === text);
  expect(chip?.attributes['data-known']).toBe(isKnown);
});

it('says of a group alone what was not given', async () => {
  const sentence = 'Judged: security rules only. Not given: route table, DNS servers.';
  expect(textOf(await viewOf({ securityRules: [] }))).toContain(sentence);
  const table = {
    type: 'Microsoft.Network/routeTables',
    name: 'routes',
    properties: { routes: [] },
  };
  const group = {
    type: 'Microsoft.Network/networkSecurityGroups',
    name: 'nsg',
    properties: { securityRules: [] },
  };
  expect(textOf(await viewOf([group, table]))).toContain(
    'Judged: security rules and route table. Not given: DNS servers.',
  );
});

test.each([
  [2, 2, 'The files have folder0 and folder1. '],
  [20, 25, 'The files have 25, such as folder0, '],
  [20, 'no service', 'The files have 20 or more, such as folder0, '],
])('of %i choices out of %s', (shown, given, expected) => {
  const accepted = Array.from({ length: shown }, (_, index) => `folder${index}`);
  const message = `several parts could be deployed: given ${given}; accepted: ${accepted.join()}`;
  const view = problemView({ message, path: ['source', 'entry'], accepted });
  expect(textOf(view)).toContain(expected);
});

test('a flow that its group allows says what stops it on the way', async () => {
  const routes = [{ addressPrefix: '0.0.0.0/0', nextHopType: 'None', name: 'drop' }];
  const network = { text: JSON.stringify([]), name: undefined };
  const given = { ...form, network, routeTable: JSON.stringify(routes) };
  const view = reportView(await tasks.validate(given));
  const rows = allOf(view, 'tr').map(textOf);
  const vault = rows.find((text) => text.includes('AzureKeyVault'));
  expect(vault).toMatch(/allowed/i);
  expect(vault).toContain('drop: its next hop is None');
});
