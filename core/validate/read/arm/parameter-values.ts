/** The values of a template's parameters. */

import { get, isObject, Unresolved } from '../unresolved.ts';

/**
 * Parameters by their names in lower case, each evaluated on first use. `resolve` evaluates a value, and what stands
 * for an object with a value: Bicep writes one for each branch of a condition.
 */
export function parameterValues(
  parameters: unknown,
  resolve: (value: unknown) => unknown = (value) => value,
): ReadonlyMap<string, () => unknown> {
  const all = typeof parameters === 'string' ? resolve(parameters) : parameters;
  return new Map(
    Object.entries(isObject(all) ? all : {}).map(([name, parameter]) => [
      name.toLowerCase(),
      () => valueOfParameter(parameter, name, resolve),
    ]),
  );
}

function valueOfParameter(
  parameter: unknown,
  name: string,
  resolve: (value: unknown) => unknown,
): unknown {
  const holder = typeof parameter === 'string' ? resolve(parameter) : parameter;
  if (holder instanceof Unresolved) {
    return new Unresolved(`[value of ${holder.key}]`, holder.text, valuesOf(holder.allowed));
  }
  const value = get(holder, 'value');
  if (value === undefined) return secret(name);
  return holder === parameter ? resolve(value) : value;
}

const valuesOf = (holders: readonly unknown[] | undefined) =>
  holders?.every(isObject) ? holders.map((one) => get(one, 'value')) : undefined;

/** A parameter whose value is in a key vault. */
const secret = (name: string) => new Unresolved(`[secret ${name}]`, `[parameters('${name}')]`);

export type Values = Readonly<Record<string, unknown>>;

/** Values by name as the parameters of a template, by their names in lower case. */
export const valuesByName = (values: Values): ReadonlyMap<string, () => unknown> =>
  new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), () => value]));
