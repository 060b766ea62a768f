/** The files in folders that a person chooses or drops. This module is loaded when a folder is. */

import { InputError } from '../../../../core/input-error.ts';
import { folderOf, nameOf } from '../../../../core/validate/read/source/files.ts';
import {
  isMark,
  isSkippedFolder,
  marksCopy,
} from '../../../../core/validate/read/source/skipped-folders.ts';
import type { ChosenFile } from './chosen-file.ts';

/** More are refused: a home folder that is dropped by mistake would take minutes. */
const maxListed = 20_000;

function requireListed(count: number): void {
  if (count <= maxListed) return;
  throw new InputError('these are too many files; choose the folder with the deployment', {
    path: ['document'],
    given: count,
    expected: [`at most ${maxListed} files`],
  });
}

const textOf = (file: File) => file.slice(0, 4096).text();

/** The folder that a person chose is looked into, whatever its name. Rejects with InputError for too many. */
export async function withoutSkipped(
  chosen: readonly ChosenFile[],
): Promise<readonly ChosenFile[]> {
  const listed = chosen.filter(({ path }) => !path.split('/').slice(1, -1).some(isSkippedFolder));
  const marks = listed.filter(({ path }) => folderOf(path).includes('/') && isMark(nameOf(path)));
  const copies = await Promise.all(
    marks.map(async ({ path, file }) =>
      marksCopy(nameOf(path), await textOf(file)) ? [`${folderOf(path)}/`] : [],
    ),
  );
  const found = listed.filter(({ path }) => !copies.flat().some((copy) => path.startsWith(copy)));
  requireListed(found.length);
  return found;
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** Browsers give the entries of a folder in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return entries;
    entries.push(...part);
  }
}

async function isCopy(entries: readonly FileSystemEntry[]): Promise<boolean> {
  for (const entry of entries) {
    if (!entry.isFile || !isMark(entry.name)) continue;
    if (marksCopy(entry.name, await textOf(await fileOf(entry as FileSystemFileEntry))))
      return true;
  }
  return false;
}

/** Rejects with InputError for too many. */
export async function filesBelow(
  entries: readonly FileSystemEntry[],
): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const pending = [...entries];
  for (let entry = pending.shift(); entry; entry = pending.shift()) {
    const isDropped = entries.includes(entry);
    if (entry.isFile) {
      const file = await fileOf(entry as FileSystemFileEntry);
      found.push({ path: entry.fullPath.replace(/^\//, ''), file });
      requireListed(found.length);
    } else if (isDropped || !isSkippedFolder(entry.name)) {
      const inner = await entriesOf(entry as FileSystemDirectoryEntry);
      if (isDropped || !(await isCopy(inner))) pending.push(...inner);
    }
  }
  return found;
}
