/** Parts of a network that resources of azapi add to others: rules and routes of their own, subnets in a body. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates so, too

import { describe, expect, test } from 'vitest';
import { validateInput } from '../../../../../core/validate/validate-input.ts';

interface Written {
  readonly group?: string;
  readonly groupId?: string;
  readonly count?: string;
  readonly subnet?: string;
  readonly more?: string;
}

const write = ({ group, groupId = 'azapi_resource.nsg.id', count, subnet, more }: Written) => `
variable "on" {}
resource "azurerm_resource_group" "rg" {
  name = "rg"
}
${
  group ??
  `resource "azapi_resource" "nsg" {
  type      = "Microsoft.Network/networkSecurityGroups@2024-05-01"
  name      = "nsg"
  parent_id = azurerm_resource_group.rg.id
  body      = { properties = {} }
}`
}
resource "azapi_resource" "sql" {
  ${count ?? ''}
  type      = "Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01"
  name      = "sql"
  parent_id = ${groupId}
  body = {
    properties = {
      priority = 100, direction = "Outbound", access = "Deny", protocol = "Tcp"
      sourceAddressPrefix = "*", sourcePortRange = "*"
      destinationAddressPrefix = "Sql", destinationPortRange = "1433"
    }
  }
}
resource "azapi_resource" "vnet" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  name      = "vnet"
  location  = "westeurope"
  parent_id = azurerm_resource_group.rg.id
  body = {
    properties = {
      addressSpace = { addressPrefixes = ["10.0.0.0/16"] }
      subnets = [{
        name = "apim"
        properties = { addressPrefix = "10.0.1.0/27", networkSecurityGroup = { id = ${groupId} } }
      }]
    }
  }
}
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  resource_group_name  = "rg"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = ${subnet ?? '"${azapi_resource.vnet.id}/subnets/apim"'}
  }
}
${more ?? ''}`;

function sqlOutcome(written: Written) {
  const source = { files: [{ path: 'main.tf', text: write(written) }] };
  const report = validateInput({ source }, { serviceTagFiles: [], whatIf: 'NONE' });
  const flow = report.flows.find(({ key }) => key === 'outbound-1433-Sql');
  return { outcome: flow?.outcome, line: flow?.sourceLocation?.line };
}

const azurermGroup = {
  group:
    'resource "azurerm_network_security_group" "nsg" {\n  name = "nsg"\n  resource_group_name = "rg"\n}',
  groupId: 'azurerm_network_security_group.nsg.id',
};

describe('an action of azapi', () => {
  const unreadOf = (body: string) => {
    const text = write({ more: `resource "azapi_resource_action" "put" {\n${body}\n}` });
    const source = { files: [{ path: 'main.tf', text }] };
    const { findings } = validateInput({ source }, { serviceTagFiles: [], whatIf: 'NONE' });
    return findings.flatMap(({ checkId, message }) =>
      checkId === 'source-incomplete' ? [message] : [],
    );
  };
  const rule = 'type = "Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01"';
  const wanted = ['azapi_resource_action.put is not read: actions of azapi are not read'];

  test.each<[string, string, string[]]>([
    ['that puts a rule', `${rule}\nmethod = "PUT"`, wanted],
    ['on what is not known', 'type = var.on', wanted],
    ['that may not be there', `count = var.on ? 1 : 0\n${rule}`, wanted],
    ['that is not there', `count = 0\n${rule}`, []],
    ['that reads', `${rule}\nmethod = "GET"`, []],
    ['on a vault', 'type = "Microsoft.KeyVault/vaults@2023-07-01"', []],
  ])('%s', (_, body, messages) => {
    expect(unreadOf(body)).toEqual(messages);
  });
});

describe('a rule of azapi', () => {
  test.each<[string, Written, string]>([
    ['in a group of azapi', {}, 'DENIED'],
    ['in a group of azurerm', azurermGroup, 'DENIED'],
    ['that may not be there', { count: 'count = var.on ? 1 : 0' }, 'UNKNOWN'],
    ['that is not there', { count: 'count = 0' }, 'ALLOWED'],
    [
      'for a subnet that the body of its network declares, by the name of the network',
      {
        subnet:
          '"/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apim"',
      },
      'DENIED',
    ],
    [
      'for a subnet that azapi answers, by its place',
      { subnet: 'azapi_resource.vnet.output.properties.subnets[0].id' },
      'DENIED',
    ],
    [
      'for a subnet that azapi answers, by its name',
      {
        subnet:
          '[for one in azapi_resource.vnet.output.properties.subnets : one.id if one.name == "apim"][0]',
      },
      'DENIED',
    ],
    [
      'for a subnet that azapi may answer',
      { subnet: 'azapi_resource.nsg.output.properties.subnets[0].id' },
      'UNKNOWN',
    ],
  ])('%s', (_, written, outcome) => {
    expect(sqlOutcome(written).outcome).toBe(outcome);
  });

  test('with a body that is not known fails no check of its fields', () => {
    const text = write({
      more: `resource "azapi_resource" "open" {
  type      = "Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01"
  name      = "open"
  parent_id = azapi_resource.nsg.id
  body      = var.on
}`,
    });
    const source = { files: [{ path: 'main.tf', text }] };
    const { findings } = validateInput({ source }, { serviceTagFiles: [], whatIf: 'NONE' });
    const ofRule = findings.filter(({ message }) => message.startsWith('rule "open"'));
    expect(ofRule.map(({ outcome }) => outcome)).not.toContain('FAIL');
    expect(ofRule.map(({ message }) => message).join()).toContain(
      'the priority is the expression "[var.on]"',
    );
  });

  test('is found in the text', () => {
    expect(sqlOutcome({}).line).toBe(
      write({})
        .split('\n')
        .findIndex((line) => line.includes('"sql"')) + 1,
    );
  });
});
