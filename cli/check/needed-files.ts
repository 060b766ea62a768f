/** What one deployment gets of a repository that is too large for one input. */

import { isCode, isRestored } from '../../core/validate/read/source/file-kinds.ts';
import { folderOf, nameOf, type SourceFile } from '../../core/validate/read/source/files.ts';
import { reachableFrom, type SourceTree } from '../source-tree.ts';

/**
 * Of a large repository the files that one deployment may use: what it leads to, restored modules, and values: those that
 * are named, those in its folder, above and below, and the `.bicepparam` files that name it.
 */
export function neededBy(
  entry: string,
  tree: SourceTree,
  named: readonly string[] = [],
): readonly SourceFile[] {
  const reachable = reachableFrom(entry, tree);
  const isFile = tree.files.some(({ path }) => path === entry);
  const top = isFile ? folderOf(entry) : entry;
  const inTop = top === '' ? '' : `${top}/`;
  const isNear = ({ path }: SourceFile) =>
    path.startsWith(inTop) || inTop.startsWith(path.slice(0, path.lastIndexOf('/') + 1));
  const isForEntry = ({ path, text }: SourceFile) =>
    /\.bicepparam$/i.test(path) && text.includes(nameOf(entry));
  return tree.files.filter(
    (file) =>
      reachable.has(file.path) ||
      named.includes(file.path) ||
      file.path.startsWith(`${inTop}.terraform/`) ||
      isRestored(file.path) ||
      (!isCode(file.path) && (isNear(file) || isForEntry(file))),
  );
}
