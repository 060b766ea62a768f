/** What the files deploy, as the command finds it. */

import { InputError } from '../../../../core/input-error.ts';
import {
  type FoundDeployments,
  findDeployments,
} from '../../../../core/validate/read/source/deployments.ts';
import { type SourceFile, SourceFiles } from '../../../../core/validate/read/source/files.ts';
import { foreignFolders } from '../../../../core/validate/read/source/skipped-folders.ts';

export interface DeploymentsIn {
  /** What may be named to be judged: files, folders and values files. */
  readonly entries: readonly string[];
  readonly broken: FoundDeployments['broken'];
  /** What is judged if nothing is named; undefined if the files have no deployment. Throws InputError where one has to be chosen. */
  readonly requireOne: () => string | undefined;
}

export function deploymentsIn(files: readonly SourceFile[]): DeploymentsIn {
  const { deployments, broken } = findDeployments(new SourceFiles(files));
  const [first, ...more] = deployments.filter(({ root }) => !isForeign(root));
  const all = first ? [first, ...more] : [];
  const entries = all.flatMap((one) => one.entries.map(({ path }) => path || '.'));
  const root = first?.root || '.';
  return {
    entries,
    broken: broken.filter(({ file }) => !isForeign(file)),
    requireOne() {
      if (!first) return undefined;
      if (more.length === 0 && entries.includes(root)) return root;
      throw new InputError('several parts of the source could be deployed', {
        path: ['source', 'entry'],
        given: entries.length,
        accepted: entries,
      });
    },
  };
}

const isForeign = (path: string) => path.split('/').some((name) => foreignFolders.has(name));
