/** validateConfig with source files, values by name and the name of a service. */

import { describe, expect, it, test } from 'vitest';
import { applyEdits } from '../../core/validate/apply-edits.ts';
import type { SourceEdit } from '../../core/validate/report.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

const mutation = `mutation ($input: ValidateConfigInput!, $parameters: JSON, $service: String) {
  validateConfig(input: $input, parameters: $parameters, service: $service) {
    verdict edition unusedParts
    missingValues { name pointer sourceLocation { file line column } }
    sourceProblems { message sourceLocation { file line column } }
    source { language entry files { path use } }
    findings { checkId pointer sourceLocation { file line column } loopLocation { line } }
    flows { key outcome decidedBy decidedByPointer sourceLocation { file line } loopLocation { line } }
  }
}`;

const bicep = `param location string
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: location
  properties: {
    securityRules: [
      {
        name: 'deny-out'
        properties: {
          priority: 4000
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'Internet'
          destinationPortRange: '*'
        }
      }
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      { name: 'apim', properties: { addressPrefix: '10.0.1.0/27', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'first'
  location: location
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
`;
const second = `resource other 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'second'
  location: 'northeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
`;

const sourceOf = (...texts: string[]) => ({
  source: { files: [{ path: 'infra/main.bicep', text: texts.join('') }] },
});
const report = async (input: object, more: object = {}) =>
  (await ask(mutation, { input, ...more })).validateConfig;

describe('source files', () => {
  it('have findings and deciding rules with their lines, however often they come', async () => {
    const line = bicep.split('\n').findIndex((text) => text.includes("name: 'deny-out'"));
    for (let time = 0; time < 4; time += 1) {
      const { verdict, source, findings, flows } = await report(sourceOf(bicep), {
        parameters: { location: 'westeurope' },
      });
      expect(verdict).toBe('FAIL');
      expect(source).toEqual({
        language: 'BICEP',
        entry: 'infra/main.bicep',
        files: [{ path: 'infra/main.bicep', use: 'CODE' }],
      });
      const denied = flows.find(({ key }: { key: string }) => key === 'outbound-1433-Sql');
      expect(denied).toMatchObject({
        outcome: 'DENIED',
        decidedBy: 'deny-out',
        decidedByPointer: '/source/files/0',
        sourceLocation: { file: 'infra/main.bicep', line },
        loopLocation: null,
      });
      expect(findings).toContainEqual({
        checkId: 'required-flow-denied',
        pointer: '/source/files/0',
        sourceLocation: { file: 'infra/main.bicep', line, column: expect.any(Number) },
        loopLocation: null,
      });
    }
  });

  it('have edits that mend them', async () => {
    const edited = `mutation ($input: ValidateConfigInput!, $parameters: JSON) {
      validateConfig(input: $input, parameters: $parameters) {
        verdict flows { necessity outcome }
        edits { file newText range { start { line column } end { line column } } }
      }
    }`;
    const parameters = { location: 'westeurope' };
    const ofText = async (text: string) =>
      (await ask(edited, { input: sourceOf(text), parameters })).validateConfig;
    const { edits } = await ofText(bicep);
    expect(edits.map(({ file }: SourceEdit) => file)).toContain('infra/main.bicep');
    const [mended] = applyEdits([{ path: 'infra/main.bicep', text: bicep }], edits);
    const after = await ofText(mended?.text ?? '');
    expect(after.edits).toEqual([]);
    const required = after.flows.filter(
      ({ necessity }: { necessity: string }) => necessity === 'REQUIRED',
    );
    expect(new Set(required.map(({ outcome }: { outcome: string }) => outcome))).toEqual(
      new Set(['ALLOWED']),
    );
  });

  it('name every value that is missing, and take it by name', async () => {
    const { missingValues } = await report(sourceOf(bicep));
    expect(missingValues).toEqual([
      {
        name: 'location',
        pointer: '/source/files/0',
        sourceLocation: { file: 'infra/main.bicep', line: 1, column: expect.any(Number) },
      },
    ]);
    const known = await report(sourceOf(bicep), { parameters: { location: 'westeurope' } });
    expect(known.missingValues).toEqual([]);
  });

  it('say place by place what is not read', async () => {
    const { sourceProblems, verdict } = await report(sourceOf(bicep, 'what is this\n'), {
      parameters: { location: 'westeurope' },
    });
    expect(verdict).not.toBe('PASS');
    expect(sourceProblems).toContainEqual({
      message: expect.stringContaining('what'),
      sourceLocation: { file: 'infra/main.bicep', line: bicep.split('\n').length, column: 1 },
    });
  });

  it('in Terraform are read, too', async () => {
    const text = `resource "azurerm_api_management" "apim" {
      name = "apim"
      location = var.location
      sku_name = "Developer_1"
      virtual_network_type = "Internal"
      virtual_network_configuration { subnet_id = azurerm_subnet.apim.id }
    }
    variable "location" {}
    resource "azurerm_subnet" "apim" { address_prefixes = ["10.0.1.0/27"] }`;
    const { source, missingValues } = await report({
      source: { files: [{ path: 'main.tf', text }], entry: null },
    });
    expect(source).toMatchObject({ language: 'TERRAFORM', entry: '' });
    expect(missingValues).toMatchObject([{ name: 'location', sourceLocation: { line: 8 } }]);
  });
});

describe('what cannot be judged', () => {
  it('has the place in the text, what is missing and what is not read', async () => {
    const { extensions } = await fail(mutation, { input: sourceOf('param x string\nresource y') });
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['input', 'source'],
      missingValues: expect.any(Array),
      sourceProblems: [
        {
          message: expect.any(String),
          sourceLocation: { file: 'infra/main.bicep', line: 2, column: expect.any(Number) },
        },
      ],
    });
  });

  test.each([
    ['no files', { source: { files: [] } }, ['input', 'source', 'files']],
    [
      'too many files',
      { source: { files: Array.from({ length: 2001 }, () => ({ path: 'a.bicep', text: '' })) } },
      ['input', 'source', 'files'],
    ],
  ])('is refused for %s', async (_, input, path) => {
    const { extensions } = await fail(mutation, { input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
  });

  test.each(['westeurope', ['westeurope'], 1])('are parameters given as %j', async (parameters) => {
    const { extensions } = await fail(mutation, { input: sourceOf(bicep), parameters });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['parameters'] });
  });
});

describe('of several services', () => {
  const input = sourceOf(bicep, second);
  const parameters = { location: 'westeurope' };

  it('one has to be named', async () => {
    const { extensions } = await fail(mutation, { input, parameters });
    expect(extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['service'],
      accepted: expect.arrayContaining(['apim', 'other']),
    });
  });

  test.each(['first', 'second'])('%s is judged when it is named', async (service) => {
    const { source } = await report(input, { parameters, service });
    expect(source.language).toBe('BICEP');
  });

  it('an unknown one is refused', async () => {
    const { extensions } = await fail(mutation, { input, parameters, service: 'third' });
    expect(extensions).toMatchObject({ path: ['service'], given: 'third' });
  });
});
