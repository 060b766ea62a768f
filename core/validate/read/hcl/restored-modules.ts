/** Where `terraform init` put the modules of registries and repositories, as .terraform/modules/modules.json says. */

import { parseJson } from '../parse-json.ts';
import { get, listOf } from '../unresolved.ts';
import { type GivenFiles, normalized } from './given-files.ts';

/** By the names of the calls that lead to a module, joined with dots: its folder. */
export function restoredModules(files: GivenFiles, root: string): ReadonlyMap<string, string> {
  const path = normalized(`${root}/.terraform/modules/modules.json`);
  const manifest = path === undefined ? undefined : files.text(path);
  const list = manifest === undefined ? [] : listOf(get(parseJson(manifest), 'Modules'));
  return new Map(
    list.flatMap((one): [string, string][] => {
      const [key, dir] = [get(one, 'Key'), get(one, 'Dir')];
      if (typeof key !== 'string' || typeof dir !== 'string' || key === '') return [];
      const folder = normalized(`${root}/${dir}`);
      return folder === undefined ? [] : [[key, folder]];
    }),
  );
}
