/** What one deployment gets of a repository that is too large for one input. */

import { valuesFilesFor } from '../../core/validate/read/bicep/entry.ts';
import {
  isCode,
  isImplied,
  isJson,
  isRestored,
} from '../../core/validate/read/source/file-kinds.ts';
import {
  folderOf,
  nameOf,
  type SourceFile,
  SourceFiles,
} from '../../core/validate/read/source/files.ts';
import { reachableFrom, type SourceTree } from '../source-tree.ts';

/**
 * Of a large repository the files that one deployment may use: what it leads to, restored modules, and values: those that
 * are named, those in its folder, above and below, and the `.bicepparam` files that name it. Values in JSON are needed
 * only by a Bicep file that is deployed without naming its values, and only those that fit its parameters.
 */
export function neededBy(
  root: string,
  tree: SourceTree,
  { entry, valuesFiles }: { readonly entry: string; readonly valuesFiles: readonly string[] },
): readonly SourceFile[] {
  const reachable = reachableFrom(root, tree).union(reachableFrom(entry, tree));
  const isFile = tree.files.some(({ path }) => path === root);
  const top = isFile ? folderOf(root) : root;
  const inTop = top === '' ? '' : `${top}/`;
  const isNear = ({ path }: SourceFile) =>
    path.startsWith(inTop) || inTop.startsWith(path.slice(0, path.lastIndexOf('/') + 1));
  const isForRoot = ({ path, text }: SourceFile) =>
    /\.bicepparam$/i.test(path) && text.includes(nameOf(root));
  const fitting = new Set(
    entry.endsWith('.bicep') ? valuesFilesFor(new SourceFiles(tree.files), entry) : [],
  );
  const isNeeded = (file: SourceFile) => {
    if (isCode(file.path)) return false;
    const isOther =
      isJson(file.path) && isImplied(file.path) && nameOf(file.path) !== 'bicepconfig.json';
    return isOther ? fitting.has(file.path) : isNear(file) || isForRoot(file);
  };
  return tree.files.filter(
    (file) =>
      reachable.has(file.path) ||
      file.path === entry ||
      valuesFiles.includes(file.path) ||
      file.path.startsWith(`${inTop}.terraform/`) ||
      isRestored(file.path) ||
      isNeeded(file),
  );
}
