/** The content security policy of each built page: strict, and true of what the page holds. */

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { secured } from '../../site/src/security/content-security-policy.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { pageAddresses, textAt } from './built-site-files.ts';

function policyOf(html: string): Map<string, string[]> {
  const [, policy = ''] =
    /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html) ?? [];
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

/** Hashes of the scripts or styles within a page, as a browser takes them. */
function hashesIn(html: string, name: 'script' | 'style'): string[] {
  const elements = html.matchAll(new RegExp(`<${name}(?![^>]*\\ssrc=)[^>]*>(.*?)</${name}>`, 'gs'));
  return [...elements].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}

describe('the policy of each page', () => {
  let pages: { path: string; html: string; policy: Map<string, string[]> }[] = [];
  beforeAll(async () => {
    await ensureBuilt('site');
    const paths = [...pageAddresses().map((address) => `${address}index.html`), '/404.html'];
    pages = paths.map((path) => {
      const html = textAt(path);
      return { path, html, policy: policyOf(html) };
    });
  }, buildTimeout);

  it.each([
    ['default-src', ["'none'"]],
    ['img-src', ["'self'", 'data:']],
    ['font-src', ["'self'"]],
    ['connect-src', ["'self'"]],
    ['manifest-src', ["'self'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'self'"]],
  ])('has the same %s everywhere', (name, sources) => {
    expect(pages.length).toBeGreaterThan(300);
    const offenders = pages.filter(({ policy }) => String(policy.get(name)) !== String(sources));
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['script', ["'self'", "'wasm-unsafe-eval'"]],
    ['style', ["'self'"]],
  ] as const)('admits the %s elements of the page, and nothing else within it', (name, sources) => {
    const offenders = pages.filter(({ html, policy }) => {
      const wanted = [...new Set([...sources, ...hashesIn(html, name)])];
      return String(policy.get(`${name}-src`)) !== String(wanted);
    });
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  it('needs no style attribute', () => {
    const offenders = pages.filter(({ html }) =>
      /<[a-z][^>]*\sstyle=/i.test(html.replace(/<script.*?<\/script>/gs, '')),
    );
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });

  it('comes right after the encoding, before all that it covers', () => {
    const offenders = pages.filter(
      ({ html }) =>
        !/<head><meta charset="utf-8"\/?><meta http-equiv="content-security-policy"/.test(html),
    );
    expect(offenders.map(({ path }) => path)).toEqual([]);
  });
});

describe('a page with style attributes', () => {
  const page = (body: string) =>
    `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

  it.each([
    ['one', '<p style="color:red">a</p>', '<p class="as-0">a</p>', '.as-0{color:red}'],
    [
      'beside a class',
      '<p class="b" style="color:red">a</p>',
      '<p class="b as-0">a</p>',
      '.as-0{color:red}',
    ],
    [
      'with a > in a value',
      '<p title="a -> b" style="--a:1" hidden>c</p>',
      '<p title="a -> b" class="as-0" hidden>c</p>',
      '.as-0{--a:1}',
    ],
    ['with quotes', '<p style="--a:&#34;b&#34;">c</p>', '<p class="as-0">c</p>', '.as-0{--a:"b"}'],
    [
      'the same twice and another',
      '<i style="--a:1"></i><b style="--a:2"></b><u style="--a:1"></u>',
      '<i class="as-0"></i><b class="as-1"></b><u class="as-0"></u>',
      '.as-0{--a:1}.as-1{--a:2}',
    ],
  ])('has classes in their place: %s', (_kind, body, expected, rules) => {
    const html = secured(page(body));
    expect(html).toContain(`<body>${expected}</body>`);
    expect(html).toContain(`<style>${rules}</style></head>`);
  });
});
