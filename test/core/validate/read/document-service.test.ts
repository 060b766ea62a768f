/** What a document says of a service besides its network. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { check, type Json, load } from './sample-documents.ts';

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

  it.each<[string, (vnet: Json, subnet: Json) => void, string]>([
    ['after its virtual network', () => {}, '10.0.2.0/24'],
    [
      'before a virtual network that waits for it',
      (vnet, subnet) => {
        vnet.dependsOn = [
          "[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('networkName'), variables('subnet').name)]",
        ];
        subnet.dependsOn = [];
      },
      '10.0.1.0/24',
    ],
  ])('a subnet put again, %s: the later description holds', (_, change, prefix) => {
    const document = load('bicep-build', ({ resources }) => {
      const { name: __, ...subnet } = structuredClone(resources[7].properties.subnets[1]);
      resources.push({
        type: 'Microsoft.Network/virtualNetworks/subnets',
        name: "[concat(variables('networkName'), '/', variables('subnet').name)]",
        properties: { ...subnet.properties, addressPrefix: '10.0.2.0/24' },
      });
      change(resources[7], resources.at(-1));
    });
    expect(readDocument(document).deployment.locations[0]?.subnet?.addressPrefix).toBe(prefix);
  });

  it.each([
    ['that waits for it holds', 'again', ['nsg'], 'nsg', [], 2],
    ['that it waits for does not hold', 'again', [], 'nsg', ['again'], 7],
  ])('a group put again by a deployment %s', (_, name, after, first, before, count) => {
    const document = load('symbolic-names', ({ resources }) => {
      const group = structuredClone(resources.nsg);
      group.properties.securityRules.length = 2;
      resources[first].dependsOn = before;
      resources[name] = {
        type: 'Microsoft.Resources/deployments',
        name,
        dependsOn: after,
        properties: { template: { resources: [group] } },
      };
    });
    const [location] = readDocument(document).deployment.locations;
    const group = location?.networkSecurityGroup;
    expect(group && 'rules' in group && group.rules?.length).toBe(count);
  });

  it('a rule put again as a resource of its own', () => {
    const document = load('symbolic-names', ({ resources }) => {
      const [rule] = structuredClone(resources.nsg.properties.securityRules);
      resources.again = {
        type: 'Microsoft.Network/networkSecurityGroups/securityRules',
        name: `${resources.nsg.name}/${rule.name}`,
        properties: { ...rule.properties, priority: 3000 },
      };
    });
    const group = readDocument(document).deployment.locations[0]?.networkSecurityGroup;
    const rules = group && 'rules' in group ? (group.rules ?? []) : [];
    expect(rules.map(({ priority }) => priority)).toContain(3000);
    expect(rules).toHaveLength(7);
  });

  it('another service, which has no network', () => {
    const document = load('exported-resources', (list) =>
      list.push({ ...list[0], id: `${list[0].id}2`, properties: { virtualNetworkType: 'None' } }),
    );
    expect(outcomes(check(document), 'outbound-443-Storage')).toEqual(['ALLOWED']);
  });
});
