/** The settings file of a repository, `apim-atlas.yaml`: what is ignored where one cannot write a comment. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './parse-settings.ts';

const settingsName = 'apim-atlas.yaml';

/** The settings of the repository; none where it has no such file. Throws UsageError for one that cannot be read. */
export async function readSettings(base: string): Promise<Settings> {
  const path = join(base, settingsName);
  if (!existsSync(path)) return { ignores: [], problems: [] };
  const { parseSettings } = await import('./parse-settings.ts');
  return parseSettings(readFileSync(path, 'utf8'), settingsName);
}
