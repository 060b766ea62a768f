/** The settings as the README and the page "Running it" describe them. */

import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { maxBodyBytes } from '../../../api/request/refusal.ts';
import { readServerOptions } from '../../../api/server/options.ts';
import { type Setting, settings } from '../../../api/server/settings.ts';

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
