/** One side of a comparison: a box for a text, and a picker for files, which may be dropped on it. */

import { decoded, isZip } from '../../../../core/validate/read/source/file-kinds.ts';
import { part } from '../form-part.ts';
import { chosenFiles } from '../validate/chosen-files.ts';
import type { Network } from '../validate/judge.ts';
import { selectLine } from '../validate/select-line.ts';

/** A larger file is not shown, in bytes. */
const maxShown = 256 * 1024;

export class Side {
  readonly #box: HTMLTextAreaElement;
  readonly #picker: HTMLInputElement;
  readonly #name: HTMLOutputElement;
  readonly #onChange: () => void;

  constructor(field: HTMLElement, onChange: () => void) {
    this.#box = part(field, 'textarea');
    this.#picker = part(field, '[type=file]');
    this.#name = part(field, 'output');
    this.#onChange = onChange;
    this.#box.addEventListener('input', () => this.#forgetFiles());
    this.#picker.addEventListener('input', () => void this.#take());
  }

  /** Files that were dropped. */
  take({ files }: DataTransfer): void {
    this.#picker.files = files;
    void this.#take();
  }

  set text(text: string) {
    this.#box.value = text;
    this.#forgetFiles();
  }

  /** Undefined where the side is empty. */
  get network(): Network | undefined {
    const files = chosenFiles(this.#picker.files);
    if (files.length > 0) return { files, isShown: false };
    const text = this.#box.value;
    return text.trim() === '' ? undefined : { text, name: undefined };
  }

  /** False where the box does not show the network. */
  select(line: number): boolean {
    if (this.#box.value === '') return false;
    selectLine(this.#box, line);
    this.#box.scrollIntoView({ block: 'nearest' });
    return true;
  }

  #forgetFiles(): void {
    this.#picker.value = '';
    this.#name.textContent = '';
  }

  /** A single text of a moderate size is shown. */
  async #take(): Promise<void> {
    const [file, ...others] = this.#picker.files ?? [];
    if (file && others.length === 0 && file.size <= maxShown && !isZip(file.name)) {
      this.text = decoded(new Uint8Array(await file.arrayBuffer()));
    } else if (file) {
      this.#box.value = '';
      this.#name.textContent = others.length > 0 ? `${others.length + 1} files` : file.name;
    }
    this.#onChange();
  }
}
