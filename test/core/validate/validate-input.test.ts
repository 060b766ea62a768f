/** The one entry: a deployment, a document or source files, with the same verdict; which language and which part is meant. */

import { describe, expect, it } from 'vitest';
import { withDefaults } from '../../../core/deployment.ts';
import { InputError } from '../../../core/input-error.ts';
import { validateInput } from '../../../core/validate/validate-input.ts';
import { styles as bicepStyles } from '../../support/bicep-styles.ts';
import { fieldByField, options, said, sample } from '../../support/sample-deployment.ts';
import { styles as terraformStyles } from '../../support/terraform-styles.ts';

type Files = readonly { readonly path: string; readonly text: string }[];

const bicep = (style = 'all fields as they are'): Files => bicepStyles[style]?.(sample) ?? [];
const terraform = (style = 'inline blocks'): Files => terraformStyles[style]?.(sample) ?? [];
const under = (folder: string, files: Files): Files =>
  files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
const judge = (files: Files, entry?: string, parameters = {}) =>
  validateInput(
    { source: { files, ...(entry !== undefined && { entry }) } },
    { ...options, parameters },
  );

function errorOf(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

const moreBicep = [{ path: 'other.bicep', text: "param location string = 'westeurope'\n" }];
const moreTerraform = [{ path: 'dns/main.tf', text: 'locals {\n  a = 1\n}\n' }];
const valuesFiles = [
  { path: 'envs/prod.tfvars', text: 'type = "Internal"\n' },
  { path: 'envs/test.tfvars', text: 'type = "None"\n' },
];
const withVariable = terraform().map(({ path, text }) => ({
  path,
  text: `${text.replace(/virtual_network_type\s*=\s*"Internal"/, 'virtual_network_type = var.type')}\nvariable "type" {}\n`,
}));

describe('values files that are named', () => {
  it.each<[string, Files, readonly string[], number, readonly string[]]>([
    [
      'one of another name',
      [...withVariable, ...valuesFiles],
      ['envs/test.tfvars', 'envs/prd.tfvars'],
      1,
      ['envs/prod.tfvars', 'envs/test.tfvars'],
    ],
    ['one outside', [...withVariable, ...valuesFiles], ['../a.tfvars'], 0, ['envs/prod.tfvars']],
    ['one beside Bicep', [...bicep(), ...valuesFiles], ['envs/prod.tfvars'], 0, []],
  ])('are refused: %s', (_, files, names, index, accepted) => {
    const error = errorOf(() => validateInput({ source: { files, valuesFiles: names } }, options));
    expect(error.path).toEqual(['source', 'valuesFiles', index]);
    expect(error.accepted).toEqual(expect.arrayContaining([...accepted]));
  });
});

describe('the language', () => {
  it.each<[string, Files, string | undefined, string, string]>([
    ['Bicep alone', bicep(), undefined, 'Bicep', 'main.bicep'],
    ['Terraform alone', terraform(), undefined, 'Terraform', ''],
    ['Terraform in JSON', terraform('JSON syntax'), undefined, 'Terraform', ''],
    ['both, a service in Bicep', [...bicep(), ...moreTerraform], undefined, 'Bicep', 'main.bicep'],
    [
      'both, a service in Terraform',
      [...moreBicep, ...under('infra', terraform())],
      undefined,
      'Terraform',
      'infra',
    ],
    ['both, Bicep named', [...bicep(), ...terraform()], 'main.bicep', 'Bicep', 'main.bicep'],
    ['both, a folder named', [...bicep(), ...under('tf', terraform())], 'tf', 'Terraform', 'tf'],
    ['both, the top folder named', [...bicep(), ...terraform()], '.', 'Terraform', ''],
    [
      'a values file named',
      [...bicep(), ...withVariable, ...valuesFiles],
      'envs/prod.tfvars',
      'Terraform',
      '',
    ],
  ])('%s', (_, files, entry, language, expected) => {
    const report = judge(files, entry);
    expect(report.read).toMatchObject({ language, entry: expected });
    expect(said(report)).toEqual(said(fieldByField(sample)));
  });

  it.each<[string, Files, string | undefined, readonly string[]]>([
    [
      'both with a service',
      [...bicep(), ...under('tf', terraform())],
      undefined,
      ['main.bicep', 'tf'],
    ],
    [
      'two Bicep files',
      [...under('a', bicep()), ...under('b', bicep())],
      undefined,
      ['a/main.bicep', 'b/main.bicep'],
    ],
    [
      'two folders',
      [...under('a', terraform()), ...under('b', terraform())],
      undefined,
      ['a', 'b'],
    ],
    ['a folder that is not there', [...under('a', terraform())], 'c', ['a']],
    [
      'neither',
      [{ path: 'readme.md', text: '' }],
      undefined,
      ['files that end in .bicep, .tf or .tf.json'],
    ],
  ])('is refused with what is accepted: %s', (_, files, entry, accepted) => {
    const error = errorOf(() => judge(files, entry));
    expect([...error.accepted, ...error.expected]).toEqual(accepted);
  });
});

describe('values', () => {
  it('of a file that has to be named are not used, and the report says so', () => {
    expect(judge([...withVariable, ...valuesFiles])).toMatchObject({
      missingValues: [{ name: 'type', sourceLocation: { file: 'main.tf' } }],
    });
    expect(judge([...withVariable, ...valuesFiles], undefined, { type: 'Internal' })).toMatchObject(
      {
        missingValues: [],
        unused: valuesFiles.map(({ path }) => expect.stringContaining(path)),
      },
    );
  });

  it('are listed with the files that hold them', () => {
    expect(judge([...withVariable, ...valuesFiles], 'envs/test.tfvars').read?.files).toEqual([
      { path: 'envs/test.tfvars', use: 'values' },
      { path: 'main.tf', use: 'code' },
    ]);
  });
});

describe('modules that are not among the files', () => {
  it.each([
    ['Azure/avm-res-network-networksecuritygroup/azurerm', 'NEEDS_REVIEW'],
    ['git::https://example.com/rules.git', 'NEEDS_REVIEW'],
    ['Azure/naming/azurerm', undefined],
    ['Azure/avm-res-keyvault-vault/azurerm', undefined],
  ])('%s', (source, outcome) => {
    const call = `module "more" {\n  source = "${source}"\n}\n`;
    const files = [...terraform(), { path: 'more.tf', text: call }];
    const report = judge(files);
    expect(report.problems).toMatchObject([{ file: 'more.tf', line: 1 }]);
    const finding = report.findings.find(({ checkId }) => checkId === 'source-incomplete');
    expect(finding?.outcome).toBe(outcome);
    expect(finding?.sourceLocation?.file).toBe(outcome && 'more.tf');
  });
});

describe('flows', () => {
  it.each([
    ['Bicep', bicep(), /name: 'deny-internet'/],
    ['Terraform', terraform('rules of their own'), /azurerm_network_security_rule" "r7"/],
  ])('name the place of the rule that decides them, in %s', (_, files, expected) => {
    const flow = judge(files).flows.find(({ decidedBy }) => decidedBy === 'deny-internet');
    const at = flow?.sourceLocation;
    const lines = files.find(({ path }) => path === at?.file)?.text.split('\n') ?? [];
    expect(lines.slice((at?.line ?? 0) - 1, (at?.line ?? 0) + 1).join('\n')).toMatch(expected);
  });

  it('lead to the rule in a document', () => {
    const rule = {
      name: 'deny',
      properties: {
        priority: 100,
        direction: 'Outbound',
        access: 'Deny',
        protocol: '*',
        sourceAddressPrefix: '*',
        sourcePortRange: '*',
        destinationAddressPrefix: '*',
        destinationPortRange: '*',
      },
    };
    const group = { document: { securityRules: [rule] } };
    const deployment = {
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      platform: 'STV2',
      features: [],
      locations: [
        {
          region: 'westeurope',
          units: 1,
          zones: [],
          dnsServers: [],
          virtualNetworkAddressPrefixes: [],
          networkSecurityGroup: group,
        },
      ],
    } as const;
    const { flows } = validateInput({ deployment }, options);
    expect(flows.find(({ decidedBy }) => decidedBy === 'deny')?.decidedByPath).toBe(
      '/deployment/locations/0/networkSecurityGroup/document/securityRules/0',
    );
  });
});

describe('the edition that the options name', () => {
  const resource = {
    type: 'Microsoft.ApiManagement/service',
    name: 'apim',
    location: 'westeurope',
    sku: { name: 'Premium', capacity: 1 },
    properties: {
      virtualNetworkType: 'Internal',
      virtualNetworkConfiguration: { subnetResourceId: 'subnet' },
    },
  };

  it.each<[string, Parameters<typeof validateInput>[0]]>([
    ['of a document', { document: { resources: [resource] } }],
    ['of a source', { source: { files: bicep() } }],
  ])('%s', (_, input) => {
    const edition = '2023-01-06';
    expect(validateInput(input, { ...options, edition }).edition).toBe(edition);
    expect(validateInput(input, options).edition).not.toBe(edition);
  });
});

describe('arguments that a deployment in fields does not take', () => {
  it.each([
    ['none', {}, []],
    [
      'both',
      { service: 'apim', parameters: { mode: 'Internal' } },
      [
        'not used: the argument service, since the deployment is described in fields',
        'not used: the argument parameters, since the deployment is described in fields',
      ],
    ],
  ])('are named: %s', (_, given, unused) => {
    const deployment = withDefaults({
      tier: 'DEVELOPER',
      virtualNetworkType: 'NONE',
      locations: [{ region: 'westeurope' }],
    });
    expect(validateInput({ deployment }, { ...options, ...given }).unused).toEqual(unused);
  });
});

describe('a service', () => {
  const id = (name: string) =>
    `/subscriptions/1/resourceGroups/g/providers/Microsoft.ApiManagement/service/${name}`;
  const exported = (name: string) => ({
    id: id(name),
    name,
    type: 'Microsoft.ApiManagement/service',
    location: 'westeurope',
    sku: { name: 'Developer', capacity: 1 },
    properties: { virtualNetworkType: 'None' },
  });

  it('may be named by its id', () => {
    const document = [exported('one'), exported('two')];
    const report = validateInput({ document }, { ...options, service: id('TWO') });
    expect(report.verdict).toBe('PASS');
  });

  it('is missed among the types that are there', () => {
    const document = [{ type: 'Microsoft.Network/virtualNetworks', name: 'v', properties: {} }];
    const { message } = errorOf(() => validateInput({ document }, options));
    expect(message).toContain('given "Microsoft.Network/virtualNetworks"');
  });
});
