/** Source files that cannot be read, beside a deployment that can: they are named, and the run does not pass. */

import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

const good = bicepNetwork();
const service = "'Microsoft.ApiManagement/service@2024-05-01'";
const own = bicepNetwork([denySql]);

async function notJudgedOf(files: Readonly<Record<string, string>>, path = '.') {
  const { out, code } = await command(folderWith({ 'good/main.bicep': good, ...files }), [
    'check',
    path,
    '--format',
    'json',
  ]);
  return { notJudged: JSON.parse(out).notJudged, code };
}

describe('a file with a service', () => {
  it.each([
    ['a type without its last quote', own.replace(`${service} =`, `${service.slice(0, -1)} =`)],
    ['a type without a body', `resource apim ${service}\n`],
    ['a type on the next line', own.replace(`apim ${service}`, `apim\n  ${service}`)],
    ['an open text of several lines', `var a = '''\n${own}`],
    ['an open comment', `/* ${own}`],
    ['a condition around it', `if (true) {\n${own}\n}`],
    [
      'a module of a registry without its last quote',
      "module apim 'br/public:avm/res/api-management/service:0.9.1 = {\n  name: 'a'\n}\n",
    ],
  ])('in Bicep, with %s', async (_, text) => {
    const expected = [
      { path: 'bad.bicep', reason: expect.stringMatching(/^line \d+: ./), isError: true },
    ];
    for (const path of ['.', 'bad.bicep']) {
      expect(await notJudgedOf({ '.git/HEAD': '', 'bad.bicep': text }, path)).toEqual({
        notJudged: expected,
        code: 2,
      });
    }
  });

  it.each([
    ['a label without its last quote', 'resource "azurerm_api_management" "x {\n}\n'],
    ['a label too few', 'resource "azurerm_api_management" {\n}\n'],
    ['a source without its last quote', 'module "m" { source = "Azure/apim/azurerm\n}\n'],
    ['an open comment', '/* resource "azurerm_api_management" "x" {}\n'],
  ])('in Terraform, with %s', async (_, text) => {
    expect(await notJudgedOf({ 'infra/bad.tf': text })).toEqual({
      notJudged: [
        { path: 'infra/bad.tf', reason: expect.stringMatching(/^line \d+: ./), isError: true },
      ],
      code: 2,
    });
  });

  it('in Terraform, as JSON', async () => {
    const text = '{ "resource": { "azurerm_api_management" }';
    expect(await notJudgedOf({ 'infra/bad.tf.json': text })).toMatchObject({
      notJudged: [{ path: 'infra/bad.tf.json', isError: true }],
      code: 2,
    });
  });
});

describe('a file that leads to a deployment', () => {
  it.each([
    ['main.bicep', "module a './good/main.bicep = {\n  name: 'a'\n}\n"],
    ['main.bicep', "module a 'good/main.bicep = {\n  name: 'a'\n}\n"],
    ['infra/main.tf', 'module "a" {\n  source = "../apim\n}\n'],
  ])('is named, too: %s', async (path, text) => {
    const planned =
      'resource "azurerm_api_management" "a" {\n  location = "westeurope"\n  sku_name = "Developer_1"\n}';
    expect(await notJudgedOf({ [path]: text, 'apim/main.tf': planned })).toMatchObject({
      notJudged: [{ path, isError: true }],
      code: 2,
    });
  });
});

it.each([
  ['of other things', { 'other.bicep': "resource a 'Microsoft.Web/sites@2024-04-01" }],
  [
    'that a deployment contains, and that its report names',
    {
      'main.bicep':
        "module a 'part.bicep' = { name: 'a' }\nmodule b 'good/main.bicep' = { name: 'b' }",
      'part.bicep': `resource api 'Microsoft.ApiManagement/service/apis@2024-05-01`,
    },
  ],
])('a file %s is not', async (_, files) => {
  expect(await notJudgedOf(files)).toEqual({ notJudged: [], code: 0 });
});

it('the reason of a deployment that cannot be judged begins with what cannot be read', async () => {
  const text = `resource apim ${service} = {\n  name: 'a'\n  location: 'westeurope\n}\n`;
  const { notJudged } = await notJudgedOf({ 'bad.bicep': text }, 'bad.bicep');
  expect(notJudged).toEqual([
    {
      path: 'bad.bicep',
      reason: expect.stringMatching(
        /^bad\.bicep:3:13: the text does not end.*the tier is not known/,
      ),
      isError: true,
    },
  ]);
});
