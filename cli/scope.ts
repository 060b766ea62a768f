/** To which repository a path belongs; without one, what may be read around the path. */

import { existsSync, statSync } from 'node:fs';
import os from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { flowsFileName } from '../core/validate/own-flows/own-flow.ts';
import { isOutside, nameIn } from './source-tree.ts';

export const settingsFileName = 'apim-atlas.yaml';

export interface Scope {
  /** Where settings and flows are that no folder below has. */
  readonly folder: string;
  /** What files refer to is read within it. */
  readonly bound: string;
  readonly isRepository: boolean;
}

/**
 * Without a repository, settings and flows are those of the folder, else those of the current folder; and files refer to
 * what is below the current folder, but not to all that a person or a machine has.
 */
export function scopeOf(folder: string, cwd: string): Scope {
  const repository = gitFolderOf(folder);
  if (repository !== undefined) {
    return { folder: repository, bound: repository, isRepository: true };
  }
  const hasOwn = [settingsFileName, flowsFileName].some((name) => existsSync(join(folder, name)));
  const isBelow = !isOutside(nameIn(cwd, folder)) && !isHomeOrTop(cwd);
  return { folder: hasOwn ? folder : cwd, bound: isBelow ? cwd : folder, isRepository: false };
}

/**
 * The settings or flows of what is in these folders: of the nearest files of the name in or above each, the deepest one;
 * else that of the scope. Undefined where there is none.
 */
export function nearestFile(
  name: string,
  folders: readonly string[],
  { folder, bound }: Pick<Scope, 'folder' | 'bound'>,
): string | undefined {
  const found = folders.flatMap((first) => {
    for (let at = first; !isOutside(nameIn(bound, at)); at = dirname(at)) {
      if (isFile(join(at, name))) return [join(at, name)];
      if (dirname(at) === at) break;
    }
    return [];
  });
  const [deepest] = found.sort((one, other) => depthOf(other) - depthOf(one));
  return deepest ?? (isFile(join(folder, name)) ? join(folder, name) : undefined);
}

const depthOf = (path: string) => path.split(/[\\/]/).length;

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The nearest folder above that is a repository; the folder itself where none is. */
export const repositoryOf = (folder: string): string => gitFolderOf(folder) ?? folder;

/** The nearest folder that holds all of these. */
export function folderAbove(folders: readonly string[]): string {
  let [above = '.'] = folders;
  const holdsAll = () => folders.every((folder) => !isOutside(nameIn(above, folder)));
  while (!holdsAll() && dirname(above) !== above) above = dirname(above);
  return above;
}

export const isHomeOrTop = (folder: string): boolean =>
  dirname(folder) === folder || folder === home();

/** Undefined for a user that the system does not know, as in a container. */
function home(): string | undefined {
  try {
    return resolve(os.homedir());
  } catch {
    return undefined;
  }
}

function gitFolderOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}
