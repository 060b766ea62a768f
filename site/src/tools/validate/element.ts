/** The tool "Validate a network": takes a text, files or a sample, judges while one types, shows report and traces. */

import type { WhatIf } from '../../../../core/validate/report.ts';
import { part } from '../form-part.ts';
import { readAddress } from '../form-state.ts';
import { h, toElement } from '../markup.ts';
import { readInstance, readLocation } from '../read-form.ts';
import type { Problem } from '../run-in-worker.ts';
import type { Result } from '../tasks.ts';
import { type Form, Tool, type ToolDefinition } from '../tool.ts';
import type * as views from '../views/report.ts';
import { download } from './download.ts';
import { FlowsField } from './flows-field.ts';
import { handedOver } from './hand-over.ts';
import { OpenValues } from './open-values.ts';
import { linesOf } from './problem-lines.ts';
import { RegionField } from './region-field.ts';
import { loadSample } from './samples.ts';
import { Source } from './source.ts';

export class Validate extends Tool<'validate'> {
  #source!: Source;
  #open!: OpenValues;
  #region!: RegionField;
  #result: Result<'validate'> | undefined;
  /** Loaded with the first network: a page without one shows no report. */
  #views!: typeof views;
  /** Texts before each change that was made by a button. */
  #undo: (readonly { path: string; before: string; after: string }[])[] = [];

  protected readonly definition: ToolDefinition<'validate'> = {
    task: 'validate',
    read: (form) => this.#read(form),
    view: (result) => this.#views.reportView(result),
  };

  protected override start(): void {
    this.#open = new OpenValues(this.form);
    this.#region = new RegionField(this.form);
    this.#source = new Source(this.form, {
      flows: new FlowsField(this.form),
      onSource: () => {
        this.#forget();
        void this.#validate();
      },
      onEdit: () => {
        this.#sample = '';
        this.toggleAttribute('data-stale', true);
      },
      onLine: (...at) => this.#selectFinding(...at),
    });
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return;
      const button = event.target.closest('button');
      if (button) void this.#press(button);
      const link = event.target.closest<HTMLElement | SVGElement>('a[data-flow], a[data-line]');
      if (link) this.#follow(event, link);
    });
    this.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
      if (key === 'Enter' && (ctrlKey || metaKey)) void this.#validate();
    });
    const files = handedOver();
    if (files.length > 0) this.#source.open(files);
    else if (this.#sample !== '') {
      void this.#loadSample(this.#sample, () => readAddress(this.form));
    }
  }

  get #sample(): string {
    return this.#sampleField.value;
  }

  set #sample(name: string) {
    this.#sampleField.value = name;
  }

  get #sampleField(): HTMLInputElement {
    return part(this.form, 'input[name=sample]');
  }

  #read({ values, filesOf }: Form) {
    return {
      network: this.#source.network,
      parameters: this.#open.parameters,
      entry: this.#open.chosen('entry'),
      service: this.#open.chosen('service'),
      deployment: readInstance(values),
      location: readLocation(values),
      isRegionChosen: this.#region.isChosen,
      routeTable: values.get('routeTable') ?? '',
      ownFlows: values.get('flows') ?? '',
      whatIf: (values.get('whatIf') ?? 'NONE') as WhatIf,
      serviceTagFiles: filesOf('serviceTagFiles'),
    };
  }

  /** A change of the form or of the text judges again; without a text there is nothing to judge. */
  protected override changed(target: EventTarget | null): void {
    if (this.#source.isEmpty) {
      if (target instanceof HTMLElement && this.#source.holds(target)) this.clear();
      return;
    }
    void this.update();
  }

  override async update(): Promise<boolean> {
    this.#views ??= await import('../views/report.ts');
    return super.update();
  }

  protected override submitted(): void {
    void this.#validate();
  }

  protected override show(result: Result<'validate'>): void {
    const isFormUnread = result.isAlone && !this.#source.isAlone;
    this.#source.isAlone = result.isAlone;
    // A form that is disabled gives no values; the group needs them.
    if (isFormUnread) {
      void this.update();
      return;
    }
    this.#result = result;
    this.#region.show(result.regionOfGroup);
    this.#open.show(result.report.missingValues, result.entries);
    this.removeAttribute('data-stale');
    super.show(result);
    this.#source.mark(
      result.excerpts.flatMap((excerpt, index) => {
        const severity = result.report.findings[index]?.severity ?? 'INFO';
        return excerpt ? [{ file: excerpt.file, line: excerpt.line, severity }] : [];
      }),
    );
    const undo = this.querySelector<HTMLElement>('[data-undo-row]');
    if (undo) undo.hidden = this.#undo.length === 0;
  }

  protected override refuse(problem: Problem): void {
    const { path, accepted = [], missingValues = [] } = problem;
    this.#open.ask(missingValues);
    const last = path.at(-1);
    if (last === 'entry' || last === 'service') this.#open.offer(last, accepted);
    this.#result = undefined;
    this.removeAttribute('data-stale');
    this.#source.mark(linesOf(problem).map((place) => ({ ...place, severity: 'ERROR' })));
    super.refuse(problem);
  }

  protected override clear(): void {
    this.#result = undefined;
    this.#forget();
    this.removeAttribute('data-stale');
    super.clear();
  }

  /** For another network. */
  #forget(): void {
    this.#open.clear();
    this.#undo = [];
    this.#region.forget();
  }

  /** Validates, then moves focus to the verdict or the problem. */
  async #validate(): Promise<void> {
    this.#source.isAlone = true;
    await this.update();
    this.#source.revealError();
    const heading = this.querySelector<HTMLElement>('[data-output] h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }

  /** `onForm` changes the form of the sample before it is judged. */
  async #loadSample(name: string, onForm = () => {}): Promise<void> {
    const sample = await loadSample(name);
    if (!sample) return;
    this.#fill(sample.form);
    onForm();
    this.#forget();
    this.#sample = name;
    this.#source.text = sample.text;
    await this.#validate();
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    const { sample, save, trace, apply, undo, print } = button.dataset;
    if (sample !== undefined) await this.#loadSample(sample);
    if (save !== undefined && this.#result) download(save, this.#result);
    if (trace !== undefined) this.#toggle(button, Number(trace));
    if (apply !== undefined) await this.#apply();
    if (undo !== undefined) await this.#takeBack();
    if (print !== undefined) window.print();
  }

  async #apply(): Promise<void> {
    const patches = this.#result?.patches ?? [];
    // A text that was changed since is validated as it is.
    const made = patches.filter(({ path, before, after }) =>
      this.#source.change(path, before, after),
    );
    if (made.length > 0) this.#undo.push(made);
    await this.#validate();
  }

  async #takeBack(): Promise<void> {
    for (const { path, before, after } of this.#undo.pop() ?? []) {
      this.#source.change(path, after, before);
    }
    await this.#validate();
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

  /** From a flow of the picture to its row, from a finding to its line. */
  #follow(event: Event, link: HTMLElement | SVGElement): void {
    const { file = '', line } = link.dataset;
    const row = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (line === undefined && !row) return;
    event.preventDefault();
    if (line !== undefined) this.#source.select(file, Number(line), this.#views.lastIn);
    else if (row) this.#views.openTrace(row);
  }

  /** From a line of the text to the finding about it, or about its rule. */
  #selectFinding(file: string | undefined, line: number, text: string): void {
    const lines = (this.#result?.excerpts ?? []).map((one) =>
      one && (file === undefined || one.file === file) ? one.line : 0,
    );
    this.#views?.selectFinding(this, lines, { line, text });
  }

  #toggle(button: HTMLButtonElement, index: number): void {
    const flow = this.#result?.report.flows[index];
    const row = button.closest('tr');
    if (!flow || !row) return;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) row.nextElementSibling?.remove();
    else
      row.after(
        toElement(h('tr', { class: 'atlas-trace', role: 'row' }, this.#views.traceView(flow))),
      );
  }
}
