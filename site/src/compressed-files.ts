/** Writes a gzip copy of each larger text of the built site; the server sends it to clients that accept gzip. */

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const texts = new Set('.atom .css .csv .html .ics .js .json .md .svg .txt'.split(' '));
/** A smaller response fits into one packet either way, in bytes. */
const minSize = 1400;

export function compressedFiles(): AstroIntegration {
  return {
    name: 'compressed-files',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
          .filter((path) => texts.has(extname(path)))
          .map((path) => join(directory, path))
          .filter((path) => statSync(path).size >= minSize);
        for (const path of paths) {
          writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
        }
        logger.info(`${paths.length} files are compressed`);
      },
    },
  };
}
