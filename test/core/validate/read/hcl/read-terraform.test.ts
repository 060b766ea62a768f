/** Reading a deployment from Terraform: entries, values, modules, and that nothing is decided by what was not read. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../../core/input-error.ts';
import {
  readTerraform,
  type TerraformOptions,
} from '../../../../../core/validate/read/hcl/read-terraform.ts';
import type { SourceFile } from '../../../../../core/validate/read/source/files.ts';
import { validateDocument } from '../../../../../core/validate/validate-document.ts';

/** A network in which every required flow is allowed, and an instance in it. */
const network = `
variable "missing" {}
resource "azurerm_virtual_network" "v" {
  name          = "v"
  address_space = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "s" {
  name                 = "s"
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_api_management" "a" {
  location             = "westeurope"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.s.id
  }
}`;
const join = `
resource "azurerm_subnet_network_security_group_association" "j" {
  subnet_id                 = azurerm_subnet.s.id
  network_security_group_id = azurerm_network_security_group.g.id
}`;
const group = (body = '') => `
resource "azurerm_network_security_group" "g" {
  name = "g"
  ${body}
}`;
/** A rule of its own that denies all inbound traffic, some fields written in another way. */
const rule = (fields: Record<string, string>) => {
  const all = {
    name: '"r"',
    priority: '100',
    direction: '"Inbound"',
    access: '"Deny"',
    protocol: '"*"',
    source_port_range: '"*"',
    destination_port_range: '"*"',
    source_address_prefix: '"*"',
    destination_address_prefix: '"*"',
    network_security_group_name: 'azurerm_network_security_group.g.name',
    ...fields,
  };
  const lines = Object.entries(all).map(([key, value]) => `  ${key} = ${value}`);
  return `\nresource "azurerm_network_security_rule" "r" {\n${lines.join('\n')}\n}`;
};

const files = (text: string, more: Record<string, string> = {}): SourceFile[] => [
  { path: 'main.tf', text },
  ...Object.entries(more).map(([path, content]) => ({ path, text: content })),
];

/** Outcomes of all flows, counted. */
function outcomes(source: SourceFile[], options?: TerraformOptions): Record<string, number> {
  const { document } = readTerraform(source, options);
  const { flows } = validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' });
  const counts: Record<string, number> = {};
  for (const { direction, outcome } of flows.map((flow) => ({
    outcome: flow.outcome,
    direction: flow.key.split('-')[0],
  }))) {
    counts[`${direction} ${outcome}`] = (counts[`${direction} ${outcome}`] ?? 0) + 1;
  }
  return counts;
}

const open = rule({ destination_port_range: 'var.missing' });
const maybe = rule({ count: 'var.missing ? 1 : 0' });
const machines = rule({ source_application_security_group_ids: 'var.missing' });
const several = rule({ for_each: 'var.missing', access: 'each.value' });
const block = (fields: string) => `security_rule {
  name = "x"
  priority = 100
  direction = "Inbound"
  access = "Deny"
  protocol = "*"
  source_port_range = "*"
  source_address_prefix = "*"
  destination_address_prefix = "*"
  ${fields}
}`;

describe('what is unknown', () => {
  it.each<[string, string, 'ALLOWED' | 'DENIED' | 'UNKNOWN', 'ALLOWED' | 'UNKNOWN']>([
    [
      'a rule that is known',
      group(block('destination_port_range = "*"')) + join,
      'DENIED',
      'ALLOWED',
    ],
    ['a port', group() + join + open, 'UNKNOWN', 'ALLOWED'],
    ['whether there is a rule', group() + join + maybe, 'UNKNOWN', 'ALLOWED'],
    ['whether a rule is for some machines', group() + join + machines, 'UNKNOWN', 'ALLOWED'],
    ['how many rules there are', group() + join + several, 'UNKNOWN', 'UNKNOWN'],
    [
      'whose rule it is',
      group() + join + rule({ network_security_group_name: '"x${var.missing}"' }),
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'what a dynamic block makes',
      group('dynamic "security_rule" {\n for_each = var.missing\n content {\n name = 1\n }\n}') +
        join,
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'a block that cannot be read',
      group(block('destination_port_range = = 1')) + join,
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'a resource that cannot be read to its end',
      `${group()}${join}${rule({ y: '= 2' })}`,
      'UNKNOWN',
      'UNKNOWN',
    ],
    ['a declaration that is lost', `${group()}${join}\nresource = {\n`, 'UNKNOWN', 'UNKNOWN'],
    [
      'which group it is',
      join.replace('azurerm_network_security_group.g.id', 'var.missing'),
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'which subnet it is',
      group() + join.replace('azurerm_subnet.s.id', 'var.missing'),
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'whether the group is joined',
      group() + join.replace('{', '{\n count = var.missing'),
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'a group of a data source',
      join.replace('azurerm_network', 'data.azurerm_network') +
        '\ndata "azurerm_network_security_group" "g" {\n name = "g"\n}',
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'what a module adds to a group',
      `${group()}${join}\nmodule "m" {\n source = "a/b/azurerm"\n nsg = azurerm_network_security_group.g.name\n}`,
      'UNKNOWN',
      'UNKNOWN',
    ],
    [
      'what a module joins to the subnet',
      'module "m" {\n source = "a/b/azurerm"\n subnet_id = azurerm_subnet.s.id\n}',
      'UNKNOWN',
      'UNKNOWN',
    ],
  ])('%s', (_, text, inbound, outbound) => {
    const actual = Object.keys(outcomes(files(`${network}\n${text}`)));
    expect(actual).toContain(`inbound ${inbound}`);
    expect(actual).toContain(`outbound ${outbound}`);
    if (outbound === 'UNKNOWN') expect(actual).not.toContain('outbound ALLOWED');
  });
});

describe('values', () => {
  const text = `variable "type" {\n default = "External"\n}${network.replace('"Internal"', 'var.type')}`;
  const typeOf = (more: Record<string, string>, options: TerraformOptions = {}) => {
    const { document } = readTerraform(files(text, more), options);
    const { resources } = (
      document as {
        planned_values: { root_module: { resources: { values: Record<string, unknown> }[] } };
      }
    ).planned_values.root_module;
    return resources.map(({ values }) => values.virtual_network_type).find(Boolean);
  };
  const all = {
    'terraform.tfvars': 'type = "1"',
    'b.auto.tfvars': 'type = "3"',
    'a.auto.tfvars.json': '{"type": "2"}',
    'env/given.tfvars': 'type = "4"',
    'env/other.tfvars': 'type = "5"',
  };
  const without = (...names: (keyof typeof all)[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name as never)));

  it.each<[string, Record<string, string>, TerraformOptions, unknown]>([
    ['the default', {}, {}, 'External'],
    ['terraform.tfvars', { 'terraform.tfvars': 'type = "1"' }, {}, '1'],
    ['the last of those that are read by themselves', without(), {}, '3'],
    ['a file that is named', all, { valuesFiles: ['env/given.tfvars'] }, '4'],
    ['the only file, where none is read by itself', { 'x.tfvars': 'type = "4"' }, {}, '4'],
    ['no other file where some are read by themselves', without('env/other.tfvars'), {}, '3'],
    [
      'files that are named in their order',
      all,
      { valuesFiles: ['env/other.tfvars', 'env/given.tfvars'] },
      '4',
    ],
    ['a value that is given', all, { values: { type: 'Internal' } }, 'Internal'],
  ])('takes %s', (_, more, options, expected) => {
    expect(typeOf(more, options)).toBe(expected);
  });

  it('asks for all that is missing, at its place, and for nothing else', () => {
    const source = `variable "a" {}\nvariable "b" {}\nvariable "c" {}\n${network
      .replace('"Premium_1"', '"${var.b}_1"')
      .replace('"10.0.1.0/24"', 'var.a')
      .replace('name = "v"', 'name = var.c')}`;
    expect(readTerraform(files(source)).missing).toEqual([
      { name: 'a', location: { file: 'main.tf', line: 1, column: 1 }, valuesFiles: [] },
      { name: 'b', location: { file: 'main.tf', line: 2, column: 1 }, valuesFiles: [] },
    ]);
  });

  it('names the files of values that it does not take', () => {
    expect(readTerraform(files(text, all)).unusedValuesFiles).toEqual([
      'env/given.tfvars',
      'env/other.tfvars',
    ]);
  });
});

describe('which folder is deployed', () => {
  const other = { 'b/main.tf': 'locals {}', 'a/main.tf': network };

  it.each<[string, SourceFile[], string | undefined]>([
    ['the only one', files('', { 'x/main.tf': network }).slice(1), undefined],
    ['the one with a service', files('', other).slice(1), undefined],
    [
      'the one that calls the others',
      files('module "m" {\n source = "./a"\n missing = 1\n}', other).filter(
        ({ path }) => path !== 'b/main.tf',
      ),
      undefined,
    ],
    ['the one that is named', files(network, { 'b/main.tf': network }), 'b'],
    ['the one of the file that is named', files(network, { 'b/main.tf': network }), './b/main.tf'],
  ])('%s', (_, source, entry) => {
    expect(outcomes(source, entry === undefined ? {} : { entry })).toHaveProperty(
      'outbound ALLOWED',
    );
  });

  it.each<[string, SourceFile[], string | undefined, string]>([
    [
      'several',
      files(network, { 'b/main.tf': network }),
      undefined,
      'several folders could be deployed: given 2; accepted: ., b',
    ],
    [
      'none',
      [{ path: 'a.txt', text: '' }],
      undefined,
      'no file is one of Terraform: given 0; accepted: files that end in .tf or .tf.json',
    ],
    [
      'another',
      files(network),
      '../x',
      'the entry is not a folder with Terraform files: given "../x"; accepted: .',
    ],
  ])('refuses %s', (_, source, entry, message) => {
    const read = () => readTerraform(source, entry === undefined ? {} : { entry });
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });
});

it('names what it does not read', () => {
  const text = `${network}
module "away" {
  source = "Azure/avm-res-network-networksecuritygroup/azurerm"
}
module "gone" {
  source = "../outside"
}
resource "azurerm_resource_group_template_deployment" "u" {
}`;
  expect(
    readTerraform(files(text)).unread.map(({ name, location }) => `${name} ${location.line}`),
  ).toEqual([
    'azurerm_resource_group_template_deployment.u 26',
    'module.away (Azure/avm-res-network-networksecuritygroup/azurerm) 20',
    'module.gone (../outside) 23',
  ]);
});
