/** The source files of a repository that a deployment may need, read from the disk and nothing else. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  decoded,
  isImplied,
  isJson,
  isSkippedFolder,
  isSource,
} from '../core/validate/read/source/file-kinds.ts';
import type { SourceFile } from '../core/validate/read/source/files.ts';
import { UsageError } from './io.ts';

const maxEntries = 100_000;
const maxFileBytes = 8_000_000;
/** Not looked into for deployments; a module that a file names is read there, too. */
const foreignFolders = new Set(['dist', 'vendor']);
const relativePath =
  /['"](\.{1,2}\/[^'"\n]+|[\w.-]+\.(?:bicep|json|jsonc|ya?ml|txt|csv|tftpl|tpl))['"]/g;
const inModule = /\$\{path\.(?:module|root)\}\/([^"\n]+)"/g;

export interface SourceTree {
  /** Paths are relative to the base, with slashes. */
  readonly base: string;
  readonly files: readonly SourceFile[];
  /** Paths of JSON files, which may be templates, plans or exports; read on demand. */
  readonly jsonPaths: readonly string[];
}

/** The nearest folder above that is a repository; the folder itself where none is. */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** All source files below some folders, with what they refer to elsewhere in the repository. */
export function readTree(folders: readonly string[], base: string): SourceTree {
  const texts = new Map<string, string>();
  const jsonPaths: string[] = [];
  let entries = 0;
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      entries += 1;
      if (entries > maxEntries) {
        throw new UsageError(
          `there are more than ${maxEntries} files below ${folders.join(', ')}; name a smaller folder`,
        );
      }
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!isSkippedFolder(entry.name) && !foreignFolders.has(entry.name)) walk(path);
      } else if (entry.isFile() && isSource(entry.name)) {
        read(path);
      } else if (entry.isFile() && isJson(entry.name)) {
        jsonPaths.push(nameIn(base, path));
        if (isImplied(nameIn(base, path))) read(path);
      }
    }
  };
  const read = (path: string): void => {
    const name = nameIn(base, path);
    if (texts.has(name) || name.startsWith('../')) return;
    const text = readText(path);
    if (text === undefined) return;
    texts.set(name, text);
    for (const target of referencesIn(path, text)) follow(target);
  };
  const follow = (target: string): void => {
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats?.isFile()) read(target);
    // A local module of Terraform is a folder.
    if (!stats?.isDirectory() || nameIn(base, target).startsWith('../')) return;
    for (const entry of readdirSync(target, { withFileTypes: true })) {
      if (entry.isFile() && /\.tf(\.json)?$/.test(entry.name)) read(join(target, entry.name));
    }
  };
  for (const folder of folders) walk(folder);
  return {
    base,
    files: [...texts].map(([path, text]) => ({ path, text })),
    jsonPaths: jsonPaths.toSorted(),
  };
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

/** The text of a file, without a mark of its byte order; undefined where it is too large for a source file. */
export function readText(path: string): string | undefined {
  if (statSync(path).size > maxFileBytes) return undefined;
  return decoded(readFileSync(path));
}

/** The path of a file as a report names it: relative to the base, with slashes. */
export const nameIn = (base: string, path: string): string =>
  relative(base, path).replaceAll(sep, '/');

/** Paths of the source files that one of them leads to, itself among them. */
export function reachableFrom(path: string, { base, files }: SourceTree): ReadonlySet<string> {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const seen = new Set<string>();
  const pending = [path];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const inFolder = [...texts.keys()].filter(
      (name) => dirname(name) === next || (next === '' && !name.includes('/')),
    );
    const text = texts.get(next);
    pending.push(
      ...inFolder.filter((name) => /\.tf(\.json)?$/.test(name)),
      ...(text === undefined
        ? []
        : referencesIn(join(base, next), text).map((target) => nameIn(base, target))),
    );
  }
  return seen;
}
