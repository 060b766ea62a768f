/** Files from the front page to the page that judges them, within the browser: they are taken once. */

import { InputError } from '../../../../core/input-error.ts';
import { decoded, isZip } from '../../../../core/validate/read/source/file-kinds.ts';
import type { ChosenFile } from './chosen-file.ts';

const key = 'network-to-validate';
/** Bytes; browsers store some five million characters for a page. */
const maxSize = 4_000_000;

export interface HandedFile {
  /** Empty for a text that was pasted. */
  readonly path: string;
  readonly text: string;
}

/** Decoded as the tool decodes them. Throws InputError for what cannot be taken along. */
export async function textsToHandOver(
  files: readonly ChosenFile[],
): Promise<readonly HandedFile[]> {
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  if (size > maxSize || files.some(({ path }) => isZip(path))) throw tooMuch(`${size} bytes`);
  return Promise.all(
    files.map(async ({ path, file }) => ({
      path,
      text: decoded(new Uint8Array(await file.arrayBuffer())),
    })),
  );
}

/** Opens the page that judges them. Throws InputError where the browser has no room for them. */
export function handOver(files: readonly HandedFile[]): void {
  const text = JSON.stringify(files);
  try {
    sessionStorage.setItem(key, text);
  } catch {
    throw tooMuch(`${text.length} characters`);
  }
  location.assign('/validate/');
}

const tooMuch = (given: string) =>
  new InputError('this cannot be taken to another page', {
    path: ['document'],
    given,
    expected: [`text files with at most ${maxSize} bytes in all`],
  });

/** Empty where there is nothing to take. */
export function handedOver(): readonly HandedFile[] {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return text === null ? [] : JSON.parse(text);
  } catch {
    // The browser refuses storage, or has a text of an earlier version.
    return [];
  }
}
