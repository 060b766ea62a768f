/** Which folder is deployed. */

import { InputError } from '../../../input-error.ts';
import { folderOf, normalizedPath, type SourceFiles } from '../source/files.ts';
import type { SourceProblem } from '../source/location.ts';
import { reach, rootsOf } from '../source/roots.ts';
import { type Deployable, firstProblems, type Survey } from '../source/survey.ts';
import { type Configuration, isConfiguration, readConfiguration } from './configuration.ts';
import { isLocal, sourceOf } from './module-calls.ts';
import { SourceTexts } from './source-text.ts';
import type { Block } from './syntax.ts';
import { type ValuesChoice, ValuesFiles } from './values-files.ts';

const service = /^Microsoft\.ApiManagement\/service@/i;
/** Sources of modules, outside of the files, that say that they deploy a service, and not a part of one. */
const serviceModule = /(?:^|[/_-])(?:api[-_]?management(?:[-_]service)?|apim)(?=$|[/?.])/i;

export interface TerraformEntry {
  readonly root: string;
  /** The values files that count by the entry, or because there is no other choice. */
  readonly choice: ValuesChoice;
  readonly valuesFiles: ValuesFiles;
}

/** The folder that is named, or the only one that no other calls; where several are, the one with a service. */
export function findRoot(files: SourceFiles, entry: string | undefined): TerraformEntry {
  const folders = new Folders(files);
  const path = entry === undefined ? undefined : normalizedPath(entry);
  const isFile = path !== undefined && files.text(path) !== undefined;
  const isValues = isFile && /\.tfvars(\.json)?$/.test(path);
  const root = isValues
    ? (nearest(folderOf(path), folders.roots()) ?? theOnly(folders))
    : entry === undefined
      ? theOnly(folders)
      : isFile
        ? folderOf(path)
        : path;
  if (root === undefined || !folders.all.includes(root)) {
    throw refuse('the entry is not a folder with Terraform files', entry, folders.all);
  }
  const valuesFiles = folders.valuesFilesOf(root);
  if (isValues) return { root, choice: valuesFiles.choiceOf(path), valuesFiles };
  const [only, ...more] = valuesFiles.choices();
  const unnamed = { path: undefined, named: [], lacked: [] };
  return { root, choice: only && more.length === 0 ? only : unnamed, valuesFiles };
}

/** The folder, or the next one around it, that is a root. */
function nearest(folder: string, roots: readonly string[]): string | undefined {
  if (roots.includes(folder)) return folder;
  return folder === '' ? undefined : nearest(folderOf(folder), roots);
}

function theOnly(folders: Folders): string {
  const roots = folders.roots();
  const withService = folders.withService();
  const [only] = [roots, withService].find((some) => some.length === 1) ?? [];
  if (only !== undefined) return only;
  throw refuse(
    folders.all.length === 0 ? 'no file is one of Terraform' : 'several folders could be deployed',
    roots.length,
    [withService, roots, folders.all].find((some) => some.length > 0) ?? [],
  );
}

/** Folders that hold a service, by modules too, and that no other folder calls. */
export function terraformDeployments(files: SourceFiles): readonly string[] {
  return new Folders(files).withService();
}

/** These, and what is wrong in the files that they do not contain. */
export function surveyTerraform(files: SourceFiles): Survey {
  const folders = new Folders(files);
  const roots = folders.withService();
  const reached = new Set<string>();
  for (const one of roots) reach(one, (folder) => folders.calledFrom(folder), reached);
  const contained = new Set(
    [...reached].flatMap((folder) => files.in(folder).filter(isConfiguration)),
  );
  const deployments = roots.map((root) => ({
    root,
    entries: entriesOf(root, folders.valuesFilesOf(root)),
  }));
  return { deployments, contained, problems: firstProblems(folders.problems(), contained) };
}

/** Where there is no choice, the root itself. */
function entriesOf(root: string, valuesFiles: ValuesFiles): Deployable['entries'] {
  const choices = valuesFiles.choices();
  return choices.map(({ path = root, named }) => ({
    path: choices.length === 1 ? root : path,
    valuesFiles: named,
  }));
}

function refuse(reason: string, entry: unknown, folders: readonly string[]): InputError {
  const accepted = folders.slice(0, 20).map((folder) => folder || '.');
  return new InputError(reason, {
    path: ['source', 'entry'],
    given: entry,
    accepted,
    expected: accepted.length > 0 ? [] : ['files that end in .tf or .tf.json'],
  });
}

/** The folders with Terraform files, each parsed once. */
class Folders {
  readonly all: readonly string[];
  readonly #files: SourceFiles;
  readonly #texts = new SourceTexts();
  readonly #read = new Map<string, Configuration>();
  #roots: readonly string[] | undefined;

  constructor(files: SourceFiles) {
    this.#files = files;
    this.all = files.folders.filter(
      (folder) => files.in(folder).some(isConfiguration) && !`/${folder}/`.includes('/.terraform/'),
    );
  }

  /** Folders that no other one calls. */
  roots(): readonly string[] {
    this.#roots ??= rootsOf(this.all, (folder) => this.calledFrom(folder));
    return this.#roots;
  }

  valuesFilesOf(root: string): ValuesFiles {
    const roots = this.roots();
    return new ValuesFiles(
      this.#files,
      this.#configuration(root),
      (path) => nearest(folderOf(path), roots) === root,
    );
  }

  withService(): readonly string[] {
    return this.roots().filter((folder) => this.#hasService(folder, new Set()));
  }

  #configuration(folder: string): Configuration {
    const known = this.#read.get(folder);
    if (known) return known;
    const read = readConfiguration(this.#files, folder, this.#texts);
    this.#read.set(folder, read);
    return read;
  }

  /** What cannot be read in any of the folders. */
  *problems(): Generator<SourceProblem> {
    for (const folder of this.all) {
      for (const { message, at } of this.#configuration(folder).problems) {
        yield { ...this.#texts.locate(at), message };
      }
    }
  }

  /** Folders of the modules that the folder calls. */
  calledFrom(folder: string): string[] {
    return [...this.#configuration(folder).modules.values()].flatMap((block) => {
      const source = sourceOf(block);
      return isLocal(source) ? (normalizedPath(`${folder}/${source}`) ?? []) : [];
    });
  }

  #hasService(folder: string, seen: Set<string>): boolean {
    if (seen.has(folder)) return false;
    seen.add(folder);
    const { resources, modules } = this.#configuration(folder);
    return (
      [...resources.values()].some((block) => this.#isService(block, folder)) ||
      [...modules.values()].some((block) => {
        const source = sourceOf(block);
        return !isLocal(source) && serviceModule.test(source);
      }) ||
      this.calledFrom(folder).some((called) => this.#hasService(called, seen))
    );
  }

  #isService({ labels: [label], body }: Block, folder: string): boolean {
    if (label?.text !== 'azapi_resource') return label?.text === 'azurerm_api_management';
    const type = body.attributes.get('type')?.value;
    if (type?.kind === 'literal') return service.test(String(type.value));
    // The version may be a variable.
    return this.#files
      .in(folder)
      .some((path) => /"Microsoft\.ApiManagement\/service@/i.test(this.#files.text(path) ?? ''));
  }
}
