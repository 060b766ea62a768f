/** The variable values of the root module, in Terraform's order: the later ones count. */

import { fromJson } from './functions/encodings.ts';
import { parseJsonValues } from './json-syntax.ts';
import { parse } from './parser.ts';
import type { Attribute } from './syntax.ts';
import { unnamedValuesFiles } from './values-files.ts';
import type { Input } from './variables.ts';
import type { World } from './world.ts';

export interface VariableValues {
  /** By name, as JSON. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Paths of further files of values, as -var-file names them. */
  readonly files: readonly string[];
}

export function rootInputs(
  world: World,
  { values, files }: VariableValues,
): (name: string) => Input | undefined {
  const attributes = new Map<string, Attribute>();
  for (const path of [...unnamedValuesFiles(world.files, world.root), ...files]) {
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
