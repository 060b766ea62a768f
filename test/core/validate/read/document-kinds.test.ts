/** Everything that people send as a document: one network in each kind, and the same report for all of them. */

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import { check, type Json } from './sample-documents.ts';

const subscription = '/subscriptions/11111111-1111-1111-1111-111111111111';
const provider = `${subscription}/resourceGroups/net/providers`;
const ids = {
  service: `${provider}/Microsoft.ApiManagement/service/shop`,
  network: `${provider}/Microsoft.Network/virtualNetworks/hub`,
  subnet: `${provider}/Microsoft.Network/virtualNetworks/hub/subnets/gateway`,
  group: `${provider}/Microsoft.Network/networkSecurityGroups/gateway-nsg`,
  table: `${provider}/Microsoft.Network/routeTables/gateway-routes`,
};

const allow = {
  name: 'management',
  priority: 200,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: 'ApiManagement',
  sourcePortRange: '*',
  destinationAddressPrefix: 'VirtualNetwork',
  destinationPortRange: '3443',
};
const denySql = {
  ...allow,
  name: 'no-sql',
  direction: 'Outbound',
  access: 'Deny',
  sourceAddressPrefix: '*',
  destinationAddressPrefix: 'Sql',
  destinationPortRange: '1433',
};

/** As `az apim show`, `az network vnet show`, `az network nsg show` and `az network route-table show` print them. */
const shown = {
  service: {
    id: ids.service,
    name: 'shop',
    type: 'Microsoft.ApiManagement/service',
    location: 'Sweden Central',
    sku: { name: 'Developer', capacity: 1 },
    virtualNetworkType: 'Internal',
    virtualNetworkConfiguration: { subnetResourceId: ids.subnet },
  },
  network: {
    id: ids.network,
    name: 'hub',
    type: 'Microsoft.Network/virtualNetworks',
    location: 'swedencentral',
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] },
    subnets: [
      {
        id: ids.subnet,
        name: 'gateway',
        addressPrefix: '10.20.3.0/27',
        networkSecurityGroup: { id: ids.group },
        routeTable: { id: ids.table },
      },
    ],
  },
  group: {
    id: ids.group,
    name: 'gateway-nsg',
    type: 'Microsoft.Network/networkSecurityGroups',
    location: 'swedencentral',
    securityRules: [allow, denySql],
    subnets: [{ id: ids.subnet }],
  },
  table: {
    id: ids.table,
    name: 'gateway-routes',
    type: 'Microsoft.Network/routeTables',
    location: 'swedencentral',
    routes: [{ name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
  },
};
const all = Object.values(shown);

const template = (...resources: Json[]) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: resources.map(({ id: _, name, type, location, sku, ...properties }) => ({
    type,
    name,
    location,
    ...(sku && { sku }),
    properties,
  })),
});

/** As a query in Resource Graph returns them. */
const table = (resources: Json[]) => {
  const names = ['id', 'name', 'type', 'location', 'sku', 'properties'];
  const rows = resources.map(({ id, name, type, location, sku = null, ...properties }) => [
    id,
    name,
    type.toLowerCase(),
    location,
    sku,
    properties,
  ]);
  return { columns: names.map((name) => ({ name, type: 'string' })), rows };
};

const ruleList = shown.group.securityRules.map((rule) => ({
  ...rule,
  id: `${ids.group}/securityRules/${rule.name}`,
  type: 'Microsoft.Network/networkSecurityGroups/securityRules',
}));

const effective = {
  networkSecurityGroup: { id: ids.group },
  association: { subnet: { id: ids.subnet } },
  effectiveSecurityRules: shown.group.securityRules.map((rule) => ({
    ...rule,
    name: `securityRules/${rule.name}`,
  })),
};

const attributes = {
  service: {
    id: ids.service,
    name: 'shop',
    location: 'swedencentral',
    sku_name: 'Developer_1',
    virtual_network_type: 'Internal',
    virtual_network_configuration: [{ subnet_id: ids.subnet }],
  },
  network: {
    id: ids.network,
    name: 'hub',
    location: 'swedencentral',
    resource_group_name: 'net',
    address_space: ['10.20.0.0/16'],
  },
  subnet: {
    id: ids.subnet,
    name: 'gateway',
    resource_group_name: 'net',
    virtual_network_name: 'hub',
    address_prefixes: ['10.20.3.0/27'],
  },
  group: {
    id: ids.group,
    name: 'gateway-nsg',
    security_rule: shown.group.securityRules.map((rule) =>
      Object.fromEntries(
        Object.entries(rule).map(([key, value]) => [
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      ),
    ),
  },
  table: {
    id: ids.table,
    name: 'gateway-routes',
    route: [{ name: 'out', address_prefix: '0.0.0.0/0', next_hop_type: 'Internet' }],
  },
  groupOfSubnet: { subnet_id: ids.subnet, network_security_group_id: ids.group },
  tableOfSubnet: { subnet_id: ids.subnet, route_table_id: ids.table },
};
const terraformTypes: Record<keyof typeof attributes, string> = {
  service: 'azurerm_api_management',
  network: 'azurerm_virtual_network',
  subnet: 'azurerm_subnet',
  group: 'azurerm_network_security_group',
  table: 'azurerm_route_table',
  groupOfSubnet: 'azurerm_subnet_network_security_group_association',
  tableOfSubnet: 'azurerm_subnet_route_table_association',
};
const keys = Object.keys(attributes) as (keyof typeof attributes)[];
const state = (...parts: (keyof typeof attributes)[]) => ({
  version: 4,
  terraform_version: '1.9.8',
  serial: 12,
  lineage: 'c0ffee',
  outputs: {},
  resources: parts.map((key) => ({
    mode: 'managed',
    type: terraformTypes[key],
    name: 'main',
    module: key === 'service' ? undefined : 'module.network',
    provider: 'provider["registry.terraform.io/hashicorp/azurerm"]',
    instances: [{ schema_version: 0, attributes: attributes[key] }],
  })),
});

const withComments = `{
  // what the platform team runs
  "resources": [ /* all of it */
    ${all.map((one) => JSON.stringify(one)).join(',\n    ')},
    { "type": "Microsoft.Storage/storageAccounts", "name": "[concat('a',
        'b')]", },
  ],
}`;

const kinds: [string, Json, string[]][] = [
  ['a list of outputs', all, []],
  ['a list in a list', [shown.service, [shown.network, [shown.group, shown.table]]], []],
  ['an object with names of its own', shown, []],
  ['such an object in a list', [{ api: shown.service }, { net: all.slice(1) }], []],
  ['a table of Resource Graph', { data: table(all), count: 4 }, []],
  ['a table alone', table(all), []],
  ['a table beside a list', [shown.service, { data: table(all.slice(1)) }], []],
  ['one template', template(...all), []],
  ['several templates', [template(...all.slice(1)), template(shown.service)], []],
  ['a template and an output', [template(...all.slice(1)), shown.service], []],
  ['a response of the REST API beside an output', [shown.service, { value: all.slice(1) }], []],
  ['the rules as a list', [shown.service, shown.network, ruleList, shown.table], []],
  ['effective rules', [shown.service, shown.network, { value: [effective] }, shown.table], []],
  ['a state file', state(...keys), []],
  ['several state files', [state('service'), state(...keys.slice(1))], []],
  ['a text with comments', withComments, []],
  [
    'something else beside it',
    [...all, 'a note', { colour: 'green' }],
    ['not used: /document/4 (a string)', 'not used: /document/5 (an object with colour)'],
  ],
  [
    'another group beside it',
    [...all, { ...shown.group, id: `${ids.group}-2`, name: 'other', subnets: [] }],
    ['not used: network security group other, which no subnet of the instance is known to have'],
  ],
  [
    'a state file beside it',
    [state('group'), ...all],
    [expect.stringContaining('not used: /document/0, since the service is described')],
  ],
];

describe('one network', () => {
  it.each(kinds)('as %s', (_, document, unused) => {
    const report = check(document);
    const said = report.findings.filter(({ severity }) => severity !== 'INFO');
    expect(said.map(({ checkId, region }) => [checkId, region])).toEqual([
      ['required-flow-denied', 'swedencentral'],
    ]);
    expect(said[0]?.message).toContain('no-sql');
    expect(report.flows.filter(({ outcome }) => outcome === 'DENIED')).toHaveLength(1);
    expect(report.flows.filter(({ outcome }) => outcome === 'UNKNOWN')).toEqual([]);
    expect(report.unused).toEqual(unused);
  });

  it.each<[string, Json, string]>([
    ['a list in a list', [shown.service, [[shown.group]]], '/document/1/0/0/securityRules/1'],
    ['an object with names', { a: shown.service, b: shown.group }, '/document/b/securityRules/1'],
    ['a table', [shown.service, { data: table([shown.group]) }], '/document/1/data/rows/0'],
    ['a list of rules', [shown.service, shown.network, ruleList], '/document/2/1'],
    ['effective rules', [shown.service, effective], '/document/1/effectiveSecurityRules/1'],
    [
      'a state file',
      state('service', 'subnet', 'group', 'groupOfSubnet'),
      '/document/resources/2/instances/0/attributes/security_rule/1',
    ],
  ])('the finding leads into %s', (_, document, path) => {
    const { findings } = check(document);
    const denied = findings.find(({ checkId }) => checkId === 'required-flow-denied');
    expect(denied?.path).toBe(path);
  });

  it.each<[string, Json, string]>([
    [
      'a state file of an old version',
      { terraform_version: '0.11.7', version: 3, modules: [] },
      'version 3',
    ],
    ['an object without resources', { colour: 'green', size: { of: 3 } }, 'an object with colour'],
    ['a text that is no JSON', '{ "resources": [ }', 'JSON, which may have comments'],
    ['a comment without end', '{ /* "resources": [] }', 'the text is not JSON'],
  ])('is refused as %s', (_, document, words) => {
    expect(() => check(document)).toThrow(InputError);
    expect(() => check(document)).toThrow(words);
  });
});
