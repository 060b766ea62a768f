/** The tool "Validate a network": takes a text, file or sample and shows report, traces and downloads. */

import type { WhatIf } from '../../../../core/validate/report.ts';
import { h, toElement } from '../markup.ts';
import { readInstance, readLocation } from '../read-form.ts';
import type { Problem } from '../run-in-worker.ts';
import type { Result } from '../tasks.ts';
import { type Form, Tool, type ToolDefinition } from '../tool.ts';
import { reportView, traceView } from '../views/report.ts';
import { download } from './download.ts';
import { OpenValues } from './open-values.ts';
import { loadSample } from './samples.ts';
import { Source } from './source.ts';

export class Validate extends Tool<'validate'> {
  #source!: Source;
  #open!: OpenValues;
  #result: Result<'validate'> | undefined;

  protected readonly definition: ToolDefinition<'validate'> = {
    task: 'validate',
    read: (form) => this.#read(form),
    view: reportView,
  };

  protected override start(): void {
    this.#open = new OpenValues(this.form);
    this.#source = new Source(this.form, () => {
      this.#open.clear();
      void this.#validate();
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) void this.#press(button);
    });
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-flow]') : null;
      const row = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
      if (!row) return;
      event.preventDefault();
      this.#openTrace(row);
    });
  }

  #read({ values, filesOf }: Form) {
    return {
      network: this.#source.network,
      parameters: this.#open.parameters,
      entry: this.#open.chosen('entry'),
      service: this.#open.chosen('service'),
      deployment: readInstance(values),
      location: readLocation(values),
      whatIf: (values.get('whatIf') ?? 'NONE') as WhatIf,
      serviceTagFiles: filesOf('serviceTagFiles'),
    };
  }

  /** A change of the form validates again; a change of the text waits for the button. */
  protected override changed(target: EventTarget | null): void {
    if (target instanceof HTMLElement && this.#source.holds(target)) return;
    if (!this.#source.isEmpty) void this.update();
  }

  protected override submitted(): void {
    void this.#validate();
  }

  protected override show(result: Result<'validate'>): void {
    this.#result = result;
    this.#source.isAlone = result.isAlone;
    this.#open.ask(result.report.missingValues);
    super.show(result);
  }

  protected override refuse(problem: Problem): void {
    const { path, accepted = [], missingValues = [] } = problem;
    this.#open.ask(missingValues);
    const last = path.at(-1);
    if (last === 'entry' || last === 'service') this.#open.offer(last, accepted);
    super.refuse(problem);
  }

  /** Validates, then moves focus to the verdict or the problem. */
  async #validate(): Promise<void> {
    this.#source.isAlone = true;
    await this.update();
    const heading = this.querySelector<HTMLElement>('[data-output] h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    const { sample, download: kind, trace, apply } = button.dataset;
    if (sample !== undefined) {
      const { text, form } = await loadSample(sample);
      this.#fill(form);
      this.#open.clear();
      this.#source.text = text;
      await this.#validate();
    }
    if (kind !== undefined && this.#result) {
      const { report, sarif } = this.#result;
      download(`apim-network.${kind}`, kind === 'sarif' ? sarif : report);
    }
    if (trace !== undefined) this.#toggle(button, Number(trace));
    const [patch] = this.#result?.patches ?? [];
    if (apply !== undefined && patch) {
      const { network } = this.#source;
      // A text that was changed since is validated as it is.
      if ('text' in network && network.text === patch.before) this.#source.text = patch.after;
      await this.#validate();
    }
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

  /** From a flow in a picture to its row, with the rules that decide it. */
  #openTrace(row: HTMLElement): void {
    const button = row.querySelector<HTMLButtonElement>('[data-trace]');
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
    row.scrollIntoView({ block: 'center' });
    (button ?? row.querySelector<HTMLElement>('a'))?.focus({ preventScroll: true });
  }

  #toggle(button: HTMLButtonElement, index: number): void {
    const flow = this.#result?.report.flows[index];
    const row = button.closest('tr');
    if (!flow || !row) return;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) row.nextElementSibling?.remove();
    else row.after(toElement(h('tr', { class: 'atlas-trace', role: 'row' }, traceView(flow))));
  }
}
