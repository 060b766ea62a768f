/** Features of Terraform, each with files that need it: those of values, of resources, of modules. */

import type { SourceFeature } from './feature.ts';
import {
  block,
  expression,
  fields,
  file,
  groupOf,
  networkWith,
  own,
  serviceIn,
  variable,
  withPort,
  withRules,
} from './terraform-frame.ts';
import { terraformValues } from './terraform-values.ts';

const azapiRule = (access: string, priority: string, target: string, port: string) => `{
      priority                 = ${priority}
      direction                = "Outbound"
      access                   = "${access}"
      protocol                 = "Tcp"
      sourceAddressPrefix      = "*"
      sourcePortRange          = "*"
      destinationAddressPrefix = "${target}"
      destinationPortRange     = "${port}"
    }`;

const inModule = (
  name: string,
  example: string,
  call: (port: string) => string,
  groupId = 'module.group.id',
): SourceFeature => ({
  name,
  example,
  files: (port) => [
    file('main.tf', call(port), networkWith(groupId)),
    file(
      'modules/group/main.tf',
      variable,
      groupOf(block('var.port')),
      `output "id" { value = ${own} }`,
    ),
  ],
});

const separate = (more: string, port: string) =>
  `resource "azurerm_network_security_rule" "sql" {${fields(port, 'Allow', '100')}
  ${more}
  resource_group_name         = "rg"
  network_security_group_name = azurerm_network_security_group.nsg.name
}`;

const withResource = (
  name: string,
  example: string,
  resource: (port: string) => string,
): SourceFeature => ({
  name,
  example,
  files: (port) => [withRules(resource(port), '')],
});

export const terraformFeatures: readonly SourceFeature[] = [
  ...terraformValues,
  {
    name: 'Dynamic blocks',
    example: 'dynamic "security_rule" { for_each = … }',
    files: (port) => [
      withRules(
        `locals {\n  rules = { sql = "${port}" }\n}`,
        `dynamic "security_rule" {\n  for_each = local.rules\n  iterator = one\n  content {${fields('one.value', 'Allow', '100')}\n}\n}`,
      ),
    ],
  },
  withResource('Rules as resources', 'azurerm_network_security_rule', (port) =>
    separate('', `"${port}"`),
  ),
  withResource(
    'count',
    'count = var.is_sql ? 1 : 0',
    (port) =>
      `variable "is_sql" {\n  default = true\n}\n${separate('count = var.is_sql ? 1 : 0', `"${port}"`)}`,
  ),
  withResource(
    'for_each over a map',
    'for_each = local.rules',
    (port) =>
      `locals {\n  rules = { sql = "${port}" }\n}\n${separate('for_each = local.rules', 'each.value')}`,
  ),
  withResource('for_each over a set', 'for_each = toset(["1433"])', (port) =>
    separate(`for_each = toset(["${port}"])`, 'each.key'),
  ),
  inModule(
    'Local module',
    'module "group" { source = "./modules/group" }',
    (port) => `module "group" {\n  source = "./modules/group"\n  port = "${port}"\n}`,
  ),
  inModule(
    'Module with for_each',
    'module "group" { for_each = … }',
    (port) =>
      `module "group" {\n  for_each = { sql = "${port}" }\n  source = "./modules/group"\n  port = each.value\n}`,
    'module.group["sql"].id',
  ),
  {
    name: 'Registry module, copied by terraform init',
    example: '.terraform/modules/modules.json',
    files: (port) => [
      file(
        'main.tf',
        `module "group" {\n  source = "contoso/group/azurerm"\n  port = "${port}"\n}`,
        networkWith('module.group.id'),
      ),
      file(
        '.terraform/modules/modules.json',
        JSON.stringify({ Modules: [{ Key: 'group', Dir: '.terraform/modules/group' }] }),
      ),
      file(
        '.terraform/modules/group/main.tf',
        variable,
        groupOf(block('var.port')),
        `output "id" { value = ${own} }`,
      ),
    ],
  },
  {
    name: 'Registry module that is not among the files',
    example: 'source = "contoso/group/azurerm"',
    otherwise: 'named in sourceProblems; what it could contain is UNKNOWN',
    files: (port) => [
      file(
        'main.tf',
        `module "group" {\n  source = "contoso/group/azurerm"\n  port = "${port}"\n}`,
        networkWith('module.group.id'),
      ),
    ],
  },
  {
    name: 'Terraform in JSON',
    example: 'ports.tf.json',
    files: (port) => [
      withPort('', 'local.port'),
      file('ports.tf.json', JSON.stringify({ locals: { port } })),
    ],
  },
  {
    name: 'Override files',
    example: 'main_override.tf',
    files: (port) => [
      withPort('locals {\n  port = "1"\n}', 'local.port'),
      file('main_override.tf', `locals {\n  port = "${port}"\n}`),
    ],
  },
  expression(
    'Blocks without resources',
    'moved, import, check, removed',
    (port) =>
      `moved {\n  from = a.b\n  to = a.c\n}\nimport {\n  to = a.b\n  id = "x"\n}\ncheck "c" {\n  assert {\n    condition = true\n    error_message = "x"\n  }\n}\nlocals {\n  port = "${port}"\n}`,
    'local.port',
  ),
  {
    name: 'azapi resources',
    example: 'azapi_resource with a body',
    files: (port) => [
      file(
        'main.tf',
        groupOf(''),
        `resource "azapi_resource" "sql" {
  type      = "Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01"
  name      = "sql"
  parent_id = ${own}
  body = {
    properties = ${azapiRule('Allow', '100', 'Sql', port)}
  }
}`,
        networkWith(own),
      ),
    ],
  },
  {
    name: 'Subnets in the output of azapi resources',
    example: 'azapi_resource.vnet.output.properties.subnets[0].id',
    files: (port) => [
      file(
        'main.tf',
        groupOf(block(`"${port}"`)),
        `resource "azapi_resource" "vnet" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  name      = "vnet"
  parent_id = "/subscriptions/x/resourceGroups/rg"
  location  = "westeurope"
  body = {
    properties = {
      addressSpace = { addressPrefixes = ["10.0.0.0/16"] }
      subnets = [{
        name = "apim"
        properties = { addressPrefix = "10.0.1.0/27", networkSecurityGroup = { id = ${own} } }
      }]
    }
  }
}`,
        serviceIn('azapi_resource.vnet.output.properties.subnets[0].id'),
      ),
    ],
  },
  {
    name: 'azapi_update_resource',
    example: 'resource_id = azurerm_network_security_group.nsg.id',
    files: (port) => [
      file(
        'main.tf',
        groupOf(''),
        `resource "azapi_update_resource" "rules" {
  type        = "Microsoft.Network/networkSecurityGroups@2024-05-01"
  resource_id = ${own}
  body = {
    properties = {
      securityRules = [
        { name = "sql", properties = ${azapiRule('Allow', '100', 'Sql', port)} },
        { name = "no", properties = ${azapiRule('Deny', '4000', '*', '*')} },
      ]
    }
  }
}`,
        networkWith(own),
      ),
    ],
  },
  {
    ...expression(
      'Data sources',
      'data.azurerm_key_vault_secret.port.value',
      () => 'data "azurerm_key_vault_secret" "port" {\n  name = "port"\n  key_vault_id = "x"\n}',
      'data.azurerm_key_vault_secret.port.value',
    ),
    otherwise: 'what it touches is UNKNOWN; what has its id is followed',
  },
];
