/** Which files or folders of a repository are deployed: those with a service that nothing else contains. */

import { describe, expect, it } from 'vitest';
import { bicepDeployments } from '../../../../../core/validate/read/bicep/entry.ts';
import { terraformDeployments } from '../../../../../core/validate/read/hcl/entry.ts';
import { SourceFiles } from '../../../../../core/validate/read/source/files.ts';

const service = "resource apim 'Microsoft.ApiManagement/service@2024-05-01' = { name: 'a' }";
const planned = 'resource "azurerm_api_management" "apim" {}';

const filesOf = (texts: Readonly<Record<string, string>>) =>
  new SourceFiles(Object.entries(texts).map(([path, text]) => ({ path, text })));

describe('Bicep files that are deployed', () => {
  it.each([
    ['a single file', { 'a.bicep': service }, ['a.bicep']],
    ['two files', { 'a.bicep': service, 'b/main.bicep': service }, ['a.bicep', 'b/main.bicep']],
    [
      'a module of a file',
      { 'main.bicep': "module m 'm.bicep' = { name: 'm' }", 'm.bicep': service },
      ['main.bicep'],
    ],
    [
      'a module from a registry',
      {
        'main.bicep':
          "module m 'br/public:avm/res/api-management/service:0.9.1' = { name: 'm' params: {} }",
      },
      ['main.bicep'],
    ],
    [
      'files that contain each other',
      {
        'a.bicep': `module m 'b.bicep' = { name: 'm' }\n${service}`,
        'b.bicep': "module m 'a.bicep' = { name: 'm' }",
      },
      ['a.bicep'],
    ],
    ['a service that exists', { 'a.bicep': service.replace("' =", "' existing =") }, []],
    ['no service', { 'a.bicep': 'param location string' }, []],
  ])('are found in %s', (_, texts, expected) => {
    expect(bicepDeployments(filesOf(texts))).toEqual(expected);
  });
});

describe('Terraform folders that are deployed', () => {
  it.each([
    ['a single file', { 'main.tf': planned }, ['']],
    ['two folders', { 'a/main.tf': planned, 'b/main.tf': planned }, ['a', 'b']],
    [
      'a module of a folder',
      { 'main.tf': 'module "m" {\n  source = "./m"\n}', 'm/main.tf': planned },
      [''],
    ],
    [
      'folders that call each other',
      {
        'main.tf': `module "m" {\n  source = "./m"\n}\n${planned}`,
        'm/main.tf': 'module "m" {\n  source = "../"\n}',
      },
      [''],
    ],
    [
      'a copy that terraform init made',
      { 'main.tf': 'variable "a" {}', '.terraform/modules/m/main.tf': planned },
      [],
    ],
    [
      'a service of azapi',
      {
        'main.tf':
          'resource "azapi_resource" "a" {\n  type = "Microsoft.ApiManagement/service@2024-05-01"\n}',
      },
      [''],
    ],
    [
      'a module from a registry that deploys a service',
      { 'main.tf': 'module "a" {\n  source = "Azure/avm-res-apimanagement-service/azurerm"\n}' },
      [''],
    ],
    [
      'a module from a registry that deploys a part of one',
      {
        'main.tf':
          'module "a" {\n  source = "git::https://example.com/x.git//api_management_api?ref=v1"\n}',
      },
      [],
    ],
    ['a service that is looked up', { 'main.tf': `data ${planned.slice('resource '.length)}` }, []],
    [
      'a part of a service of azapi',
      {
        'main.tf':
          'resource "azapi_resource" "a" {\n  type = "Microsoft.ApiManagement/service/apis@2024-05-01"\n}',
      },
      [],
    ],
    ['no service', { 'main.tf': 'variable "a" {}' }, []],
  ])('are found in %s', (_, texts, expected) => {
    expect(terraformDeployments(filesOf(texts))).toEqual(expected);
  });
});
