/** The files that a person chooses or drops, folders with all that is in them; nothing is read of them yet. */

import { isSkippedFolder } from './file-kinds.ts';

export interface ChosenFile {
  /** Relative, with slashes; the name for a file without a folder. */
  readonly path: string;
  readonly file: File;
}

/** More are not listed: a home folder that is dropped by mistake would take minutes. */
export const maxListed = 20_000;

/** Of an input element; a chosen folder gives the path in it. */
export function chosenFiles(files: FileList | null): readonly ChosenFile[] {
  return [...(files ?? [])]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split('/').slice(0, -1).some(isSkippedFolder))
    .slice(0, maxListed);
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

/** Of a drop. Only while the event is handled can its items be looked at. */
export function droppedFiles(transfer: DataTransfer | null): Promise<readonly ChosenFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return entries.length === 0
    ? Promise.resolve(chosenFiles(transfer?.files ?? null))
    : filesBelow(entries);
}

async function filesBelow(entries: readonly FileSystemEntry[]): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const pending = [...entries];
  for (let entry = pending.shift(); entry && found.length < maxListed; entry = pending.shift()) {
    if (entry.isFile) {
      const file = await fileOf(entry as FileSystemFileEntry);
      found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    } else if (!isSkippedFolder(entry.name)) {
      pending.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
    }
  }
  return found;
}
