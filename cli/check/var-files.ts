/** The values files of `--var-file`, which Terraform reads in this order after those that it reads unnamed. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceFile } from '../../core/validate/read/source/files.ts';
import { UsageError } from '../io.ts';
import { isTooLarge, readText } from '../read-text.ts';
import { isOutside, nameIn, type SourceTree } from '../source-tree.ts';

interface VarFile extends SourceFile {
  /** Outside of what is judged: its path may be that of another file there. */
  readonly isElsewhere: boolean;
}

export class VarFiles {
  readonly #files: readonly VarFile[];
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
    const given = new Map(this.#files.map((file) => [file.path, file]));
    const files = tree.files.filter(({ path }) => !given.get(path)?.isElsewhere);
    const known = new Set(files.map(({ path }) => path));
    const added = [...given.values()].filter(({ path }) => !known.has(path));
    return { ...tree, files: [...files, ...added] };
  }
}

function readVarFile(path: string, cwd: string, base: string): VarFile {
  const file = resolve(cwd, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(`there is no file ${path}; --var-file names a values file of Terraform`);
  }
  if (isTooLarge(file)) throw new UsageError(`${path} is larger than 8 MB`);
  const name = nameIn(base, file);
  const isElsewhere = isOutside(name);
  const shown = isElsewhere ? file.replace(/^[\\/]+/, '') : name;
  return { path: shown, text: readText(file), isElsewhere };
}
