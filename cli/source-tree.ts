/** The source files of a repository that a deployment may need, read from the disk and nothing else. */

import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path, { dirname, join, resolve } from 'node:path';
import {
  isImplied,
  isImpliedText,
  isJson,
  isSource,
} from '../core/validate/read/source/file-kinds.ts';
import type { SourceFile } from '../core/validate/read/source/files.ts';
import {
  foreignFolders,
  isMark,
  isSkippedFolder,
  marksCopy,
} from '../core/validate/read/source/skipped-folders.ts';
import { UsageError } from './io.ts';
import { isTooLarge, readText, unreadableReason } from './read-text.ts';

const maxEntries = 100_000;
/** A quoted path that goes up or down from its file, or that ends as a file's name does. */
const relativePath = /['"](\.{1,2}\/[^'"\n]+|(?:[\w. -]+\/)*[\w. -]+\.[A-Za-z]\w{0,9})['"]/g;
const inModule = /\$\{path\.(?:module|root)\}\/([^"\n]+)"/g;

/** What could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface SourceTree {
  /** Paths are relative to the base, with slashes. */
  readonly base: string;
  readonly files: readonly SourceFile[];
  /** Paths of JSON files, which may be templates, plans or exports; read on demand. */
  readonly jsonPaths: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** Paths are relative to the base; what files refer to is read within the bound. */
export interface TreeOptions {
  readonly base: string;
  readonly bound: string;
  /** True where folders below are left out. */
  readonly isShallow?: boolean;
}

/** All source files below some folders, with what they refer to elsewhere. */
export function readTree(folders: readonly string[], options: TreeOptions): SourceTree {
  const reader = new TreeReader(options);
  for (const folder of folders) reader.walk(folder);
  return reader.tree;
}

/** Of a name relative to a folder: whether it leads out of it. What is on another drive of Windows has an absolute name. */
export const isOutside = (name: string, { isAbsolute }: typeof path.posix = path): boolean =>
  name === '..' || name.startsWith('../') || isAbsolute(name);

function marksFolder(entry: Dirent, folder: string): boolean {
  if (!entry.isFile() || !isMark(entry.name)) return false;
  const path = join(folder, entry.name);
  try {
    return !isTooLarge(path) && marksCopy(entry.name, readText(path));
  } catch {
    return false;
  }
}

class TreeReader {
  readonly #base: string;
  readonly #bound: string;
  readonly #isShallow: boolean;
  readonly #texts = new Map<string, string>();
  readonly #jsonPaths: string[] = [];
  readonly #unreadable = new Map<string, Unreadable>();
  #realBound: string | undefined;
  #entries = 0;

  constructor({ base, bound, isShallow = false }: TreeOptions) {
    this.#base = base;
    this.#bound = bound;
    this.#isShallow = isShallow;
  }

  get tree(): SourceTree {
    return {
      base: this.#base,
      files: [...this.#texts].map(([path, text]) => ({ path, text })),
      jsonPaths: this.#jsonPaths.toSorted(),
      unreadable: [...this.#unreadable.values()],
    };
  }

  /** Links are not followed: what they lead to is found where it is, or is not of the repository. */
  walk(folder: string): void {
    this.#walk(folder, this.#entriesOf(folder));
  }

  #walk(folder: string, entries: readonly Dirent[]): void {
    for (const entry of entries) {
      this.#entries += 1;
      if (this.#entries > maxEntries) {
        throw new UsageError(
          `there are more than ${maxEntries} files and folders here; name a smaller folder`,
        );
      }
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (this.#isShallow || isSkippedFolder(entry.name) || foreignFolders.has(entry.name))
          continue;
        const inner = this.#entriesOf(path);
        if (!inner.some((one) => marksFolder(one, path))) this.#walk(path, inner);
      } else if (entry.isFile() && isSource(entry.name)) {
        this.#read(path);
      } else if (entry.isFile() && isJson(entry.name)) {
        this.#jsonPaths.push(nameIn(this.#base, path));
        if (isImplied(nameIn(this.#base, path))) this.#read(path, isImpliedText);
      }
    }
  }

  #entriesOf(folder: string): readonly Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#miss(folder, unreadableReason(error));
      return [];
    }
  }

  #read(path: string, isWanted = (_name: string, _text: string) => true): void {
    const name = nameIn(this.#base, path);
    if (this.#texts.has(name) || this.#unreadable.has(name)) return;
    try {
      if (isTooLarge(path)) {
        this.#miss(path, 'it is larger than 8 MB');
        return;
      }
      const text = readText(path);
      if (!isWanted(name, text)) return;
      this.#texts.set(name, text);
      for (const target of referencesIn(path, text)) this.#follow(target);
    } catch (error) {
      this.#miss(path, unreadableReason(error));
    }
  }

  #miss(path: string, reason: string): void {
    const name = nameIn(this.#base, path) || '.';
    this.#unreadable.set(name, { path: name, reason });
  }

  /** A local module of Terraform is a folder. */
  #follow(target: string): void {
    const kind = this.#kindOf(target);
    if (kind === 'file') this.#read(target);
    if (kind !== 'folder') return;
    for (const entry of this.#entriesOf(target)) {
      if (entry.isFile() && /\.tf(\.json)?$/.test(entry.name)) this.#read(join(target, entry.name));
    }
  }

  /** Undefined for what is not there, or is outside of the bound, by a link too. */
  #kindOf(target: string): 'file' | 'folder' | undefined {
    if (isOutside(nameIn(this.#bound, target))) return undefined;
    try {
      const stats = statSync(target, { throwIfNoEntry: false });
      if (!stats?.isFile() && !stats?.isDirectory()) return undefined;
      this.#realBound ??= realpathSync(this.#bound);
      if (isOutside(nameIn(this.#realBound, realpathSync(target)))) return undefined;
      return stats.isFile() ? 'file' : 'folder';
    } catch {
      // A text that looks like a path, and is none: too long, with a zero in it.
      return undefined;
    }
  }
}

/** Absolute paths that a source file names: modules, values, loaded files. */
function referencesIn(path: string, text: string): readonly string[] {
  const named = [
    ...[...text.matchAll(relativePath)].map(([, name]) => name),
    ...[...text.matchAll(inModule)].map(([, name]) => name),
  ];
  return [...new Set(named)].flatMap((name) =>
    name === undefined || name.includes('${') ? [] : [resolve(dirname(path), name)],
  );
}

/** The path of a file as a report names it: relative to the base, with slashes; absolute where it is on another drive. */
export const nameIn = (
  base: string,
  file: string,
  { relative, sep }: typeof path.posix = path,
): string => relative(base, file).replaceAll(sep, '/');

/** Paths of the source files that one of them leads to, itself among them. */
export function reachableFrom(
  path: string,
  { base, files }: Pick<SourceTree, 'base' | 'files'>,
): ReadonlySet<string> {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const folders = Map.groupBy(texts.keys(), (name) =>
    name.slice(0, Math.max(0, name.lastIndexOf('/'))),
  );
  const seen = new Set<string>();
  const pending = [path];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const text = texts.get(next);
    pending.push(
      ...(folders.get(next) ?? []).filter((name) => /\.tf(\.json)?$/.test(name)),
      ...(text === undefined
        ? []
        : referencesIn(join(base, next), text).map((target) => nameIn(base, target))),
    );
  }
  return seen;
}
