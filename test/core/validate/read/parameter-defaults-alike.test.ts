/** The default of a parameter is reported alike in a template, in Bicep and in Terraform. */

import { describe, expect, it } from 'vitest';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { validateSource } from '../../../../core/validate/validate-source.ts';
import { assumedIn, sourceReport } from './assumed-defaults.ts';
import { none } from './sample-documents.ts';

interface Case {
  readonly what: string;
  /** Resource Manager, Bicep, Terraform. */
  readonly parameter: readonly [object, string, string];
  readonly sku: readonly [object, string, string];
  readonly mode: readonly [string, string, string];
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly expected: readonly string[];
}

const tier: Case['parameter'] = [
  { tier: { type: 'string', defaultValue: 'Premium' } },
  "param tier string = 'Premium'",
  'variable "tier" { default = "Premium" }',
];
const mode: Case['parameter'] = [
  { mode: { type: 'string', defaultValue: 'Internal' } },
  "param mode string = 'Internal'",
  'variable "mode" { default = "Internal" }',
];
const tierOnly: Case['sku'] = [
  { name: "[parameters('tier')]", capacity: 1 },
  '{ name: tier, capacity: 1 }',
  '"$' + '{var.tier}_1"',
];
const fixedSku: Case['sku'] = [
  { name: 'Premium', capacity: 1 },
  "{ name: 'Premium', capacity: 1 }",
  '"Premium_1"',
];
const internal: Case['mode'] = ['Internal', "'Internal'", '"Internal"'];

const cases: readonly Case[] = [
  {
    what: 'the tier',
    parameter: tier,
    sku: tierOnly,
    mode: internal,
    expected: ['tier = Premium (the tier)'],
  },
  {
    what: 'the tier by way of a condition',
    parameter: tier,
    sku: [
      {
        name: "[if(equals(parameters('tier'), 'Premium'), 'Premium', 'Developer')]",
        capacity: 1,
      },
      "{ name: tier == 'Premium' ? 'Premium' : 'Developer', capacity: 1 }",
      '"$' + '{var.tier == "Premium" ? "Premium" : "Developer"}_1"',
    ],
    mode: internal,
    expected: ['tier = Premium (the tier)'],
  },
  {
    what: 'the units',
    parameter: [
      { units: { type: 'int', defaultValue: 2 } },
      'param units int = 2',
      'variable "units" { default = 2 }',
    ],
    sku: [
      { name: 'Premium', capacity: "[parameters('units')]" },
      "{ name: 'Premium', capacity: units }",
      '"Premium_$' + '{var.units}"',
    ],
    mode: internal,
    expected: ['units = 2 (the number of units)'],
  },
  {
    what: 'the mode',
    parameter: mode,
    sku: fixedSku,
    mode: ["[parameters('mode')]", 'mode', 'var.mode'],
    expected: ['mode = Internal (the network mode)'],
  },
  {
    what: 'a secret without its value',
    parameter: [
      { mode: { type: 'secureString', defaultValue: 'Internal' } },
      "@secure()\nparam mode string = 'Internal'",
      'variable "mode" {\n  default = "Internal"\n  sensitive = true\n}',
    ],
    sku: fixedSku,
    mode: ["[parameters('mode')]", 'mode', 'var.mode'],
    expected: ['mode (the network mode)'],
  },
  {
    what: 'nothing where a value is given',
    parameter: mode,
    sku: fixedSku,
    mode: ["[parameters('mode')]", 'mode', 'var.mode'],
    parameters: { mode: 'External' },
    expected: [],
  },
  {
    what: 'nothing where the default decides nothing',
    parameter: mode,
    sku: fixedSku,
    mode: internal,
    expected: [],
  },
];

const subnetId =
  '/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s';

const templateOf = ({ parameter: [parameters], sku: [sku], mode: [virtualNetworkType] }: Case) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  parameters,
  resources: [
    {
      type: 'Microsoft.ApiManagement/service',
      apiVersion: '2024-05-01',
      name: 'apim',
      location: 'westeurope',
      sku,
      properties: {
        virtualNetworkType,
        virtualNetworkConfiguration: { subnetResourceId: subnetId },
      },
    },
  ],
});

const bicepOf = ({
  parameter: [, parameter],
  sku: [, sku],
  mode: [, virtualNetworkType],
}: Case) => `
${parameter}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: ${sku}
  properties: {
    virtualNetworkType: ${virtualNetworkType}
    virtualNetworkConfiguration: { subnetResourceId: '${subnetId}' }
  }
}`;

const terraformOf = ({ parameter: [, , variable], sku: [, , sku], mode: [, , type] }: Case) => `
${variable}
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  sku_name             = ${sku}
  virtual_network_type = ${type}
  virtual_network_configuration {
    subnet_id = "${subnetId}"
  }
}`;

describe('the default of a parameter that decides', () => {
  it.each(cases)('$what', (one) => {
    const { parameters = {}, expected } = one;
    expect(assumedIn(validateDocument(templateOf(one), { ...none, parameters }))).toEqual(expected);
    expect(assumedIn(sourceReport('main.bicep', bicepOf(one), parameters))).toEqual(expected);
    expect(assumedIn(sourceReport('main.tf', terraformOf(one), parameters))).toEqual(expected);
  });
});

describe('in a module', () => {
  it('of Bicep names the parameter of the file that is deployed', () => {
    const files = [
      {
        path: 'main.bicep',
        text: "param tier string = 'Premium'\nmodule m 'apim.bicep' = { params: { sku: tier } }",
      },
      {
        path: 'apim.bicep',
        text: bicepOf({
          ...(cases[0] as Case),
          parameter: [{}, "param sku string = 'Basic'", ''],
          sku: [{}, '{ name: sku, capacity: 1 }', ''],
        }),
      },
    ];
    expect(assumedIn(validateSource({ files }, none))).toEqual(['tier = Premium (the tier)']);
  });

  it.each([
    ['with the address of the caller', '', 'var.tier'],
    ['called for each of a list', 'for_each = toset([var.tier])', 'each.value'],
    ['whose number says nothing of the tier', 'count = var.deploys ? 1 : 0', 'var.tier'],
  ])('of Terraform names the variable of the root %s', (_, loop, sku) => {
    const files = [
      {
        path: 'main.tf',
        text: `${tier[2]}\nvariable "deploys" { default = true }\nmodule "apim" {\n  source = "./apim"\n  ${loop}\n  sku = ${sku}\n}`,
      },
      {
        path: 'apim/main.tf',
        text: terraformOf({
          ...(cases[0] as Case),
          parameter: [{}, '', 'variable "sku" { default = "Basic" }'],
          sku: [{}, '', '"$' + '{var.sku}_1"'],
        }),
      },
    ];
    expect(assumedIn(validateSource({ files }, none))).toEqual(['tier = Premium (the tier)']);
  });

  it('of Terraform by the body of an azapi resource', () => {
    const text = `${tier[2]}\n${mode[2]}
resource "azapi_resource" "apim" {
  type     = "Microsoft.ApiManagement/service@2024-05-01"
  name     = "apim"
  location = "westeurope"
  body = {
    sku        = { name = var.tier, capacity = 1 }
    properties = {
      virtualNetworkType          = var.mode
      virtualNetworkConfiguration = { subnetResourceId = "${subnetId}" }
    }
  }
}`;
    expect(assumedIn(sourceReport('main.tf', text, {}))).toEqual([
      'tier = Premium (the tier)',
      'mode = Internal (the network mode)',
    ]);
  });
});
