/** A settings file, `apim-atlas.yaml`: what is ignored where one cannot write a comment. */

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nameIn } from '../source-tree.ts';
import type { Settings } from './parse-settings.ts';

/** Paths in it are relative to its folder. Throws UsageError for one that cannot be read. */
export async function readSettings(path: string, base: string): Promise<Settings> {
  const { parseSettings } = await import('./parse-settings.ts');
  return parseSettings(readFileSync(path, 'utf8'), nameIn(base, path), (file) =>
    nameIn(dirname(path), resolve(base, file)),
  );
}
