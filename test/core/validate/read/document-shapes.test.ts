/** The same network in the shapes that templates have. */

import { describe, expect, it } from 'vitest';
import { render } from '../../../../core/render/index.ts';
import { validateDocument } from '../../../../core/validate/validate-document.ts';
import { contents, type Json, load, plan } from './shaped-documents.ts';

describe('the same network in a template', () => {
  const expected = contents(load('bicep-build', () => undefined));
  const parametersOf = ({ parameters }: Json) =>
    Object.fromEntries(
      Object.entries<Json>(parameters)
        .filter(([, one]) => one.defaultValue !== undefined)
        .map(([name, one]) => [name.toUpperCase(), { value: one.defaultValue }]),
    );
  const keys = (change: (key: string) => string) => (document: Json) =>
    JSON.parse(JSON.stringify(document).replace(/"(\w+)":/g, (_, key) => `"${change(key)}":`));

  it.each<[string, (document: Json) => Json]>([
    [
      'with a parameters file',
      (template) => {
        const parameters = { contentVersion: '1.0.0.0', parameters: parametersOf(template) };
        for (const one of Object.values<Json>(template.parameters)) delete one.defaultValue;
        return { template, parameters };
      },
    ],
    [
      'in the region of its resource group',
      (template) => {
        const location = template.parameters.location.defaultValue;
        template.parameters.location.defaultValue = '[resourceGroup().location]';
        return { template, resourceGroup: { name: 'rg', location } };
      },
    ],
    ['with keys in lower case', keys((key) => key.toLowerCase())],
    ['with keys in capitals', keys((key) => key.toUpperCase())],
  ])('%s', (_, change) => {
    expect(contents(load('bicep-build', change))).toEqual(expected);
  });

  it('in a region that only its deployment knows', () => {
    const document = load('bicep-build', (template) => {
      template.parameters.location.defaultValue = '[resourceGroup().location]';
    });
    const { assumptions, flows } = validateDocument(document, {
      serviceTagFiles: [],
      whatIf: 'NONE',
    });
    expect(assumptions.map(({ code }) => code)).toContain('REGION_UNKNOWN');
    expect(new Set(flows.map(({ region }) => region))).toEqual(new Set(['unknown']));
    const storage = flows.find(({ key }) => key === 'outbound-443-Storage');
    expect(storage?.remoteTags).toEqual(['Storage']);
  });

  it.each([
    ['BICEP', 'param location string = resourceGroup().location'],
    ['ARM_JSON', '"defaultValue": "[resourceGroup().location]"'],
    ['TERRAFORM', 'location            = var.location'],
    ['AZURE_CLI', 'LOCATION=$(az group show --name "$RESOURCE_GROUP"'],
    ['POWERSHELL', '$location = (Get-AzResourceGroup -Name $resourceGroupName).Location'],
  ] as const)('in such a region and without a group: %s creates one there', (format, text) => {
    const document = load('bicep-build', (template) => {
      template.parameters.location.defaultValue = '[resourceGroup().location]';
      const of = (type: string) =>
        template.resources.find((one: Json) => one.type === `Microsoft.Network/${type}`);
      of('virtualNetworks').properties.subnets[1].properties.networkSecurityGroup = undefined;
    });
    const report = validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' });
    const remedy = render(format, report.remediation());
    expect(remedy).toContain(text);
    expect(remedy).not.toMatch(/unknown/);
  });

  it('as a what-if operation foresees it', () => {
    const document = load('exported-resources', (list) => ({
      changes: list.map((after: Json) => ({ resourceId: after.id, changeType: 'Create', after })),
    }));
    expect(contents(document)).toEqual(contents(load('exported-resources', () => undefined)));
    const { findings } = validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' });
    expect(
      findings.map(({ path }) => path).filter((path) => !path.startsWith('/document/changes/')),
    ).toEqual([]);
  });
});

describe('more rules than a group may have, by far', () => {
  const rules = Array.from({ length: 12_000 }, (_, index) => ({
    name: `r${index}`,
    properties: {
      description:
        'As long as people make it who have many rules and want to know what each of them is for.',
      priority: 100 + (index % 3900),
      direction: index % 2 ? 'Inbound' : 'Outbound',
      access: 'Allow',
      protocol: 'Tcp',
      sourceAddressPrefix: '10.0.0.0/8',
      sourcePortRange: '*',
      destinationAddressPrefix: 'VirtualNetwork',
      destinationPortRange: '443',
    },
  }));
  const groupIn = (resources: Json[]) =>
    resources.find(({ type }) => /^microsoft.network.networksecuritygroups$/i.test(type));

  it.each<[string, Json]>([
    [
      'in a template',
      load('bicep-build', ({ resources }) => {
        groupIn(resources).properties = { securityRules: rules };
      }),
    ],
    [
      'in a variable of a template',
      load('bicep-build', ({ resources, variables }) => {
        variables.rules = rules;
        groupIn(resources).properties = { securityRules: "[variables('rules')]" };
      }),
    ],
    [
      'in an export',
      load('exported-resources', (resources) => {
        groupIn(resources).properties.securityRules = rules;
      }),
    ],
    [
      'in a plan',
      plan((resources) => {
        const { values } = resources.find(
          ({ type }: Json) => type === 'azurerm_network_security_group',
        );
        const [block] = values.security_rule;
        values.security_rule = rules.map(({ name }) => ({ ...block, name }));
      }),
    ],
  ])('%s are refused with their number', (_, document) => {
    expect(() => validateDocument(document, { serviceTagFiles: [], whatIf: 'NONE' })).toThrow(
      /^too many security rules: given 120\d\d; accepted: at most/,
    );
  });
});
