/** Security admin rules in documents: which apply to the network, and why it is not known of others. */

import { describe, expect, it } from 'vitest';
import { type Input, validateInput } from '../../../../core/validate/validate-input.ts';
import { exported } from '../../../support/firewall-documents.ts';
import { hclNetwork } from '../../../support/firewall-terraform.ts';

const stateOf = (input: Input) => {
  const report = validateInput(input, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' });
  const flow = report.flows.find(({ key }) => key === 'outbound-1433-Sql');
  const step = flow?.steps().find(({ element }) => element === 'SECURITY_ADMIN_RULES');
  return step && `${step.outcome} ${step.reason}`;
};

const manager = 'contoso/admin/rules';
const idOf = (kind: string, ...names: readonly string[]) =>
  `/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/networkManagers/contoso/${kind}/${names.join('/')}`;
const rule = {
  type: 'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules',
  name: `${manager}/NoSql`,
  kind: 'Custom',
  properties: {
    access: 'Deny',
    direction: 'Outbound',
    priority: 10,
    protocol: 'Tcp',
    sources: [],
    destinations: [{ addressPrefixType: 'ServiceTag', addressPrefix: 'Sql' }],
    destinationPortRanges: ['1433'],
  },
};
const collection = {
  type: 'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections',
  name: manager,
  properties: { appliesToGroups: [{ networkGroupId: idOf('networkGroups', 'all') }] },
};
const member = (network: string) => ({
  type: 'Microsoft.Network/networkManagers/networkGroups/staticMembers',
  name: 'contoso/all/one',
  properties: {
    resourceId: `/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/${network}`,
  },
});
const instance = exported.find(({ type }) => type === 'Microsoft.ApiManagement/service');
const elsewhere = JSON.parse(
  JSON.stringify(instance)
    .replaceAll('virtualNetworks/contoso', 'virtualNetworks/other')
    .replaceAll('service/contoso', 'service/other')
    .replace('"name":"contoso"', '"name":"other"'),
);
const { properties, ...bare } = rule;
const effective = {
  ...bare,
  id: `${idOf('securityAdminConfigurations', 'admin', 'ruleCollections', 'rules', 'rules', 'NoSql')}`,
  ...properties,
  ruleGroups: [],
};

describe('security admin rules of Azure', () => {
  it.each([
    ['listed as effective', [effective], /^DENIED security admin rule "NoSql"/],
    [
      'of a static member',
      [rule, collection, member('contoso')],
      /^UNKNOWN the input does not say whether the configuration is deployed$/,
    ],
    [
      'of another member',
      [rule, collection, member('other')],
      /^UNKNOWN .*the network group all contains/,
    ],
    [
      'of a group without static members',
      [rule, collection],
      /^UNKNOWN .*the network group all contains/,
    ],
    [
      'listed as effective, with an instance in another network, too',
      [effective, elsewhere],
      /^UNKNOWN the input does not say for which network it is effective$/,
    ],
    [
      'with an address range of each family',
      [
        {
          ...effective,
          destinations: ['0.0.0.0/0', '::/0'].map((addressPrefix) => ({
            addressPrefixType: 'IPPrefix',
            addressPrefix,
          })),
        },
      ],
      /^UNKNOWN a value of the rule cannot be read$/,
    ],
  ])('%s', (_, resources, expected) => {
    expect(stateOf({ document: [...exported, ...resources] })).toMatch(expected);
  });

  it('are none where the document has none', () => {
    expect(stateOf({ document: exported })).toBeUndefined();
  });
});

const hclRules = (deployment: string, target = 'azurerm_virtual_network.this.id') => `${hclNetwork}
resource "azurerm_network_manager_network_group" "all" {
  name = "all"
}
resource "azurerm_network_manager_static_member" "one" {
  name                      = "one"
  network_group_id          = azurerm_network_manager_network_group.all.id
  target_virtual_network_id = ${target}
}
resource "azurerm_network_manager_security_admin_configuration" "admin" {
  name = "admin"
}
resource "azurerm_network_manager_admin_rule_collection" "rules" {
  name                            = "rules"
  security_admin_configuration_id = azurerm_network_manager_security_admin_configuration.admin.id
  network_group_ids               = [azurerm_network_manager_network_group.all.id]
}
resource "azurerm_network_manager_admin_rule" "sql" {
  name                     = "NoSql"
  admin_rule_collection_id = azurerm_network_manager_admin_rule_collection.rules.id
  action                   = "Deny"
  direction                = "Outbound"
  priority                 = 10
  protocol                 = "Tcp"
  destination_port_ranges  = ["1433"]
  destination {
    address_prefix_type = "ServiceTag"
    address_prefix      = "Sql"
  }
}
${deployment}
`;
const deployed = `
resource "azurerm_network_manager_deployment" "this" {
  location          = "westeurope"
  scope_access      = "SecurityAdmin"
  configuration_ids = [azurerm_network_manager_security_admin_configuration.admin.id]
}
`;

describe('security admin rules of Terraform', () => {
  it.each([
    [
      'deployed to the region of the network',
      hclRules(deployed),
      /^DENIED security admin rule "NoSql"/,
    ],
    [
      'deployed elsewhere',
      hclRules(deployed.replace('westeurope', 'northeurope')),
      /^UNKNOWN .*deployed$/,
    ],
    ['not deployed', hclRules(''), /^UNKNOWN .*deployed$/],
    [
      'of another network',
      hclRules(deployed, '"/subscriptions/s/other"'),
      /^UNKNOWN .*contains the virtual network$/,
    ],
  ])('%s', (_, text, expected) => {
    const located = text.replace(
      'address_space       = ["10.0.0.0/16"]',
      'address_space       = ["10.0.0.0/16"]\n  location            = "westeurope"',
    );
    expect(stateOf({ source: { files: [{ path: 'main.tf', text: located }] } })).toMatch(expected);
  });
});
