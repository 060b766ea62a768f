/**
 * Writes a content security policy into each built page, with hashes of the scripts and styles in the page.
 *
 * The hashes come from the finished HTML because Astro's own policy does not cover inline scripts of components, which
 * Starlight has. The server sends frame-ancestors, which only a header can set.
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { styleClasses } from './style-classes.ts';

/** Hashes of the page's inline scripts or styles, as a policy lists them. */
function hashesOf(html: string, name: 'script' | 'style'): string {
  const elements = html.matchAll(new RegExp(`<${name}(?![^>]*\\ssrc=)[^>]*>(.*?)</${name}>`, 'gs'));
  const hashes = [...elements].map(([, text = '']) => {
    const hash = createHash('sha256').update(text).digest('base64');
    return ` 'sha256-${hash}'`;
  });
  return [...new Set(hashes)].join('');
}

function policyOf(page: string): string {
  return [
    "default-src 'none'",
    // Pagefind reads the search index with WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval'${hashesOf(page, 'script')}`,
    `style-src 'self'${hashesOf(page, 'style')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The page with its policy and without style attributes. */
export function secured(html: string): string {
  const { html: restyled, rules } = styleClasses(html);
  const style = rules && `<style>${rules}</style>`;
  const page = restyled.replace('</head>', () => `${style}</head>`);
  const policy = policyOf(page);
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  // Browsers look for the encoding in the first 1024 bytes only.
  return page.replace(/<meta charset="utf-8"\/?>/, (charset) => charset + meta);
}

export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir, pages, logger }) => {
        for (const { pathname } of pages) {
          const name = pathname.startsWith('404') ? '404.html' : `${pathname}index.html`;
          const file = join(fileURLToPath(dir), name);
          writeFileSync(file, secured(readFileSync(file, 'utf8')));
        }
        logger.info(`${pages.length} pages have a policy`);
      },
    },
  };
}
