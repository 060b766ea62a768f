/** The element of a tool: a form, a status line and the result, which is computed in the page. */

import { copyFrom } from './copy.ts';
import { filesOf, readAddress, valuesOf, writeAddress } from './form-state.ts';
import { type Markup, toElement } from './markup.ts';
import { followTiers } from './network-modes.ts';
import { type Problem, runInWorker } from './run-in-worker.ts';
import type { Input, Result, TaskName } from './tasks.ts';
import type * as problems from './views/problem.ts';

export interface Form {
  readonly values: URLSearchParams;
  readonly filesOf: (name: string) => readonly File[];
}

export interface ToolDefinition<Name extends TaskName> {
  readonly task: Name;
  readonly read: (form: Form) => Input<Name>;
  readonly view: (result: Result<Name>) => Markup;
}

/** A computation that takes longer shows "Working", in milliseconds. */
const workingDelay = 200;
/** A pause in typing after which the result is computed, in milliseconds. */
const typingPause = 250;

export abstract class Tool<Name extends TaskName> extends HTMLElement {
  protected abstract readonly definition: ToolDefinition<Name>;
  protected form!: HTMLFormElement;
  #output!: HTMLElement;
  #status!: HTMLElement;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  /** Loaded with the first problem. */
  #problems!: typeof problems;
  /** Grows with each change of the form: the result of an earlier one is not shown. */
  #version = 0;

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

  /** Runs first. The page comes with the result of the default form, so only an address with values needs an update. */
  protected start(): void {
    if (location.search !== '') void this.update();
  }

  #soon(target: EventTarget | null): void {
    this.#version += 1;
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

  /** Computes and shows the result of the form; true unless there is a problem, or the form changed meanwhile. */
  async update(): Promise<boolean> {
    clearTimeout(this.#typing);
    clearTimeout(this.#late);
    writeAddress(this.form);
    const { task, read } = this.definition;
    this.#late = setTimeout(() => this.#wait(), workingDelay);
    const version = this.#version;
    const input = read({
      values: valuesOf(this.form),
      filesOf: (name) => filesOf(this.form, name),
    });
    const { result, problem } = await runInWorker(task, input);
    if (problem) this.#problems ??= await import('./views/problem.ts');
    this.#rest();
    if (version !== this.#version) return false;
    if (problem) this.refuse(problem);
    else this.show(result);
    return problem === undefined;
  }

  protected show(result: Result<Name>): void {
    this.#mark(undefined);
    this.#replace(this.definition.view(result));
    const headline = this.#output.querySelector('[data-announce]');
    this.#status.textContent = headline?.textContent ?? '';
  }

  #rest(): void {
    clearTimeout(this.#late);
    this.removeAttribute('aria-busy');
  }

  #wait(): void {
    this.setAttribute('aria-busy', 'true');
    this.#status.textContent = 'Working …';
  }

  protected refuse(problem: Problem): void {
    this.#mark(this.#controlOf(problem.path));
    this.#status.textContent = '';
    this.#replace(this.#problems.problemView(problem));
  }

  /** There is nothing to compute. */
  protected clear(): void {
    this.#version += 1;
    clearTimeout(this.#typing);
    this.#rest();
    this.#mark(undefined);
    this.#output.replaceChildren();
    this.#status.textContent = '';
  }

  /** Replaces the result; choices within it, such as the format, stay. */
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

  /** The control for a path into the input: ["before", "locations", 0, "units"] is before.units. */
  #controlOf(path: Problem['path']): Element | undefined {
    const [side] = path;
    const prefix = side === 'before' || side === 'after' ? `${side}.` : '';
    const isAdditional = path.some((key) => typeof key === 'number' && key > 0);
    const names = [...(isAdditional ? ['additionalRegions'] : []), ...path.toReversed()];
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

/** Registers the element of a tool that consists of its definition only. */
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
