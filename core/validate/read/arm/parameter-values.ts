/** The values that a template's parameters are given. */

import { get, isObject, Unresolved } from '../unresolved.ts';

/** Parameters by their names in lower case, each read when it is asked for. */
export function parameterValues(
  parameters: unknown,
  read: (value: unknown, name: string) => unknown,
): ReadonlyMap<string, () => unknown> {
  return new Map(
    Object.entries(isObject(parameters) ? parameters : {}).map(([name, parameter]) => [
      name.toLowerCase(),
      () => read(get(parameter, 'value'), name),
    ]),
  );
}

/** A parameter whose value is kept elsewhere, in a key vault. */
export const secret = (name: string) =>
  new Unresolved(`[secret ${name}]`, `[parameters('${name}')]`);

export type Values = Readonly<Record<string, unknown>>;

/** Values by name as the parameters of a template, by their names in lower case. */
export const valuesByName = (values: Values): ReadonlyMap<string, () => unknown> =>
  new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), () => value]));
