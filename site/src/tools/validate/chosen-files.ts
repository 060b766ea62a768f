/** The files that a person chooses or drops, folders with all that is in them; nothing is read of them yet. */

import { isText, isZip } from '../../../../core/validate/read/source/file-kinds.ts';
import type { ChosenFile } from './chosen-file.ts';

/** Of an input element that takes no folder. */
export const chosenFiles = (files: FileList | null): readonly ChosenFile[] =>
  [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Of an input element; a chosen folder gives the path in it. Rejects with InputError for too many. */
export async function pickedFiles(files: FileList | null): Promise<readonly ChosenFile[]> {
  const chosen = chosenFiles(files);
  if (!chosen.some(({ path }) => path.includes('/'))) return chosen;
  const { withoutSkipped } = await import('./folders.ts');
  return withoutSkipped(chosen);
}

/** Of a drop. Only while the event is handled can its items be looked at. Rejects with InputError for too many. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly ChosenFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return chosenFiles(transfer?.files ?? null);
  const { filesBelow } = await import('./folders.ts');
  return filesBelow(entries);
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
