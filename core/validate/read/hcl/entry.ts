/** Which folder is deployed. */

import { InputError } from '../../../input-error.ts';
import { folderOf, normalizedPath, type SourceFiles } from '../source/files.ts';
import { isConfiguration, readConfiguration } from './configuration.ts';
import { sourceOf } from './module-calls.ts';
import { SourceTexts } from './source-text.ts';

const service = /azurerm_api_management"|Microsoft\.ApiManagement\/service@/;

/** The folder that is named, or the only one that no other calls; where several are, the one with a service. */
export function rootFolder(files: SourceFiles, entry: string | undefined): string {
  const folders = foldersIn(files);
  if (entry !== undefined) {
    const path = normalizedPath(entry);
    const folder = path !== undefined && files.text(path) !== undefined ? folderOf(path) : path;
    if (folder !== undefined && folders.includes(folder)) return folder;
    throw refuse('the entry is no folder with Terraform files', entry, folders);
  }
  const roots = rootsIn(files);
  const [only] = roots;
  if (only !== undefined && roots.length === 1) return only;
  const withService = roots.filter((folder) => hasService(files, folder, new Set()));
  const [one] = withService;
  if (one !== undefined && withService.length === 1) return one;
  throw refuse(
    folders.length === 0 ? 'no file is one of Terraform' : 'several folders could be deployed',
    roots.length,
    withService.length > 0 ? withService : roots.length > 0 ? roots : folders,
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

function refuse(reason: string, given: unknown, folders: readonly string[]): InputError {
  const accepted = folders.slice(0, 20).map((folder) => folder || '.');
  return new InputError(reason, {
    path: ['source', 'entry'],
    given,
    accepted: accepted.length > 0 ? accepted : ['files that end in .tf or .tf.json'],
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
