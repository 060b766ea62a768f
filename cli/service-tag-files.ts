/** The weekly service-tag files to judge by: those that `--service-tags` names, and the shipped ones of the other clouds. */

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { ServiceTagFile } from '../core/network/service-tags/service-tag-file.ts';
import { withShippedFiles } from '../core/network/service-tags/shipped-files.ts';
import { UsageError } from './io.ts';
import { readText } from './read-text.ts';

export async function loadServiceTagFiles(
  paths: readonly string[],
): Promise<readonly ServiceTagFile[]> {
  if (paths.length === 0) return withShippedFiles([]);
  // Most runs name none, and what checks the shape of one takes long to load.
  const { readServiceTagFile } = await import('../core/network/service-tags/weekly-file.ts');
  const load = (path: string) => loadFile(path, readServiceTagFile);
  const files = paths.map((path) => ({ path, file: load(path) }));
  for (const { path, file } of files) {
    const first = files.find((other) => other.file.cloud === file.cloud);
    if (first?.path === path) continue;
    throw new UsageError(`${path} and ${first?.path} are of one cloud; give one of them`);
  }
  return withShippedFiles(files.map(({ file }) => file));
}

function loadFile(
  path: string,
  readServiceTagFile: (json: unknown, name: string) => ServiceTagFile,
): ServiceTagFile {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  try {
    return readServiceTagFile(JSON.parse(readText(path)), basename(path));
  } catch (error) {
    throw new UsageError(
      `${path} is not the weekly download "Azure IP Ranges and Service Tags" nor the output of az network list-service-tags: ${(error as Error).message}`,
    );
  }
}
