/** The settings as the README and the page "Running it" describe them. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, test } from 'vitest';
import { maxBodyBytes } from '../../../api/request/refusal.ts';
import { readServerOptions } from '../../../api/server/options.ts';
import { type Setting, settings } from '../../../api/server/settings.ts';
import { weeklyFile } from '../../support/server-process.ts';

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const readme = textOf('README.md');
const all: readonly Setting[] = Object.values(settings);

test('the table of the README is the list of settings', () => {
  const [, section = ''] = readme.split('\n## Settings\n');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(
    all.map((setting) => {
      const { variable, meaning } = setting;
      return `| \`${variable}\` | ${setting.default ?? 'none'} | ${meaning} |`;
    }),
  );
});

test.each(['README.md', 'site/src/pages/guides/running.astro'])(
  '%s names the largest body that is accepted',
  (path) => expect(textOf(path)).toContain(`${maxBodyBytes / 1024 / 1024} MiB`),
);

it.each(all.filter(({ max }) => max !== undefined))(
  '$variable takes 0 and its largest number, and refuses what is larger',
  ({ variable, max = 0 }) => {
    expect(() => readServerOptions({ [variable]: '0' })).not.toThrow();
    expect(() => readServerOptions({ [variable]: String(max) })).not.toThrow();
    expect(() => readServerOptions({ [variable]: String(max + 1) })).toThrow(
      `${variable} is "${max + 1}"; accepted: a whole number from 0 to ${max}`,
    );
  },
);

const directory = mkdtempSync(join(tmpdir(), 'atlas-settings-'));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const weekly = JSON.stringify(weeklyFile);
test.each<[what: string, paths: readonly string[], message: RegExp]>([
  ['that is missing', [join(directory, 'none.json')], /none\.json: ENOENT: .*; accepted: ./],
  ['that is a directory', [directory], /EISDIR: .*; accepted: ./],
  [
    'that is no JSON',
    [file('text.json', 'prefixes')],
    /text\.json: .* is not valid JSON; accepted: ./,
  ],
  [
    'of another kind',
    [file('other.json', '{"values":[]}')],
    /other\.json: not a service-tag file: .*; accepted: ./,
  ],
  [
    'of a cloud that another one has',
    [file('a.json', weekly), file('b.json', weekly)],
    /b\.json and .*a\.json are of the cloud PUBLIC; accepted: one file for each cloud/,
  ],
])('a service-tag file %s is refused', (_, paths, message) => {
  expect(() => readServerOptions({ SERVICE_TAGS: paths.join(',') })).toThrow(message);
});
