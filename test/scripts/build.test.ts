/** Which parts a start builds: those that are missing, half built, or older than their sources. */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, it, test } from 'vitest';
import { build, isFresh, type Part, parts } from '../../scripts/build.ts';

const directory = mkdtempSync(join(tmpdir(), 'atlas-build-'));
const inDirectory = (name: string) => join(directory, name);
const source = inDirectory('regions/public.ts');
const part: Part = {
  entry: inDirectory('dist/index.html'),
  mark: inDirectory('marks/site.built'),
  sources: [inDirectory('regions'), inDirectory('lock.json')],
  async build() {
    writeFileSync(part.entry, '');
  },
};

/** Gives a file or directory a time: long ago, or so many seconds from now. */
function changed(path: string, fromNow?: number): void {
  const time = fromNow === undefined ? 1e9 : Date.now() / 1000 + fromNow;
  utimesSync(path, time, time);
}

beforeEach(() => {
  rmSync(directory, { recursive: true });
  for (const name of ['dist', 'regions']) mkdirSync(inDirectory(name), { recursive: true });
  for (const path of [inDirectory('lock.json'), source]) writeFileSync(path, '');
  for (const path of [inDirectory('lock.json'), source, inDirectory('regions')]) changed(path);
});

afterAll(() => rmSync(directory, { recursive: true }));

it('takes a part for fresh once it is built', async () => {
  expect(isFresh(part)).toBe(false);
  await build(part);
  expect(isFresh(part)).toBe(true);
});

test.each<[what: string, happens: () => void]>([
  ['it is gone', () => rmSync(part.entry)],
  ['a file below a source is newer', () => changed(source, 60)],
  ['a source that is a file is newer', () => changed(inDirectory('lock.json'), 60)],
  [
    'a source has lost a file',
    () => {
      rmSync(source);
      changed(inDirectory('regions'), 60);
    },
  ],
])('builds it again when %s', async (_, happens) => {
  await build(part);
  happens();
  expect(isFresh(part)).toBe(false);
});

it('builds it again when a source changed during the build', async () => {
  const slow: Part = {
    ...part,
    async build() {
      await wait(30);
      writeFileSync(source, 'new');
      await wait(30);
      await part.build();
    },
  };
  await build(slow);
  expect(isFresh(slow)).toBe(false);
});

it('never takes what a build made in part for fresh', async () => {
  await build(part);
  const seen: boolean[] = [];
  const failing: Part = {
    ...part,
    async build() {
      await part.build();
      seen.push(isFresh(part));
      throw new Error('no');
    },
  };
  await expect(build(failing)).rejects.toThrow('no');
  expect(existsSync(part.entry)).toBe(true);
  expect([...seen, isFresh(part)]).toEqual([false, false]);
});

test.each(Object.entries(parts))('the sources of the %s are there', (_, { sources }) => {
  expect(sources.filter((path) => !existsSync(path))).toEqual([]);
});

const script = fileURLToPath(new URL('../../scripts/build.ts', import.meta.url));

test.each<[args: readonly string[], message: string]>([
  [['pages'], 'there is no part "pages"; accepted: server, site, worker, command, package\n'],
  [['--check', 'server'], 'the server is not built; run `npm run build`\n'],
])('says why it ends with %j', (args, message) => {
  mkdirSync(inDirectory('scripts'));
  const copy = inDirectory('scripts/build.ts');
  copyFileSync(script, copy);
  const { status, stderr } = spawnSync(process.execPath, [copy, ...args], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: message });
});
