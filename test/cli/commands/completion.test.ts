/** `apim-atlas completion`: what it offers, and that a shell takes its script. */

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { command } from '../../support/command.ts';

const offered = async (...words: readonly string[]) => {
  const { out } = await command('/', ['complete', '--', ...words]);
  return out.split('\n').filter((line) => line !== '');
};

it.each([
  [['ch'], ['check']],
  [['check', '--for'], ['--format']],
  [['check', '--format', 'ju'], ['junit']],
  [['check', '--format=ju'], ['--format=junit']],
  // As bash sends it.
  [['check', '--format', '=', 'ju'], ['junit']],
  [
    ['subnet', '--mode', '='],
    ['external', 'internal'],
  ],
  [['rules', 'westeurope', '--tier', 'premium-v'], ['premium-v2']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish', 'powershell'],
  ],
  [['--v'], ['--version']],
  [['check', 'infra/'], []],
  [['check', '--output', ''], []],
])('completes %j', async (words, expected) => {
  expect(await offered(...words)).toEqual(expected);
});

it('offers every command, and every option of each', async () => {
  const { out } = await command('/', ['--help']);
  const [, listed = ''] = out.split('Commands:\n');
  const names = [...listed.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name as string);
  expect(names).toContain('check');
  expect(await offered('')).toEqual(names);
  for (const name of names.filter((one) => one !== 'help')) {
    const { out: help } = await command('/', [name, '--help']);
    const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
    expect(options).toContain('--help');
    expect([name, await offered(name, '-')]).toEqual([name, options]);
  }
});

it.each(['bash', 'zsh', 'fish', 'powershell'])('prints the script of %s', async (shell) => {
  const { out } = await command('/', ['completion', shell]);
  expect(out).toContain('apim-atlas complete --');
});

it('completes in bash', async () => {
  const { out } = await command('/', ['completion', 'bash']);
  const script = `
apim-atlas() { printf '%s\\n' "$@"; }
${out}
COMP_WORDS=(apim-atlas check --format s ignored) COMP_CWORD=3
_apim_atlas
printf '[%s]' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: '[complete][--][check][--format][s]', stderr: '' });
});
