/** A form whose answer is computed in the page: the element around form, status and answer. */

import { ask, type Problem } from './ask.ts';
import { copyFrom } from './copy.ts';
import { filesOf, readAddress, valuesOf, writeAddress } from './form-state.ts';
import { type Markup, toElement } from './markup.ts';
import { followTiers } from './network-modes.ts';
import type { Answer, Input, TaskName } from './tasks.ts';
import { problemView } from './views/problem.ts';

export interface Form {
  readonly values: URLSearchParams;
  readonly filesOf: (name: string) => readonly File[];
}

export interface ToolDefinition<Name extends TaskName> {
  readonly task: Name;
  readonly read: (form: Form) => Input<Name>;
  readonly view: (answer: Answer<Name>) => Markup;
}

/** Computing that takes longer than this is announced, in milliseconds. */
const patience = 200;
/** How long a reader may pause in typing, in milliseconds. */
const typingPause = 350;

export abstract class Tool<Name extends TaskName> extends HTMLElement {
  protected abstract readonly definition: ToolDefinition<Name>;
  protected form!: HTMLFormElement;
  #output!: HTMLElement;
  #status!: HTMLElement;
  #typing: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const output = this.querySelector<HTMLElement>('[data-output]');
    const status = this.querySelector<HTMLElement>('[role=status]');
    if (!form || !output || !status) throw new Error(`${this.localName} lacks form or output`);
    this.form = form;
    this.#output = output;
    this.#status = status;
    followTiers(form);
    readAddress(form);
    form.addEventListener('input', ({ target }) => this.#soon(target));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submitted();
    });
    output.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
      if (button) void copyFrom(button, status);
    });
    this.start();
    this.toggleAttribute('data-ready', true);
  }

  /** What happens first: nothing where the page comes with the answer to its form. */
  protected start(): void {
    if (location.search !== '') void this.update();
  }

  #soon(target: EventTarget | null): void {
    clearTimeout(this.#typing);
    const isTyped =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && ['text', 'number', 'search'].includes(target.type));
    this.#typing = setTimeout(() => this.changed(target), isTyped ? typingPause : 0);
  }

  protected changed(_target: EventTarget | null): void {
    void this.update();
  }

  protected submitted(): void {
    void this.update();
  }

  /** Computes the answer to the form as it is and shows it; true where there is one. */
  async update(): Promise<boolean> {
    clearTimeout(this.#typing);
    writeAddress(this.form);
    const { task, read } = this.definition;
    const late = setTimeout(() => this.#wait(), patience);
    const input = read({
      values: valuesOf(this.form),
      filesOf: (name) => filesOf(this.form, name),
    });
    const { answer, problem } = await ask(task, input).finally(() => clearTimeout(late));
    this.removeAttribute('aria-busy');
    if (problem) this.#refuse(problem);
    else this.show(answer);
    return problem === undefined;
  }

  protected show(answer: Answer<Name>): void {
    this.#mark(undefined);
    this.#replace(this.definition.view(answer));
    const headline = this.#output.querySelector('[data-announce]');
    this.#status.textContent = headline?.textContent ?? '';
  }

  #wait(): void {
    this.setAttribute('aria-busy', 'true');
    this.#status.textContent = 'Working …';
  }

  #refuse(problem: Problem): void {
    this.#mark(this.#controlOf(problem.path));
    this.#status.textContent = '';
    this.#replace(problemView(problem));
  }

  /** Takes the answer's place; what the reader has chosen to look at, such as a format, stays chosen. */
  #replace(markup: Markup): void {
    const element = toElement(markup);
    for (const { name, value } of this.#output.querySelectorAll<HTMLInputElement>(
      'input:checked',
    )) {
      const same = element.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`);
      if (same) same.checked = true;
    }
    this.#output.replaceChildren(element);
  }

  /** The control that a path into the input is about: ["before", "locations", 0, "units"] is before.units. */
  #controlOf(path: Problem['path']): Element | undefined {
    const [side] = path;
    const prefix = side === 'before' || side === 'after' ? `${side}.` : '';
    const isFurther = path.some((key) => typeof key === 'number' && key > 0);
    const names = [...(isFurther ? ['additionalRegions'] : []), ...path.toReversed()];
    return names
      .map((name) => this.form.elements.namedItem(`${prefix}${name}`))
      .find((control) => control instanceof HTMLElement);
  }

  #mark(wrong: Element | undefined): void {
    for (const control of this.form.querySelectorAll('[aria-invalid]')) {
      control.removeAttribute('aria-invalid');
    }
    wrong?.setAttribute('aria-invalid', 'true');
  }
}

/** Registers an element for a tool that needs no more than its definition. */
export function defineTool<Name extends TaskName>(
  element: string,
  definition: ToolDefinition<Name>,
): void {
  customElements.define(
    element,
    class extends Tool<Name> {
      protected readonly definition = definition;
    },
  );
}
