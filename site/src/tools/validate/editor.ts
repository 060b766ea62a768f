/** The text box with line numbers, the lines that findings are about, and the way from a line to its finding. */

import { part } from '../form-part.ts';
import { lineHeightOf, revealLine, selectLine } from './select-line.ts';

export interface MarkedLine {
  /** 1-based. */
  readonly line: number;
  readonly severity: string;
}

export class Editor {
  readonly box: HTMLTextAreaElement;
  readonly #numbers: HTMLElement;
  readonly #bands: HTMLElement;
  #count = 0;

  constructor(form: HTMLFormElement, onLine: (line: number) => void) {
    this.box = part(form, 'textarea[id=document]');
    this.#numbers = part(form, '[data-lines]');
    this.#bands = part(form, '[data-bands]');
    this.box.addEventListener('scroll', () => this.#follow());
    this.box.addEventListener('input', () => this.#number());
    this.box.addEventListener('click', () => onLine(this.line));
    this.box.addEventListener('keyup', ({ key }) => {
      if (key.startsWith('Arrow') || key.startsWith('Page')) onLine(this.line);
    });
    this.#number();
  }

  get text(): string {
    return this.box.value;
  }

  set text(text: string) {
    this.box.value = text;
    this.mark([]);
    this.#number();
    this.#follow();
  }

  /** Of the caret, 1-based. */
  get line(): number {
    return this.text.slice(0, this.box.selectionStart).split('\n').length;
  }

  /** Selects the line, up to the last one, and brings it into view. */
  select(line: number, last: number): void {
    selectLine(this.box, line, last);
    this.#follow();
    this.box.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls the box to the line; the focus and the page stay where they are. */
  reveal(line: number): void {
    revealLine(this.box, line);
    this.#follow();
  }

  mark(lines: readonly MarkedLine[]): void {
    const height = lineHeightOf(this.box);
    this.#bands.replaceChildren(
      ...lines.map(({ line, severity }) => {
        const band = document.createElement('i');
        band.dataset.severity = severity;
        band.style.top = `${(line - 1) * height}px`;
        return band;
      }),
    );
  }

  #number(): void {
    const count = this.text === '' ? 0 : this.text.split('\n').length;
    if (count === this.#count) return;
    this.#count = count;
    this.#numbers.textContent = Array.from({ length: count }, (_, index) => index + 1).join('\n');
  }

  #follow(): void {
    const shift = `translateY(${-this.box.scrollTop}px)`;
    this.#numbers.style.transform = shift;
    this.#bands.style.transform = shift;
  }
}
