/** The variable values of the root module, in Terraform's order: the later ones count. */

import { folderOf, nameOf, normalizedPath, type SourceFiles } from '../source/files.ts';
import { isConfiguration } from './configuration.ts';
import { fromJson } from './functions/encodings.ts';
import { parseJsonValues } from './json-syntax.ts';
import { parse } from './parser.ts';
import type { Attribute } from './syntax.ts';
import type { Input } from './variables.ts';
import type { World } from './world.ts';

export interface VariableValues {
  /** By name, as JSON. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Paths of further files of values, as -var-file names them. */
  readonly files: readonly string[];
}

const isValues = (path: string) => /\.tfvars(\.json)?$/.test(path);
const isDefault = (path: string) => /^terraform\.tfvars(\.json)?$/.test(nameOf(path));
const isAutomatic = (path: string) => /\.auto\.tfvars(\.json)?$/.test(nameOf(path));

/** The files of values that Terraform reads, the first one first, with those that are named. */
export function valuesFiles(files: SourceFiles, root: string, named: readonly string[]): string[] {
  const own = files.in(root).filter(isValues);
  const further = named.flatMap((path) => normalizedPath(path) ?? []);
  return [...own.filter(isDefault), ...own.filter(isAutomatic), ...further];
}

/** Files of values that are not read without being named; those that another folder reads by itself are left out. */
export function otherValuesFiles(files: SourceFiles, root: string): string[] {
  const isUnder = (path: string) =>
    root === '' || folderOf(path) === root || path.startsWith(`${root}/`);
  const isReadUnnamed = (path: string) =>
    (isDefault(path) || isAutomatic(path)) && files.in(folderOf(path)).some(isConfiguration);
  return files.paths.filter((path) => isValues(path) && isUnder(path) && !isReadUnnamed(path));
}

export function rootInputs(
  world: World,
  { values, files }: VariableValues,
): (name: string) => Input | undefined {
  const attributes = new Map<string, Attribute>();
  for (const path of valuesFiles(world.files, world.root, files)) {
    const text = world.files.use(path, 'values') ?? '';
    const start = world.texts.add(path, text);
    const { body, problems } = path.endsWith('.json')
      ? parseJsonValues(text, start)
      : parse(text, start);
    for (const problem of problems) world.notes.report(problem);
    for (const [name, attribute] of body.attributes) attributes.set(name, attribute);
  }
  const scope = { lookup: () => undefined, text: '', folder: world.root };
  return (name) => {
    if (Object.hasOwn(values, name)) {
      const value = fromJson(values[name], () => world.evaluator.budget.items(1, 0));
      return { value, at: undefined };
    }
    const attribute = attributes.get(name);
    if (!attribute) return undefined;
    return { value: world.blocks.value(attribute.value, scope), at: attribute.value.at };
  };
}
