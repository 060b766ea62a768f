/** Where the network to validate comes from: the text box, a chosen file or a dropped file. */

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
  readonly #picker: HTMLInputElement;
  readonly #name: HTMLOutputElement;
  readonly #context: HTMLFieldSetElement;
  readonly #onSource: () => void;
  #file: File | undefined;

  constructor(form: HTMLFormElement, onSource: () => void) {
    this.#box = part(form, 'textarea');
    this.#picker = part(form, '[data-document]');
    this.#name = part(form, 'output');
    this.#context = part(form, '[data-context]');
    this.#onSource = onSource;
    this.#box.addEventListener('input', () => this.#clear());
    this.#box.addEventListener('paste', () => setTimeout(onSource));
    this.#picker.addEventListener('change', () => void this.#take(this.#picker.files?.[0]));
    const zone = part<HTMLElement>(form, '[data-drop]');
    for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.toggleAttribute('data-over', type === 'dragenter' || type === 'dragover');
      });
    }
    zone.addEventListener('drop', ({ dataTransfer }) => void this.#take(dataTransfer?.files[0]));
  }

  get value(): string | Blob {
    return this.#file ?? this.#box.value;
  }

  get isEmpty(): boolean {
    return this.#file === undefined && this.#box.value.trim() === '';
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
    return control === this.#box || control === this.#picker;
  }

  #clear(): void {
    this.#file = undefined;
    this.#picker.value = '';
    this.#name.textContent = '';
    this.isAlone = true;
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    const isShown = file.size <= maxShown;
    this.text = isShown ? await file.text() : '';
    if (!isShown) this.#file = file;
    this.#name.textContent = `${file.name}, ${sizeOf(file.size)}${isShown ? '' : '; too large to show here'}`;
    this.#onSource();
  }
}
