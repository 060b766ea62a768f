/** Weekly service-tag files: those of the site, and newer ones that the user opens from disk; cached while the page is open. */

import { snapshotPath } from '../../../api/request/snapshot-path.ts';
import { InputError } from '../../../core/input-error.ts';
import {
  readSnapshot,
  type ServiceTagFile,
} from '../../../core/network/service-tags/service-tag-file.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import { type CloudName, cloudNames } from '../../../data/model.ts';
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
    return readServiceTagFile(json, file.name);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(error.message, { path, given: file.name, accepted });
  }
}

/** Milliseconds after which a result is computed without a file. */
const patience = 10_000;

/** Of the origin of the page: what the server was started with, or what comes with this version. */
async function fetched(cloud: CloudName): Promise<readonly ServiceTagFile[]> {
  try {
    const response = await fetch(snapshotPath(cloud), { signal: AbortSignal.timeout(patience) });
    return response.ok ? [readSnapshot(new Uint8Array(await response.arrayBuffer()))] : [];
  } catch {
    // Without the file the tools compare tags by name, and their results say so.
    return [];
  }
}

let ofOrigin: Promise<readonly ServiceTagFile[]> | undefined;

async function filesOfOrigin(): Promise<readonly ServiceTagFile[]> {
  if (import.meta.env.SSR) {
    const { shippedServiceTagFiles } = await import(
      '../../../core/network/service-tags/shipped-files.ts'
    );
    return shippedServiceTagFiles;
  }
  ofOrigin ??= Promise.all(cloudNames.map(fetched)).then((files) => files.flat());
  const files = await ofOrigin;
  // What is missing may come when it is asked for again.
  if (files.length < cloudNames.length) ofOrigin = undefined;
  return files;
}

/** The files to compute with, one for each cloud: those given, and the site's for the other clouds. */
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
  if (duplicate < 0) {
    const clouds = new Set(loaded.map(({ cloud }) => cloud));
    return [...loaded, ...(await filesOfOrigin()).filter(({ cloud }) => !clouds.has(cloud))];
  }
  throw new InputError('two files are of the same cloud', {
    path: ['serviceTagFiles'],
    given: files[duplicate]?.name,
    expected: ['one weekly file for each cloud'],
  });
}
