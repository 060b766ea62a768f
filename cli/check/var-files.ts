/** The values files of `--var-file`, which Terraform reads in this order after those that it reads unnamed. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile } from '../../core/validate/read/source/files.ts';
import { UsageError } from '../io.ts';
import { isTooLarge, readText } from '../read-text.ts';
import { isOutside, nameIn, type SourceTree } from '../source-tree.ts';

export class VarFiles {
  readonly #files: readonly SourceFile[];
  /** Whether a deployment is judged by them. */
  isUsed = false;

  /** Throws UsageError for what is not a file. */
  constructor(paths: readonly string[], cwd: string, base: string) {
    this.#files = paths.map((path) => readVarFile(path, cwd, base));
  }

  get names(): readonly string[] {
    return this.#files.map(({ path }) => path);
  }

  addTo(tree: SourceTree): SourceTree {
    const known = new Set(tree.files.map(({ path }) => path));
    const added = this.#files.filter(
      ({ path }, index) => !known.has(path) && this.names.indexOf(path) === index,
    );
    return { ...tree, files: [...tree.files, ...added] };
  }
}

function readVarFile(path: string, cwd: string, base: string): SourceFile {
  const file = resolve(cwd, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`there is no file ${path}; --var-file names a values file of Terraform`);
  }
  if (isTooLarge(file)) throw new UsageError(`${path} is larger than 8 MB`);
  const name = nameIn(base, file);
  // Nothing in the base has the whole path of a file that is elsewhere.
  return { path: isOutside(name) ? file.replace(/^[\\/]+/, '') : name, text: readText(file) };
}
