/** What documents show around the subnet: neighbors, public IP addresses, locations without one, subnets not used. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DeploymentLocation } from '../../../../core/deployment.ts';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { validateDocument } from '../../../../core/validate/validate.ts';

// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, changed at will
type Json = any;

function load(name: string, change: (document: Json) => void): Json {
  const url = new URL(`../../../fixtures/documents/${name}.json`, import.meta.url);
  const document = JSON.parse(readFileSync(url, 'utf8'));
  change(document);
  return document;
}

const primary = (document: Json) => readDocument(document).deployment.locations[0];
const subnetOf = (document: Json) => (primary(document) as DeploymentLocation).subnet;
const found = (document: Json, id: string) =>
  validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' }).findings.filter(
    ({ checkId }) => checkId === id,
  );

const exported = (change: (list: Json) => void) => load('exported-resources', change);
const serviceIn = (list: Json) =>
  list.find(({ type }: Json) => /apimanagement/i.test(type as string));
const networkOf = (list: Json) => serviceIn(list).properties.virtualNetworkConfiguration;

const resource = (type: string, properties: Json) => ({
  id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/${type}/one`,
  type: `Microsoft.Network/${type}`,
  name: 'one',
  properties,
});
const inSubnet = (id: string) => ({ properties: { subnet: { id } } });

describe('neighbors in exported resources', () => {
  const other =
    '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/a/subnets/b';
  it.each<[string, (id: string) => Json, string[], number]>([
    [
      'a network interface with two addresses',
      (id) => resource('networkInterfaces', { ipConfigurations: [inSubnet(id), inSubnet(id)] }),
      ['Microsoft.Network/networkInterfaces/one'],
      2,
    ],
    [
      'an id in capitals',
      (id) => resource('networkInterfaces', { ipConfigurations: [inSubnet(id.toUpperCase())] }),
      ['Microsoft.Network/networkInterfaces/one'],
      1,
    ],
    [
      'a network interface elsewhere',
      () => resource('networkInterfaces', { ipConfigurations: [inSubnet(other)] }),
      [],
      0,
    ],
    [
      'a load balancer',
      (id) => resource('loadBalancers', { frontendIPConfigurations: [inSubnet(id)] }),
      ['Microsoft.Network/loadBalancers/one'],
      1,
    ],
    [
      'an application gateway',
      (id) => resource('applicationGateways', { gatewayIPConfigurations: [inSubnet(id)] }),
      ['Microsoft.Network/applicationGateways/one'],
      1,
    ],
    [
      'a private endpoint',
      (id) => resource('privateEndpoints', { subnet: { id } }),
      ['Microsoft.Network/privateEndpoints/one'],
      1,
    ],
    [
      'a private endpoint whose interface is listed by itself',
      (id) => resource('privateEndpoints', { subnet: { id }, networkInterfaces: [{ id: 'nic' }] }),
      ['Microsoft.Network/privateEndpoints/one'],
      0,
    ],
    [
      'a firewall of a storage account that lets the subnet in',
      (id) => resource('storageAccounts', { networkAcls: { virtualNetworkRules: [{ id }] } }),
      [],
      0,
    ],
  ])('%s', (_, build, names, addresses) => {
    const document = exported((list) => list.push(build(networkOf(list).subnetResourceId)));
    expect(subnetOf(document)).toMatchObject({ otherResources: names, otherAddresses: addresses });
  });

  it('are told', () => {
    const document = exported((list) => {
      const id = networkOf(list).subnetResourceId;
      list.push(resource('networkInterfaces', { ipConfigurations: [inSubnet(id)] }));
    });
    expect(found(document, 'subnet-shared')).toMatchObject([{ severity: 'INFO' }]);
  });
});

describe('neighbors in a template', () => {
  it('are found by the expression that names the subnet', () => {
    const document = load('bicep-build', ({ resources }) => {
      const { subnetResourceId } = networkOf(resources);
      resources.push({
        type: 'Microsoft.Network/networkInterfaces',
        apiVersion: '2024-05-01',
        name: 'jumpbox',
        properties: { ipConfigurations: [{ name: 'a', ...inSubnet(subnetResourceId) }] },
      });
    });
    expect(subnetOf(document)).toMatchObject({
      otherResources: ['Microsoft.Network/networkInterfaces/jumpbox'],
      otherAddresses: 1,
    });
  });
});

const plan = (change: (resources: Json, plan: Json) => void) =>
  load('plan-inline-rules', (document) =>
    change(document.planned_values.root_module.resources, document),
  );
const addressOf = (resources: Json, type: string) =>
  resources.find((one: Json) => one.type === type).address;

/** Adds a resource whose field refers to another resource, as the configuration of a plan says. */
function addReferring(document: Json, type: string, values: Json, expressions: Json): void {
  const common = { address: `${type}.one`, mode: 'managed', type, name: 'one' };
  document.planned_values.root_module.resources.push({ ...common, values });
  document.configuration.root_module.resources.push({ ...common, expressions });
}

describe('neighbors in a plan', () => {
  it.each([
    ['azurerm_network_interface', 'ip_configuration'],
    ['azurerm_application_gateway', 'gateway_ip_configuration'],
  ])('%s', (type, block) => {
    const document = plan((resources, whole) => {
      const references = [`${addressOf(resources, 'azurerm_subnet')}.id`];
      addReferring(
        whole,
        type,
        { [block]: [{ name: 'a' }] },
        { [block]: [{ subnet_id: { references } }] },
      );
    });
    expect(subnetOf(document)).toMatchObject({
      otherResources: [`${type}.one`],
      otherAddresses: 1,
    });
  });

  it('the service itself is none', () => {
    expect(subnetOf(plan(() => {}))).toMatchObject({ otherResources: [], otherAddresses: 0 });
  });
});

describe('public IP addresses', () => {
  it('in a plan, with what is planned for it', () => {
    const document = plan((resources, whole) => {
      const service = resources.find((one: Json) => one.type === 'azurerm_api_management');
      const { address } = service;
      addReferring(
        whole,
        'azurerm_public_ip',
        {
          sku: 'Basic',
          location: 'westeurope',
          allocation_method: 'Static',
          domain_name_label: null,
          zones: ['1'],
        },
        {},
      );
      const change = whole.resource_changes.find((one: Json) => one.address === address);
      change.change.after_unknown.public_ip_address_id = true;
      const configured = whole.configuration.root_module.resources.find(
        (one: Json) => one.type === 'azurerm_api_management',
      );
      configured.expressions.public_ip_address_id = { references: ['azurerm_public_ip.one.id'] };
    });
    expect(primary(document)?.publicIpAddress).toEqual({
      id: 'azurerm_public_ip.one',
      region: 'westeurope',
      sku: 'Basic',
      allocationMethod: 'Static',
      zones: [1],
    });
    expect(found(document, 'public-ip-not-standard')).toHaveLength(1);
    expect(found(document, 'public-ip-without-dns-label')).toHaveLength(1);
  });

  it.each<[string, Json, number]>([
    ['a label', { domainNameLabel: 'contoso' }, 0],
    ['a label that is computed', { domainNameLabel: "[uniqueString('a')]" }, 0],
    ['settings that are computed', "[reference('a')]", 0],
    ['none', undefined, 1],
  ])('in a template, with %s', (_, dnsSettings, count) => {
    const document = load('bicep-build', ({ resources }) => {
      serviceIn(resources).properties.publicIpAddressId =
        "[resourceId('Microsoft.Network/publicIPAddresses', 'pip')]";
      resources.push({
        type: 'Microsoft.Network/publicIPAddresses',
        apiVersion: '2024-05-01',
        name: 'pip',
        sku: { name: 'Standard' },
        zones: ['1', '2', '3'],
        properties: { dnsSettings },
      });
    });
    expect(primary(document)?.publicIpAddress).toMatchObject({ sku: 'Standard', zones: [1, 2, 3] });
    expect(found(document, 'public-ip-without-dns-label')).toHaveLength(count);
    expect(found(document, 'public-ip-missing')).toEqual([]);
  });

  it('a finding points at the reference', () => {
    const document = load('bicep-build', ({ resources }) => {
      serviceIn(resources).properties.publicIpAddressId =
        "[resourceId('Microsoft.Network/publicIPAddresses', 'pip')]";
      resources.push({
        type: 'Microsoft.Network/publicIPAddresses',
        apiVersion: '2024-05-01',
        name: 'pip',
        sku: { name: 'Basic' },
      });
    });
    expect(found(document, 'public-ip-not-standard')[0]?.path).toMatch(
      /^\/document\/resources\/\d+\/properties\/publicIpAddressId$/,
    );
  });
});

describe('a further location', () => {
  it('without a network is told', () => {
    const document = exported((list) => {
      serviceIn(list).properties.additionalLocations = [
        { location: 'North Europe', sku: { name: 'Premium', capacity: 1 } },
      ];
    });
    expect(found(document, 'location-without-subnet')).toMatchObject([
      { severity: 'WARNING', path: expect.stringMatching(/additionalLocations\/0$/) },
    ]);
  });
});

describe('a further location whose subnet is in another document', () => {
  const elsewhere =
    '/subscriptions/s/resourceGroups/north/providers/Microsoft.Network/virtualNetworks/n/subnets/apim';
  const openId = "[parameters('northSubnetId')]";
  const service = '/document/resources/8/properties/additionalLocations/0';
  const additional = (subnetResourceId: string) => [
    {
      location: 'North Europe',
      sku: { name: 'Premium', capacity: 1 },
      virtualNetworkConfiguration: { subnetResourceId },
    },
  ];
  const template = (id: string) =>
    load('bicep-build', ({ resources }) => {
      resources[8].properties.additionalLocations = additional(id);
    });

  it.each<[string, Json, Json, string]>([
    [
      'an id in a template',
      template(elsewhere),
      load('bicep-build', () => undefined),
      `${service}/virtualNetworkConfiguration/subnetResourceId`,
    ],
    [
      'a parameter of a template',
      template(openId),
      load('bicep-build', () => undefined),
      `${service}/virtualNetworkConfiguration/subnetResourceId`,
    ],
    [
      'an export',
      exported((list) => {
        serviceIn(list).properties.additionalLocations = additional(elsewhere);
      }),
      exported(() => undefined),
      '/document/0/properties/additionalLocations/0/virtualNetworkConfiguration/subnetResourceId',
    ],
    [
      'a plan',
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        root_module.resources[4].values.additional_location = [
          {
            location: 'northeurope',
            capacity: 1,
            virtual_network_configuration: [{ subnet_id: elsewhere }],
          },
        ];
      }),
      load('plan-inline-rules', () => undefined),
      '/document/planned_values/root_module/resources/4/values/additional_location/0/virtual_network_configuration',
    ],
  ])('%s', (_, document, alone, path) => {
    const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
    const report = validateDocument(document, options);
    const first = validateDocument(alone, options);
    const outcomes = ({ flows }: typeof report, region: string) =>
      flows.flatMap(({ id, outcome, region: at }) => (at === region ? [`${id} ${outcome}`] : []));
    expect(outcomes(report, 'westeurope')).toEqual(
      expect.arrayContaining(
        outcomes(first, 'westeurope').filter((one) => !/Storage|Sql|EventHub/.test(one)),
      ),
    );
    expect(new Set(outcomes(report, 'northeurope').map((one) => one.split(' ')[1]))).toEqual(
      new Set(['UNKNOWN']),
    );
    expect(
      report.findings.filter((one) => one.region === 'northeurope' && one.outcome !== 'PASS'),
    ).toMatchObject([{ checkId: 'location-subnet-unknown', outcome: 'NEEDS_REVIEW', path }]);
    expect(report.assumptions.map(({ code }) => code)).toContain('SUBNET_ELSEWHERE');
    const changed = [...report.remediation(), ...report.denyByDefault()];
    expect(changed.filter(({ region }) => region === 'northeurope')).toEqual([]);
  });
});

describe('a service outside of any network', () => {
  it('that names a subnet all the same', () => {
    const document = exported((list) => {
      serviceIn(list).properties.virtualNetworkType = 'None';
    });
    expect(found(document, 'mode-none-with-subnet')).toMatchObject([
      { path: expect.stringMatching(/virtualNetworkConfiguration\/subnetResourceId$/) },
    ]);
  });

  it('is read although its subnet is not in the document', () => {
    const document = exported((list) => {
      serviceIn(list).properties.virtualNetworkType = 'None';
      networkOf(list).subnetResourceId = '/subscriptions/s/nowhere';
    });
    expect(found(document, 'mode-none-with-subnet')).toEqual([]);
  });
});
