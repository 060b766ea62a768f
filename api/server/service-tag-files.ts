/** Loads the official weekly service-tag files that a server is started with. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';

/** A file that cannot be used, with the reason as a message. */
export class ServiceTagFileError extends Error {
  override readonly name = 'ServiceTagFileError';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new ServiceTagFileError(
      code === 'ENOENT'
        ? `service-tag file not found: ${path}`
        : `service-tag file cannot be read: ${path} (${code})`,
    );
  }
}

function load(path: string): ServiceTagFile {
  const text = readText(path);
  try {
    return readServiceTagFile(JSON.parse(text.replace(/^\uFEFF/, '')), basename(path));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'not a JSON file' : (error as Error).message;
    throw new ServiceTagFileError(
      `${path}: ${reason}; accepted: the weekly download "Azure IP Ranges and Service Tags" or the output of az network list-service-tags`,
    );
  }
}

/** The files at these paths, at most one for each cloud; throws a ServiceTagFileError. */
export function loadServiceTagFiles(paths: readonly string[]): readonly ServiceTagFile[] {
  const pathByCloud = new Map<string, string>();
  return paths.map((path) => {
    const file = load(path);
    const other = pathByCloud.get(file.cloud);
    if (other !== undefined) {
      throw new ServiceTagFileError(
        `${path}: a file for the cloud ${file.cloud} is loaded already: ${other}`,
      );
    }
    pathByCloud.set(file.cloud, path);
    return file;
  });
}
