/** Whose settings and flows hold for a deployment, and what is read around it: in repositories, and without one. */

import { readFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { hclNetwork } from '../../support/firewall-terraform.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

const good = bicepNetwork();
const bad = bicepNetwork([denySql]);
const flows = (name: string) =>
  `flows:\n  - name: ${name}\n    deny: { from: Internet, ports: 443 }\n    reason: a\n`;
const ignore = (path: string) =>
  `ignore:\n  - check: required-flow-denied\n    path: ${path}\n    reason: soon\n`;

async function checked(folder: string, args: readonly string[]) {
  const { out, err, code } = await command(folder, ['check', ...args, '--format', 'json']);
  const run = out === '' ? { deployments: [], notJudged: [] } : JSON.parse(out);
  const verdicts = run.deployments.map((one: { path: string; verdict: string }) => [
    one.path,
    one.verdict,
  ]);
  return { ...run, verdicts, err, code };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('of two repositories', () => {
  const files = {
    'a/.git/HEAD': '',
    'a/main.bicep': good,
    'b/.git/HEAD': '',
    'b/main.bicep': good,
  };

  it('each has its own flows', async () => {
    const folder = folderWith({
      ...files,
      'a/apim-atlas.flows.yaml': flows('nothing from outside'),
      'b/apim-atlas.flows.yaml': 'flows: []\n',
    });
    for (const paths of [
      ['a', 'b'],
      ['b/main.bicep', 'a/main.bicep'],
    ]) {
      const { verdicts, deployments, code } = await checked(folder, paths);
      expect([Object.fromEntries(verdicts), code]).toEqual([
        { 'a/main.bicep': 'FAIL', 'b/main.bicep': 'PASS' },
        1,
      ]);
      expect(
        deployments.flatMap(({ ownFlows }: { ownFlows: { location: { file: string } }[] }) =>
          ownFlows.map(({ location }) => location.file),
        ),
      ).toEqual(['a/apim-atlas.flows.yaml']);
    }
  });

  it('each has its own settings, with paths from its top', async () => {
    const folder = folderWith({
      ...files,
      'a/main.bicep': bad,
      'b/main.bicep': bad,
      'a/apim-atlas.yaml': ignore('main.bicep'),
      'b/apim-atlas.yaml': ignore('other.bicep'),
    });
    const { verdicts, ignoreProblems } = await checked(folder, ['a', 'b']);
    expect(verdicts).toEqual([
      ['a/main.bicep', 'PASS'],
      ['b/main.bicep', 'FAIL'],
    ]);
    expect(ignoreProblems).toMatchObject([{ file: 'b/apim-atlas.yaml', line: 2 }]);
  });

  it('both are edited', async () => {
    const folder = folderWith({ ...files, 'a/main.bicep': bad, 'b/main.bicep': bad });
    const { code } = await command(folder, ['check', 'a', 'b', '--fix']);
    expect(code).toBe(0);
    for (const name of ['a', 'b']) {
      expect(readFileSync(join(folder, name, 'main.bicep'), 'utf8')).not.toBe(bad);
    }
  });

  it('the inner one has what both hold', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'apim-atlas.flows.yaml': flows('outer'),
      'inner/.git/HEAD': '',
      'inner/main.bicep': good,
      'main.bicep': good,
    });
    const { verdicts } = await checked(folder, ['.', 'inner']);
    expect(verdicts).toEqual([
      ['main.bicep', 'FAIL'],
      ['inner/main.bicep', 'PASS'],
    ]);
  });
});

describe('below a folder', () => {
  const files = {
    'main.bicep': bad,
    'a/main.bicep': bad,
    'b/infra/main.bicep': bad,
    'apim-atlas.yaml': ignore('main.bicep'),
    'b/apim-atlas.yaml': ignore('infra/main.bicep'),
    'b/infra/apim-atlas.flows.yaml': flows('of b'),
    'apim-atlas.flows.yaml': flows('of all'),
  };
  const repositories = { 'a/.git/HEAD': '', 'b/.git/HEAD': '' };

  it.each([
    ['several repositories', repositories],
    ['one repository', { '.git/HEAD': '' }],
  ])('of %s the settings and flows nearest to each deployment hold', async (_, git) => {
    const { deployments, verdicts, ignoreProblems } = await checked(
      folderWith({ ...files, ...git }),
      ['.'],
    );
    const names = ({ ownFlows }: { ownFlows: { name: string }[] }) =>
      ownFlows.map(({ name }) => name).join();
    const isIgnored = ({ findings }: { findings: { suppression: unknown }[] }) =>
      findings.some(({ suppression }) => suppression !== null);
    const rows = deployments.map((one: never, index: number) => [
      verdicts[index][0],
      names(one),
      isIgnored(one),
    ]);
    expect(rows).toEqual([
      ['a/main.bicep', 'of all', false],
      ['b/infra/main.bicep', 'of b', true],
      ['main.bicep', 'of all', true],
    ]);
    expect(ignoreProblems).toEqual([]);
  });

  it('an ignore that meets nothing is named if all that it is for is judged', async () => {
    const folder = folderWith({ ...files, '.git/HEAD': '', 'b/infra/main.bicep': good });
    const problems = async (path: string) =>
      (await checked(folder, [path])).ignoreProblems.map(({ file }: { file: string }) => file);
    expect(await problems('b')).toEqual(['b/apim-atlas.yaml']);
    expect(await problems('b/infra')).toEqual([]);
  });

  it('a comparison has the flows nearest to each deployment, too', async () => {
    const folder = folderWith({ 'old/b/infra/main.bicep': good });
    const broken = { 'b/infra/apim-atlas.flows.yaml': 'flows: 1' };
    const now = folderWith({ ...files, ...broken, '.git/HEAD': '' });
    const { err, code } = await command(folder, ['diff', 'old', now]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('error: b/infra/apim-atlas.flows.yaml:1:'),
    ]);
  });
});

describe('without a repository', () => {
  it.each([
    ['the named folder', 'infra/', 'infra'],
    ['the folder of a named file', 'infra/', 'infra/main.bicep'],
    ['the current folder', '', 'infra'],
  ])('settings and flows are those of %s', async (_, at, path) => {
    const folder = folderWith({
      'infra/main.bicep': bad,
      [`${at}apim-atlas.flows.yaml`]: flows('nothing from outside'),
      [`${at}apim-atlas.yaml`]: ignore(at === '' ? 'infra/main.bicep' : 'main.bicep'),
    });
    const { deployments, ignoreProblems } = await checked(folder, [path]);
    expect(deployments[0].ownFlows).toMatchObject([{ name: 'nothing from outside' }]);
    expect(
      deployments[0].findings.find(
        ({ checkId }: { checkId: string }) => checkId === 'required-flow-denied',
      ).suppression,
    ).not.toBeNull();
    expect(ignoreProblems).toEqual([]);
  });

  const outer = "module network '../network.bicep' = { name: 'n' }";

  it('a home folder is not read around the files in it', async () => {
    const folder = folderWith({
      'a/main.bicep': outer,
      'b/main.bicep': good,
      'network.bicep': bad,
    });
    vi.spyOn(os, 'homedir').mockReturnValue(folder);
    const { verdicts, notJudged } = await checked(folder, ['a/main.bicep', 'b/main.bicep']);
    expect([verdicts, notJudged]).toEqual([
      [['b/main.bicep', 'PASS']],
      [
        {
          path: 'a/main.bicep',
          reason: 'no deployment of API Management contains it',
          isError: false,
        },
      ],
    ]);
  });

  it('a file in the home folder is read without the folders in it', async () => {
    const folder = folderWith({
      'main.bicep': good,
      'other/env.bicepparam': "using '../main.bicep'",
    });
    vi.spyOn(os, 'homedir').mockReturnValue(folder);
    const { deployments } = await checked(folder, ['main.bicep']);
    expect(deployments).toMatchObject([{ path: 'main.bicep', notes: [] }]);
  });

  it('of the current folder only the folder of a named file is read, and what the file refers to', async () => {
    const folder = folderWith({
      'proj/main.bicep': outer,
      'network.bicep': good,
      'other/wide.bicep': "module main '../proj/main.bicep' = { name: 'm' }",
    });
    const { verdicts } = await checked(folder, ['proj/main.bicep']);
    expect(verdicts).toEqual([['proj/main.bicep', 'PASS']]);
  });

  it('a user without a home is none', async () => {
    vi.spyOn(os, 'homedir').mockImplementation(() => {
      throw new Error('ENOENT: no such file or directory, uv_os_homedir');
    });
    const { verdicts } = await checked(folderWith({ 'main.bicep': good }), ['main.bicep']);
    expect(verdicts).toEqual([['main.bicep', 'PASS']]);
  });
});

describe('with values files', () => {
  const broken = 'flows: [a]\n';
  const bicepparam = "using '../infra/main.bicep'\n";
  const terraform = {
    'infra/main.tf': `variable "x" {}\n${hclNetwork}`,
    'infra/env/dev.tfvars': 'x = "1"\n',
  };

  it.each<[about: string, files: Readonly<Record<string, string>>, more: string]>([
    [
      'beside what is deployed',
      {
        'infra/main.bicep': good,
        'infra/apim-atlas.flows.yaml': broken,
        'apim-atlas.flows.yaml': 'flows: []\n',
        'params/dev.bicepparam': bicepparam,
      },
      'params/prod.bicepparam',
    ],
    [
      'beside the values',
      { ...terraform, 'infra/env/apim-atlas.flows.yaml': broken },
      'infra/env/prod.tfvars',
    ],
  ])('flows %s count, however many they are', async (_, files, more) => {
    const text = more.endsWith('.tfvars') ? 'x = "2"\n' : bicepparam;
    for (const all of [files, { ...files, [more]: text }]) {
      const { err, code } = await checked(folderWith({ '.git/HEAD': '', ...all }), []);
      expect([err.includes('apim-atlas.flows.yaml'), code]).toEqual([true, 2]);
    }
  });
});
