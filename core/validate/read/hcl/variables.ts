/** The values of variables: from the caller or the default, converted to the declared type. */

import { Failure } from './budget.ts';
import type { Scope } from './scope.ts';
import type { Block } from './syntax.ts';
import { Converter } from './types.ts';
import { openText, Unknown, type Value } from './values.ts';
import type { World } from './world.ts';

export interface Input {
  readonly value: Value;
  /** Where it is written; undefined for a value that is in no file. */
  readonly at: number | undefined;
}

/** Text and missing names are for a variable that has no value at all. */
export function variableValue(
  declaration: Block,
  input: Input | undefined,
  { world, scope, name, isRoot }: { world: World; scope: Scope; name: string; isRoot: boolean },
): Input {
  const { attributes } = declaration.body;
  const type = attributes.get('type')?.value;
  const otherwise = attributes.get('default');
  const isNullable = attributes.get('nullable')?.value;
  const takesDefault =
    !input ||
    (input.value === null && isNullable?.kind === 'literal' && isNullable.value === false);
  if (takesDefault && !otherwise) {
    const text = openText(`${isRoot ? '' : `${scope.text}.`}var.${name}`);
    return {
      value: new Unknown(text, isRoot ? { missing: new Set([name]) } : {}),
      at: declaration.at,
    };
  }
  const chosen =
    takesDefault && otherwise
      ? { value: world.blocks.value(otherwise.value, scope), at: otherwise.value.at }
      : (input ?? { value: null, at: undefined });
  if (takesDefault && isRoot) {
    const isSensitive = attributes.get('sensitive')?.value;
    const isSecret = isSensitive?.kind === 'literal' && isSensitive.value === true;
    world.evaluator.defaults.add(name);
    world.defaultsTaken.set(name, isSecret ? undefined : chosen.value);
  }
  if (!type) return chosen;
  try {
    return { ...chosen, value: new Converter(world.evaluator, scope).convert(chosen.value, type) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const at = chosen.at ?? declaration.at;
    world.notes.fail({
      message: `the value of var.${name} is not of its type: ${error.message}`,
      at,
    });
    return { value: new Unknown(openText(`${scope.text}var.${name}`)), at };
  }
}
