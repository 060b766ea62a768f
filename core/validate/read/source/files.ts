/** The files of a source input by their paths; nothing else is read, wherever a path leads. */

import { InputError, mistakesOf, throwAll } from '../../../input-error.ts';
import { lineStarts, positionOf, type SourceLocation } from './location.ts';

/** A file as it is sent: its path relative, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a file is read as: declarations, values for them, or content that they load. */
export type FileUse = 'code' | 'values' | 'content';

export interface UsedFile {
  readonly path: string;
  readonly use: FileUse;
}

export const maxFiles = 2000;
/** UTF-16 code units of all files together. */
export const maxText = 16_000_000;

export function isTooMuch(files: readonly SourceFile[]): boolean {
  return files.length > maxFiles || files.reduce((sum, { text }) => sum + text.length, 0) > maxText;
}

/** Throws where there are too many files or too much text. */
export function requireLimits(files: readonly SourceFile[]): void {
  if (!isTooMuch(files)) return;
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  throw new InputError('too many source files, or too much text in them', {
    path: ['source', 'files'],
    given: `${files.length} files with ${size} characters`,
    expected: [`at most ${maxFiles} files with ${maxText} characters in all`],
  });
}

/** Throws for files whose paths name no file below the common folder, or one that is there already; all of them at once. */
export function requirePaths(files: readonly SourceFile[]): void {
  const seen = new Set<string>();
  throwAll(
    mistakesOf(
      files.map(({ path }, index) => () => {
        const normalized = normalizedPath(path);
        if (normalized && !seen.has(normalized)) {
          seen.add(normalized);
          return;
        }
        throw new InputError(
          normalized ? 'two files have this path' : 'the path leads to no file of the source',
          {
            path: ['source', 'files', index, 'path'],
            given: path,
            expected: ['a path below a common folder, such as infra/main.bicep, each once'],
          },
        );
      }),
    ),
  );
}

/** The path without dots; undefined where it leads out of the files. */
export function normalizedPath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The folder of a file, without the last slash; empty for the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export class SourceFiles {
  readonly #texts = new Map<string, string>();
  readonly #files = new Map<string, SourceFile>();
  readonly #folders = new Map<string, string[]>();
  readonly #lines = new Map<string, readonly number[]>();
  readonly #uses = new Map<string, FileUse>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      const { path, text } = file;
      const normalized = normalizedPath(path);
      if (!normalized) continue;
      if (!this.#texts.has(normalized)) {
        const folder = folderOf(normalized);
        const siblings = this.#folders.get(folder);
        if (siblings) siblings.push(normalized);
        else this.#folders.set(folder, [normalized]);
      }
      this.#texts.set(normalized, text);
      this.#files.set(normalized, path === normalized ? file : { path: normalized, text });
    }
  }

  /** Paths of all files, sorted. */
  get paths(): readonly string[] {
    return [...this.#texts.keys()].sort();
  }

  /** Folders that hold files themselves, sorted. */
  get folders(): readonly string[] {
    return [...this.#folders.keys()].sort();
  }

  /** Paths of the files in the folder itself, sorted. */
  in(folder: string): readonly string[] {
    return this.#folders.get(folder)?.toSorted() ?? [];
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** The file itself, by which what was read of it is remembered. */
  file(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  /** The text of a file that the deployment rests on; it is listed as used. */
  use(path: string, use: FileUse): string | undefined {
    const text = this.#texts.get(path);
    if (text !== undefined && !this.#uses.has(path)) this.#uses.set(path, use);
    return text;
  }

  /** The files that the deployment rests on, sorted by path. */
  get used(): readonly UsedFile[] {
    return [...this.#uses]
      .map(([path, use]) => ({ path, use }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The path that a file means by a relative one; undefined where it leads out of the files. */
  resolve(from: string, relative: string): string | undefined {
    return normalizedPath(relative.startsWith('/') ? relative : `${folderOf(from)}/${relative}`);
  }

  locate(file: string, offset: number): SourceLocation {
    let starts = this.#lines.get(file);
    if (!starts) {
      starts = lineStarts(this.#texts.get(file) ?? '');
      this.#lines.set(file, starts);
    }
    return { file, ...positionOf(starts, offset) };
  }
}
