/** Types of template values, and the functions that take them. */

import { isObject, Unresolved } from '../unresolved.ts';

/** Undefined where the function does not take such arguments, or is better left to a deployment. */
export type TemplateFunction = (...args: readonly unknown[]) => unknown;

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The function for arguments of these types alone. */
export function byTypes<A, B>(
  [isA, isB]: readonly [(value: unknown) => value is A, (value: unknown) => value is B],
  compute: (a: A, b: B) => unknown,
): TemplateFunction {
  return (a, b) => (isA(a) && isB(b) ? compute(a, b) : undefined);
}

/** Open values are the same where they are equal whatever the deployment answers. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Unresolved) return b instanceof Unresolved && a.key === b.key;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
