/** The files that a person chooses or drops, folders with all that is in them; nothing is read of them yet. */

import { InputError } from '../../../../core/input-error.ts';
import { isLargeFolder, isText, isZip } from '../../../../core/validate/read/source/file-kinds.ts';

export interface ChosenFile {
  /** Relative, with slashes; the name for a file without a folder. */
  readonly path: string;
  readonly file: File;
}

/** More are refused: a home folder that is dropped by mistake would take minutes. */
const maxListed = 20_000;

const tooMany = (given: number) =>
  new InputError('these are too many files; choose the folder with the deployment', {
    path: ['document'],
    given,
    expected: [`at most ${maxListed} files`],
  });

/** Of an input element; a chosen folder gives the path in it. Throws InputError for too many. */
export function chosenFiles(files: FileList | null): readonly ChosenFile[] {
  const chosen = [...(files ?? [])].flatMap((file) => {
    const path = file.webkitRelativePath || file.name;
    // The folder that a person chose is looked into, whatever its name.
    return path.split('/').slice(1, -1).some(isLargeFolder) ? [] : [{ path, file }];
  });
  if (chosen.length > maxListed) throw tooMany(chosen.length);
  return chosen;
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

/** Of a drop. Only while the event is handled can its items be looked at. Rejects with InputError for too many. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly ChosenFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  return entries.length === 0 ? chosenFiles(transfer?.files ?? null) : filesBelow(entries);
}

async function filesBelow(entries: readonly FileSystemEntry[]): Promise<readonly ChosenFile[]> {
  const found: ChosenFile[] = [];
  const pending = [...entries];
  for (let entry = pending.shift(); entry; entry = pending.shift()) {
    if (entry.isFile) {
      const file = await fileOf(entry as FileSystemFileEntry);
      found.push({ path: entry.fullPath.replace(/^\//, ''), file });
      if (found.length > maxListed) throw tooMany(found.length);
    } else if (entries.includes(entry) || !isLargeFolder(entry.name)) {
      pending.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
    }
  }
  return found;
}

/**
 * Takes files that are dropped anywhere on the page, where they would replace it. The field that gets them shows so while
 * they are dragged. A file input takes its own.
 */
export function catchDrops(
  fieldAt: (target: Element) => HTMLElement,
  take: (transfer: DataTransfer, field: HTMLElement, target: Element) => void,
): void {
  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
    document.body.addEventListener(type, (event) => {
      const { target, dataTransfer } = event;
      if (!(target instanceof Element) || target.matches('input[type=file]')) return;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const field = fieldAt(target);
      field.toggleAttribute('data-over', type === 'dragenter' || type === 'dragover');
      if (type === 'drop') take(dataTransfer, field, target);
    });
  }
}

/** 12 kB */
export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A single file is shown whatever its name. */
export const isShownText = (path: string, files: readonly ChosenFile[]) =>
  !isZip(path) && (files.length === 1 || isText(path));

/** Whether a network may rest on a file. */
export const mayBeUsed = (path: string): boolean => isText(path) || isZip(path);
