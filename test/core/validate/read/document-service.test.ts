/** What a document says of a service besides its network. */

import { describe, expect, it } from 'vitest';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { check, load } from './sample-documents.ts';

const outcomes = (report: ConfigReport, id: string) =>
  report.flows.filter((flow) => flow.key === id).map(({ outcome }) => outcome);

describe('what else a service has', () => {
  it('further locations, each with a network', () => {
    const document = load('exported-resources', (list) => {
      const text = JSON.stringify(list.slice(1, 3))
        .replaceAll('/vnet', '/vnet2')
        .replaceAll('/rg/', '/second/');
      list.push(...JSON.parse(text));
      list[0].properties.additionalLocations = [
        {
          location: 'North Europe',
          sku: { name: 'Premium', capacity: 1 },
          virtualNetworkConfiguration: {
            subnetResourceId: list[0].properties.virtualNetworkConfiguration.subnetResourceId
              .replace('/vnet', '/vnet2')
              .replace('/rg/', '/second/'),
          },
        },
      ];
      list.at(-1).properties.securityRules = [];
      list.at(-2).properties.subnets[0].properties.networkSecurityGroup.id = list.at(-1).id;
    });
    const report = check(document);
    expect(new Set(report.flows.map(({ region }) => region))).toEqual(
      new Set(['westeurope', 'northeurope']),
    );
    const sql = report.flows.filter(({ key }) => key.startsWith('outbound-1433'));
    expect(sql.map(({ region, outcome }) => [region, outcome])).toEqual([
      ['westeurope', 'DENIED'],
      ['northeurope', 'ALLOWED'],
    ]);
  });

  it('no virtual network', () => {
    const report = check([
      {
        type: 'Microsoft.ApiManagement/service',
        name: 'apim',
        location: 'westeurope',
        sku: { name: 'StandardV2', capacity: 1 },
        properties: {},
      },
    ]);
    expect(report.flows).toEqual([]);
  });

  it('a subnet without a network security group', () => {
    const report = check(
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        root_module.resources.splice(2, 2);
      }),
    );
    expect(report.findings.filter(({ checkId }) => checkId === 'nsg-missing')).toMatchObject([
      { path: '/document/planned_values/root_module/resources/1/values' },
    ]);
  });

  it('a delegation, at its place', () => {
    const report = check(
      load('plan-separate-rules', ({ planned_values: { root_module } }) => {
        root_module.child_modules[0].resources[1].values.delegation = [
          {
            name: 'web',
            service_delegation: [{ name: 'Microsoft.Web/serverFarms', actions: null }],
          },
        ];
      }),
    );
    expect(report.findings.filter(({ checkId }) => checkId === 'delegation-present')).toMatchObject(
      [
        {
          path: '/document/planned_values/root_module/child_modules/0/resources/1/values/delegation/0',
        },
      ],
    );
  });

  it('a subnet by itself beside its virtual network, told twice in the same words', () => {
    const twice = (addressPrefix: string) =>
      load('bicep-build', ({ resources }) => {
        const { name: _, ...subnet } = resources[7].properties.subnets[1];
        resources.push({
          type: 'Microsoft.Network/virtualNetworks/subnets',
          name: "[concat(variables('networkName'), '/', variables('subnet').name)]",
          properties: { ...subnet.properties, addressPrefix },
        });
      });
    expect(check(twice('10.0.1.0/24')).verdict).toBe('FAIL');
    expect(() => check(twice('10.0.2.0/24'))).toThrow('twice');
  });

  it('another service, which has no network', () => {
    const document = load('exported-resources', (list) =>
      list.push({ ...list[0], id: `${list[0].id}2`, properties: { virtualNetworkType: 'None' } }),
    );
    expect(outcomes(check(document), 'outbound-443-Storage')).toEqual(['ALLOWED']);
  });
});
