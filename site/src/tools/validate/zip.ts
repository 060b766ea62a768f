/** The files in a zip archive that may belong to a deployment. This module is loaded when an archive is chosen. */

import { unzipSync } from 'fflate';
import { InputError } from '../../../../core/input-error.ts';
import { isText } from '../../../../core/validate/read/source/file-kinds.ts';
import { normalizedPath } from '../../../../core/validate/read/source/files.ts';
import { isSkippedFolder } from '../../../../core/validate/read/source/skipped-folders.ts';

/** Files in the archive, of any kind. */
const maxEntries = 100_000;

const isInSkippedFolder = (path: string) => path.split('/').slice(0, -1).some(isSkippedFolder);

/** Bytes by path. Throws InputError for what is no zip archive, and for more bytes of text than may be unpacked. */
export function inZip(
  bytes: Uint8Array,
  name: string,
  maxBytes: number,
): readonly (readonly [path: string, bytes: Uint8Array])[] {
  let entries = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name: path, size: packed, originalSize }) => {
        entries += 1;
        if (entries > maxEntries) throw new Error(`more than ${maxEntries} files`);
        if (path.endsWith('/') || !isText(path) || isInSkippedFolder(path)) return false;
        // The archive may understate either.
        size += Math.max(packed, originalSize);
        if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes of text`);
        return true;
      },
    });
    return Object.entries(files).flatMap(([path, content]) => {
      const normalized = normalizedPath(path);
      return normalized ? [[normalized, content] as const] : [];
    });
  } catch (error) {
    throw new InputError('this zip archive cannot be read', {
      path: ['document'],
      given: `${name}: ${error instanceof Error ? error.message : String(error)}`,
      accepted: [
        `a zip archive without a password, with at most ${maxEntries} files and ${maxBytes} bytes of text`,
      ],
    });
  }
}
