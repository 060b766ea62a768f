/** Public IP addresses and further locations in documents. */

import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import {
  addReferring,
  exported,
  findingsOf,
  type Json,
  load,
  plan,
  primary,
  serviceIn,
} from './changed-documents.ts';

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
    expect(findingsOf(document, 'public-ip-not-standard')).toHaveLength(1);
    expect(findingsOf(document, 'public-ip-without-dns-label')).toHaveLength(1);
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
    expect(findingsOf(document, 'public-ip-without-dns-label')).toHaveLength(count);
    expect(findingsOf(document, 'public-ip-missing')).toEqual([]);
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
    expect(findingsOf(document, 'public-ip-not-standard')[0]?.path).toMatch(
      /^\/document\/resources\/\d+\/properties\/publicIpAddressId$/,
    );
  });
});

describe('a further location', () => {
  it('without a network is reported', () => {
    const document = exported((list) => {
      serviceIn(list).properties.additionalLocations = [
        { location: 'North Europe', sku: { name: 'Premium', capacity: 1 } },
      ];
    });
    expect(findingsOf(document, 'location-without-subnet')).toMatchObject([
      { severity: 'WARNING', path: expect.stringMatching(/additionalLocations\/0$/) },
    ]);
  });
});

describe('a further location whose subnet is in another document', () => {
  const elsewhere =
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/north/providers/Microsoft.Network/virtualNetworks/n/subnets/apim';
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
      flows.flatMap(({ key, outcome, region: at }) => (at === region ? [`${key} ${outcome}`] : []));
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
    const changed = [...report.remediation(), ...report.denyByDefault()];
    expect(changed.filter(({ region }) => region === 'northeurope')).toEqual([]);
  });
});
