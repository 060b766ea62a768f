/** The tool that judges a network: takes text, file or sample, and shows report, traces and downloads. */

import type { WhatIf } from '../../../../core/validate/report.ts';
import { h, toElement } from '../markup.ts';
import { readInstance, readLocation } from '../read-form.ts';
import type { Answer } from '../tasks.ts';
import { type Form, Tool, type ToolDefinition } from '../tool.ts';
import { reportView, traceView } from '../views/report.ts';
import { download } from './download.ts';
import { loadSample } from './samples.ts';
import { Source } from './source.ts';

export class Validate extends Tool<'validate'> {
  #source!: Source;
  #answer: Answer<'validate'> | undefined;

  protected readonly definition: ToolDefinition<'validate'> = {
    task: 'validate',
    read: (form) => this.#read(form),
    view: reportView,
  };

  protected override start(): void {
    this.#source = new Source(this.form, () => void this.#judge());
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) void this.#press(button);
    });
  }

  #read({ values, filesOf }: Form) {
    return {
      source: this.#source.value,
      deployment: readInstance(values),
      location: readLocation(values),
      whatIf: (values.get('whatIf') ?? 'NONE') as WhatIf,
      serviceTagFiles: filesOf('serviceTagFiles'),
    };
  }

  /** Text is judged when its reader asks for that; a change of the form judges again what is there. */
  protected override changed(target: EventTarget | null): void {
    if (target instanceof HTMLElement && this.#source.holds(target)) return;
    if (!this.#source.isEmpty) void this.update();
  }

  protected override submitted(): void {
    void this.#judge();
  }

  protected override show(answer: Answer<'validate'>): void {
    this.#answer = answer;
    this.#source.isAlone = answer.isAlone;
    super.show(answer);
  }

  /** Judges and leads to the verdict, or to what prevents one. */
  async #judge(): Promise<void> {
    this.#source.isAlone = true;
    await this.update();
    const heading = this.querySelector<HTMLElement>('[data-output] h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    const { sample, download: kind, trace } = button.dataset;
    if (sample !== undefined) {
      const { text, form } = await loadSample(sample);
      this.#fill(form);
      this.#source.text = text;
      await this.#judge();
    }
    if (kind !== undefined && this.#answer) {
      const { report, sarif } = this.#answer;
      download(`apim-network.${kind}`, kind === 'sarif' ? sarif : report);
    }
    if (trace !== undefined) this.#toggle(button, Number(trace));
  }

  #fill(values: Readonly<Record<string, string>>): void {
    this.form.reset();
    for (const [name, value] of Object.entries(values)) {
      const control = this.form.elements.namedItem(name);
      if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) continue;
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  #toggle(button: HTMLButtonElement, index: number): void {
    const flow = this.#answer?.report.flows[index];
    const row = button.closest('tr');
    if (!flow || !row) return;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) row.nextElementSibling?.remove();
    else row.after(toElement(h('tr', { class: 'atlas-trace', role: 'row' }, traceView(flow))));
  }
}
