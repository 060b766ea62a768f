/** The files of a deployment by their paths; nothing else is read, wherever a path leads. */

/** A file as it was given: its path relative, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The path without dots; undefined where it leads out of the files. */
export function normalized(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export class GivenFiles {
  readonly #texts = new Map<string, string>();
  readonly #folders = new Map<string, string[]>();

  constructor(files: readonly SourceFile[]) {
    for (const { path, text } of files) {
      const plain = normalized(path);
      if (plain === undefined || plain === '' || this.#texts.has(plain)) continue;
      this.#texts.set(plain, text);
      const folder = folderOf(plain);
      const paths = this.#folders.get(folder);
      if (paths) paths.push(plain);
      else this.#folders.set(folder, [plain]);
    }
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  get folders(): string[] {
    return [...this.#folders.keys()].sort();
  }

  get paths(): string[] {
    return [...this.#texts.keys()].sort();
  }

  /** Paths of the files in the folder itself, sorted. */
  in(folder: string): readonly string[] {
    return this.#folders.get(folder)?.toSorted() ?? [];
  }
}
