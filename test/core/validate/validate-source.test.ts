/** Reports on Bicep files: places, missing values, what was not read, and the entry. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import { describe, expect, it } from 'vitest';
import { check, type Files, filesOf } from '../../support/bicep-reports.ts';
import { sample } from '../../support/sample-deployment.ts';

/** The files with a text of the first one replaced. */
function changed(style: string, from: string | RegExp, to: string): Files {
  const files = filesOf(style);
  const [first] = files;
  if (!first) throw new Error('a style has files');
  const text = first.text.replace(from, to);
  if (text === first.text) throw new Error(`${from} is not in the text`);
  first.text = text;
  return files;
}

/** The first line of a file that has the text, 1-based. */
const lineWith = (files: Files, path: string, part: string) =>
  (files
    .find((file) => file.path === path)
    ?.text.split('\n')
    .findIndex((line) => line.includes(part)) ?? -1) + 1;

/** With what is computed on demand. */
const flowsOf = ({ flows }: ReturnType<typeof check>) =>
  flows.map(({ trace, steps, ...flow }) => ({ ...flow, trace: trace(), steps: steps() }));

describe('places', () => {
  it.each([
    ['all fields as they are', 'main.bicep'],
    ['parameters with defaults', 'main.bicep'],
    ['a values file in Bicep', 'prod.bicepparam'],
    ['loops with index and condition', 'main.bicep'],
    ['modules', 'main.bicep'],
    ['children with parent', 'main.bicep'],
    ['a module for each rule', 'main.bicep'],
  ])('the wrong port in the style: %s', (style, path) => {
    const files = filesOf(style);
    const { findings } = check(files);
    const typo = findings.find(({ checkId }) => checkId === 'port-typo');
    expect(typo?.sourceLocation?.file).toBe(path);
    const line = files.find((file) => file.path === path)?.text.split('\n')[
      (typo?.sourceLocation?.line ?? 0) - 1
    ];
    expect(line).toMatch(/1443|ports: \[/);
    expect(typo?.path).toBe(`/source/files/${files.findIndex((file) => file.path === path)}`);
  });

  it('names the loop beside the item', () => {
    const files = filesOf('parameters with defaults');
    const typo = check(files).findings.find(({ checkId }) => checkId === 'port-typo');
    expect(typo?.loopLocation?.line).toBeGreaterThan(typo?.sourceLocation?.line ?? 0);
  });
});

describe('values that are missing', () => {
  it('are named all at once, with their places, and no others', () => {
    const files = filesOf('a values file in JSON').slice(0, 1);
    const [main] = files;
    if (main)
      main.text = main.text
        .replace("publisherEmail: 'a@b.c'", 'publisherEmail: mail')
        .replace('param type', 'param mail string\nparam type');
    expect(check(files).missingValues).toMatchObject([
      { name: 'rules', sourceLocation: { file: 'main.bicep', line: 1 } },
      { name: 'type', sourceLocation: { file: 'main.bicep', line: 3 } },
    ]);
    const report = check(files, { parameters: { type: sample.type } });
    expect(report.missingValues).toEqual([
      {
        name: 'rules',
        pointer: '/source/files/0',
        sourceLocation: { file: 'main.bicep', line: 1, column: 7 },
      },
    ]);
    expect(report.verdict).not.toBe('PASS');
    expect(new Set(report.flows.map(({ outcome }) => outcome))).toEqual(new Set(['UNKNOWN']));
  });

  it('are none where they are names alone', () => {
    const files = changed('all fields as they are', "name: 'vnet'", 'name: vnetName');
    const [main] = files;
    if (main) main.text += '\nparam vnetName string\n';
    const report = check(files);
    expect(report.missingValues).toEqual([]);
    expect(flowsOf(report)).toEqual(flowsOf(check(filesOf('all fields as they are'))));
  });

  it('are those of the tier, too', () => {
    const files = changed('all fields as they are', "name: 'Premium'", 'name: tier');
    const [main] = files;
    if (main) main.text += '\nparam tier string\n';
    const report = check(files);
    expect(report.missingValues.map(({ name }) => name)).toEqual(['tier']);
    const said = report.findings.filter(({ checkId }) => checkId === 'deployment-undecided');
    expect(said).toMatchObject([{ sourceLocation: { file: 'main.bicep' } }]);
  });

  it('are those of the environment, too', () => {
    const files = filesOf('a values file in Bicep');
    const [, values] = files;
    if (values)
      values.text = values.text.replace(
        /param rules = [\s\S]*/,
        "param rules = readEnvironmentVariable('R')\n",
      );
    expect(check(files).missingValues.map(({ name }) => name)).toEqual(['rules']);
  });

  it.each([
    ['${RULES}', ['type']],
    ['${RULES=Internal}', []],
  ])('in a parameters file of azd: %s', (type, missing) => {
    const files = filesOf('a values file in JSON');
    const [, values] = files;
    if (values) {
      const json = JSON.parse(values.text);
      json.parameters.type.value = type;
      values.text = JSON.stringify(json);
    }
    expect(check(files).missingValues.map(({ name }) => name)).toEqual(missing);
  });
});

describe('what cannot be read', () => {
  const outcomes = (files: Files) => new Set(check(files).flows.map(({ outcome }) => outcome));

  it.each([
    ['a group', 'all fields as they are', /securityRules: \[/, 'securityRules: * ['],
    ['rules by a name that nothing has', 'parameters with defaults', 'in rules:', 'in rulez:'],
    ['rules of a file that is not there', 'rules in a JSON file', "'rules.json'", "'other.json'"],
    [
      'rules of an import that is not there',
      'functions, types and imports',
      /concat\(\[/,
      'concat(all.more, [',
    ],
    [
      'a rule',
      'children with parent',
      /(resource rule4 [\s\S]*?)properties: \{/,
      '$1properties: * {',
    ],
  ])('%s leaves flows open and is named with its place', (_, style, from, to) => {
    const files = changed(style, from, to);
    const report = check(files);
    expect(report.problems[0]?.line).toBe(
      lineWith(files, 'main.bicep', to.replace(/^.*\$1/, '').split('\n')[0] ?? ''),
    );
    expect(report.verdict).not.toBe('PASS');
    expect(outcomes(files)).toContain('UNKNOWN');
  });

  it('of something else than the network is named, and leaves the verdict as it is', () => {
    const files = filesOf('all fields as they are');
    const whole = check(files);
    const [main] = files;
    if (main) {
      main.text += `
resource policy 'Microsoft.ApiManagement/service/policies@2024-05-01' = {
  name: 'apim/policy'
  properties: { format: 'rawxml', value: loadTextContent('policy.xml') }
}
`;
    }
    const report = check(files);
    expect(report.problems.map(({ message }) => message)).toEqual([
      'policy.xml is not among the files; add it',
    ]);
    expect(report.findings).toEqual(whole.findings);
    expect(flowsOf(report)).toEqual(flowsOf(whole));
  });

  it.each([
    ['br/public:avm/res/network/network-security-group/security-rule:1.0.0', true],
    ['br:example.azurecr.io/rules:v1', true],
    ['./missing.bicep', true],
    ['br/public:avm/res/key-vault/vault:0.9.0', false],
  ])('the module %s that is handed the group', (path, isOpen) => {
    const files = filesOf('all fields as they are');
    const [main] = files;
    if (main)
      main.text += `\nmodule more '${path}' = {\n  name: 'more'\n  params: { nsgName: nsg.name }\n}\n`;
    const report = check(files);
    expect(report.problems[0]).toMatchObject({ file: 'main.bicep' });
    expect(report.problems[0]?.message).toContain(path);
    const gaps = report.findings.filter(({ checkId }) => checkId === 'source-incomplete');
    expect(gaps.map(({ sourceLocation }) => sourceLocation?.line)).toEqual(
      isOpen ? [report.problems[0]?.line] : [],
    );
    expect(outcomes(files).has('UNKNOWN')).toBe(isOpen);
  });

  it('a group of a module that was not read is open', () => {
    const files = changed('all fields as they are', 'id: nsg.id', 'id: other.outputs.resourceId');
    const [main] = files;
    if (main)
      main.text +=
        "\nmodule other 'br/public:avm/res/network/network-security-group:0.5.0' = {\n  params: { name: 'x' }\n}\n";
    expect(outcomes(files)).toEqual(new Set(['UNKNOWN']));
  });

  it('a restored module is read', () => {
    const files = changed('modules', "'modules/network.bicep'", "'br/public:net/all:1.0.0'");
    const template = {
      parameters: { rules: { type: 'array' } },
      resources: [],
      outputs: {
        subnetId: {
          value: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'apim')]",
        },
      },
    };
    files.push({
      path: 'cache/br/mcr.microsoft.com/bicep$net$all/1.0.0$/main.json',
      text: JSON.stringify(template),
    });
    files.push({ path: 'unused.bicep', text: '' });
    expect(check(files, { entry: 'main.bicep' }).findings).toContainEqual(
      expect.objectContaining({ checkId: 'location-subnet-unknown' }),
    );
  });
});

describe('the entry', () => {
  it('is the only file that no other one contains', () => {
    expect(check(filesOf('modules')).read).toMatchObject({
      entry: 'main.bicep',
      files: [
        { path: 'main.bicep', use: 'code' },
        { path: 'modules/gateway.bicep' },
        { path: 'modules/groups/nsg.bicep' },
        { path: 'modules/network.bicep' },
      ],
    });
  });

  it('is named where several could be', () => {
    const files = [
      ...filesOf('all fields as they are'),
      { path: 'b/main.bicep', text: filesOf('all fields as they are')[0]?.text ?? '' },
    ];
    expect(() => check(files)).toThrow('several Bicep files could be deployed');
    expect(check(files, { entry: './b/main.bicep' }).read?.entry).toBe('b/main.bicep');
    expect(() => check(files, { entry: '../main.bicep' })).toThrow('the entry is not a file');
  });

  it('may be one of several values files', () => {
    const files = filesOf('a values file in Bicep');
    files.push({
      path: 'test.bicepparam',
      text: "using 'main.bicep'\nextends 'prod.bicepparam'\nparam type = 'External'\n",
    });
    expect(check(files).missingValues.map(({ name }) => name)).toContain('rules');
    expect(check(files, { entry: 'test.bicepparam' }).missingValues).toEqual([]);
  });

  it('may use a parameter that it sets itself', () => {
    const service = `param mode string
param kind string = 'Internal'
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: kind
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: { virtualNetworkType: mode }
}
`;
    const files = [
      { path: 'main.bicep', text: service },
      {
        path: 'main.bicepparam',
        text: "using 'main.bicep'\nparam mode = kind\nparam kind = 'External'\n",
      },
    ];
    const { instance, missingValues } = check(files);
    expect(missingValues).toEqual([]);
    expect(instance().kinds).toEqual([{ tier: 'PREMIUM', virtualNetworkType: 'EXTERNAL' }]);
  });

  it('says that YAML is not read', () => {
    const files = changed('rules in a JSON file', 'loadJsonContent', 'loadYamlContent');
    expect(check(files).problems[0]?.message).toBe(
      'loadYamlContent is not read; use loadJsonContent, or send what bicep build prints',
    );
  });

  it('stays within the files', () => {
    const files = changed('rules in a JSON file', "'rules.json'", "'../../etc/rules.json'");
    expect(check(files).problems[0]?.message).toContain('not among the files');
  });
});
