/** Parameters of a Bicep file: their defaults, and which ones need a value. */

import { Tree } from '../arm/tree.ts';
import { isNullable as mayBeLeftOut } from '../arm/world.ts';
import { get, isObject } from '../unresolved.ts';
import type { ParamDeclaration, TypeSyntax } from './ast.ts';
import { type Context, noLocals } from './context.ts';
import { isRegistryPath } from './registry.ts';

const maxTypes = 20;

/** Names of the parameters that have no default and may not be null. */
export function parametersWithoutValue(template: unknown): string[] {
  const parameters = get(template, 'parameters');
  return Object.entries(isObject(parameters) ? parameters : {})
    .filter(([, one]) => get(one, 'defaultValue') === undefined && !mayBeLeftOut(template, one))
    .map(([name]) => name);
}

export function lowerParameter(
  { type, value, decorators }: ParamDeclaration,
  context: Context,
): object {
  return {
    ...(decorators.includes('secure') && { type: 'securestring' }),
    nullable: isNullable(type, context),
    ...(value && { defaultValue: new Tree(context.lower(value, noLocals)) }),
  };
}

/** Whether null is a value of the type, or of the one that it names. */
function isNullable(type: TypeSyntax | undefined, context: Context): boolean {
  let [one, where]: [TypeSyntax | undefined, Context | undefined] = [type, context];
  for (let count = 0; one && count < maxTypes; count += 1) {
    if (one.isNullable) return true;
    const [first = '', ...rest]: readonly string[] = one.reference;
    let named = where?.file.names.get(first);
    if (named?.kind === 'imported') {
      const name = named.name === '*' ? (rest[0] ?? '') : named.name;
      where = isRegistryPath(named.path) ? undefined : where?.imported(named.path, named.pathStart);
      named = where?.file.names.get(name);
    } else if (rest.length > 0) return false;
    one = named?.kind === 'type' ? named.type : undefined;
  }
  return false;
}
