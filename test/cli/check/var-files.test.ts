/** Values of Terraform in several files: those that belong together, and those that --var-file names. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checked, command, folderWith } from '../../support/command.ts';

const main = `variable "access" {}
variable "prefix" {}
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
}
resource "azurerm_network_security_group" "apim" {
  name     = "apim"
  location = "westeurope"
  security_rule {
    name                       = "management"
    priority                   = 100
    direction                  = "Inbound"
    access                     = var.access
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "ApiManagement"
    destination_address_prefix = "VirtualNetwork"
    destination_port_range     = "3443"
  }
}
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.apim.id
}
`;
const prefix = 'prefix = "10.0.1.0/28"\n';
const access = (value: string) => `access = "${value}"\n`;
const environments = {
  'infra/main.tf': main,
  'infra/common.tfvars': prefix,
  'infra/dev.tfvars': access('Deny'),
  'infra/prod.tfvars': access('Allow'),
};

interface Judged {
  readonly path: string;
  readonly verdict: string;
  readonly notes: readonly string[];
}
async function judged(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { deployments, notJudged, code, err } = await checked(
    folderWith({ '.git/HEAD': '', ...files }),
    args,
  );
  return {
    verdicts: deployments.map(({ path, verdict }: Judged) => `${path} ${verdict}`),
    notes: deployments.flatMap(({ notes }: Judged) => notes),
    notJudged,
    code,
    err,
  };
}

describe('files that lack values which one other has', () => {
  const dev = 'infra/dev.tfvars is read together with infra/common.tfvars';
  const prod = 'infra/prod.tfvars is read together with infra/common.tfvars';

  it('are judged with it, and the report says so', async () => {
    expect(await judged(environments)).toMatchObject({
      verdicts: ['infra/dev.tfvars FAIL', 'infra/prod.tfvars PASS'],
      notes: [`${dev}: it alone has no value of prefix`, expect.stringContaining(prod)],
      notJudged: [],
      code: 1,
    });
  });

  it.each([
    ['infra/prod.tfvars', ['infra/prod.tfvars PASS']],
    ['infra/common.tfvars', ['infra/dev.tfvars FAIL', 'infra/prod.tfvars PASS']],
  ])('are judged where %s is named', async (path, verdicts) => {
    expect(await judged(environments, path)).toMatchObject({ verdicts, notJudged: [] });
  });

  it('make the folder where there is no other choice', async () => {
    const { 'infra/dev.tfvars': _, ...files } = environments;
    expect(await judged(files)).toMatchObject({
      verdicts: ['infra PASS'],
      notes: [expect.stringContaining(prod)],
    });
  });
});

describe('files that may belong to several', () => {
  const files = {
    ...environments,
    'infra/common.tfvars': `${prefix}access = "Allow"\n`,
    'infra/other net.tfvars': prefix,
  };

  it('are judged alone, and the report says which option to give', async () => {
    const folder = folderWith({ '.git/HEAD': '', ...files });
    const { out, code } = await command(join(folder, 'infra'), ['check', 'prod.tfvars']);
    expect(code).toBe(0);
    expect(out).toContain(
      "note: other values files have prefix; name all files of the deployment, the last one wins: --var-file <common.tfvars or 'other net.tfvars'> --var-file prod.tfvars\n",
    );
  });

  it('have it said, too, where they cannot be judged at all', async () => {
    const { notJudged, code } = await judged(
      {
        'infra/main.tf': main.replace('Developer_1', 'Develop_1'),
        'infra/a.tfvars': `${prefix}${access('Deny')}`,
        'infra/b.tfvars': prefix,
      },
      'infra/b.tfvars',
    );
    expect(notJudged).toMatchObject([
      {
        reason: expect.stringMatching(
          /; other values files have access; name all files of the deployment, the last one wins: --var-file infra\/a\.tfvars --var-file infra\/b\.tfvars$/,
        ),
      },
    ]);
    expect(code).toBe(2);
  });
});

describe('--var-file', () => {
  const varFiles = (...paths: readonly string[]) => paths.flatMap((path) => ['--var-file', path]);

  it('reads the files in their order, the last one wins', async () => {
    const files = { ...environments, 'infra/common.tfvars': `${prefix}${access('Deny')}` };
    const [common, prod] = ['infra/common.tfvars', 'infra/prod.tfvars'] as const;
    for (const paths of [[], ['infra/main.tf']]) {
      expect(await judged(files, ...paths, ...varFiles(common, prod))).toMatchObject({
        verdicts: ['infra PASS'],
        notes: [],
      });
      expect(await judged(files, ...paths, ...varFiles(prod, common))).toMatchObject({
        verdicts: ['infra FAIL'],
      });
    }
  });

  it('reads them after those that Terraform reads unnamed', async () => {
    const files = {
      'main.tf': main,
      'terraform.tfvars': `${prefix}${access('Deny')}`,
      'a.auto.tfvars.json': JSON.stringify({ access: 'Deny' }),
      'prod.vars': access('Allow'),
    };
    expect((await judged(files)).verdicts).toEqual(['. FAIL']);
    expect((await judged(files, ...varFiles('prod.vars'))).verdicts).toEqual(['. PASS']);
  });

  it('reads a file that is outside of the repository', async () => {
    const secret = join(
      folderWith({ 'prod.tfvars': `${prefix}${access('Allow')}` }),
      'prod.tfvars',
    );
    expect(await judged({ 'infra/main.tf': main }, ...varFiles(secret))).toMatchObject({
      verdicts: ['infra PASS'],
    });
  });

  it('reads it also where the repository has a file of the same path', async () => {
    const outside = folderWith({ 'prod.tfvars': `${prefix}${access('Deny')}` });
    const secret = join(outside, 'prod.tfvars');
    const inside = { [secret.slice(1)]: `${prefix}${access('Allow')}` };
    expect(await judged({ 'infra/main.tf': main, ...inside }, ...varFiles(secret))).toMatchObject({
      verdicts: ['infra FAIL'],
    });
  });

  it('calls no ignore unused: other values may need it', async () => {
    const files = {
      ...environments,
      'infra/main.tf': `# apim-atlas-ignore required-flow-denied: dev has no traffic\n${main}`,
    };
    const folder = folderWith({ '.git/HEAD': '', ...files });
    const { out } = await command(folder, [
      'check',
      ...varFiles('infra/common.tfvars', 'infra/prod.tfvars'),
    ]);
    expect(out).not.toContain('remove the ignore');
  });

  it.each([
    ['a file that is not there', environments, varFiles('no.tfvars'), 'there is no file no.tfvars'],
    ['a folder', environments, varFiles('infra'), 'there is no file infra'],
    [
      'a folder without Terraform',
      { 'main.bicep': '', 'x.tfvars': '' },
      varFiles('x.tfvars'),
      '--var-file is for folders of Terraform; . deploys no API Management service with Terraform',
    ],
    [
      'a values file that is named without it',
      environments,
      ['infra/prod.tfvars', ...varFiles('infra/common.tfvars')],
      'infra/prod.tfvars is a values file; with --var-file, name the folder, and give infra/prod.tfvars with --var-file, too',
    ],
    [
      'a live service',
      environments,
      ['--live', '/subscriptions/x', ...varFiles('infra/prod.tfvars')],
      '--live reads from Azure; name no files with it',
    ],
  ])('refuses %s', async (_, files, args, message) => {
    const { code, err } = await judged(files, ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('a comparison with a commit', () => {
  function committed(): string {
    const folder = folderWith(environments);
    for (const args of [
      ['init', '--quiet'],
      ['add', '--all'],
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', 'first'],
    ]) {
      execFileSync('git', args, { cwd: folder });
    }
    writeFileSync(join(folder, 'infra/prod.tfvars'), access('Deny'));
    return folder;
  }
  const comparedBy = (folder: string, file: string) =>
    command(join(folder, 'infra'), [
      ...['diff', '--git', 'HEAD', '--var-file', 'common.tfvars', '--var-file', file],
    ]);

  it('reads the values files of each side', async () => {
    const folder = committed();
    expect(await comparedBy(folder, 'prod.tfvars')).toMatchObject({
      code: 1,
      out: expect.stringContaining('3443'),
    });
    expect(await comparedBy(folder, 'dev.tfvars')).toMatchObject({ code: 0 });
  });

  it('names a values file that the commit does not have', async () => {
    const folder = committed();
    writeFileSync(join(folder, 'infra/new.tfvars'), access('Deny'));
    expect(await comparedBy(folder, 'new.tfvars')).toMatchObject({
      code: 2,
      err: expect.stringContaining('new.tfvars is not in HEAD'),
    });
  });
});
