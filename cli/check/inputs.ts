/** The deployments among the paths that are to be checked. */

import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Io, UsageError } from '../io.ts';
import { readText } from '../read-text.ts';
import { folderAbove, type Scope, scopeOf } from '../scope.ts';
import { readTree } from '../source-tree.ts';
import { type CheckInput, type CheckInputs, type FileInputs, none } from './check-input.ts';
import { fromText } from './text-inputs.ts';
import { fromFile, inputsIn, type Repository, readRepository } from './tree-inputs.ts';
import { VarFiles } from './var-files.ts';

export interface FindOptions {
  readonly scopeFor?: typeof scopeOf;
  /** Paths of the values files that `--var-file` names. */
  readonly varFiles?: readonly string[];
}

/** The inputs of each repository that the paths belong to; all names are relative to one base. */
export async function findInputs(
  paths: readonly string[],
  io: Io,
  { scopeFor = scopeOf, varFiles: named = [] }: FindOptions = {},
): Promise<readonly CheckInputs[]> {
  const all = paths.filter((path) => path !== '-').map((path) => requirePath(path, io.cwd));
  const streams = [
    ...(paths.includes('-') ? [fromText('-', await io.stdin())] : []),
    ...all
      .filter(({ kind }) => kind === 'stream')
      .map(({ path }) => fromText(path, readText(path))),
  ];
  const groups = new Map<string, Group>();
  for (const named of all.filter(({ kind }) => kind !== 'stream')) {
    const scope = scopeFor(folderOf(named), io.cwd);
    const key = JSON.stringify([scope.folder, scope.bound]);
    const group = groups.get(key) ?? { scope, named: [] };
    group.named.push(named);
    groups.set(key, group);
  }
  const [first = { scope: scopeFor(io.cwd, io.cwd), named: [] }, ...others] = groups.values();
  const base = folderAbove([first, ...others].map(({ scope }) => scope.bound));
  const varFiles = named.length > 0 ? new VarFiles(named, io.cwd, base) : undefined;
  const found = withoutDoubles([
    inputsOf(first, base, streams, varFiles),
    ...others.map((group) => inputsOf(group, base, [], varFiles)),
  ]);
  if (varFiles?.isUsed === false) {
    throw new UsageError(
      `--var-file is for folders of Terraform; ${paths.join(', ')} deploys no API Management service with Terraform`,
    );
  }
  return found;
}

/** The only group, of a path. */
export async function inputsOfPath(
  path: string,
  io: Io,
  options: FindOptions = {},
): Promise<CheckInputs> {
  const [inputs] = await findInputs([path], io, options);
  return inputs as CheckInputs;
}

/** The paths of one repository; or those outside of any that share their settings and what may be read. */
interface Group {
  readonly scope: Scope;
  readonly named: NamedPath[];
}

function inputsOf(
  { scope, named }: Group,
  base: string,
  streams: readonly FileInputs[],
  varFiles: VarFiles | undefined,
): CheckInputs {
  const { bound } = scope;
  const folders = named.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
  const files = named.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  let whole: Repository | undefined;
  const repository = () => {
    whole ??= readRepository(files, scope, base, varFiles);
    return whole;
  };
  const fromFolders =
    folders.length > 0 ? inputsIn(readTree(folders, { base, bound }), varFiles) : none;
  const collected = [
    ...streams,
    fromFolders,
    ...files.map((path) => fromFile(path, base, repository, varFiles)),
  ];
  return {
    base,
    scope,
    folders,
    inputs: unique(collected.flatMap(({ inputs }) => inputs)),
    notJudged: collected.flatMap(({ notJudged }) => notJudged),
    texts: new Map(collected.flatMap(({ texts }) => [...texts])),
  };
}

/** What two groups have, such as a repository and one within it, is of the inner one. */
function withoutDoubles(groups: readonly CheckInputs[]): readonly CheckInputs[] {
  const owners = new Map<string, CheckInputs>();
  for (const group of groups) {
    for (const { path } of group.inputs) {
      const owner = owners.get(path);
      if (!owner || group.scope.folder.length > owner.scope.folder.length) owners.set(path, group);
    }
  }
  return groups.map((group) => ({
    ...group,
    inputs: group.inputs.filter(({ path }) => owners.get(path) === group),
  }));
}

interface NamedPath {
  readonly path: string;
  /** A stream is a pipe or a device, such as what a shell puts in the place of <(command). */
  readonly kind: 'folder' | 'file' | 'stream';
}

/** Throws UsageError for a path that is not there, or that cannot be watched. */
export function requireWatchable(paths: readonly string[], cwd: string): void {
  const isStream = (path: string) => path === '-' || requirePath(path, cwd).kind === 'stream';
  if (paths.some(isStream)) throw new UsageError('--watch watches files; standard input is none');
}

function requirePath(name: string, cwd: string): NamedPath {
  const path = resolve(cwd, name);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`there is no file or folder ${name}`);
  if (stats.isDirectory()) return { path, kind: 'folder' };
  if (!stats.isFile()) return { path, kind: 'stream' };
  // A link to a file is that file: what it refers to is next to the file.
  return { path: lstatSync(path).isSymbolicLink() ? realpathSync(path) : path, kind: 'file' };
}

const folderOf = ({ path, kind }: NamedPath): string => (kind === 'folder' ? path : dirname(path));

/** Two files may lead to one deployment. */
function unique(inputs: readonly CheckInput[]): readonly CheckInput[] {
  return [...new Map(inputs.map((input) => [input.path, input])).values()];
}
