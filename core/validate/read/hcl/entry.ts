/** Which folder is deployed. */

import { InputError } from '../../../input-error.ts';
import { folderOf, normalizedPath, type SourceFiles } from '../source/files.ts';
import { isConfiguration, readConfiguration } from './configuration.ts';
import { sourceOf } from './module-calls.ts';
import { SourceTexts } from './source-text.ts';

const service = /azurerm_api_management"|Microsoft\.ApiManagement\/service@/;

export interface TerraformEntry {
  readonly root: string;
  /** The file of values that was named as the entry. */
  readonly values: string | undefined;
}

/** The folder that is named, or the only one that no other calls; where several are, the one with a service. */
export function findRoot(files: SourceFiles, entry: string | undefined): TerraformEntry {
  if (entry === undefined) return { root: theOnly(files), values: undefined };
  const folders = foldersIn(files);
  const path = normalizedPath(entry);
  const isFile = path !== undefined && files.text(path) !== undefined;
  if (isFile && /\.tfvars(\.json)?$/.test(path)) {
    return { root: nearest(folderOf(path), rootsIn(files)) ?? theOnly(files), values: path };
  }
  const folder = isFile ? folderOf(path) : path;
  if (folder !== undefined && folders.includes(folder)) return { root: folder, values: undefined };
  throw refuse('the entry is not a folder with Terraform files', entry, folders);
}

/** The folder, or the next one around it, that is a root. */
function nearest(folder: string, roots: readonly string[]): string | undefined {
  if (roots.includes(folder)) return folder;
  return folder === '' ? undefined : nearest(folderOf(folder), roots);
}

function theOnly(files: SourceFiles): string {
  const roots = rootsIn(files);
  const withService = roots.filter((folder) => hasService(files, folder, new Set()));
  const [only] = [roots, withService].find((some) => some.length === 1) ?? [];
  if (only !== undefined) return only;
  const folders = foldersIn(files);
  throw refuse(
    folders.length === 0 ? 'no file is one of Terraform' : 'several folders could be deployed',
    roots.length,
    [withService, roots, folders].find((some) => some.length > 0) ?? [],
  );
}

/** Folders that hold a service, by modules too, and that no other folder calls. */
export function terraformDeployments(files: SourceFiles): readonly string[] {
  return rootsIn(files).filter((folder) => hasService(files, folder, new Set()));
}

function foldersIn(files: SourceFiles): readonly string[] {
  return files.folders.filter(
    (folder) => files.in(folder).some(isConfiguration) && !`/${folder}/`.includes('/.terraform/'),
  );
}

/** Folders that no other one calls. */
function rootsIn(files: SourceFiles): readonly string[] {
  const folders = foldersIn(files);
  const called = new Set(
    folders.flatMap((folder) => calledFrom(files, folder).filter((one) => one !== folder)),
  );
  return folders.filter((folder) => !called.has(folder));
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

/** Folders of the modules that the folder calls. */
function calledFrom(files: SourceFiles, folder: string): string[] {
  const { modules } = readConfiguration(files, folder, new SourceTexts());
  return [...modules.values()].flatMap((block) => {
    const source = sourceOf(block);
    return /^\.\.?(\/|\\|$)/.test(source) ? (normalizedPath(`${folder}/${source}`) ?? []) : [];
  });
}

function hasService(files: SourceFiles, folder: string, seen: Set<string>): boolean {
  if (seen.has(folder)) return false;
  seen.add(folder);
  return (
    files
      .in(folder)
      .some((path) => isConfiguration(path) && service.test(files.text(path) ?? '')) ||
    calledFrom(files, folder).some((called) => hasService(files, called, seen))
  );
}
