/** Template functions whose answer follows from their arguments, as Resource Manager documents them. */

import { isObject } from './unresolved.ts';

/** Undefined where the function does not take such arguments, or is better left to a deployment. */
type TemplateFunction = (...args: readonly unknown[]) => unknown;

const maxItems = 5000;
const maxText = 65_536;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const ofText =
  (compute: (text: string) => unknown): TemplateFunction =>
  (value) =>
    isText(value) ? compute(value) : undefined;
const ofNumbers =
  (compute: (a: number, b: number) => unknown): TemplateFunction =>
  (a, b) =>
    isNumber(a) && isNumber(b) ? compute(a, b) : undefined;
const ofTexts =
  (compute: (a: string, b: string) => unknown): TemplateFunction =>
  (a, b) =>
    isText(a) && isText(b) ? compute(a, b) : undefined;

export function isSame(a: unknown, b: unknown): boolean {
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

function lengthOf(value: unknown): number | undefined {
  if (isText(value) || isList(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function joined(texts: readonly string[], separator = ''): string | undefined {
  const length = texts.reduce((total, text) => total + text.length + separator.length, 0);
  return length > maxText ? undefined : texts.join(separator);
}

function fill(pattern: unknown, values: readonly unknown[]): string | undefined {
  if (!isText(pattern) || !values.every((value) => isText(value) || isNumber(value))) {
    return undefined;
  }
  const parts = formatParts(pattern)?.map((part) =>
    isText(part) ? part : String(values[part] ?? ''),
  );
  return parts && joined(parts);
}

/** Texts and the places of arguments in turn; undefined for number formats such as {0:N2}. */
export function formatParts(pattern: string): (string | number)[] | undefined {
  const parts = [...pattern.matchAll(/\{\{|\}\}|\{(\d{1,3})\}|[^{}]+|[{}]/g)].map(
    ([whole, place]) =>
      place !== undefined
        ? Number(place)
        : whole === '{' || whole === '}'
          ? undefined
          : whole.replace(/^(\{\{|\}\})$/, ([sign]) => sign ?? ''),
  );
  return parts.includes(undefined) ? undefined : (parts as (string | number)[]);
}

function union(...values: readonly unknown[]): unknown {
  if (values.every(isList)) {
    const items: unknown[] = [];
    for (const item of values.flat()) {
      if (items.length > 500) return undefined;
      if (!items.some((other) => isSame(other, item))) items.push(item);
    }
    return items;
  }
  return values.every(isObject) ? merged(values) : undefined;
}

function merged(values: readonly Record<string, unknown>[]): Record<string, unknown> {
  const result = new Map<string, unknown>();
  for (const [key, value] of values.flatMap((object) => Object.entries(object))) {
    const known = result.get(key);
    result.set(key, isObject(known) && isObject(value) ? merged([known, value]) : value);
  }
  return Object.fromEntries(result);
}

const functions = new Map<string, TemplateFunction>(
  Object.entries({
    true: () => true,
    false: () => false,
    null: () => null,
    concat: (...values) => {
      if (values.every(isList)) return values.flat();
      return values.every((value) => isText(value) || isNumber(value))
        ? joined(values.map(String))
        : undefined;
    },
    format: (pattern, ...values) => fill(pattern, values),
    tolower: ofText((text) => text.toLowerCase()),
    toupper: ofText((text) => text.toUpperCase()),
    trim: ofText((text) => text.trim()),
    string: (value) => (isText(value) ? value : isNumber(value) ? String(value) : undefined),
    int: (value) =>
      isNumber(value)
        ? value
        : isText(value) && /^-?\d{1,15}$/.test(value)
          ? Number(value)
          : undefined,
    bool: (value) =>
      typeof value === 'boolean'
        ? value
        : isText(value) && /^(true|false)$/i.test(value)
          ? value.toLowerCase() === 'true'
          : undefined,
    length: lengthOf,
    empty: (value) => {
      const length = value === null ? 0 : lengthOf(value);
      return length === undefined ? undefined : length === 0;
    },
    createarray: (...values) => values,
    array: (value) => (isList(value) ? value : [value]),
    createobject: (...values) => {
      const pairs = Array.from({ length: values.length / 2 }, (_, index) =>
        values.slice(2 * index, 2 * index + 2),
      );
      return values.length % 2 === 0 && pairs.every(([key]) => isText(key))
        ? Object.fromEntries(pairs as [string, unknown][])
        : undefined;
    },
    union,
    contains: (where, what) => {
      if (isText(where)) return isText(what) ? where.includes(what) : undefined;
      if (isList(where)) return where.some((item) => isSame(item, what));
      if (!isObject(where) || !isText(what)) return undefined;
      return Object.keys(where).some((key) => key.toLowerCase() === what.toLowerCase());
    },
    first: (value) => (isText(value) || isList(value) ? value[0] : undefined),
    last: (value) => (isText(value) || isList(value) ? value.at(-1) : undefined),
    split: ofTexts((text, separator) => (separator === '' ? undefined : text.split(separator))),
    join: (values, separator) =>
      isList(values) && values.every(isText) && isText(separator)
        ? joined(values, separator)
        : undefined,
    replace: (text, from, to) =>
      isText(text) && isText(from) && from !== '' && isText(to)
        ? joined(text.split(from), to)
        : undefined,
    substring: (text, start, count) =>
      isText(text) && isNumber(start) && (count === undefined || isNumber(count))
        ? text.slice(start, count === undefined ? undefined : start + count)
        : undefined,
    startswith: ofTexts((text, part) => text.toLowerCase().startsWith(part.toLowerCase())),
    endswith: ofTexts((text, part) => text.toLowerCase().endsWith(part.toLowerCase())),
    add: ofNumbers((a, b) => a + b),
    sub: ofNumbers((a, b) => a - b),
    mul: ofNumbers((a, b) => a * b),
    less: ofNumbers((a, b) => a < b),
    lessorequals: ofNumbers((a, b) => a <= b),
    greater: ofNumbers((a, b) => a > b),
    greaterorequals: ofNumbers((a, b) => a >= b),
    range: ofNumbers((start, count) =>
      count >= 0 && count <= maxItems
        ? Array.from({ length: count }, (_, index) => start + index)
        : undefined,
    ),
  } satisfies Record<string, TemplateFunction>),
);

/** The function's answer; undefined where it has none, or one too large to go on with. */
export function callFunction(name: string, args: readonly unknown[]): unknown {
  const answer = functions.get(name)?.(...args);
  return (lengthOf(answer) ?? 0) > (isText(answer) ? maxText : maxItems) ? undefined : answer;
}
