/** The deployments among the files of folders, and those that a named file is part of. */

import { dirname, extname, resolve } from 'node:path';
import { rootWithValues } from '../../core/validate/read/bicep/entry.ts';
import { findDeployments } from '../../core/validate/read/source/deployments.ts';
import { isTooMuch, SourceFiles } from '../../core/validate/read/source/files.ts';
import type { DeployedEntry } from '../../core/validate/read/source/survey.ts';
import type { NotJudged } from '../../core/validate/report/check-run.ts';
import { UsageError } from '../io.ts';
import { isTooLarge, readText } from '../read-text.ts';
import { isHomeOrTop, type Scope } from '../scope.ts';
import { nameIn, reachableFrom, readTree, type SourceTree } from '../source-tree.ts';
import type { CheckInput, FileInputs } from './check-input.ts';
import { neededBy } from './needed-files.ts';
import { fromJsonFile, notJudged } from './text-inputs.ts';
import type { VarFiles } from './var-files.ts';

/** Of the entries of one deployment; more are named, and not judged. */
const maxEntries = 50;

/** All that folders hold. */
export function inputsIn(found: SourceTree, varFiles: VarFiles | undefined): FileInputs {
  const tree = varFiles?.addTo(found) ?? found;
  const { files, jsonPaths, base } = tree;
  const sources = fromSources(tree, varFiles);
  const json = jsonPaths.map((path) => {
    const read = fromJsonFile(path, resolve(base, path), true);
    if (read.inputs.length === 0 || !isCompiled(path, files)) return read;
    const reason = 'it is the compiled form of the Bicep file next to it';
    return notJudged({ path, reason, isError: false });
  });
  return {
    inputs: [
      ...sources.deployments.map(({ input }) => input),
      ...json.flatMap(({ inputs }) => inputs),
    ],
    notJudged: [
      ...tree.unreadable.map((one) => ({ ...one, isError: true })),
      ...sources.notJudged,
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

/** The input of a deployment, the file or folder that is deployed, and the values files that one would name. */
interface Deployment {
  readonly input: CheckInput;
  readonly root: string;
  readonly valuesFiles: readonly string[];
}

/** The deployments in source files, and what may be one more and is not judged. */
interface FromSources {
  readonly deployments: readonly Deployment[];
  readonly notJudged: readonly NotJudged[];
}

function fromSources(tree: SourceTree, varFiles: VarFiles | undefined): FromSources {
  const { deployments: found, broken } = findDeployments(new SourceFiles(tree.files));
  const deployments = found.map(({ root, entries }) => ({
    root,
    entries: varFiles && isFolder(root) ? [{ path: root, valuesFiles: varFiles.names }] : entries,
  }));
  if (varFiles) varFiles.isUsed ||= found.some(({ root }) => isFolder(root));
  return {
    deployments: deployments.flatMap(({ root, entries }) =>
      entries.slice(0, maxEntries).map((entry) => ({
        input: {
          ...withEntry(entry, root, tree, varFiles !== undefined && isFolder(root)),
          isFound: true,
        },
        root,
        valuesFiles: entry.valuesFiles,
      })),
    ),
    notJudged: [
      ...broken.map(({ file, line, message }) => ({
        path: file,
        reason: `line ${line}: ${message}`,
        isError: true,
      })),
      ...deployments.flatMap(({ root, entries }) =>
        entries.slice(maxEntries).map(({ path }) => ({
          path,
          reason: `${root || '.'} has more than ${maxEntries} values files; name this one`,
          isError: true,
        })),
      ),
    ],
  };
}

/** All source files that may contain the named ones, and the deployments among them. */
export interface Repository {
  readonly tree: SourceTree;
  readonly sources: FromSources;
}

/** Without a repository, the folders of the named files; of a home folder only the files in it. */
export function readRepository(
  files: readonly string[],
  { bound, isRepository }: Scope,
  base: string,
  varFiles: VarFiles | undefined,
): Repository {
  const folders = isRepository ? [bound] : [...new Set(files.map((path) => dirname(path)))];
  const isShallow = !isRepository && folders.some(isHomeOrTop);
  const found = readTree(folders, { base, bound, isShallow });
  const tree = varFiles?.addTo(found) ?? found;
  return { tree, sources: fromSources(tree, varFiles) };
}

/** A document, a values file, or a source file: the deployments of the repository that contain it. */
export function fromFile(
  path: string,
  base: string,
  repository: () => Repository,
  varFiles: VarFiles | undefined,
): FileInputs {
  const name = nameIn(base, path);
  const isValues = /\.tfvars(\.json)?$/i.test(path);
  if (isValues && varFiles) {
    throw new UsageError(
      `${name} is a values file; with --var-file, name the folder, and give ${name} with --var-file, too`,
    );
  }
  const isTerraform = /\.(tf|tfvars)(\.json)?$/i.test(path);
  const isJson = /\.jsonc?$/i.test(path) && !isTerraform;
  if (isJson && (isTooLarge(path) || !isValuesFile(readText(path)))) {
    return fromJsonFile(name, path, false);
  }
  const { tree, sources } = repository();
  const texts = new Map(tree.files.map((file): [string, string] => [file.path, file.text]));
  if (isJson || extname(path) === '.bicepparam') {
    const root = isJson ? rootWithValues(new SourceFiles(tree.files), name) : name;
    return { inputs: [withEntry(alone(name), root ?? name, tree)], notJudged: [], texts };
  }
  const inputs = isValues
    ? withValues(name, tree, sources.deployments)
    : deploymentsWith(name, tree, sources.deployments);
  if (inputs.length > 0) return { inputs, notJudged: [], texts };
  const unreadable = tree.unreadable.find((one) => one.path === name);
  if (unreadable) return notJudged({ ...unreadable, isError: true });
  const broken = sources.notJudged.find((one) => one.path === name);
  if (broken) return notJudged(broken);
  const reason = 'no deployment of API Management contains it';
  return { inputs, notJudged: [{ path: name, reason, isError: false }], texts };
}

const alone = (path: string): DeployedEntry => ({ path, valuesFiles: [path] });

/** A deployment by its values file, or by itself; the root is the file or the folder that is deployed. */
const withEntry = (
  { path, valuesFiles }: DeployedEntry,
  root: string,
  { base, files, ...tree }: SourceTree,
  isByVarFiles = false,
): CheckInput => ({
  path: path === '' ? '.' : path,
  places: [...valuesFiles.toReversed(), root],
  input: {
    source: {
      files: isTooMuch(files)
        ? neededBy(root, { base, files, ...tree }, { entry: path, valuesFiles })
        : files,
      entry: path,
      ...(isByVarFiles && { valuesFiles }),
    },
  },
});

/** The deployments that a source file is part of. */
const deploymentsWith = (
  name: string,
  tree: SourceTree,
  deployments: readonly Deployment[],
): readonly CheckInput[] =>
  deployments
    .filter(({ root }) => root === name || reachableFrom(root, tree).has(name))
    .map(({ input }) => input);

/**
 * What a values file is for: the deployments that it belongs to with others; else the folder of Terraform next around it,
 * or the only one. With a file that Terraform reads unnamed, the folder is judged as ever.
 */
function withValues(
  name: string,
  tree: SourceTree,
  deployments: readonly Deployment[],
): readonly CheckInput[] {
  const together = deployments.filter(
    ({ valuesFiles }) => valuesFiles.length > 1 && valuesFiles.includes(name),
  );
  if (together.length > 0) return together.map(({ input }) => input);
  const folders = [...new Set(deployments.map(({ root }) => root))].filter(isFolder);
  const around = folders
    .filter((root) => root === '' || name.startsWith(`${root}/`))
    .sort((one, other) => other.length - one.length);
  const root = around[0] ?? (folders.length === 1 ? folders[0] : undefined);
  if (root === undefined) return [];
  const isInFolder = (dirname(name) === '.' ? '' : dirname(name)) === root;
  return [withEntry(alone(isInFolder && isReadUnnamed(name) ? root : name), root, tree)];
}

/** Terraform is deployed by folder. */
const isFolder = (root: string) => extname(root) !== '.bicep';

const isReadUnnamed = (name: string) =>
  /(?:^|\/)terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name);

const isValuesFile = (text: string) => /deploymentParameters\.json#?"/.test(text.slice(0, 2000));
