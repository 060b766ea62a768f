/** What a document leaves open or has elsewhere: the rest is judged, and one finding says what is not known. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { check, type Json, load, type Name } from './sample-documents.ts';

const checks = ['deployment-undecided', 'location-subnet-unknown'];
const joins = ['document', 'planned_values', 'root_module', 'resources'];

describe('what a document leaves open', () => {
  it.each<[string, Name, (document: Json) => void, string, string]>([
    [
      'a subnet that is not there',
      'bicep-build',
      ({ resources }) => resources.splice(7, 1),
      '/document/resources/7/properties/virtualNetworkConfiguration/subnetResourceId',
      'the subnet of West Europe is not in the document',
    ],
    [
      'a group that a parameter names',
      'symbolic-names',
      ({ resources }) => {
        resources.apimSubnet.properties.networkSecurityGroup.id = "[parameters('groupId')]";
      },
      '/document/resources/apimSubnet/properties/networkSecurityGroup',
      "is not in the document: [parameters('groupId')]",
    ],
    [
      'a group of another resource group',
      'exported-resources',
      (list) => list.splice(2, 1),
      '/document/1/properties/subnets/0/properties/networkSecurityGroup',
      'the network security group of the subnet in West Europe is not in the document',
    ],
    [
      'a group under a condition',
      'bicep-build',
      ({ resources }) => {
        resources[0].condition = "[equals(parameters('publisherEmail'), 'x')]";
      },
      '/document/resources/0',
      'whether ',
    ],
    [
      'a subnet prefix',
      'symbolic-names',
      ({ resources }) => {
        resources.apimSubnet.properties.addressPrefixes = ["[parameters('prefix')]"];
      },
      '/document/resources/apimSubnet/properties/addressPrefixes/0',
      "the one IPv4 prefix of the subnet ([parameters('prefix')])",
    ],
    [
      'a delegation',
      'symbolic-names',
      ({ resources }) => {
        resources.apimSubnet.properties.delegations = "[parameters('delegations')]";
      },
      '/document/resources/apimSubnet/properties/delegations',
      "the delegation of the subnet ([parameters('delegations')])",
    ],
    [
      'the subnet id for a network mode',
      'symbolic-names',
      ({ resources }) => delete resources.apim.properties.virtualNetworkConfiguration,
      '/document/resources/apim/properties',
      'the subnet of West Europe is not in the document: [no subnet id]; its flows could not be decided',
    ],
    [
      'whose rule it is',
      'bicep-build',
      ({ resources }) => {
        resources[1].name = "[format('{0}/rule', parameters('publisherEmail'))]";
      },
      '/document/resources/1',
      'whose rule this is',
    ],
    [
      'the number of units',
      'symbolic-names',
      ({ resources }) => {
        resources.apim.sku.capacity = "[parameters('units')]";
      },
      '/document/resources/apim/sku/capacity',
      "the number of units ([parameters('units')])",
    ],
    [
      'a subnet of a plan that is joined by a local value',
      'plan-inline-rules',
      ({ configuration: { root_module } }) => {
        root_module.resources[4].expressions.virtual_network_configuration[0].subnet_id.references =
          ['local.subnet_id'];
      },
      `/${joins.join('/')}/4/values/virtual_network_configuration`,
      'local.subnet_id',
    ],
    [
      'a join that may be the subnet’s',
      'plan-inline-rules',
      ({ configuration: { root_module } }) => {
        root_module.resources[3].expressions.subnet_id.references = ['each.value'];
      },
      `/${joins.join('/')}/3/values`,
      'is not in the document',
    ],
    [
      'which of several groups of a plan it is',
      'plan-separate-rules',
      ({ configuration: { root_module } }) => {
        const { resources } = root_module.module_calls.network.module;
        resources.at(-1).expressions.network_security_group_id.references = [
          'azurerm_network_security_group.each',
          'local.key',
        ];
      },
      '/document/planned_values/root_module/child_modules/0/resources/11/values',
      'one of module.network.azurerm_network_security_group.each',
    ],
  ])('%s', (_, name, change, path, message) => {
    const report = check(load(name, change));
    const said = report.findings.filter(({ checkId }) => checks.includes(checkId));
    expect(said).toMatchObject([
      { outcome: 'NEEDS_REVIEW', path, message: expect.stringContaining(message) },
    ]);
    expect(report.verdict).not.toBe('PASS');
  });
});

describe('a tier or mode that is open', () => {
  const withoutTier = (change: (template: Json) => void = () => {}) =>
    load('symbolic-names', (template) => {
      template.parameters.sku = { type: 'string' };
      template.resources.apim.sku.name = "[parameters('sku')]";
      change(template);
    });

  it('is one that the subnet and the mode allow', () => {
    const { possible } = readDocument(withoutTier()).deployment;
    expect(possible?.tiers).toEqual(['DEVELOPER', 'PREMIUM', 'PREMIUM_V2']);
    const report = check(withoutTier());
    const known = check(load('symbolic-names'));
    // The subnet has no delegation, so the v2 tiers are none of the possible ones.
    expect(report.flows.map(({ key, outcome }) => [key, outcome])).toEqual(
      known.flows.map(({ key, outcome }) => [key, outcome]),
    );
  });

  it('is one of the allowed values of its parameter', () => {
    const template = withoutTier(({ parameters }) => {
      parameters.sku.allowedValues = ['Premium', 'Basic'];
    });
    expect(readDocument(template).deployment.possible?.tiers).toEqual(['PREMIUM', 'BASIC']);
    expect(check(template).missingValues).toEqual([
      { name: 'sku', pointer: '/document/parameters/sku' },
    ]);
  });

  it('leaves a finding that only some tiers have to a review', () => {
    const template = withoutTier(({ parameters, resources }) => {
      parameters.sku.allowedValues = ['Premium', 'Developer'];
      resources.apim.sku.capacity = 4;
    });
    const [finding] = check(template).findings.filter(
      ({ checkId }) => checkId === 'units-out-of-range',
    );
    expect(finding).toMatchObject({
      severity: 'WARNING',
      outcome: 'NEEDS_REVIEW',
      message: expect.stringMatching(/^if the instance is Developer \(INTERNAL\): /),
    });
  });

  it('is decided by a value for the parameter', () => {
    const { deployment } = readDocument(withoutTier(), { parameters: { SKU: 'Premium' } });
    expect(deployment).toEqual(readDocument(load('symbolic-names')).deployment);
  });
});
