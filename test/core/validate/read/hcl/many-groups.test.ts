/** Each of many rules and routes is looked up once, however many groups and tables the locations have. */

import { expect, it, vi } from 'vitest';
import { Identities } from '../../../../../core/validate/read/hcl/lower/identity.ts';
import { TerraformPlan } from '../../../../../core/validate/read/terraform/plan.ts';
import { validateInput } from '../../../../../core/validate/validate-input.ts';

const count = 40;
const each = (text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n');
const regions = ['westeurope', 'northeurope'];
const text = `
resource "azurerm_api_management" "a" {
  location             = "uksouth"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.s0.id
  }
${each(
  (index) => `
  additional_location {
    location = "${regions[index % 2]}"
    virtual_network_configuration {
      subnet_id = azurerm_subnet.s${index}.id
    }
  }`,
)}
}
${each(
  (index) => `
resource "azurerm_network_security_group" "g${index}" {
  name = "g${index}"
}
resource "azurerm_route_table" "t${index}" {
  name = "t${index}"
}
resource "azurerm_subnet" "s${index}" {
  name = "s${index}"
}
resource "azurerm_subnet_network_security_group_association" "j${index}" {
  subnet_id                 = azurerm_subnet.s${index}.id
  network_security_group_id = azurerm_network_security_group.g${index}.id
}
resource "azurerm_subnet_route_table_association" "k${index}" {
  subnet_id      = azurerm_subnet.s${index}.id
  route_table_id = azurerm_route_table.t${index}.id
}
resource "azurerm_network_security_rule" "r${index}" {
  name                        = "r${index}"
  network_security_group_name = azurerm_network_security_group.g${index}.name
}
resource "azurerm_route" "r${index}" {
  name             = "r${index}"
  route_table_name = azurerm_route_table.t${index}.name
}`,
)}`;

const spies = {
  'names in sources': () => vi.spyOn(Identities.prototype, 'named'),
  'references in plans': () => vi.spyOn(TerraformPlan.prototype, 'referred'),
} as const;

it.each(['names in sources', 'references in plans'] as const)('%s', (name) => {
  const look = spies[name]();
  try {
    const source = { files: [{ path: 'main.tf', text }] };
    validateInput({ source }, { serviceTagFiles: [], whatIf: 'NONE' });
  } catch {
    // A region has one location only; the reading comes before.
  }
  // With every pair of a group and a rule there would be 1,600 and more.
  expect(look.mock.calls.length).toBeGreaterThan(count);
  expect(look.mock.calls.length).toBeLessThan(20 * count);
  look.mockRestore();
});
