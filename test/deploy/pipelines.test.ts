/** The recipes for pipelines: their scripts run here with the built command instead of the package. */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { folderWith } from '../support/command.ts';
import { bicepNetwork, denySql } from '../support/networks.ts';
import { inherited } from '../support/server-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => parse(readFileSync(join(root, name), 'utf8'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

let built = '';
beforeAll(async () => {
  built = await ensureBuilt('command');
}, buildTimeout);

const action = read('action.yml');
const azure = read('deploy/pipelines/azure-pipelines.yml');
const gitlab = read('deploy/pipelines/gitlab.yml')['apim-network'];
const [hook] = read('.pre-commit-hooks.yaml');

/** Runs a script in a folder with this file; `npx` runs the built command and notes the package. */
function runIn(script: string, text: string, env: Readonly<Record<string, string>>) {
  const folder = folderWith({ 'infra/main.bicep': text, '.git/HEAD': '' });
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const npx = join(bin, 'npx');
  const command = `"${process.execPath}" "${join(built, 'apim-atlas.mjs')}"`;
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1 $2 $4 $5" = "--yes --package -- apim-atlas" ] || exit 99\necho "$3" >> "${folder}/packages"\nshift 5\nexec ${command} "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...inherited, PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: folder, ...env },
  });
  const file = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  return { status, stdout, stderr, file, folder };
}

const bad = bicepNetwork([denySql]);
const good = bicepNetwork();

it.each([
  ['action.yml', action.inputs.package.default],
  [
    'deploy/pipelines/azure-pipelines.yml',
    azure.parameters.find(({ name }: { name: string }) => name === 'package').default,
  ],
  ['deploy/pipelines/gitlab.yml', gitlab.variables.ATLAS_PACKAGE],
  ['.pre-commit-hooks.yaml', /--package (\S+)/.exec(hook.entry)?.[1]],
])('%s runs the package of this version', (_, name) => {
  expect(name).toBe(`apim-network-atlas@${version}`);
});

describe('the GitHub Action', () => {
  const [step] = action.runs.steps;
  const env = {
    ATLAS_PATHS: 'infra\n',
    ATLAS_ARGUMENTS: '--what-if=none\n--param=note=$(touch hacked); `touch hacked`',
    ATLAS_FAIL_ON: 'error',
    ATLAS_SARIF: 'apim.sarif',
    ATLAS_PACKAGE: 'a@1',
    GITHUB_STEP_SUMMARY: 'summary.md',
    GITHUB_ACTIONS: 'true',
  };

  it('passes every input by an environment variable', () => {
    expect(step.run).not.toContain('${{');
    expect(Object.keys(step.env).sort()).toEqual(
      Object.keys(env)
        .filter((name) => name.startsWith('ATLAS_'))
        .sort(),
    );
  });

  it.each([
    ['fails on errors', bad, 1],
    ['passes a good network', good, 0],
  ])('%s', (_, text, expected) => {
    const { status, stdout, stderr, file } = runIn(step.run, text, env);
    expect({ status, stderr }).toMatchObject({ status: expected });
    expect(stdout.includes('::error file=infra/main.bicep,line=')).toBe(expected === 1);
    expect(file('summary.md')).toContain('## API Management network check');
    const [run] = JSON.parse(file('apim.sarif')).runs;
    expect(run.results).toHaveLength(expected);
    expect(file('packages')).toBe('a@1\n'.repeat(3));
    expect(file('hacked')).toBe('');
  });
});

describe('the template of Azure Pipelines', () => {
  const [step] = azure.steps;

  it.each([
    ['fails on errors', bad, 1],
    ['passes a good network', good, 0],
  ])('%s', (_, text, expected) => {
    const { status, stdout, file } = runIn(step.bash, text, {
      ATLAS_PATHS: 'infra',
      ATLAS_FAIL_ON: 'error',
      ATLAS_PACKAGE: 'a@1',
      AGENT_TEMPDIRECTORY: '.',
      TF_BUILD: 'True',
    });
    expect(status).toBe(expected);
    expect(stdout.includes('##vso[task.logissue type=error')).toBe(expected === 1);
    expect(file('apim-atlas.xml')).toContain('<testsuites name="apim-atlas">');
    expect(file('apim-atlas.xml').includes('<failure ')).toBe(expected === 1);
  });
});

describe('the job of GitLab', () => {
  it.each([
    ['fails on errors', bad, 1],
    ['passes a good network', good, 0],
  ])('%s', (_, text, expected) => {
    const { status, stdout, file } = runIn(gitlab.script.join('\n'), text, gitlab.variables);
    expect(status).toBe(expected);
    expect(stdout).toContain(expected === 1 ? 'infra/main.bicep: FAIL' : 'infra/main.bicep: PASS');
    expect(file(gitlab.artifacts.reports.junit)).toContain('<testsuites name="apim-atlas">');
  });
});

describe('the hook of pre-commit', () => {
  it.each([
    ['fails on a changed file with errors', bad, 'infra/main.bicep', 1],
    ['passes a good network', good, 'infra/main.bicep', 0],
    ['passes files of other things', 'param a string', 'infra/main.bicep', 0],
  ])('%s', (_, text, name, expected) => {
    expect(new RegExp(hook.files).test(name)).toBe(true);
    expect(runIn(`${hook.entry} ${name}`, text, {}).status).toBe(expected);
  });
});
