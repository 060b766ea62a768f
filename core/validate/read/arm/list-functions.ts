/** Template functions on lists and objects, as Resource Manager documents them. */

import { get, isObject, Unresolved } from '../unresolved.ts';
import { byTypes, isList, isNumber, isSame, isText, type TemplateFunction } from './values.ts';

const maxItems = 5000;

/** The one list, or the arguments themselves. */
const numbersIn = (values: readonly unknown[]) => {
  const numbers = values.length === 1 && isList(values[0]) ? values[0] : values;
  return numbers.length > 0 && numbers.every(isNumber) ? numbers : undefined;
};

/** Equal for values that are the same, whatever the order of their keys. */
function canonical(value: unknown): unknown {
  if (isText(value)) return `text ${value}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(inOrder(value)) : value;
}

function inOrder(value: unknown): unknown {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => ({ [`key ${key}`]: inOrder(part) }));
}

function union(...values: readonly unknown[]): unknown {
  if (values.every(isList)) return different(values.flat());
  return values.every(isObject) ? merged(values) : undefined;
}

/** The objects in one, and those within them; `ask` for an object and an open value, which may be one, too. */
export function merged(
  values: readonly Record<string, unknown>[],
  ask: (parts: readonly unknown[]) => unknown = () => undefined,
): Record<string, unknown> {
  const result = new Map<string, unknown>();
  for (const [key, value] of values.flatMap((object) => Object.entries(object))) {
    const known = result.get(key);
    const parts = [known, value];
    const isOpen = parts.some((part) => part instanceof Unresolved);
    result.set(
      key,
      isObject(known) && isObject(value)
        ? merged([known, value], ask)
        : isOpen && parts.some(isObject)
          ? ask(parts)
          : value,
    );
  }
  return Object.fromEntries(result);
}

function intersection(first: unknown, ...others: readonly unknown[]): unknown {
  if (isList(first) && others.every(isList)) {
    const sets = others.map((list) => new Set(list.map(canonical)));
    return first.filter((item) => sets.every((keys) => keys.has(canonical(item))));
  }
  if (!isObject(first) || !others.every(isObject)) return undefined;
  return Object.fromEntries(
    Object.entries(first).filter(([key, value]) =>
      others.every((object) => Object.hasOwn(object, key) && isSame(object[key], value)),
    ),
  );
}

/** The objects of a list, a later one going before an earlier one, whatever their values are. */
function shallowMerge(list: unknown): unknown {
  return isList(list) && list.every(isObject)
    ? Object.fromEntries(list.flatMap((object) => Object.entries(object)))
    : undefined;
}

const distinct = (list: unknown) => (isList(list) ? different(list) : undefined);

/** One of those that are the same, where the first of them is. */
function different(list: readonly unknown[]): unknown[] {
  const items = new Map<unknown, unknown>();
  for (const item of list) {
    const key = canonical(item);
    if (!items.has(key)) items.set(key, item);
  }
  return [...items.values()];
}

/** The item at an index counted from the end; the last one is 1. */
const fromEnd = (list: unknown, index: unknown) =>
  isList(list) && isNumber(index) ? list[list.length - index] : undefined;

function createObject(...values: readonly unknown[]): unknown {
  const pairs = Array.from({ length: values.length / 2 }, (_, index) =>
    values.slice(2 * index, 2 * index + 2),
  );
  return values.length % 2 === 0 && pairs.every(([key]) => isText(key))
    ? Object.fromEntries(pairs as [string, unknown][])
    : undefined;
}

function contains(where: unknown, what: unknown): unknown {
  if (isText(where)) return isText(what) ? where.includes(what) : undefined;
  if (isList(where)) return where.some((item) => isSame(item, what));
  return isObject(where) && isText(what) ? get(where, what) !== undefined : undefined;
}

const inKeyOrder = (object: object) =>
  Object.entries(object)
    .map(([key, value]) => ({ key, value, lower: key.toLowerCase() }))
    .sort((a, b) => (a.lower < b.lower ? -1 : 1));

export const listFunctions: Record<string, TemplateFunction> = {
  createarray: (...values) => values,
  array: (value) => (isList(value) ? value : [value]),
  createobject: createObject,
  union,
  shallowmerge: shallowMerge,
  distinct,
  indexfromend: fromEnd,
  tryindexfromend: (list, index) =>
    isList(list) && isNumber(index) ? (fromEnd(list, index) ?? null) : undefined,
  intersection,
  contains,
  first: (value) => (isText(value) || isList(value) ? value[0] : undefined),
  last: (value) => (isText(value) || isList(value) ? value.at(-1) : undefined),
  skip: (value, count) =>
    (isText(value) || isList(value)) && isNumber(count)
      ? value.slice(Math.max(0, count))
      : undefined,
  take: (value, count) =>
    (isText(value) || isList(value)) && isNumber(count)
      ? value.slice(0, Math.max(0, count))
      : undefined,
  flatten: (value) => (isList(value) && value.every(isList) ? value.flat() : undefined),
  items: (value) =>
    isObject(value)
      ? inKeyOrder(value).map(({ key, value: one }) => ({ key, value: one }))
      : undefined,
  objectkeys: (value) => (isObject(value) ? inKeyOrder(value).map(({ key }) => key) : undefined),
  min: (...values) => numbersIn(values)?.reduce((a, b) => Math.min(a, b)),
  max: (...values) => numbersIn(values)?.reduce((a, b) => Math.max(a, b)),
  range: byTypes([isNumber, isNumber], (start, count) =>
    count >= 0 && count <= maxItems
      ? Array.from({ length: count }, (_, index) => start + index)
      : undefined,
  ),
};
