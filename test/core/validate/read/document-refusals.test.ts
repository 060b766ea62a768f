/** Documents that cannot be read: what the refusal says. */

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import { check, type Json, load } from './sample-documents.ts';

describe('what is refused', () => {
  const first = ['document', 'resources'];
  it.each<[string, Json, (string | number)[], string]>([
    ['a text', 'template', ['document'], 'an ARM template'],
    ['null', null, ['document'], 'an ARM template'],
    ['no service', { resources: [] }, ['document'], 'no Microsoft.ApiManagement/service'],
    ['a plan without a service', { planned_values: {} }, ['document'], 'no azurerm_api_management'],
    [
      'a linked template',
      { resources: [{ type: 'Microsoft.Resources/deployments', name: 'net', properties: {} }] },
      ['document'],
      'linked templates are not in it: net',
    ],
    [
      'two services',
      load('exported-resources', (list) =>
        list.push({ ...list[0], id: `${list[0].id}2`, name: 'b' }),
      ),
      ['service'],
      'apim, b',
    ],
    [
      'an unknown region',
      load('bicep-build', ({ parameters }) => {
        parameters.location.defaultValue = 'westeurop';
      }),
      [...first, 8, 'location'],
      'westeurope',
    ],
    [
      'an unknown tier',
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        root_module.resources[4].values.sku_name = 'Isolated_1';
      }),
      ['document', 'planned_values', 'root_module', 'resources', 4, 'values', 'sku_name'],
      'premium',
    ],
    [
      'a subnet that is not there',
      load('bicep-build', ({ resources }) => resources.splice(7, 1)),
      [...first, 7, 'properties', 'virtualNetworkConfiguration', 'subnetResourceId'],
      'no microsoft.network/virtualnetworks is in the document',
    ],
    [
      'a group that another one cannot stand in for',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.networkSecurityGroup.id = "[parameters('groupId')]";
      }),
      [...first, 'apimSubnet', 'properties', 'networkSecurityGroup'],
      "[parameters('groupId')]",
    ],
    [
      'a group of another resource group',
      load('exported-resources', (list) => list.splice(2, 1)),
      ['document', 1, 'properties', 'subnets', 0, 'properties', 'networkSecurityGroup'],
      'cannot be followed',
    ],
    [
      'a group under a condition',
      load('bicep-build', ({ resources }) => {
        resources[0].condition = "[parameters('publisherEmail')]";
      }),
      [...first, 0],
      'depends on a condition',
    ],
    [
      'a subnet prefix that is open',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.addressPrefixes = ["[parameters('prefix')]"];
      }),
      [...first, 'apimSubnet', 'properties', 'addressPrefixes', 0],
      "[parameters('prefix')]",
    ],
    [
      'a subnet prefix with host bits',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.addressPrefixes = ['10.0.1.7/24'];
      }),
      [...first, 'apimSubnet', 'properties', 'addressPrefixes', 0],
      '10.0.1.0/24',
    ],
    [
      'a delegation that is open',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.delegations = "[parameters('delegations')]";
      }),
      [...first, 'apimSubnet', 'properties', 'delegations'],
      "[parameters('delegations')]",
    ],
    [
      'no subnet for a network mode',
      load('symbolic-names', ({ resources }) => {
        delete resources.apim.properties.virtualNetworkConfiguration;
      }),
      [...first, 'apim', 'properties'],
      'without a subnet',
    ],
    [
      'a rule of a group that is not known',
      load('bicep-build', ({ resources }) => {
        resources[1].name = "[format('{0}/rule', parameters('publisherEmail'))]";
      }),
      [...first, 1],
      'whose rule',
    ],
    [
      'what is no rule',
      load('symbolic-names', ({ resources }) => {
        resources.nsg.properties.securityRules[1] = 7;
      }),
      [...first, 'nsg', 'properties', 'securityRules', 1],
      'not a security rule',
    ],
    [
      'a subnet of a plan that is joined by a local value',
      load('plan-inline-rules', ({ configuration: { root_module } }) => {
        root_module.resources[4].expressions.virtual_network_configuration[0].subnet_id.references =
          ['local.subnet_id'];
      }),
      [
        ...['document', 'planned_values', 'root_module', 'resources', 4, 'values'],
        ...['virtual_network_configuration', 0],
      ],
      'local.subnet_id',
    ],
    [
      'a join that may be the subnet’s',
      load('plan-inline-rules', ({ configuration: { root_module } }) => {
        root_module.resources[3].expressions.subnet_id.references = ['each.value'];
      }),
      ['document', 'planned_values', 'root_module', 'resources', 3, 'values'],
      'each.value',
    ],
    [
      'one of several groups of a plan',
      load('plan-separate-rules', ({ configuration: { root_module } }) => {
        const { resources } = root_module.module_calls.network.module;
        resources.at(-1).expressions.network_security_group_id.references = [
          'azurerm_network_security_group.each',
          'local.key',
        ];
      }),
      ['document', 'planned_values', 'root_module', 'child_modules', 0, 'resources', 11, 'values'],
      'several azurerm_network_security_group',
    ],
  ])('%s', (_, document, path, words) => {
    let error: unknown;
    try {
      check(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(words);
    expect((error as InputError).path).toEqual(path);
  });
});
