/** What `apim-atlas check` reads of folders as repositories have them: loaded files, other files in JSON, links, size. */

import { execFileSync, spawn } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checked, command, folderWith } from '../../support/command.ts';
import { bicepNetwork, bicepRule, denySql } from '../../support/networks.ts';

const good = bicepNetwork();
const bad = bicepNetwork([denySql]);

describe('files that a source loads', () => {
  const loading = (path: string) =>
    bicepNetwork([bicepRule('own', {}).replace("'443'", `loadTextContent('${path}')`)]);

  it.each(['port.xml', 'parts/port.html', './parts/port', 'my parts/port.cfg', '../port.txt'])(
    'are read, whatever their names: %s',
    async (path) => {
      const folder = folderWith({
        '.git/HEAD': '',
        'infra/main.bicep': loading(path),
        [join('infra', path)]: '443',
      });
      const { deployments } = await checked(join(folder, 'infra'));
      expect(deployments).toMatchObject([{ verdict: 'PASS', notes: [] }]);
    },
  );

  it('are not read outside of the repository, by a link neither', async () => {
    const outside = folderWith({ 'secret.txt': '443' });
    const folder = folderWith({
      '.git/HEAD': '',
      'main.bicep': loading('secret.txt'),
      'other.bicep': loading('../../secret.txt'),
      'parent.bicep': loading('above/secret.txt'),
    });
    writeFileSync(join(folder, '..', 'secret.txt'), '443');
    onTestFinished(() => rmSync(join(folder, '..', 'secret.txt')));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
    symlinkSync('..', join(folder, 'above'));
    const { deployments } = await checked(folder);
    for (const { notes } of deployments) expect(notes.join()).toContain('is not among the files');
    expect(deployments).toHaveLength(3);
  });

  it.each([
    ['a name that is too long', `./${'a'.repeat(5000)}.txt`],
    ['a zero', './a\0.txt'],
  ])('are missing where the system takes no such name: %s', async (_, path) => {
    const { deployments } = await checked(folderWith({ 'main.bicep': loading(path) }));
    expect(deployments[0].notes.join()).toContain('is not among the files');
  });
});

describe('other files in JSON', () => {
  const type = 'Microsoft.ApiManagement/service';
  it.each([
    ['a workbook', { version: 'Notebook/1.0', items: [{ query: `where type == "${type}"` }] }],
    ['a form of the portal', { handler: 'x', resources: [], kind: type }],
    [
      'a template of something else',
      { $schema: 'deploymentTemplate.json#', resources: [], outputs: { a: { value: `${type}/` } } },
    ],
  ])('are named and do not fail the run: %s', async (_, document) => {
    const folder = folderWith({
      'main.bicep': good,
      'x.json': JSON.stringify({ ...document, about: `${type}/` }),
    });
    const { notJudged, code } = await checked(folder);
    expect(notJudged).toEqual([
      { path: 'x.json', reason: 'it deploys no API Management service', isError: false },
    ]);
    expect(code).toBe(0);
  });

  it('fail it where they hold a service that cannot be read', async () => {
    const folder = folderWith({
      'main.bicep': good,
      'x.json': JSON.stringify({ resources: [{ type, name: 'a', properties: {} }] }),
    });
    const { notJudged, code } = await checked(folder);
    expect(notJudged).toMatchObject([{ path: 'x.json', isError: true }]);
    expect(code).toBe(2);
  });
});

describe('folders', () => {
  it('with links in circles are read once', async () => {
    const folder = folderWith({ 'main.bicep': good, 'a/x.txt': '' });
    symlinkSync(folder, join(folder, 'a', 'b'));
    expect((await checked(folder)).deployments).toHaveLength(1);
  });

  it('with a source file that is too large fail, and name it', async () => {
    const folder = folderWith({ 'main.bicep': good, 'x.bicep': ' '.repeat(8_000_001) });
    const { notJudged, code } = await checked(folder);
    expect(notJudged).toEqual([
      { path: 'x.bicep', reason: 'it is larger than 8 MB', isError: true },
    ]);
    expect(code).toBe(2);
  });
});

describe('without a repository', () => {
  const values = "using '../main.bicep'\nparam location = 'northeurope'";
  const files = {
    'one/main.bicep': good,
    'one/params/prod.bicepparam': values,
    'two/main.bicep': good,
    'two/denied.bicep': bad,
  };

  it('several folders are judged in one run', async () => {
    const { deployments, code } = await checked(folderWith(files), ['one', 'two']);
    expect(deployments.map(({ path }: { path: string }) => path)).toEqual([
      'one/main.bicep',
      'two/denied.bicep',
      'two/main.bicep',
    ]);
    expect(code).toBe(1);
  });

  it('several folders above the current one are judged, too', async () => {
    const folder = folderWith(files);
    const { deployments } = await checked(join(folder, 'one/params'), ['../..', '../../two']);
    expect(deployments).toHaveLength(3);
  });

  it('a values file leads to the file that it is for', async () => {
    const { deployments, code } = await checked(folderWith(files), ['one/params/prod.bicepparam']);
    expect(deployments).toMatchObject([{ path: 'one/params/prod.bicepparam', verdict: 'PASS' }]);
    expect(code).toBe(0);
  });
});

describe('several services', () => {
  const two = `${good}
resource second 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'second'
  location: location
  sku: { name: 'Premium', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
`;
  it('are judged one by one', async () => {
    const { deployments } = await checked(folderWith({ 'main.bicep': two }));
    expect(deployments.map(({ service }: { service: string }) => service)).toEqual([
      'apim',
      'second',
    ]);
    const marks = deployments.flatMap(({ findings }: { findings: { fingerprint: string }[] }) =>
      findings.map(({ fingerprint }) => fingerprint),
    );
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('may be named', async () => {
    const { deployments } = await checked(folderWith({ 'main.bicep': two }), [
      '--service',
      'second',
    ]);
    expect(deployments).toMatchObject([{ service: 'second' }]);
  });

  it('of one name and group are one', async () => {
    const main = `module network 'network.bicep' = [for run in ['init', 'again']: { name: run }]`;
    const folder = folderWith({ 'main.bicep': main, 'network.bicep': good });
    expect((await checked(folder)).deployments).toMatchObject([{ service: null }]);
  });
});

describe('a values file of Terraform', () => {
  const root = `variable "prefix" { type = string }
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration { subnet_id = azurerm_subnet.apim.id }
}
resource "azurerm_subnet" "apim" {
  name             = "apim"
  address_prefixes = [var.prefix]
}`;
  const values = 'prefix = "10.0.1.0/28"';

  it.each([
    ['below the folder', 'infra/env/dev/terraform.tfvars', 'infra/env/dev/terraform.tfvars'],
    ['next to the folder, where it is the only one', 'env/dev.tfvars', 'env/dev.tfvars'],
    ['in the folder', 'infra/dev.tfvars', 'infra/dev.tfvars'],
    ['that Terraform reads unnamed', 'infra/terraform.tfvars', 'infra'],
  ])('%s is judged with it', async (_, path, judged) => {
    const folder = folderWith({ '.git/HEAD': '', 'infra/main.tf': root, [path]: values });
    const { deployments } = await checked(folder, [path]);
    expect(deployments).toMatchObject([{ path: judged, missingValues: [] }]);
  });

  it('is one of several, each of which is judged; that of another folder is none', async () => {
    const folder = folderWith({
      'main.tf': root,
      'env/dev/terraform.tfvars': values,
      'env/test/terraform.tfvars': values,
      'other/main.tf': '',
      'other/terraform.tfvars': values,
    });
    const { deployments } = await checked(folder);
    expect(deployments).toMatchObject(
      ['dev', 'test'].map((name) => ({
        path: `env/${name}/terraform.tfvars`,
        missingValues: [],
        notes: [],
      })),
    );
  });

  it('of another deployment is none', async () => {
    const folder = folderWith({ 'main.tf': 'locals { a = 1 }', 'dev.tfvars': values });
    expect(await checked(folder, ['dev.tfvars'])).toMatchObject({
      deployments: [],
      notJudged: [{ path: 'dev.tfvars', isError: false }],
    });
  });
});

describe('deployments that are named', () => {
  it('are those that a link to a file leads to', async () => {
    const folder = folderWith({ 'infra/main.bicep': bad });
    symlinkSync('infra/main.bicep', join(folder, 'link.bicep'));
    const { out, code } = await command(folder, ['check', 'link.bicep']);
    expect(out).toContain('infra/main.bicep: FAIL');
    expect(code).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('come from a pipe, which is not edited', async () => {
    const folder = folderWith({ 'main.bicep': bad });
    const judged = async (...options: readonly string[]) => {
      const pipe = join(folder, 'pipe');
      rmSync(pipe, { force: true });
      execFileSync('mkfifo', [pipe]);
      const writer = spawn('sh', ['-c', 'cat main.bicep > pipe'], { cwd: folder });
      try {
        return await command(folder, ['check', pipe, ...options]);
      } finally {
        writer.kill();
      }
    };
    expect(await judged()).toMatchObject({ code: 1, out: expect.stringContaining('pipe: FAIL') });
    expect(await judged('--fix')).toMatchObject({
      code: 2,
      err: expect.stringContaining('standard input is not a file that can be fixed'),
    });
  });
});
