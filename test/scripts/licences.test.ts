/** The bundles carry the licence texts of the packages that are in them. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parts } from '../../scripts/build.ts';
import { licencesFile } from '../../scripts/licences.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';

const inServer = dirname(parts.server.entry);
const inWorker = dirname(parts.worker.entry);
const read = (...names: string[]) => readFileSync(join(...names), 'utf8');

/**
 * The bundler writes where each module comes from, but for some that it moves into others; of packages within packages
 * the last name counts.
 */
function packagesIn(bundle: string): string[] {
  const code = readdirSync(bundle)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => read(bundle, name))
    .join('\n');
  const names = [...code.matchAll(/^\/\/ (.*node_modules\/)((?:@[^/\n]+\/)?[^/\n]+)/gm)];
  return [...new Set(names.map(([, , name = '']) => name))].sort();
}

/** "name version (licence)" at the head of each entry. */
const entriesIn = (file: string) =>
  file
    .split(`\n\n${'-'.repeat(80)}\n\n`)
    .slice(1)
    .map((entry) => {
      const [head = '', ...lines] = entry.split('\n');
      const [name = '', version, licence] = head.split(' ');
      return { name, version, licence, text: lines.join('\n') };
    });

beforeAll(async () => {
  await ensureBuilt('server');
  await ensureBuilt('worker');
}, buildTimeout);

describe('the licences of the packages', () => {
  it('are those of the packages in the bundle', () => {
    const packages = [...packagesIn(inServer), 'fastest-levenshtein', 'minisearch', 'zod'];
    expect(packages).toContain('graphql');
    expect(packages.length).toBeGreaterThan(20);
    const named = entriesIn(read(inServer, licencesFile)).map(({ name }) => name);
    expect(packages.filter((name) => !named.includes(name))).toEqual([]);
  });

  it.each([inServer, inWorker])('have a text and a copyright line each', (bundle) => {
    const entries = entriesIn(read(bundle, licencesFile));
    const short = entries.filter(({ text }) => text.length < 300 || !/copyright/i.test(text));
    expect(short.map(({ name }) => name)).toEqual([]);
    expect(entries.map(({ name }) => name)).toContain('graphql');
  });

  it.each([inServer, inWorker])('are next to our own licence', (bundle) => {
    expect(read(bundle, 'LICENSE')).toBe(read('LICENSE'));
  });
});

it('the image has them, since it copies the directory of the server', () => {
  expect(read('Dockerfile')).toMatch(/^COPY --from=build \/atlas\/dist\/server dist\/server$/m);
  expect(read('.dockerignore').split('\n')).not.toContain('LICENSE');
});
