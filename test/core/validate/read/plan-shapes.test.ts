/** The same network in the shapes that plans have. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { contents, type Json, plan } from './shaped-documents.ts';

const rg = '/subscriptions/s/resourceGroups/rg';

const network = `${rg}/providers/Microsoft.Network`;

const subnetId = `${network}/virtualNetworks/vnet/subnets/apim`;

const groupId = `${network}/networkSecurityGroups/nsg-apim`;

/** The plan with ids that are known, as a state has them. */
const withIds = () =>
  plan((resources, document) => {
    document.resource_changes = [];
    document.configuration.root_module.resources = [];
    const [vnet, subnet, group, join, service] = resources.map(({ values }: Json) => values);
    vnet.id = `${network}/virtualNetworks/vnet`;
    subnet.id = subnetId;
    group.id = groupId;
    Object.assign(join, { subnet_id: subnetId, network_security_group_id: groupId });
    service.virtual_network_configuration[0].subnet_id = subnetId;
  });

const resourcesIn = (document: Json): Json[] => document.planned_values.root_module.resources;

const armRules = (blocks: Json[]) =>
  blocks.map(({ name, ...fields }) => ({
    name,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    ),
  }));

/** The resources of a plan as azapi has them; references stand in the body as a whole. */
function azapi(bodyAs: (body: Json) => Json, isReferred: boolean): Json {
  const document = withIds();
  const [vnet, subnet, group, , service] = resourcesIn(document);
  const id = (known: string) => (isReferred ? undefined : known);
  const bodies: [Json, string, string, Json, string[]][] = [
    [
      vnet,
      'Microsoft.Network/virtualNetworks',
      rg,
      {
        properties: {
          addressSpace: { addressPrefixes: vnet.values.address_space },
          dhcpOptions: { dnsServers: vnet.values.dns_servers },
        },
      },
      [],
    ],
    [
      subnet,
      'Microsoft.Network/virtualNetworks/subnets',
      `${network}/virtualNetworks/vnet`,
      {
        properties: {
          addressPrefix: subnet.values.address_prefixes[0],
          serviceEndpoints: [{ service: 'Microsoft.Storage' }],
          networkSecurityGroup: { id: id(groupId) },
        },
      },
      ['azapi_resource.group.id', 'azapi_resource.group'],
    ],
    [
      group,
      'Microsoft.Network/networkSecurityGroups',
      rg,
      { properties: { securityRules: armRules(group.values.security_rule) } },
      [],
    ],
    [
      service,
      'Microsoft.ApiManagement/service',
      rg,
      {
        sku: { name: 'Premium', capacity: 2 },
        zones: service.values.zones,
        properties: {
          virtualNetworkType: 'Internal',
          virtualNetworkConfiguration: { subnetResourceId: id(subnetId) },
        },
      },
      ['azapi_resource.subnet.id', 'azapi_resource.subnet'],
    ],
  ];
  const names = ['vnet', 'subnet', 'group', 'service'];
  const actual = bodies.map(([{ values }, type, parent_id, body], index) => ({
    address: `azapi_resource.${names[index]}`,
    mode: 'managed',
    type: 'azapi_resource',
    name: names[index],
    values: {
      type: `${type}@2024-05-01`,
      name: values.name,
      location: values.location,
      parent_id,
      body: bodyAs(body),
      ...(!isReferred && { id: values.id }),
    },
  }));
  document.planned_values.root_module.resources = actual;
  document.resource_changes = [
    [1, { properties: { networkSecurityGroup: { id: true } } }],
    [3, { properties: { virtualNetworkConfiguration: { subnetResourceId: true } } }],
  ].map(([index, body]) => ({
    address: actual[index as number]?.address,
    change: { actions: ['create'], after_unknown: isReferred ? { body } : {} },
  }));
  document.configuration.root_module.resources = actual.map(({ values: _, ...one }, index) => ({
    ...one,
    expressions: { body: { references: bodies[index]?.[4] } },
  }));
  return document;
}

/** The subnet as a block of its network. */
const inline = (change: (blocks: Json[], document: Json) => void = () => {}) =>
  plan((resources, document) => {
    const [vnet, subnet] = resources;
    const { configuration } = document;
    const { name, address_prefixes, service_endpoints } = subnet.values;
    vnet.values.subnet = [{ name, address_prefixes, service_endpoints, delegation: [] }];
    document.resource_changes = [
      {
        address: vnet.address,
        change: { after_unknown: { subnet: [{ id: true, security_group: true }] } },
      },
    ];
    resources.splice(3, 1);
    resources.splice(1, 1);
    const [vnetPlan, , , , servicePlan] = configuration.root_module.resources;
    vnetPlan.expressions.subnet = [
      {
        name: { constant_value: name },
        security_group: {
          references: [
            'azurerm_network_security_group.apim.id',
            'azurerm_network_security_group.apim',
          ],
        },
      },
    ];
    servicePlan.expressions.virtual_network_configuration[0].subnet_id.references = [
      'azurerm_virtual_network.main.subnet',
      'azurerm_virtual_network.main',
    ];
    configuration.root_module.resources.splice(1, 1);
    change(vnet.values.subnet, document);
  });

/** The network in the prior state, found by data sources. */
function actual(): Json {
  const document = withIds();
  const resources = resourcesIn(document);
  const [vnet, subnet, group] = resources.splice(0, 4);
  subnet.values.network_security_group_id = groupId;
  document.prior_state = {
    values: {
      root_module: {
        resources: [vnet, subnet, group].map((one) => ({
          ...one,
          mode: 'data',
          address: `data.${one.address}`,
        })),
      },
    },
  };
  return document;
}

describe('the same network in a plan', () => {
  const expected = contents(plan(() => undefined));

  it.each<[string, () => Json]>([
    ['with known ids', withIds],
    [
      'as a state',
      () => {
        const { planned_values, terraform_version } = withIds();
        return { terraform_version, values: planned_values };
      },
    ],
    [
      'as its changes alone',
      () => {
        const { configuration, ...document } = plan(() => undefined);
        const resource_changes = resourcesIn(document).map(({ values, ...one }: Json) => ({
          ...one,
          change: { actions: ['create'], after: values, after_unknown: {} },
        }));
        return { resource_changes, configuration };
      },
    ],
    ['found by data sources', actual],
    [
      'found by data sources, with references',
      () =>
        plan((_, { configuration }) => {
          const references = ['data.azurerm_subnet.apim.id', 'data.azurerm_subnet.apim'];
          const { expressions } = configuration.root_module.resources.at(-1);
          expressions.virtual_network_configuration[0].subnet_id.references = references;
          const { prior_state, planned_values } = actual();
          const service = planned_values.root_module.resources[0];
          service.values.virtual_network_configuration = [{}];
          const change = {
            after_unknown: { virtual_network_configuration: [{ subnet_id: true }] },
          };
          const resource_changes = [{ address: service.address, change }];
          return { configuration, prior_state, planned_values, resource_changes };
        }),
    ],
    ['with a block for the subnet', () => inline()],
    [
      'with several blocks, and a known id',
      () =>
        inline((blocks, document) => {
          blocks[0].id = subnetId;
          blocks.push({ name: 'other', address_prefixes: ['10.0.9.0/24'], id: `${subnetId}2` });
          document.resource_changes = [
            {
              address: 'azurerm_virtual_network.main',
              change: { after_unknown: { subnet: [{ security_group: true }] } },
            },
          ];
          const service = resourcesIn(document).at(-1);
          service.values.virtual_network_configuration[0].subnet_id = subnetId;
        }),
    ],
    ['of azapi', () => azapi((body) => body, false)],
    ['of azapi, with bodies of JSON', () => azapi(JSON.stringify, false)],
    ['of azapi, with references', () => azapi((body) => body, true)],
  ])('%s', (_, build) => {
    expect(contents(build())).toEqual(expected);
  });

  it('is not known where a network has several blocks', () => {
    const document = inline((blocks) =>
      blocks.push({ name: 'other', address_prefixes: ['10.0.9.0/24'] }),
    );
    const [location] = readDocument(document).deployment.locations;
    expect(location?.subnetElsewhere).toMatch(/^one of azurerm_virtual_network.main.subnet/);
  });
});
