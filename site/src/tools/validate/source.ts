/** Where the network to validate comes from: the text box with one file or several, or files that are too large to show. */

import { InputError } from '../../../../core/input-error.ts';
import { part } from '../form-part.ts';
import type { ChosenFile } from './chosen-file.ts';
import {
  catchDrops,
  droppedFiles,
  isShownText,
  mayBeUsed,
  pickedFiles,
  sizeOf,
} from './chosen-files.ts';
import { Editor, type MarkedLine } from './editor.ts';
import { FileTabs } from './file-tabs.ts';
import { type FlowsField, isFlowsFile, isFlowsText } from './flows-field.ts';
import type { HandedFile } from './hand-over.ts';
import type { Network } from './judge.ts';
import { fill, type OpenFile, openFile } from './open-file.ts';

/** Larger files are not shown in the box, which would be slow, in bytes. */
const maxShown = 256 * 1024;
const maxTabs = 24;

interface Listeners {
  /** Another network is there. */
  readonly onSource: () => void;
  /** The text was changed by typing. */
  readonly onEdit: () => void;
  readonly onLine: (file: string | undefined, line: number, text: string) => void;
}

export class Source {
  readonly #editor: Editor;
  readonly #tabs: FileTabs;
  readonly #pickers: readonly HTMLInputElement[];
  readonly #name: HTMLOutputElement;
  readonly #context: HTMLFieldSetElement;
  readonly #listeners: Listeners;
  readonly #flows: FlowsField;
  /** Files that are not shown. */
  #files: readonly ChosenFile[] = [];
  #open: readonly OpenFile[] = [];
  #current = 0;
  #marks: readonly (MarkedLine & { readonly file: string })[] = [];

  constructor(
    form: HTMLFormElement,
    { flows, ...listeners }: Listeners & { readonly flows: FlowsField },
  ) {
    this.#listeners = listeners;
    this.#flows = flows;
    this.#editor = new Editor(form, (line) =>
      listeners.onLine(this.#shown?.path, line, this.#editor.text),
    );
    this.#tabs = new FileTabs(part(form, '[data-tabs]'), (index) => this.#show(index));
    const folder = part<HTMLInputElement>(form, '[data-folder]');
    folder.webkitdirectory = true;
    this.#pickers = [part(form, '[data-document]'), folder];
    this.#name = part(form, 'output');
    this.#context = part(form, '[data-context]');
    const { box } = this.#editor;
    box.addEventListener('input', () => this.#typed());
    box.addEventListener('paste', (event) => {
      // Pasted over all that was there, it is another network.
      const isWhole = box.selectionEnd - box.selectionStart === box.value.length;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isWhole && isFlowsText(text)) {
        event.preventDefault();
        this.#flows.take(text);
      } else if (isWhole) setTimeout(listeners.onSource);
    });
    for (const picker of this.#pickers) {
      picker.addEventListener('change', () => void this.#take(() => pickedFiles(picker.files)));
    }
    const drop = part<HTMLElement>(form, '[data-drop]');
    catchDrops(
      (target) => otherBox(target, box) ?? drop,
      (transfer, field) => {
        const files = droppedFiles(transfer);
        if (field instanceof HTMLTextAreaElement) void fill(field, files);
        else void this.#take(() => files);
      },
    );
  }

  get network(): Network {
    const [only, ...others] = this.#open;
    if (this.#files.length > 0 || others.length > 0) {
      const shown = this.#open.map(({ path, text }) => ({ path, file: new File([text], path) }));
      return {
        files: [...shown, ...this.#files],
        isShown: !this.#files.some(({ path }) => mayBeUsed(path)),
      };
    }
    // As it is in the file: a box has line feeds alone.
    return { text: only?.text ?? this.#editor.text, name: only?.path };
  }

  get isEmpty(): boolean {
    return this.#files.length === 0 && this.#editor.text.trim() === '';
  }

  set text(text: string) {
    this.#clear();
    this.#editor.text = text;
  }

  /** Whether the text is only a group, so that the form describes the rest of the instance. */
  set isAlone(isAlone: boolean) {
    this.#context.disabled = !isAlone;
  }

  get isAlone(): boolean {
    return !this.#context.disabled;
  }

  holds(control: HTMLElement): boolean {
    return control === this.#editor.box || this.#pickers.some((picker) => picker === control);
  }

  /** Changes the text of a file; false where it is no longer the one before. */
  change(path: string, before: string, after: string): boolean {
    const index = this.#isOnly ? 0 : this.#open.findIndex((file) => file.path === path);
    const file = this.#open[index];
    if ((file?.text ?? this.#editor.text) !== before) return false;
    if (file) file.text = after;
    if (index === this.#current) this.#editor.text = after;
    return true;
  }

  mark(marks: readonly (MarkedLine & { readonly file: string })[]): void {
    this.#marks = marks;
    this.#showMarks();
  }

  /** Scrolls the box to the first error in it. */
  revealError(): void {
    const first = this.#shownMarks.find(({ severity }) => severity === 'ERROR');
    if (first) this.#editor.reveal(first.line);
  }

  /** Shows a line of a file and selects it, up to the last one. */
  select(file: string, line: number, lastIn: (text: string, line: number) => number): void {
    if (isFlowsFile(file)) {
      this.#flows.select(line);
      return;
    }
    const index = this.#open.findIndex(({ path }) => path === file);
    if (index >= 0 && index !== this.#current) this.#show(index);
    this.#editor.select(line, lastIn(this.#editor.text, line));
  }

  get #shown(): OpenFile | undefined {
    return this.#open[this.#current];
  }

  #typed(): void {
    const file = this.#shown;
    if (file) file.text = this.#editor.text;
    else this.#files = [];
    if (this.#editor.text === '' && this.#open.length < 2) this.#clear();
    this.#listeners.onEdit();
  }

  #show(index: number): void {
    this.#current = index;
    this.#editor.text = this.#shown?.text ?? '';
    this.#showMarks();
  }

  /** Whether the box has the whole network. */
  get #isOnly(): boolean {
    return this.#open.length < 2 && this.#files.length === 0;
  }

  get #shownMarks() {
    return this.#marks.filter(({ file }) => this.#isOnly || file === this.#shown?.path);
  }

  #showMarks(): void {
    this.#editor.mark(this.#shownMarks);
    this.#tabs.show(
      this.#open.length < 2 ? [] : this.#open.map(({ path }) => path),
      this.#current,
      this.#marks.filter(({ severity }) => severity === 'ERROR').map(({ file }) => file),
    );
  }

  #clear(): void {
    this.#files = [];
    this.#open = [];
    this.#current = 0;
    this.mark([]);
    for (const picker of this.#pickers) picker.value = '';
    this.#name.textContent = '';
    this.isAlone = true;
  }

  /** Files from another page. */
  open(files: readonly HandedFile[]): void {
    const pasted = files.find(({ path }) => path === '');
    if (!pasted) {
      void this.#take(async () =>
        files.map(({ path, text }) => ({ path, file: new File([text], path) })),
      );
    } else if (isFlowsText(pasted.text)) this.#flows.take(pasted.text);
    else {
      this.text = pasted.text;
      this.#listeners.onSource();
    }
  }

  /** Of the files those of the network; a flows file goes to its field. */
  async #withoutFlows(files: readonly ChosenFile[]): Promise<readonly ChosenFile[]> {
    if (files.length === 0) this.#name.textContent = 'There is no file to read.';
    const flows = files.find(({ path }) => isFlowsFile(path));
    if (!flows) return files;
    this.#flows.take((await openFile(flows)).text);
    this.#name.textContent = `${flows.path} is in Own flows.`;
    return files.filter((one) => one !== flows);
  }

  async #take(choose: () => Promise<readonly ChosenFile[]>): Promise<void> {
    let files: readonly ChosenFile[];
    try {
      files = await this.#withoutFlows(await choose());
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#name.textContent = error.message;
      return;
    }
    if (files.length === 0) return;
    const size = files.reduce((sum, one) => sum + one.file.size, 0);
    const texts = files.filter(({ path }) => isShownText(path, files));
    const isShown = size <= maxShown && texts.length <= maxTabs;
    const open = isShown ? await Promise.all(texts.map(openFile)) : [];
    this.text = open[0]?.text ?? '';
    this.#open = open;
    this.#files = isShown ? files.filter((one) => !texts.includes(one)) : files;
    this.#showMarks();
    const what = files.length > 1 ? `${files.length} files` : files[0]?.path;
    const isLarge = !isShown && files.length === 1 && texts.length === 1;
    this.#name.textContent = `${what}, ${sizeOf(size)}${isLarge ? '; too large to show here' : ''}`;
    this.#listeners.onSource();
  }
}

/** A box for another document, such as a route table. */
const otherBox = (target: Element, box: HTMLTextAreaElement): HTMLTextAreaElement | undefined =>
  target instanceof HTMLTextAreaElement && target !== box ? target : undefined;
