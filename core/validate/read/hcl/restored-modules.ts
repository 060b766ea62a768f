/** Where `terraform init` put the modules of registries and repositories, as .terraform/modules/modules.json says. */

import { parseJson } from '../parse-json.ts';
import { normalizedPath, type SourceFiles } from '../source/files.ts';
import { get, listOf } from '../unresolved.ts';

/** By the names of the calls that lead to a module, joined with dots: its folder. */
export function restoredModules(files: SourceFiles, root: string): ReadonlyMap<string, string> {
  const path = normalizedPath(`${root}/.terraform/modules/modules.json`);
  const manifest = path === undefined ? undefined : files.text(path);
  const list = manifest === undefined ? [] : listOf(get(parseJson(manifest), 'Modules'));
  return new Map(
    list.flatMap((one): [string, string][] => {
      const [key, dir] = [get(one, 'Key'), get(one, 'Dir')];
      if (typeof key !== 'string' || typeof dir !== 'string' || key === '') return [];
      const folder = normalizedPath(`${root}/${dir}`);
      return folder === undefined ? [] : [[key, folder]];
    }),
  );
}
