/** Which folders and files `apim-atlas check` passes over, and what it reads of large repositories. */

import { describe, expect, it } from 'vitest';
import { checked, folderWith } from '../../support/command.ts';
import { bicepNetwork } from '../../support/networks.ts';

const good = bicepNetwork();

/** More files than one input may have. */
const many = (nameOf: (index: number) => string, text = '{}') =>
  Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [nameOf(index), text]));

const values = (all: Readonly<Record<string, unknown>>) =>
  JSON.stringify({
    parameters: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { value }])),
  });

describe('folders', () => {
  it('of more files than one input may have are judged by what each deployment leads to', async () => {
    const folder = folderWith({
      ...many((index) => `m${index}/main.tf`, 'variable "v" {}'),
      'main.bicep': "module network 'network.bicep' = { name: 'n' }",
      'network.bicep': good,
    });
    const { deployments, code } = await checked(folder);
    expect(deployments).toMatchObject([{ path: 'main.bicep', verdict: 'PASS' }]);
    expect(code).toBe(0);
  });

  it('with hidden folders are looked into, but for those of tools', async () => {
    const folder = folderWith({
      '.infrastructure/bicep/main.bicep': good,
      '.azure/plan.json': JSON.stringify({ type: 'Microsoft.ApiManagement/service' }),
      '.git/main.bicep': good,
      '.terragrunt-cache/main.bicep': good,
      '.pnpm-store/v10/main.bicep': good,
      '.mypy_cache/main.bicep': good,
      '.claude/worktrees/x/main.bicep': good,
    });
    const { deployments, notJudged } = await checked(folder);
    expect(deployments).toMatchObject([{ path: '.infrastructure/bicep/main.bicep' }]);
    expect(notJudged).toMatchObject([{ path: '.azure/plan.json' }]);
  });

  it.each([
    ['a cache', 'CACHEDIR.TAG', 'Signature: 8a477f597d28d172789f06886806bc55\n# by a tool'],
    ['another worktree', '.git', 'gitdir: /home/me/repo/.git/worktrees/other\n'],
  ])('with the mark of %s are passed over, unless they are named', async (_, mark, text) => {
    const folder = folderWith({ 'main.bicep': good, 'x/in/main.bicep': good, [`x/${mark}`]: text });
    const paths = async (args: readonly string[]) =>
      (await checked(folder, args)).deployments.map(({ path }: { path: string }) => path);
    expect(await paths([])).toEqual(['main.bicep']);
    expect(await paths(['x'])).toEqual([expect.stringMatching(/^(x\/)?in\/main\.bicep$/)]);
  });

  it.each([
    ['.git', 'gitdir: ../.git/modules/x\n'],
    ['.git', 'gitdir: /home/me/repo/.git/worktrees/other/modules/x\n'],
    ['CACHEDIR.TAG', 'no cache'],
  ])('of submodules, and without the mark of a cache, are judged: %s %s', async (mark, text) => {
    const folder = folderWith({ 'x/main.bicep': good, [`x/${mark}`]: text });
    expect((await checked(folder)).deployments).toMatchObject([{ path: 'x/main.bicep' }]);
  });

  it('below a name like that of values are read as JSON alone', async () => {
    const folder = folderWith({
      ...many((index) => `cache/params/${index}.data.json`),
      'cache/main.bicep': good,
    });
    expect((await checked(folder)).deployments).toMatchObject([{ path: 'cache/main.bicep' }]);
  });

  it('with many values files are judged by those around each deployment, and those that name it', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      ...many((index) => `tests/params${index}.json`, values({ other: 1 })),
      'infra/apim/main.bicep': good,
      'values/prod.bicepparam': "using '../infra/apim/main.bicep'\nparam location = 'northeurope'",
      'other/main.bicep': good,
      'other/in/main.parameters.json': JSON.stringify({
        parameters: { location: { value: 'northeurope' } },
      }),
    });
    const { deployments } = await checked(folder);
    const regions = deployments.map(
      ({ flows }: { flows: { region: string }[] }) => flows[0]?.region,
    );
    expect(regions).toEqual(['northeurope', 'northeurope']);
  });

  it.each([
    ['of no values', '{ "a": 1 }'],
    ['of values for other deployments', values({ other: 1 })],
  ])('with many files %s below a deployment are judged', async (_, text) => {
    const folder = folderWith({
      '.git/HEAD': '',
      ...many((index) => `tests/params${index}.json`, text),
      'main.bicep': good,
      'main.parameters.json': values({ location: 'northeurope' }),
    });
    for (const paths of [[], ['main.bicep']]) {
      const { deployments, code } = await checked(folder, paths);
      expect(
        deployments.map(({ path, flows }: { path: string; flows: { region: string }[] }) => [
          path,
          flows[0]?.region,
        ]),
      ).toEqual([['main.bicep', 'northeurope']]);
      expect(code).toBe(0);
    }
  });

  it('with many values files of one deployment are judged by 50 of them, and by one that is named', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      ...many(
        (index) => `values/param${index}.json`,
        `{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#", ${values({ location: 'northeurope' }).slice(1)}`,
      ),
      'infra/main.bicep': good,
      'infra/other.bicep': '',
    });
    const named = await checked(folder, ['values/param7.json']);
    expect(named.deployments).toMatchObject([{ path: 'values/param7.json', verdict: 'PASS' }]);
    const all = await checked(folder);
    expect([all.deployments.length, all.notJudged.length, all.notJudged[0]?.reason]).toEqual([
      50,
      1951,
      'infra/main.bicep has more than 50 values files; name this one',
    ]);
  });

  it('with many values files are judged with one that is named, wherever it is', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      ...many((index) => `tests/params${index}.json`, values({ other: 1 })),
      'infra/main.tf': `variable "region" {}
resource "azurerm_api_management" "apim" {
  name     = "apim"
  location = var.region
  sku_name = "Premium_1"
}`,
      'values/prod.tfvars': 'region = "northeurope"',
    });
    const { deployments } = await checked(folder, ['values/prod.tfvars']);
    expect(deployments).toMatchObject([{ path: 'values/prod.tfvars', missingValues: [] }]);
  });
});
