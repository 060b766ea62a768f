/** The settings file of a repository, `apim-atlas.yaml`: what is ignored where one cannot write a comment. */

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingsFileName } from '../scope.ts';
import { nameIn } from '../source-tree.ts';
import type { CheckInputs } from './check-input.ts';
import type { Settings } from './parse-settings.ts';

/** The settings of the repository; none where it has no such file. Throws UsageError for one that cannot be read. */
export async function readSettings({
  base,
  scope,
}: Pick<CheckInputs, 'base' | 'scope'>): Promise<Settings> {
  const path = join(scope, settingsFileName);
  if (!existsSync(path)) return { ignores: [], problems: [] };
  const { parseSettings } = await import('./parse-settings.ts');
  return parseSettings(readFileSync(path, 'utf8'), nameIn(base, path), (file) =>
    nameIn(scope, resolve(base, file)),
  );
}
