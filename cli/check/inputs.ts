/** The deployments among the paths that are to be checked. */

import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { bicepDeployments } from '../../core/validate/read/bicep/entry.ts';
import { terraformDeployments } from '../../core/validate/read/hcl/entry.ts';
import { isTooMuch, SourceFiles } from '../../core/validate/read/source/files.ts';
import { type Io, UsageError } from '../io.ts';
import { isTooLarge, readText } from '../read-text.ts';
import { baseOf, nameIn, reachableFrom, readTree, type SourceTree } from '../source-tree.ts';
import { type CheckInput, type CheckInputs, type FileInputs, none } from './check-input.ts';
import { neededBy } from './needed-files.ts';
import { fromJsonFile, fromText, notJudged } from './text-inputs.ts';

/** `baseFor` gives the folder that names and references are relative to and stay within. */
export async function findInputs(
  paths: readonly string[],
  io: Io,
  baseFor: typeof baseOf = baseOf,
): Promise<CheckInputs> {
  const all = paths.filter((path) => path !== '-').map((path) => requirePath(path, io.cwd));
  const named = all.filter(({ kind }) => kind !== 'stream');
  const base = baseFor(named.map(folderOf), io.cwd);
  const streams = [
    ...(paths.includes('-') ? [fromText('-', await io.stdin())] : []),
    ...all
      .filter(({ kind }) => kind === 'stream')
      .map(({ path }) => fromText(path, readText(path))),
  ];
  const folders = named.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
  let whole: Repository | undefined;
  const repository = () => {
    whole ??= readRepository(base);
    return whole;
  };
  const fromFolders = folders.length > 0 ? inputsIn(readTree(folders, base)) : none;
  const fromFiles = named
    .filter(({ kind }) => kind === 'file')
    .map(({ path }) => fromFile(path, base, repository));
  const collected = [...streams, fromFolders, ...fromFiles];
  return {
    base,
    isPart: !folders.includes(base),
    inputs: unique(collected.flatMap(({ inputs }) => inputs)),
    notJudged: collected.flatMap(({ notJudged }) => notJudged),
    texts: new Map(collected.flatMap(({ texts }) => [...texts])),
  };
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

function inputsIn(tree: SourceTree): FileInputs {
  const { files, jsonPaths, base } = tree;
  const sources = sourceInputs(tree);
  const json = jsonPaths.map((path) => {
    const read = fromJsonFile(path, resolve(base, path), true);
    if (read.inputs.length === 0 || !isCompiled(path, files)) return read;
    const reason = 'it is the compiled form of the Bicep file next to it';
    return notJudged({ path, reason, isError: false });
  });
  return {
    inputs: [...sources, ...json.flatMap(({ inputs }) => inputs)],
    notJudged: [
      ...tree.unreadable.map((one) => ({ ...one, isError: true })),
      ...json.flatMap(({ notJudged }) => notJudged),
    ],
    texts: new Map([
      ...files.map(({ path, text }): [string, string] => [path, text]),
      ...json.flatMap(({ texts }) => [...texts]),
    ]),
  };
}

/** main.json next to main.bicep is its compiled form. */
const isCompiled = (path: string, files: SourceTree['files']) =>
  files.some((file) => file.path === path.replace(/\.json$/, '.bicep'));

function sourceInputs(tree: SourceTree): readonly CheckInput[] {
  const all = new SourceFiles(tree.files);
  const filesOf = isTooMuch(tree.files)
    ? (entry: string) => neededBy(entry, tree)
    : () => tree.files;
  return [
    ...bicepDeployments(all).map((entry) => ({ path: entry, entry })),
    ...terraformDeployments(all).map((entry) => ({ path: entry === '' ? '.' : entry, entry })),
  ].map(({ path, entry }) => ({
    path,
    input: { source: { files: filesOf(entry), entry } },
    isFound: true,
  }));
}

/** All source files of the repository, and the deployments among them. */
interface Repository {
  readonly tree: SourceTree;
  readonly deployments: readonly CheckInput[];
}

function readRepository(base: string): Repository {
  const tree = readTree([base], base);
  return { tree, deployments: sourceInputs(tree) };
}

/** A document, a values file, or a source file: the deployments of the repository that contain it. */
function fromFile(path: string, base: string, repository: () => Repository): FileInputs {
  const name = nameIn(base, path);
  const isTerraform = /\.(tf|tfvars)(\.json)?$/i.test(path);
  const isJson = /\.jsonc?$/i.test(path) && !isTerraform;
  if (isJson && (isTooLarge(path) || !isValuesFile(readText(path)))) {
    return fromJsonFile(name, path, false);
  }
  const { tree, deployments } = repository();
  const texts = new Map(tree.files.map((file): [string, string] => [file.path, file.text]));
  if (isJson || extname(path) === '.bicepparam') {
    return { inputs: [withEntry(name, name, tree)], notJudged: [], texts };
  }
  const inputs = /\.tfvars(\.json)?$/i.test(path)
    ? withValues(name, tree, deployments)
    : deploymentsWith(name, tree, deployments);
  if (inputs.length > 0) return { inputs, notJudged: [], texts };
  const unreadable = tree.unreadable.find((one) => one.path === name);
  if (unreadable) return notJudged({ ...unreadable, isError: true });
  const reason = 'no deployment of API Management contains it';
  return { inputs, notJudged: [{ path: name, reason, isError: false }], texts };
}

/** A deployment by its values file; `start` is what leads to its other files. */
const withEntry = (name: string, start: string, tree: SourceTree): CheckInput => ({
  path: name,
  input: {
    source: {
      files: isTooMuch(tree.files) ? neededBy(start, tree, name) : tree.files,
      entry: name,
    },
  },
});

/** The deployments that a source file is part of. */
const deploymentsWith = (
  name: string,
  tree: SourceTree,
  deployments: readonly CheckInput[],
): readonly CheckInput[] =>
  deployments.filter(
    (one) => one.path === name || reachableFrom(one.path === '.' ? '' : one.path, tree).has(name),
  );

/**
 * The folder of Terraform that a values file is for: the next one around it, or the only one. With a file that
 * Terraform reads unnamed, the folder is judged as ever.
 */
function withValues(
  name: string,
  tree: SourceTree,
  deployments: readonly CheckInput[],
): readonly CheckInput[] {
  const folders = deployments.filter(({ path }) => extname(path) !== '.bicep');
  const around = folders
    .filter(({ path }) => path === '.' || name.startsWith(`${path}/`))
    .sort((one, other) => other.path.length - one.path.length);
  const deployment = around[0] ?? (folders.length === 1 ? folders[0] : undefined);
  if (!deployment) return [];
  const isInFolder = (dirname(name) || '.') === deployment.path;
  if (isInFolder && isReadUnnamed(name)) return [deployment];
  return [withEntry(name, deployment.path === '.' ? '' : deployment.path, tree)];
}

const isReadUnnamed = (name: string) =>
  /(?:^|\/)terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name);

const isValuesFile = (text: string) => /deploymentParameters\.json#?"/.test(text.slice(0, 2000));
