/** Further locations of which a source leaves open how many there are, or what they are. */

import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';

const judged = (file: SourceFile) =>
  validateInput({ source: { files: [file] } }, { serviceTagFiles: [], whatIf: 'NONE' });

const terraform = (more: string) => ({
  path: 'main.tf',
  text: `
variable "missing" {}
resource "azurerm_api_management" "a" {
  location             = "westeurope"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  ${more}
}`,
});
const dynamic = `dynamic "additional_location" {
    for_each = var.missing
    content { location = additional_location.value }
  }`;
const bicep = (more: string) => ({
  path: 'main.bicep',
  text: `
param missing object
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: { virtualNetworkType: 'Internal', additionalLocations: ${more} }
}`,
});
const azapi = {
  path: 'main.tf',
  text: `
variable "missing" {}
resource "azapi_resource" "a" {
  type     = "Microsoft.ApiManagement/service@2024-05-01"
  name     = "apim"
  location = "westeurope"
  body = {
    sku        = { name = "Premium", capacity = 1 }
    properties = { virtualNetworkType = "Internal", additionalLocations = var.missing }
  }
}`,
};

describe('an open list of further locations', () => {
  it.each([
    ['a dynamic block over what is not known', terraform(dynamic)],
    ['a body of azapi', azapi],
    ['a list in Bicep', bicep('missing.locations')],
    ['an item in Bicep', bicep('[missing]')],
  ])('is said, and the rest is judged: %s', (_, file) => {
    const report = judged(file);
    const messages = report.findings.map(({ message }) => message);
    expect(messages.join('\n')).toContain('does not say the list of further locations (');
    expect(report.verdict).toBe('NEEDS_REVIEW');
  });
});

it.each([
  ['an empty id', '""', 'its id is empty'],
  ['a block that may be missing', undefined, '[expression at main.tf:'],
])('a subnet is named as far as it is known: %s', (_, id, expected) => {
  const block = id
    ? `virtual_network_configuration {\n    subnet_id = ${id}\n  }`
    : `dynamic "virtual_network_configuration" {
    for_each = var.missing
    content { subnet_id = virtual_network_configuration.value }
  }`;
  const { findings } = judged(terraform(block));
  const [finding] = findings.filter(({ checkId }) => checkId === 'location-subnet-unknown');
  expect(finding?.message).toContain(`is not in the document: ${expected}`);
});
