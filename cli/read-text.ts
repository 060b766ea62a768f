/** The texts of files, as source files may be: of a bounded size, in UTF-8 or UTF-16. */

import { readFileSync, statSync } from 'node:fs';
import { decoded } from '../core/validate/read/source/file-kinds.ts';

const maxFileBytes = 8_000_000;

export const isTooLarge = (path: string): boolean => statSync(path).size > maxFileBytes;

/** Without a mark of its byte order. */
export const readText = (path: string): string => decoded(readFileSync(path));

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENOENT: 'it is gone',
};

/** Why the system did not let it be read; throws what is no error of the system. */
export function unreadableReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return Object.hasOwn(reasons, code) ? (reasons[code] ?? message) : message;
}
