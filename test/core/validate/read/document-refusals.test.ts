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
      'a subnet prefix with host bits',
      load('symbolic-names', ({ resources }) => {
        resources.apimSubnet.properties.addressPrefixes = ['10.0.1.7/24'];
      }),
      [...first, 'apimSubnet', 'properties', 'addressPrefixes', 0],
      '10.0.1.0/24',
    ],
    [
      'what is no rule',
      load('symbolic-names', ({ resources }) => {
        resources.nsg.properties.securityRules[1] = 7;
      }),
      [...first, 'nsg', 'properties', 'securityRules', 1],
      'not a security rule',
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
