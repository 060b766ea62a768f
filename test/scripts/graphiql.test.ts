/** GraphiQL's files: every one that the page and its script name is written, and nothing comes from another origin. */

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphiqlPage } from '../../api/request/graphiql-page.ts';
import { writeGraphiql } from '../../scripts/graphiql.ts';
import { client } from '../support/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-graphiql-'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeAll(() => writeGraphiql(folder), 30_000);
afterAll(() => rmSync(folder, { recursive: true }));

it('the page loads files of the site alone', () => {
  const { text, headers } = graphiqlPage;
  expect(text.length).toBeLessThan(4096);
  expect(text).toContain('<title>APIM Network Atlas</title>');
  const loaded = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
  const files = loaded.filter((address) => address.startsWith('/graphiql/'));
  expect(files).toHaveLength(4);
  expect(loaded.filter((address) => !files.includes(address))).toEqual([
    '/favicon.svg',
    '/reference/',
  ]);
  for (const file of files)
    expect(existsSync(join(folder, file.slice('/graphiql/'.length)))).toBe(true);
  // Nothing in the page itself is run, so the policy allows no script in it.
  expect(text).not.toMatch(/<script>|<style>/);
  expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe-eval/);
});

it('the style takes nothing from another origin', () => {
  expect(
    read('graphiql.css').match(/@import\s+(url\()?["']?https?:|url\(["']?https?:/g),
  ).toBeNull();
});

it('every file is there compressed', () => {
  for (const name of ['graphiql.js', 'graphiql.css', 'start.js', 'graphql.worker.js']) {
    expect(gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString() === read(name)).toBe(
      true,
    );
  }
});

it('opens with a query that works', async () => {
  const [, text = ''] = /^const defaultQuery = (".*");$/m.exec(read('start.js')) ?? [];
  const { region, portRules, subnetPlan } = await client().ask(JSON.parse(text));
  expect(region.controlPlanePrefixes.length).toBeGreaterThan(0);
  expect(portRules.length).toBeGreaterThan(0);
  expect(subnetPlan.fits).toBe(true);
});
