/** The field with the flows that the owner of the network promises. */

import { part } from '../form-part.ts';
import { selectLine } from './select-line.ts';

/** `apim-atlas.flows.yaml`, or another name that ends so; `workflows.yaml` is something else. */
export const isFlowsFile = (path: string): boolean => /(?:^|[^a-z])flows\.ya?ml$/i.test(path);

/** A text that begins as a flows file does, after its comments and the line that opens a document of YAML. */
export const isFlowsText = (text: string): boolean =>
  /^(?:\s*(?:#.*|---[ \t]*(?:#.*)?)\r?\n)*\s*flows:\s/.test(text);

export class FlowsField {
  readonly #box: HTMLTextAreaElement;

  constructor(form: HTMLFormElement) {
    this.#box = part(form, 'textarea[name=flows]');
  }

  /** Shows the line and selects it. */
  select(line: number): void {
    selectLine(this.#box, line);
    this.#box.scrollIntoView({ block: 'nearest' });
  }

  /** As the text was typed. */
  take(text: string): void {
    this.#box.value = text;
    this.#box.closest('details')?.toggleAttribute('open', true);
    this.#box.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
