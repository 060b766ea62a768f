/** The deployments among the paths that are to be checked. */

import { statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { bicepDeployments } from '../../core/validate/read/bicep/entry.ts';
import { terraformDeployments } from '../../core/validate/read/hcl/entry.ts';
import { isCode } from '../../core/validate/read/source/file-kinds.ts';
import { isTooMuch, type SourceFile, SourceFiles } from '../../core/validate/read/source/files.ts';
import { languageOfText } from '../../core/validate/read/source/text-language.ts';
import type { NotJudged } from '../../core/validate/report/check-run.ts';
import type { Input } from '../../core/validate/validate-input.ts';
import { type Io, UsageError } from '../io.ts';
import { isTooLarge, readText, unreadableReason } from '../read-text.ts';
import { nameIn, reachableFrom, readTree, repositoryOf, type SourceTree } from '../source-tree.ts';
import { readJson } from './read-json.ts';

export interface CheckInput {
  /** Path as the report names it, relative to the base; `-` for standard input. */
  readonly path: string;
  readonly input: Input;
  /** The text of a JSON document, for lines and columns in it. */
  readonly text?: string;
  /** True for what was found below a folder, and not named: it need not be a deployment. */
  readonly isFound?: boolean;
  /** What a JSON pointer into the input leads to, for an input that is no file. */
  readonly nameOf?: (keys: readonly (string | number)[]) => string;
}

export interface CheckInputs {
  /** Folder that all paths are relative to: the repository. */
  readonly base: string;
  readonly inputs: readonly CheckInput[];
  readonly notJudged: readonly NotJudged[];
  /** Texts of all files by path, for excerpts and for comments in them. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function findInputs(paths: readonly string[], io: Io): Promise<CheckInputs> {
  const named = paths.filter((path) => path !== '-').map((path) => requirePath(path, io.cwd));
  const base = repositoryOf(named[0] === undefined ? io.cwd : folderOf(named[0]));
  const standardInput = paths.includes('-') ? [fromText('-', await io.stdin())] : [];
  const folders = named.filter(({ isFolder }) => isFolder).map(({ path }) => path);
  let whole: Repository | undefined;
  const repository = () => {
    whole ??= readRepository(base);
    return whole;
  };
  const fromFolders = folders.length > 0 ? inputsIn(readTree(folders, base)) : none;
  const fromFiles = named
    .filter(({ isFolder }) => !isFolder)
    .map(({ path }) => fromFile(path, base, repository));
  const all = [...standardInput, fromFolders, ...fromFiles];
  return {
    base,
    inputs: unique(all.flatMap(({ inputs }) => inputs)),
    notJudged: all.flatMap(({ notJudged }) => notJudged),
    texts: new Map(all.flatMap(({ texts }) => [...texts])),
  };
}

interface FileInputs extends Omit<CheckInputs, 'base'> {}

const none: FileInputs = { inputs: [], notJudged: [], texts: new Map() };

interface NamedPath {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Throws UsageError for a path that is not there. */
export function requirePaths(paths: readonly string[], cwd: string): void {
  for (const path of paths) requirePath(path, cwd);
}

function requirePath(name: string, cwd: string): NamedPath {
  const path = resolve(cwd, name);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`there is no file or folder ${name}`);
  return { path, isFolder: stats.isDirectory() };
}

const folderOf = ({ path, isFolder }: NamedPath): string => (isFolder ? path : dirname(path));

/** Two files may lead to one deployment. */
function unique(inputs: readonly CheckInput[]): readonly CheckInput[] {
  return [...new Map(inputs.map((input) => [input.path, input])).values()];
}

function inputsIn(tree: SourceTree): FileInputs {
  const { files, jsonPaths, base } = tree;
  const sources = sourceInputs(tree);
  const json = jsonPaths.map((path) => {
    const read = fromJsonFile(path, join(base, path), true);
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

/** Of a large repository the files that one deployment may use: what it leads to, values, and restored modules. */
function neededBy(entry: string, tree: SourceTree): readonly SourceFile[] {
  const reachable = reachableFrom(entry, tree);
  const restored = entry === '' ? '.terraform/' : `${entry}/.terraform/`;
  return tree.files.filter(
    ({ path }) => reachable.has(path) || !isCode(path) || path.startsWith(restored),
  );
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
    const input = { source: { files: tree.files, entry: name } };
    return { inputs: [{ path: name, input }], notJudged: [], texts };
  }
  const inputs = deployments.filter(
    (one) => one.path === name || reachableFrom(one.path === '.' ? '' : one.path, tree).has(name),
  );
  if (inputs.length > 0) return { inputs, notJudged: [], texts };
  const reason = 'no deployment of API Management contains it';
  return { inputs, notJudged: [{ path: name, reason, isError: false }], texts };
}

const isValuesFile = (text: string) => /deploymentParameters\.json#?"/.test(text.slice(0, 2000));

/** Bicep, Terraform or JSON by what the text looks like. */
function fromText(path: string, text: string): FileInputs {
  const language = languageOfText(text);
  if (language === undefined) return fromJson(path, text, false);
  const name = language === 'Terraform' ? 'main.tf' : 'main.bicep';
  return {
    inputs: [{ path, input: { source: { files: [{ path: name, text }] } } }],
    notJudged: [],
    texts: new Map([[name, text]]),
  };
}

const serviceText = /Microsoft\.ApiManagement\/service["/]|azurerm_api_management"/i;

function fromJsonFile(name: string, path: string, isFound: boolean): FileInputs {
  try {
    if (!isTooLarge(path)) return fromJson(name, readText(path), isFound);
    return notJudged({ path: name, reason: 'it is larger than 8 MB', isError: !isFound });
  } catch (error) {
    return notJudged({ path: name, reason: unreadableReason(error), isError: true });
  }
}

/** Of the JSON files of a folder those count that name a service; one that is named itself must be readable, too. */
function fromJson(path: string, text: string, isFound: boolean): FileInputs {
  if (!serviceText.test(text)) {
    const reason = 'it names no API Management service';
    return isFound ? none : notJudged({ path, reason, isError: false });
  }
  const document = readJson(text);
  if ('problem' in document) {
    return notJudged({ path, reason: document.problem, isError: !isFound });
  }
  return {
    inputs: [{ path, input: { document: document.value }, text, isFound }],
    notJudged: [],
    texts: new Map([[path, text]]),
  };
}

const notJudged = (one: NotJudged): FileInputs => ({ ...none, notJudged: [one] });
