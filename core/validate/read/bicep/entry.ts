/** Which Bicep file is deployed, and which values file goes with it. */

import { InputError } from '../../../input-error.ts';
import { normalizedPath, type SourceFiles } from '../source/files.ts';
import type { SourceProblem } from '../source/location.ts';
import { reach, rootsOf } from '../source/roots.ts';
import { type Deployable, firstProblems, type Survey } from '../source/survey.ts';
import { get, isObject } from '../unresolved.ts';
import { loadedJson } from './loaded-json.ts';
import { type BicepFile, type Deployed, readFile } from './program.ts';

export interface Entry {
  /** Path of the file that is deployed. */
  readonly root: string;
  /** Path of the file with values for its parameters. */
  readonly values: string | undefined;
  /** Values files that would have to be named to count. */
  readonly unusedValuesFiles: readonly string[];
}

const serviceType = 'microsoft.apimanagement/service';

export function findEntry(files: SourceFiles, entry: string | undefined): Entry {
  const programs = new Programs(files);
  if (entry === undefined) return withValues(programs, programs.root());
  const path = normalizedPath(entry) ?? '';
  if (files.text(path) !== undefined && path.endsWith('.bicep')) return withValues(programs, path);
  if (files.text(path) !== undefined && path.endsWith('.bicepparam')) {
    const root = programs.deployedWith(path);
    if (root !== undefined) return { root, values: path, unusedValuesFiles: [] };
  } else if (files.text(path) !== undefined && path.endsWith('.json')) {
    return { root: programs.root(path), values: path, unusedValuesFiles: [] };
  }
  throw refuse('the entry is not a file that can be deployed', entry, files.paths);
}

/** Paths of the files that hold a service, by modules too, and that no other file contains. */
export function bicepDeployments(files: SourceFiles): readonly string[] {
  return new Programs(files).rootsWithService();
}

/** The values files that may be for a file, named or not. */
export function valuesFilesFor(files: SourceFiles, root: string): readonly string[] {
  const { values, unusedValuesFiles } = withValues(new Programs(files), root);
  return values === undefined ? unusedValuesFiles : [values, ...unusedValuesFiles];
}

/** The file that is deployed with values in JSON; undefined where several may be. */
export function rootWithValues(files: SourceFiles, values: string): string | undefined {
  return new Programs(files).onlyRoot(values);
}

/** These, and what is wrong in the files that they do not contain. */
export function surveyBicep(files: SourceFiles): Survey {
  const programs = new Programs(files);
  const roots = programs.rootsWithService();
  const contained = new Set<string>();
  for (const one of roots) reach(one, (path) => programs.contentsOf(path), contained);
  const deployments = roots.map((root) => ({ root, entries: entriesOf(root, programs) }));
  return { deployments, contained, problems: firstProblems(programs.problems(), contained) };
}

/** With several values files, each that leads to the root. */
function entriesOf(root: string, programs: Programs): Deployable['entries'] {
  const { values, unusedValuesFiles } = withValues(programs, root);
  const named = unusedValuesFiles
    .filter((path) => programs.isFor(root, path))
    .map((path) => ({ path, valuesFiles: [path] }));
  const own = { path: root, valuesFiles: values === undefined ? [] : [values] };
  return values !== undefined || named.length === 0 ? [own, ...named] : named;
}

function refuse(reason: string, entry: unknown, paths: readonly string[]): InputError {
  return new InputError(reason, {
    path: ['source', 'entry'],
    given: entry,
    accepted: paths.filter((path) => /\.bicep(param)?$/.test(path)).slice(0, 20),
  });
}

const isExisting = (declaration: Deployed['declaration']) =>
  declaration.kind === 'resource' && declaration.isExisting;

class Programs {
  readonly files: SourceFiles;
  #knownRoots: readonly string[] | undefined;

  constructor(files: SourceFiles) {
    this.files = files;
  }

  file(path: string): BicepFile | undefined {
    const file = this.files.file(path);
    return file && readFile(file);
  }

  /** The only file that no other one contains; where several are, the one with a service, or main.bicep. */
  root(values?: string): string {
    const all = this.#all();
    const roots = this.#roots();
    const folder = values?.slice(0, values.lastIndexOf('/') + 1);
    const choices = [
      roots,
      roots.filter((path) => folder !== undefined && isInFolder(path, folder)),
      roots.filter((path) => this.#hasService(path, new Set())),
      roots.filter((path) => /(^|\/)main\.bicep$/.test(path) && this.#hasService(path, new Set())),
      roots.filter((path) => /(^|\/)main\.bicep$/.test(path)),
    ];
    const [only] = choices.find((some) => some.length === 1) ?? [];
    if (only !== undefined) return only;
    const [few] = [choices[2], roots, all].filter((some) => some && some.length > 0);
    throw refuse(
      all.length === 0 ? 'no file is one of Bicep' : 'several Bicep files could be deployed',
      roots.length,
      few ?? [],
    );
  }

  rootsWithService(): readonly string[] {
    return this.#roots().filter((path) => this.#hasService(path, new Set()));
  }

  #all(): readonly string[] {
    return this.files.paths.filter((path) => path.endsWith('.bicep'));
  }

  /** Files that no other one contains. */
  #roots(): readonly string[] {
    this.#knownRoots ??= rootsOf(this.#all(), (path) => this.contentsOf(path));
    return this.#knownRoots;
  }

  /** Whether the values file, named as the entry, deploys the root. */
  isFor(root: string, values: string): boolean {
    if (values.endsWith('.bicepparam')) return this.deployedWith(values) === root;
    return this.onlyRoot(values) === root;
  }

  /** As `root`; undefined where several files could be. */
  onlyRoot(values: string): string | undefined {
    try {
      return this.root(values);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }

  deployedWith(values: string): string | undefined {
    const using = this.file(values)?.program.statements.find(({ kind }) => kind === 'using');
    const path = using?.kind === 'using' ? using.path : undefined;
    const root = path === undefined ? undefined : this.files.resolve(values, path);
    return root !== undefined && this.files.text(root) !== undefined ? root : undefined;
  }

  /** What cannot be read in any of the files. */
  *problems(): Generator<SourceProblem> {
    for (const path of this.#all()) {
      for (const { offset, message } of this.file(path)?.problems ?? []) {
        yield { ...this.files.locate(path, offset), message };
      }
    }
  }

  /** Modules and imports of a file. */
  contentsOf(path: string): string[] {
    return (this.file(path)?.program.statements ?? []).flatMap((statement) => {
      if (statement.kind !== 'module' && statement.kind !== 'import') return [];
      const target = statement.path && this.files.resolve(path, statement.path);
      return target && target !== path ? [target] : [];
    });
  }

  #hasService(path: string, seen: Set<string>): boolean {
    if (seen.has(path)) return false;
    seen.add(path);
    return (
      (this.file(path)?.deployed ?? []).some(
        ({ type, declaration }) =>
          (type?.toLowerCase() === serviceType && !isExisting(declaration)) ||
          (declaration.kind === 'module' && /api-management\/service/.test(declaration.path ?? '')),
      ) || this.contentsOf(path).some((inner) => this.#hasService(inner, seen))
    );
  }
}

const isInFolder = (path: string, folder: string) =>
  path.startsWith(folder) && !path.slice(folder.length).includes('/');

function withValues(programs: Programs, root: string): Entry {
  const fitting = programs.files.paths.filter((path) =>
    path.endsWith('.bicepparam')
      ? programs.deployedWith(path) === root
      : isForParametersOf(path, root, programs),
  );
  const base = root.replace(/\.bicep$/, '');
  const own = fitting.filter((path) =>
    [`${base}.bicepparam`, `${base}.parameters.json`].includes(path),
  );
  const [only] = [fitting, own].find((some) => some.length === 1) ?? [];
  return {
    root,
    values: only,
    unusedValuesFiles: fitting.filter((path) => path !== only),
  };
}

/** A parameters file all of whose values are for parameters of the file. */
function isForParametersOf(path: string, root: string, programs: Programs): boolean {
  if (!/param[^/]*\.jsonc?$/i.test(path)) return false;
  const parameters = get(
    loadedJson(programs.files.text(path) ?? '', undefined)?.value,
    'parameters',
  );
  if (!isObject(parameters)) return false;
  const names = [...(programs.file(root)?.names.values() ?? [])].flatMap((named) =>
    named.kind === 'param' ? [named.name.toLowerCase()] : [],
  );
  const keys = Object.keys(parameters);
  return keys.length > 0 && keys.every((key) => names.includes(key.toLowerCase()));
}
