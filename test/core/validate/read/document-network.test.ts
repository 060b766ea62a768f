/** Neighbors of the subnet in documents, and a service outside of any network. */

import { describe, expect, it } from 'vitest';
import type { DeploymentLocation } from '../../../../core/deployment.ts';
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

const subnetOf = (document: Json) => (primary(document) as DeploymentLocation).subnet;

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

  it('are reported', () => {
    const document = exported((list) => {
      const id = networkOf(list).subnetResourceId;
      list.push(resource('networkInterfaces', { ipConfigurations: [inSubnet(id)] }));
    });
    expect(findingsOf(document, 'subnet-shared')).toMatchObject([{ severity: 'INFO' }]);
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

const addressOf = (resources: Json, type: string) =>
  resources.find((one: Json) => one.type === type).address;

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

describe('a service outside of any network', () => {
  it('that names a subnet all the same', () => {
    const document = exported((list) => {
      serviceIn(list).properties.virtualNetworkType = 'None';
    });
    expect(findingsOf(document, 'mode-none-with-subnet')).toMatchObject([
      { path: expect.stringMatching(/virtualNetworkConfiguration\/subnetResourceId$/) },
    ]);
  });

  it('is read although its subnet is not in the document', () => {
    const document = exported((list) => {
      serviceIn(list).properties.virtualNetworkType = 'None';
      networkOf(list).subnetResourceId = '/subscriptions/s/nowhere';
    });
    expect(findingsOf(document, 'mode-none-with-subnet')).toEqual([]);
  });
});
