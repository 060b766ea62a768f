/** Parameters of the templates that are deployed: those without a value, and defaults that something rests on. */

import { pointer } from '../../../json-pointer.ts';
import type { DocumentResources } from '../document-shape.ts';
import type { MissingValue } from '../missing-value.ts';
import { get, isObject, textOf } from '../unresolved.ts';
import { neededParameters } from './needed-parameters.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

/** A template that is deployed, or a list of resources, with the scope of its expressions. */
export interface Root extends DocumentResources {
  readonly scope: Scope;
  readonly values: ReadonlyMap<string, unknown>;
}

export interface ParameterDefault {
  readonly name: string;
  /** Undefined if it is a secret. */
  readonly value: unknown;
}

const parametersOf = ({ template }: Pick<Root, 'template'>): Record<string, unknown> => {
  const parameters = get(template, 'parameters');
  return isObject(parameters) ? parameters : {};
};

/** Parameters without a value that open values of these resources rest on. */
export function missingParameters(root: Root, resources: readonly Resource[]): MissingValue[] {
  const { path, scope, values } = root;
  const names = Object.entries(parametersOf(root))
    .filter(
      ([name, definition]) =>
        !values.has(name.toLowerCase()) && get(definition, 'defaultValue') === undefined,
    )
    .map(([name]) => name);
  const needed = names.length > 0 ? neededParameters(resources, [scope.id]) : new Set<string>();
  return names
    .filter((name) => needed.has(name.toLowerCase()))
    .map((name) => ({ name, pointer: pointer(...path, 'parameters', name) }));
}

/** The defaults among those that are used. */
export const usedDefaults = (
  root: Pick<Root, 'template' | 'scope'>,
  used: ReadonlySet<string>,
): ParameterDefault[] =>
  Object.entries(parametersOf(root))
    .filter(([name]) => used.has(root.scope.defaultKey(name)))
    .map(([name, definition]) => ({
      name,
      value: /secure/i.test(textOf(get(definition, 'type')))
        ? undefined
        : root.scope.resolve(get(definition, 'defaultValue')),
    }));
