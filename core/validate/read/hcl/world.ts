/** What all modules of a deployment share: files, limits, notes, and the folders that were read. */

import type { SourceFiles } from '../source/files.ts';
import { BlockReader } from './blocks.ts';
import { Budget } from './budget.ts';
import { type Configuration, isConfiguration, readConfiguration } from './configuration.ts';
import { Evaluator } from './evaluator.ts';
import { fileFunctions } from './functions/files.ts';
import { functionOf } from './functions/index.ts';
import { Notes } from './notes.ts';
import { restoredModules } from './restored-modules.ts';
import type { SourceTexts } from './source-text.ts';
import { ValueOffsets } from './value-offsets.ts';
import type { Value } from './values.ts';

export class World {
  readonly files: SourceFiles;
  readonly texts: SourceTexts;
  /** Folder of the root module. */
  readonly root: string;
  readonly notes = new Notes();
  /** Of variables of the root module that have no other value, by name; of a sensitive one without the value. */
  readonly defaultsTaken = new Map<string, Value | undefined>();
  readonly offsets: ValueOffsets;
  readonly evaluator: Evaluator;
  readonly blocks: BlockReader;
  readonly #configurations = new Map<string, Configuration>();
  readonly #restored: ReadonlyMap<string, string>;

  constructor(files: SourceFiles, texts: SourceTexts, root: string) {
    this.files = files;
    this.texts = texts;
    this.root = root;
    this.offsets = new ValueOffsets(texts);
    const ofFiles = fileFunctions(files, root, texts);
    this.evaluator = new Evaluator(
      new Budget(),
      this.offsets,
      (name) => ofFiles.get(name) ?? functionOf(name),
    );
    this.blocks = new BlockReader(this.evaluator, (failure) => this.notes.fail(failure));
    this.#restored = restoredModules(files, root);
  }

  /** Undefined where the folder has no configuration. */
  configuration(folder: string): Configuration | undefined {
    const known = this.#configurations.get(folder);
    if (known) return known;
    if (!this.files.in(folder).some(isConfiguration)) return undefined;
    const read = readConfiguration(this.files, folder, this.texts);
    for (const path of this.files.in(folder).filter(isConfiguration)) this.files.use(path, 'code');
    for (const problem of read.problems) this.notes.report(problem);
    this.#configurations.set(folder, read);
    return read;
  }

  /** True where a declaration was lost. */
  get hasGaps(): boolean {
    return [...this.#configurations.values()].some(({ hasGaps }) => hasGaps);
  }

  /** The folder into which `terraform init` put a module, by the names of the calls that lead to it. */
  restored(calls: readonly string[]): string | undefined {
    return this.#restored.get(calls.join('.'));
  }
}
