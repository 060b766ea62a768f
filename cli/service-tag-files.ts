/** The weekly service-tag files to judge by: those that `--service-tags` names, and the shipped ones of the other clouds. */

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { ServiceTagFile } from '../core/network/service-tags/service-tag-file.ts';
import { withShippedFiles } from '../core/network/service-tags/shipped-files.ts';
import { readServiceTagFile } from '../core/network/service-tags/weekly-file.ts';
import { UsageError } from './io.ts';
import { readText } from './read-text.ts';

export function loadServiceTagFiles(paths: readonly string[]): readonly ServiceTagFile[] {
  const files = paths.map((path) => ({ path, file: load(path) }));
  for (const { path, file } of files) {
    const first = files.find((other) => other.file.cloud === file.cloud);
    if (first?.path === path) continue;
    throw new UsageError(`${path} and ${first?.path} are of one cloud; give one of them`);
  }
  return withShippedFiles(files.map(({ file }) => file));
}

function load(path: string): ServiceTagFile {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  try {
    return readServiceTagFile(JSON.parse(readText(path)), basename(path));
  } catch (error) {
    throw new UsageError(
      `${path} is not the weekly download "Azure IP Ranges and Service Tags" nor the output of az network list-service-tags: ${(error as Error).message}`,
    );
  }
}
