/** The tool "Compare two networks": takes the network before and after a change, shows what the change does. */

import { part } from '../form-part.ts';
import { readInstance, readLocation } from '../read-form.ts';
import type { Problem } from '../run-in-worker.ts';
import type { Result } from '../tasks.ts';
import { type Form, Tool, type ToolDefinition } from '../tool.ts';
import { catchDrops } from '../validate/chosen-files.ts';
import { saveAs } from '../validate/download.ts';
import { loadSample } from '../validate/samples.ts';
import type * as views from '../views/comparison.ts';
import { Side } from './side.ts';

export class Compare extends Tool<'compare'> {
  #before!: Side;
  #after!: Side;
  #result: Result<'compare'> | undefined;
  /** Loaded with the first comparison. */
  #views!: typeof views;

  protected readonly definition: ToolDefinition<'compare'> = {
    task: 'compare',
    read: (form) => this.#read(form),
    view: (result) => this.#views.comparisonView(result),
  };

  protected override start(): void {
    const fields = ['before', 'after'].map((side) =>
      part<HTMLElement>(this.form, `[data-side=${side}]`),
    ) as [HTMLElement, HTMLElement];
    const [before, after] = fields;
    this.#before = new Side(before, () => this.changed());
    this.#after = new Side(after, () => this.changed());
    catchDrops(
      (target) =>
        fields.find((field) => field.contains(target)) ??
        (this.#before.network && !this.#after.network ? after : before),
      (transfer, field) => (field === before ? this.#before : this.#after).take(transfer),
    );
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>('a[data-line]');
      if (link && this.#showsLine(link)) event.preventDefault();
      const { sample, save } = event.target.closest('button')?.dataset ?? {};
      if (sample !== undefined) void this.#loadSamples(sample.split(' '));
      if (save !== undefined && this.#result) {
        saveAs(`apim-network-changes.${save}`, this.#result[save === 'md' ? 'markdown' : 'json']);
      }
    });
  }

  #read({ values }: Form) {
    const none = { text: '', name: undefined };
    return {
      before: this.#before.network ?? none,
      after: this.#after.network ?? none,
      deployment: readInstance(values),
      location: readLocation(values),
      isRegionChosen: new URL(location.href).searchParams.has('region'),
      routeTable: '',
      entry: undefined,
    };
  }

  /** With one side alone there is nothing to compare yet. */
  protected override changed(): void {
    if (this.#before.network && this.#after.network) void this.update();
    else this.clear();
  }

  override async update(): Promise<boolean> {
    this.#views ??= await import('../views/comparison.ts');
    return super.update();
  }

  protected override submitted(): void {
    void this.#compare();
  }

  protected override show(result: Result<'compare'>): void {
    this.#result = result;
    super.show(result);
    this.#lead();
  }

  /** The page has no fields for missing values. */
  protected override refuse(problem: Problem): void {
    super.refuse(problem);
    this.#lead(problem.path[0]);
    const field = this.querySelector('[data-output] a[href="#open-values"]');
    field?.replaceWith('Choose the file that gives them, too.');
  }

  /** Each line of a mistake leads to the box of its side. */
  #lead(refused?: Problem['path'][number]): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-output] a[data-line]')) {
      const side = link.closest<HTMLElement>('[data-problems]')?.dataset.problems ?? refused;
      link.href = `#document-${side}`;
    }
  }

  #showsLine({ hash, dataset }: HTMLAnchorElement): boolean {
    const side = hash === '#document-before' ? this.#before : this.#after;
    return side.select(Number(dataset.line));
  }

  /** Also where a side is empty, which the problem then names. */
  async #compare(): Promise<void> {
    await this.update();
    this.querySelector<HTMLElement>('[data-output] h2')?.focus();
  }

  async #loadSamples(names: readonly string[]): Promise<void> {
    const [before, after] = await Promise.all(names.map(loadSample));
    if (!before || !after) return;
    this.#before.text = before.text;
    this.#after.text = after.text;
    await this.#compare();
  }
}
