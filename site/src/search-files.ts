/** Of what Pagefind writes beside its index only what reads the index: the site has its own interface for it. */

import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Interfaces that Pagefind offers, and its reader for pages that do not name their language. */
const unused = /^(pagefind-(?!entry\.|worker\.)|wasm\.unknown\.)/;

export function searchFiles(): AstroIntegration {
  return {
    name: 'search-files',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const directory = new URL('pagefind/', dir);
        const names = readdirSync(directory).filter((name) => unused.test(name));
        for (const name of names) rmSync(fileURLToPath(new URL(name, directory)));
        logger.info(`${names.length} files of the search are not needed`);
      },
    },
  };
}
