/** Weekly service-tag files that the user opens from disk, cached while the page is open. */

import { InputError } from '../../../core/input-error.ts';
import type { ServiceTagFile } from '../../../core/network/service-tags/service-tags.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import { parseJson } from './validate/parse-json.ts';

const accepted = [
  'the weekly download "Azure IP Ranges and Service Tags"',
  'the output of az network list-service-tags',
];
const cache = new Map<string, Promise<ServiceTagFile>>();

async function readOne(file: File): Promise<ServiceTagFile> {
  const path = ['serviceTagFiles'];
  const json = parseJson(await file.text(), { path, accepted });
  try {
    return readServiceTagFile(json);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(error.message, { path, given: file.name, accepted });
  }
}

/** The files, at most one for each cloud. */
export async function readServiceTagFiles(
  files: readonly File[],
): Promise<readonly ServiceTagFile[]> {
  const loaded = await Promise.all(
    files.map((file) => {
      const key = `${file.name} ${file.size} ${file.lastModified}`;
      const reading = cache.get(key) ?? readOne(file);
      cache.set(key, reading);
      return reading;
    }),
  );
  const duplicate = loaded.findIndex(
    ({ cloud }, index) => loaded.findIndex((other) => other.cloud === cloud) < index,
  );
  if (duplicate < 0) return loaded;
  throw new InputError('two files are of the same cloud', {
    path: ['serviceTagFiles'],
    given: files[duplicate]?.name,
    expected: ['one weekly file for each cloud'],
  });
}
