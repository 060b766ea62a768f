/** Files whose text the page shows and changes. */

import { decoded } from '../../../../core/validate/read/source/file-kinds.ts';
import type { ChosenFile } from './chosen-file.ts';

/** A file whose text can be changed in the page. */
export interface OpenFile {
  readonly path: string;
  text: string;
}

export const openFile = async ({ path, file }: ChosenFile): Promise<OpenFile> => ({
  path,
  text: decoded(new Uint8Array(await file.arrayBuffer())),
});

/** A box with the text of the file that is dropped on it. */
export async function fill(box: HTMLTextAreaElement, dropped: Promise<readonly ChosenFile[]>) {
  const [file] = await dropped;
  if (!file) return;
  box.value = (await openFile(file)).text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
