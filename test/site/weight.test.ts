/** What a reader loads for a page: all scripts that a browser loads for it unasked, and the HTML of the longer kinds. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page, Request, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteDirectory } from '../../api/server/site-directory.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { hasBrowser, openSite, type TestSite } from './browser.ts';
import { pageAddresses, textAt } from './built-site-files.ts';

const maxScripts = 30_000;
const maxRegionPage = 20_000;
/** How long a script that is loaded may take to ask for another, in milliseconds. */
const settling = 100;

const compressed = (data: string | Buffer) => gzipSync(data, { level: 9 }).length;

/** Attributes and text of the scripts of a page. */
const scriptsIn = (html: string) =>
  [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)].map(([, attributes = '', text = '']) => ({
    attributes,
    text,
  }));

/** The first page with each set of scripts: what one loads, all others with the same set load. */
function pagesByScripts(): string[] {
  const pages = new Map<string, string>();
  for (const path of pageAddresses()) {
    const scripts = scriptsIn(textAt(`${path}index.html`));
    const key = scripts.map(({ attributes, text }) => attributes + text).join('\n');
    if (!pages.has(key)) pages.set(key, path);
  }
  return [...pages.values()];
}

describe('the weight of a page', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  it(`is at most ${maxRegionPage} compressed bytes of HTML for a region`, () => {
    const weights = pageAddresses()
      .filter((path) => /^\/regions\/./.test(path))
      .map((path) => ({ path, bytes: compressed(textAt(`${path}index.html`)) }));
    expect(weights.length).toBeGreaterThan(70);
    expect(weights.filter(({ bytes }) => bytes > maxRegionPage)).toEqual([]);
  });
});

describe.runIf(hasBrowser)('the scripts of a page', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
  }, buildTimeout);
  afterAll(() => site?.close());

  /** Compressed bytes of the scripts that a page has loaded once nothing is left to do. */
  async function scriptWeight(page: Page, path: string): Promise<number> {
    const loaded: Promise<Response | null>[] = [];
    const note = (request: Request) => {
      if (request.resourceType() === 'script') loaded.push(request.response());
    };
    page.on('request', note);
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    let known = -1;
    while (known < loaded.length) {
      known = loaded.length;
      await Promise.all(loaded);
      // Whatever scripts have put off until the browser is idle is done before what is put off now.
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      await page.waitForTimeout(settling);
    }
    page.off('request', note);
    const bodies = await Promise.all(loaded.map(async (sent) => (await sent)?.body()));
    const within = scriptsIn(textAt(`${path}index.html`)).map(({ text }) => text);
    return [...bodies, ...within].reduce((sum, body) => sum + (body ? compressed(body) : 0), 0);
  }

  it(`are at most ${maxScripts} compressed bytes, all that it loads unasked`, async () => {
    const { page } = await site.open('/robots.txt');
    const weights: { path: string; bytes: number }[] = [];
    for (const path of pagesByScripts()) {
      weights.push({ path, bytes: await scriptWeight(page, path) });
    }
    expect(weights.length).toBeGreaterThan(10);
    expect(weights.filter(({ bytes }) => bytes === 0)).toEqual([]);
    expect(weights.filter(({ bytes }) => bytes > maxScripts)).toEqual([]);
  }, 120_000);
});

describe('the compressed copies', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  it('hold what they stand beside, and are what is not uploaded to Cloudflare', () => {
    const copies = readdirSync(siteDirectory, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.gz'))
      .map((path) => join(siteDirectory, path));
    expect(copies.length).toBeGreaterThan(300);
    const others = copies.filter((path) => {
      const text = gunzipSync(readFileSync(path));
      return !text.equals(readFileSync(path.replace(/\.gz$/, '')));
    });
    expect(others).toEqual([]);
    const ignored = textAt('.assetsignore').split('\n');
    expect(ignored.filter((line) => line !== '' && !line.startsWith('#'))).toEqual(['*.gz']);
  });
});
