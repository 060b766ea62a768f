/** What a reader loads for a page: the scripts that it names and holds, and the HTML of the longer kinds. */

import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTimeout, ensureSite } from './built-site.ts';
import { pageAddresses, textAt } from './built-site-files.ts';

const maxScripts = 30_000;
const maxRegionPage = 90_000;

const compressed = (text: string) => gzipSync(text, { level: 9 }).length;

/** The addresses of a script and of all that it imports, not of what it may load later. */
function withImports(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, name] of textAt(path).matchAll(
    /(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
  )) {
    withImports(`/_astro/${name}`, known);
  }
  return known;
}

function scriptWeight(html: string): number {
  const external = new Set<string>();
  let weight = 0;
  for (const [, attributes = '', text = ''] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
    const [, path] = /\ssrc="([^"]+)"/.exec(attributes) ?? [];
    if (path) for (const file of withImports(path)) external.add(file);
    else {
      weight += compressed(text);
      for (const [, file = ''] of text.matchAll(/["'`](\/_astro\/[\w.-]+\.js)["'`]/g)) {
        for (const imported of withImports(file)) external.add(imported);
      }
    }
  }
  return [...external].reduce((sum, path) => sum + compressed(textAt(path)), weight);
}

describe('the weight of a page', () => {
  beforeAll(() => ensureSite(), buildTimeout);

  it(`is at most ${maxScripts} compressed bytes of scripts`, () => {
    const weights = pageAddresses().map((path) => ({
      path,
      bytes: scriptWeight(textAt(`${path}index.html`)),
    }));
    expect(weights.filter(({ bytes }) => bytes === 0)).toEqual([]);
    expect(weights.filter(({ bytes }) => bytes > maxScripts)).toEqual([]);
  });

  it(`is at most ${maxRegionPage} bytes of HTML for a region`, () => {
    const weights = pageAddresses()
      .filter((path) => /^\/regions\/./.test(path))
      .map((path) => ({ path, bytes: Buffer.byteLength(textAt(`${path}index.html`)) }));
    expect(weights.length).toBeGreaterThan(70);
    expect(weights.filter(({ bytes }) => bytes > maxRegionPage)).toEqual([]);
  });
});
