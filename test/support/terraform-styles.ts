/** The styles: how the rules, and what they are attached to, are written. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import type { SourceFile } from '../../core/validate/read/source/files.ts';
import {
  around,
  attributes,
  dynamic,
  fieldsOf,
  hcl,
  main,
  owner,
  type Sample,
  taken,
} from './terraform-sample.ts';

export const styles: Readonly<Record<string, (sample: Sample) => SourceFile[]>> = {
  'inline blocks': (sample) => {
    const blocks = sample.rules.map((rule) => `security_rule {\n${attributes(fieldsOf(rule))}\n}`);
    return main(around(sample, { groupBody: blocks.join('\n') }));
  },
  'rules of their own': (sample) => {
    const rules = sample.rules.map(
      (rule, index) =>
        `resource "azurerm_network_security_rule" "r${index}" {\n${attributes(fieldsOf(rule))}${owner}\n}`,
    );
    return main(around(sample, { more: rules.join('\n') }));
  },
  'count over a list': (sample) =>
    main(
      around(sample, {
        more: `locals {
  rules = ${hcl(sample.rules)}
}
resource "azurerm_network_security_rule" "rules" {
  count = length(local.rules)${taken('local.rules[count.index]')}${owner}
}`,
      }),
    ),
  'for_each over an object of locals': (sample) =>
    main(
      around(sample, {
        more: `locals {
  rules = ${hcl(Object.fromEntries(sample.rules.map(({ name, ...rule }) => [name, rule])))}
}
resource "azurerm_network_security_rule" "rules" {
  for_each = local.rules${taken('each.value', 'each.key')}${owner}
}`,
      }),
    ),
  'a dynamic block over a variable with optional attributes': (sample) =>
    main(
      around(sample, {
        groupBody: dynamic('var.rules'),
        more: `variable "rules" {
  type = list(object({
    name        = string
    priority    = string
    direction   = optional(string, "Inbound")
    access      = optional(string, "Allow")
    protocol    = string
    source      = string
    destination = string
    ports       = list(string)
  }))
  default = ${hcl(
    sample.rules.map(({ direction, access, ...rule }) => ({
      ...rule,
      ...(direction === 'Outbound' && { direction }),
      ...(access === 'Deny' && { access }),
    })),
  )}
}`,
      }),
    ),
  'rules by direction, put together by for, merge and flatten': (sample) => {
    const of = (direction: string) =>
      sample.rules
        .filter((rule) => rule.direction === direction)
        .map(({ direction: _, ...rule }) => rule);
    return main(
      around(sample, {
        groupBody: dynamic('local.rules'),
        more: `locals {
  groups = {
    Inbound  = ${hcl(of('Inbound'))}
    Outbound = ${hcl(of('Outbound'))}
  }
  rules = { for rule in flatten([
    for direction, rules in local.groups : [
      for rule in rules : merge(rule, { direction = direction })
    ]
  ]) : rule.name => rule if rule != null }
}`,
      }),
    );
  },
  'JSON in a heredoc': (sample) =>
    main(
      around(sample, {
        groupBody: dynamic('local.rules'),
        more: `locals {
  rules = jsondecode(<<-JSON
    ${JSON.stringify(sample.rules)}
  JSON
  )
}`,
      }),
    ),
  'a template file': (sample) => [
    ...main(
      around(sample, {
        groupBody: dynamic(
          'jsondecode(templatefile("${path.module}/rules.json.tftpl", { ports = local.ports }))',
        ),
        more: `locals {\n  ports = ${hcl(Object.fromEntries(sample.rules.map(({ name, ports }) => [name, ports])))}\n}`,
      }),
    ),
    {
      path: 'rules.json.tftpl',
      text: JSON.stringify(sample.rules.map(({ ports, ...rule }) => rule)).replace(
        /"name":("[^"]*")/g,
        (_, name) => `"name":${name},"ports":\${jsonencode(ports[${name}])}`,
      ),
    },
  ],
  'a module with values in a file': (sample) => [
    {
      path: 'main.tf',
      text: around(sample, {
        more: `variable "rules" {\n  type = map(any)\n}
module "rules" {
  source              = "./modules/rules"
  group               = azurerm_network_security_group.apim.name
  resource_group_name = azurerm_resource_group.rg.name
  rules               = var.rules
}`,
      }),
    },
    {
      path: 'modules/rules/main.tf',
      text: `variable "group" {}
variable "resource_group_name" {}
variable "rules" {}
resource "azurerm_network_security_rule" "this" {
  for_each                    = var.rules
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.group${taken('each.value', 'each.key')}
}`,
    },
    {
      path: 'terraform.tfvars',
      text: `rules = ${hcl(Object.fromEntries(sample.rules.map(({ name, ...rule }) => [name, rule])))}`,
    },
  ],
  'a network module with outputs, restored from a registry': (sample) => [
    {
      path: 'infra/main.tf',
      text: `variable "suffix" {}
module "network" {
  source  = "example/network/azurerm"
  version = "1.2.3"
  suffix  = var.suffix
  prefix  = ${hcl(sample.subnetPrefix)}
}
resource "azurerm_api_management" "main" {
  name                 = "apim"
  location             = module.network.location
  sku_name             = "Premium_2"
  virtual_network_type = ${hcl(sample.type)}
  virtual_network_configuration {
    subnet_id = module.network.subnets["apim"].id
  }
}`,
    },
    {
      path: 'infra/.terraform/modules/modules.json',
      text: JSON.stringify({
        Modules: [
          { Key: '', Source: '', Dir: '.' },
          { Key: 'network', Source: 'x', Dir: '.terraform/modules/network' },
        ],
      }),
    },
    {
      path: 'infra/.terraform/modules/network/main.tf',
      text: `${around(sample, {
        prefix: '[var.prefix]',
        groupBody: sample.rules
          .map((rule) => `security_rule {\n${attributes(fieldsOf(rule))}\n}`)
          .join('\n'),
      }).replace(/resource "azurerm_api_management"[\s\S]*$/, '')}
variable "prefix" {}
output "subnets" { value = { for subnet in azurerm_subnet.apim[*] : subnet.name => subnet } }
output "location" { value = azurerm_resource_group.rg.location }`,
    },
  ],
  'JSON syntax': (sample) => [
    {
      path: 'rules.tf.json',
      text: JSON.stringify({
        locals: { rules: sample.rules },
        resource: {
          azurerm_network_security_rule: {
            rules: {
              for_each: '${{ for rule in local.rules : rule.name => rule }}',
              name: '${each.key}',
              priority: '${each.value.priority}',
              direction: '${each.value.direction}',
              access: '${each.value.access}',
              protocol: '${each.value.protocol}',
              source_port_range: '*',
              source_address_prefix: '${each.value.source}',
              destination_address_prefix: '${each.value.destination}',
              destination_port_range:
                '${length(each.value.ports) == 1 ? each.value.ports[0] : null}',
              destination_port_ranges: '${length(each.value.ports) == 1 ? null : each.value.ports}',
              resource_group_name: '${azurerm_resource_group.rg.name}',
              network_security_group_name: '${azurerm_network_security_group.apim.name}',
            },
          },
        },
      }),
    },
    ...main(around(sample, {})),
  ],
  'a computed prefix, rules as an attribute, an override': (sample) => [
    ...main(
      around(sample, {
        prefix: '[local.prefixes[index(local.names, "apim")]]',
        groupBody: `  security_rule = ${hcl(sample.rules.map(fieldsOf))}`,
        more: `locals {
  names    = ["a", "b", "apim"]
  bits     = parseint(split("/", ${hcl(sample.subnetPrefix)})[1], 10) - 16
  number   = local.bits == 8 ? 1 : 16
  prefixes = [for name in local.names : cidrsubnet(one(azurerm_virtual_network.main.address_space), local.bits, local.number)]
}`,
      }).replace(hcl(sample.type), '"None"'),
    ),
    {
      path: 'main_override.tf',
      text: `resource "azurerm_api_management" "main" {\n  virtual_network_type = ${hcl(sample.type)}\n}`,
    },
  ],
};
