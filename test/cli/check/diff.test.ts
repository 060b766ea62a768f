/** `apim-atlas diff`: two paths, a commit against the working tree, and what is wrong usage. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';

const rule = (name: string, priority: number, fields: string) => `
      {
        name: '${name}'
        properties: {
          priority: ${priority}
          direction: 'Outbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          ${fields}
        }
      }`;

const noSql = rule(
  'no-sql',
  300,
  "destinationAddressPrefix: 'Sql'\n          destinationPortRange: '1433'",
);

const bicep = (rules = '') => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [${rules}
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'apim'
        properties: { addressPrefix: '10.0.1.0/27', networkSecurityGroup: { id: nsg.id } }
      }
    ]
  }
}
resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: {
    publisherEmail: 'a@example.com'
    publisherName: 'a'
    virtualNetworkType: 'External'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
`;

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

function repository(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'first');
  return folder;
}

describe('two paths', () => {
  const folder = () => folderWith({ 'old/main.bicep': bicep(), 'new/main.bicep': bicep(noSql) });

  it('that differ: packets, the rules before and after, the finding; exit code 1', async () => {
    const { out, code } = await command(folder(), ['diff', 'old', 'new']);
    expect(code).toBe(1);
    expect(out).toMatch(/^main\.bicep: FAIL before and after; 1 closed, 1 new finding$/m);
    expect(out).toContain('closed: outbound TCP 1433 from 10.0.1.0/27 to Sql');
    expect(out).toMatch(
      /allowed by AllowInternetOutBound, now denied by no-sql; for example 10\.0\.1\.4:50000 -> [\d.]+:1433 tcp/,
    );
    expect(out).toContain('in the port table: ');
    expect(out).toContain('new finding: ');
    expect(out).toContain('required-flow-denied');
  });

  it('the other way round: opened and resolved', async () => {
    const { out } = await command(folder(), ['diff', 'new', 'old', '--format', 'json']);
    const { format, deployments } = JSON.parse(out);
    expect(format).toBe('diff-v1');
    expect(deployments).toMatchObject([
      {
        path: 'main.bicep',
        opened: [{ tags: ['Sql'], decidedBefore: ['no-sql'], portRules: ['azure-sql'] }],
        closed: [],
        appeared: [],
        resolved: [{ checkId: 'required-flow-denied' }],
      },
    ]);
  });

  it('that are the same: nothing, and exit code 0', async () => {
    const { out, code } = await command(folder(), ['diff', 'new', 'new']);
    expect({ out, code }).toEqual({
      out: expect.stringContaining('no packet and no finding changes'),
      code: 0,
    });
  });

  it('as Markdown, with hostile names escaped', async () => {
    const hostile = noSql.replace("'no-sql'", "'a|b<img>\\n::error::'");
    const files = { 'old/main.bicep': bicep(), 'new/main.bicep': bicep(hostile) };
    const { out } = await command(folderWith(files), [
      'diff',
      'old',
      'new',
      '--format',
      'markdown',
    ]);
    expect(out).toContain('| closed | outbound TCP 1433 from 10.0.1.0/27 to Sql |');
    expect(out).not.toMatch(/<img>|^::error/m);
  });
});

describe('own flows', () => {
  const flows = `flows:
  - name: databases are reached
    allow: { to: Sql, ports: 1433, protocol: TCP }
    reason: orders
  - name: storage is reached
    allow: { to: Storage, ports: 443, protocol: TCP }
    reason: logs
`;

  it.each([
    ['of the repository', { 'apim-atlas.flows.yaml': flows, '.git/HEAD': '' }, []],
    ['that are named', { 'mine.yaml': flows }, ['--flows', 'mine.yaml']],
  ])('%s are held against both sides', async (_, files, args) => {
    const folder = folderWith({
      'old/main.bicep': bicep(),
      'new/main.bicep': bicep(noSql),
      ...files,
    });
    const { code, out } = await command(folder, ['diff', 'old', 'new', ...args]);
    expect(code).toBe(1);
    expect(out).toContain(
      'own flow: databases are reached (westeurope): holds before, broken after: ',
    );
    expect(out).not.toContain('storage is reached');
    expect(out).not.toContain('own-flow-denied');
    const json = await command(folder, ['diff', 'new', 'old', '--format', 'json', ...args]);
    expect(JSON.parse(json.out).deployments[0].ownFlows).toMatchObject([
      { name: 'databases are reached', region: 'westeurope', before: 'BROKEN', after: 'HOLDS' },
    ]);
  });
});

describe('a commit', () => {
  it('against the working tree, with the index left alone', async () => {
    const folder = repository({ 'infra/main.bicep': bicep() });
    writeFileSync(join(folder, 'infra/main.bicep'), bicep(noSql));
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('apim-atlas-'));
    const { out, code } = await command(folder, ['diff', '--git', 'HEAD']);
    expect(code).toBe(1);
    expect(out).toContain('infra/main.bicep');
    expect(out).toContain('closed: outbound TCP 1433');
    expect(git(folder, 'status', '--porcelain')).toBe(' M infra/main.bicep\n');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('apim-atlas-'))).toEqual(before);
  });

  it('from a folder below, with a path', async () => {
    const folder = repository({ 'infra/main.bicep': bicep(noSql), 'other/main.bicep': bicep() });
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'infra/main.bicep'), bicep());
    const { out } = await command(join(folder, 'docs'), ['diff', '--git', 'main', '../infra']);
    expect(out).toContain('opened: outbound TCP 1433');
    expect(out).not.toContain('other/main.bicep');
  });

  it('with a folder that is new', async () => {
    const folder = repository({ 'infra/main.bicep': bicep() });
    mkdirSync(join(folder, 'second'));
    writeFileSync(join(folder, 'second/main.bicep'), bicep());
    const { out, code } = await command(folder, ['diff', '--git', 'HEAD', 'second']);
    expect({ out, code }).toEqual({
      out: 'not compared: second/main.bicep: it is only there after\n',
      code: 2,
    });
  });

  it('with a deployment that is new', async () => {
    const folder = repository({ 'infra/main.bicep': bicep() });
    writeFileSync(join(folder, 'infra/second.bicep'), bicep());
    const { out, code } = await command(folder, ['diff', '--git', 'HEAD']);
    expect(code).toBe(1);
    expect(out).toContain('not compared: infra/second.bicep: it is only there after');
  });
});

describe('what cannot be compared', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['one path', ['main.bicep'], /takes two paths/],
    ['three paths', ['main.bicep', 'main.bicep', 'main.bicep'], /takes two paths/],
    ['two paths and a commit', ['--git', 'HEAD', 'main.bicep', 'main.bicep'], /at most one path/],
    ['a commit that is none', ['--git', 'nowhere'], /git cannot read nowhere/],
    ['an option as a commit', ['--git', '--help'], /git cannot read --help/],
    ['a path outside', ['--git', 'HEAD', '..'], /is outside of/],
    ['a path that is none', ['main.bicep', 'missing.bicep'], /no file or folder missing\.bicep/],
    ['no deployment', ['empty', 'empty'], /nothing was compared/],
  ])('%s', async (_, args, message) => {
    const folder = repository({ 'main.bicep': bicep(), 'empty/README.md': 'nothing' });
    const { err, code } = await command(folder, ['diff', ...args]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
