/** Where the network to be judged comes from: text in the box, a file chosen, a file dropped. */

/** A larger file stays out of the box, which would take long to show it; in bytes. */
const shown = 256 * 1024;

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function part<T extends Element>(form: HTMLFormElement, selector: string): T {
  const found = form.querySelector<T>(selector);
  if (!found) throw new Error(`the form lacks ${selector}`);
  return found;
}

export class Source {
  readonly #box: HTMLTextAreaElement;
  readonly #picker: HTMLInputElement;
  readonly #name: HTMLOutputElement;
  readonly #context: HTMLFieldSetElement;
  readonly #given: () => void;
  #file: File | undefined;

  constructor(form: HTMLFormElement, given: () => void) {
    this.#box = part(form, 'textarea');
    this.#picker = part(form, '[data-document]');
    this.#name = part(form, 'output');
    this.#context = part(form, '[data-context]');
    this.#given = given;
    this.#box.addEventListener('input', () => this.#forget());
    this.#box.addEventListener('paste', () => setTimeout(given));
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
    this.#forget();
    this.#box.value = text;
  }

  /** Whether the text is a group alone, so that the rest of the form has a say. */
  set isAlone(isAlone: boolean) {
    this.#context.disabled = !isAlone;
  }

  holds(control: HTMLElement): boolean {
    return control === this.#box || control === this.#picker;
  }

  #forget(): void {
    this.#file = undefined;
    this.#picker.value = '';
    this.#name.textContent = '';
    this.isAlone = true;
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return;
    const isShown = file.size <= shown;
    this.text = isShown ? await file.text() : '';
    if (!isShown) this.#file = file;
    this.#name.textContent = `${file.name}, ${sizeOf(file.size)}${isShown ? '' : '; too large to be shown here'}`;
    this.#given();
  }
}
