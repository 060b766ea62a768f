/** What the command does on Windows, as far as it can be seen on another system. */

import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { startOf } from '../../cli/live/sign-in.ts';
import { isOutside, nameIn } from '../../cli/source-tree.ts';

it.each([
  [win32, 'C:\\repo', 'C:\\repo\\infra\\main.bicep', 'infra/main.bicep', false],
  [win32, 'C:\\repo', 'c:\\Repo\\main.bicep', 'main.bicep', false],
  [win32, 'C:\\repo', 'C:\\other\\main.bicep', '../other/main.bicep', true],
  [win32, 'C:\\repo', 'D:\\main.bicep', 'D:/main.bicep', true],
  [win32, 'C:\\repo', '\\\\server\\share\\main.bicep', '//server/share/main.bicep', true],
  [posix, '/repo', '/repo/..cache/main.bicep', '..cache/main.bicep', false],
  [posix, '/repo', '/', '..', true],
])(
  'names files with slashes and tells what is outside: case %#',
  (path, base, file, name, isOut) => {
    expect(nameIn(base, file, path)).toBe(name);
    expect(isOutside(name, path)).toBe(isOut);
  },
);

it('starts az by a shell on Windows alone, without words that it would warn about', () => {
  const line = 'az account show --resource https://management.azure.com/';
  const words = ['account', 'show', '--resource', 'https://management.azure.com/'];
  expect(startOf(line, 'linux')).toEqual({ file: 'az', args: words, shell: false });
  expect(startOf(line, 'win32')).toEqual({ file: line, args: [], shell: true });
});

it.each(['az & calc', 'az "a b"', 'az %PATH%', 'az a^b'])('gives no shell %s', (line) => {
  expect(() => startOf(line, 'win32')).toThrow(/plain words/);
});
