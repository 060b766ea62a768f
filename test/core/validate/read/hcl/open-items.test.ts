/** What may belong to many groups or tables is added once to each, with all missing values named. */

import { expect, it } from 'vitest';
import { readTerraform } from '../../../../../core/validate/read/hcl/read-terraform.ts';

const count = 40;
const each = (text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n');
const itemsOf = (document: unknown, key: string): number =>
  JSON.stringify(document, (name, value) =>
    name === key && Array.isArray(value) ? `${key}:${value.length}` : value,
  )
    .match(new RegExp(`${key}:(\\d+)`, 'g'))
    ?.reduce((sum, text) => sum + Number(text.slice(key.length + 1)), 0) ?? 0;

const variables = each((index) => `variable "v${index}" {}`);
const groups = (name: string) =>
  each(
    (index) => `resource "azurerm_network_security_group" "g${index}" {
  name     = ${name.replace('#', String(index))}
  location = "westeurope"
}`,
  );
const service = `
resource "azurerm_subnet" "s" {
  name             = "s"
  address_prefixes = ["10.0.1.0/24"]
}
resource "azurerm_subnet_network_security_group_association" "j" {
  subnet_id                 = azurerm_subnet.s.id
  network_security_group_id = azurerm_network_security_group.g0.id
}
resource "azurerm_api_management" "a" {
  location             = "westeurope"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.s.id
  }
}`;
const rules = (name: string) =>
  each(
    (index) => `resource "azurerm_network_security_rule" "r${index}" {
  name                        = "r${index}"
  priority                    = var.v${index}
  network_security_group_name = ${name}
}`,
  );

it.each([
  ['rules of a group whose name is open', groups('"g#"'), rules('var.name')],
  ['rules of one of several groups with one name', groups('"same"'), rules('"same"')],
  [
    'modules that may add to each group',
    `locals { names = [${Array.from({ length: count }, (_, index) => `"g${index}"`)}] }\n${groups('"g#"')}`,
    each(
      (index) => `module "m${index}" {
  source = "registry/m"
  names  = local.names
  extra  = var.v${index}
}`,
    ),
  ],
])('%s', (_, owners, parts) => {
  const text = `variable "name" {}\n${variables}\n${service}\n${owners}\n${parts}`;
  const reading = readTerraform([{ path: 'main.tf', text }]);
  // A plan has each list twice: its values, and what of them is unknown.
  expect(itemsOf(reading.document, 'security_rule')).toBe(2 * count);
  const names = reading.missing.map(({ name }) => name);
  expect(names.filter((name) => /^v\d+$/.test(name))).toHaveLength(count);
});
