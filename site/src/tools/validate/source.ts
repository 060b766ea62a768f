/** Where the network to validate comes from: the text box, chosen files or a folder, or what is dropped. */

import { InputError } from '../../../../core/input-error.ts';
import { decoded, isZip } from '../../../../core/validate/read/source/file-kinds.ts';
import type { Network } from './check.ts';
import { type ChosenFile, chosenFiles, droppedFiles } from './chosen-files.ts';

/** Larger files are not shown in the box, which would be slow, in bytes. */
const maxShown = 256 * 1024;

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function part<T extends Element>(form: HTMLFormElement, selector: string): T {
  const element = form.querySelector<T>(selector);
  if (!element) throw new Error(`the form lacks ${selector}`);
  return element;
}

export class Source {
  readonly #box: HTMLTextAreaElement;
  readonly #pickers: readonly HTMLInputElement[];
  readonly #name: HTMLOutputElement;
  readonly #context: HTMLFieldSetElement;
  readonly #onSource: () => void;
  #files: readonly ChosenFile[] = [];
  /** Of the file whose text is in the box. */
  #path: string | undefined;

  constructor(form: HTMLFormElement, onSource: () => void) {
    this.#box = part(form, 'textarea');
    const folder = part<HTMLInputElement>(form, '[data-folder]');
    folder.webkitdirectory = true;
    this.#pickers = [part(form, '[data-document]'), folder];
    this.#name = part(form, 'output');
    this.#context = part(form, '[data-context]');
    this.#onSource = onSource;
    this.#box.addEventListener('input', () => this.#clear());
    this.#box.addEventListener('paste', () => setTimeout(onSource));
    for (const picker of this.#pickers) {
      picker.addEventListener(
        'change',
        () => void this.#take(async () => chosenFiles(picker.files)),
      );
    }
    const zone = part<HTMLElement>(form, '[data-drop]');
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.toggleAttribute('data-over', type === 'dragenter' || type === 'dragover');
      });
    }
    zone.addEventListener('drop', ({ dataTransfer }) => {
      const files = droppedFiles(dataTransfer);
      void this.#take(() => files);
    });
  }

  get network(): Network {
    return this.#files.length > 0
      ? { files: this.#files }
      : { text: this.#box.value, name: this.#path };
  }

  get isEmpty(): boolean {
    return this.#files.length === 0 && this.#box.value.trim() === '';
  }

  set text(text: string) {
    this.#clear();
    this.#box.value = text;
  }

  /** Whether the text is only a group, so that the form describes the rest of the instance. */
  set isAlone(isAlone: boolean) {
    this.#context.disabled = !isAlone;
  }

  holds(control: HTMLElement): boolean {
    return control === this.#box || this.#pickers.some((picker) => picker === control);
  }

  #clear(): void {
    this.#files = [];
    this.#path = undefined;
    for (const picker of this.#pickers) picker.value = '';
    this.#name.textContent = '';
    this.isAlone = true;
  }

  async #take(choose: () => Promise<readonly ChosenFile[]>): Promise<void> {
    let files: readonly ChosenFile[];
    try {
      files = await choose();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#name.textContent = error.message;
      return;
    }
    const [only, ...others] = files;
    if (!only) {
      this.#name.textContent = 'There is no file to read.';
      return;
    }
    const { file, path } = only;
    const size = files.reduce((sum, one) => sum + one.file.size, 0);
    if (others.length > 0 || isZip(path)) {
      this.text = '';
      this.#files = files;
      const what = others.length > 0 ? `${files.length} files` : path;
      this.#name.textContent = `${what}, ${sizeOf(size)}`;
    } else {
      const isShown = size <= maxShown;
      this.text = isShown ? decoded(new Uint8Array(await file.arrayBuffer())) : '';
      if (isShown) this.#path = path;
      else this.#files = files;
      this.#name.textContent = `${path}, ${sizeOf(size)}${isShown ? '' : '; too large to show here'}`;
    }
    this.#onSource();
  }
}
