/** Fields for what the files leave open: values of parameters, the deployment and the service to judge. */

import { h, toElement } from '../markup.ts';
import type { Problem } from '../run-in-worker.ts';
import { entryLabel } from './entry-label.ts';

type Missing = NonNullable<Problem['missingValues']>;

/** A value that is JSON is taken as such, any other as text. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const choices = {
  entry: 'Deployment to validate',
  service: 'Service to validate',
} as const;
type ChoiceName = keyof typeof choices;

export class OpenValues {
  readonly #group: HTMLFieldSetElement;
  readonly #fields: HTMLElement;
  readonly #inputs = new Map<string, HTMLInputElement>();
  readonly #selects = new Map<ChoiceName, HTMLSelectElement>();

  constructor(form: HTMLFormElement) {
    const group = form.querySelector<HTMLFieldSetElement>('[data-open-values]');
    const fields = group?.querySelector<HTMLElement>('.atlas-fields');
    if (!group || !fields) throw new Error('the form lacks fields for open values');
    this.#group = group;
    this.#fields = fields;
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      [...this.#inputs]
        .filter(([, { value }]) => value.trim() !== '')
        .map(([name, { value }]) => [name, jsonOr(value)]),
    );
  }

  chosen(name: ChoiceName): string | undefined {
    return this.#selects.get(name)?.value || undefined;
  }

  /** For another network. */
  clear(): void {
    this.#inputs.clear();
    this.#selects.clear();
    this.#fields.replaceChildren();
    this.#group.hidden = true;
  }

  /** What a verdict leaves open: values, and another deployment to judge. */
  show(missing: Missing, entries: readonly string[]): void {
    this.ask(missing);
    if (entries.length > 1) this.offer('entry', entries);
  }

  /** Shows a field for each value that is missing; one that has a value stays. */
  ask(missing: Missing): void {
    const names = new Set(missing.map(({ name }) => name));
    for (const [name, input] of this.#inputs) {
      if (names.has(name) || input.value.trim() !== '' || input === document.activeElement)
        continue;
      input.closest('.atlas-field')?.remove();
      this.#inputs.delete(name);
    }
    for (const { name, sourceLocation: at } of missing) {
      if (this.#inputs.has(name)) continue;
      const id = `value-${name}`;
      const input = toElement(
        h('input', {
          id,
          type: 'text',
          autocomplete: 'off',
          spellcheck: 'false',
          'data-private': true,
          'aria-describedby': at ? `${id}-hint` : undefined,
        }),
      ) as HTMLInputElement;
      this.#add(id, name, input, at && `${at.file}:${at.line}`);
      this.#inputs.set(name, input);
    }
    this.#group.hidden = this.#fields.childElementCount === 0;
  }

  /** Shows what one may choose of; what is chosen stays while the choices are the same. */
  offer(name: ChoiceName, accepted: readonly string[]): void {
    const shown = [...(this.#selects.get(name)?.options ?? [])].slice(1).map(({ value }) => value);
    if (shown.join('\n') === accepted.join('\n')) return;
    this.#selects.get(name)?.closest('.atlas-field')?.remove();
    const id = `choice-${name}`;
    const select = toElement(
      h(
        'select',
        { id },
        h('option', { value: '' }, 'Choose …'),
        accepted.map((value) => h('option', { value }, entryLabel(value))),
      ),
    ) as HTMLSelectElement;
    this.#add(id, choices[name], select, undefined);
    this.#selects.set(name, select);
    this.#group.hidden = false;
  }

  #add(id: string, label: string, control: HTMLElement, hint: string | undefined): void {
    const field = toElement(h('div', { class: 'atlas-field' }, h('label', { for: id }, label)));
    field.append(control);
    if (hint !== undefined) field.append(toElement(h('small', { id: `${id}-hint` }, hint)));
    this.#fields.append(field);
  }
}
