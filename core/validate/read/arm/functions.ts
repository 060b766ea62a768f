/** Template functions whose answer follows from their arguments, as Resource Manager documents them. */

import { parseJson } from '../parse-json.ts';
import { isObject } from '../unresolved.ts';
import { listFunctions } from './list-functions.ts';
import { networkFunctions } from './network-functions.ts';
import { byTypes, isList, isNumber, isText, type TemplateFunction } from './values.ts';

const maxItems = 5000;
const maxText = 65_536;

const ofText =
  (compute: (text: string) => unknown): TemplateFunction =>
  (value) =>
    isText(value) ? compute(value) : undefined;
const ofNumbers = (compute: (a: number, b: number) => unknown) =>
  byTypes([isNumber, isNumber], compute);
const ofTexts = (compute: (a: string, b: string) => unknown) => byTypes([isText, isText], compute);

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

/** Texts and the indexes of arguments in turn; undefined for number formats such as {0:N2}. */
export function formatParts(pattern: string): (string | number)[] | undefined {
  const parts = [...pattern.matchAll(/\{\{|\}\}|\{(\d{1,3})\}|[^{}]+|[{}]/g)].map(
    ([whole, index]) =>
      index !== undefined
        ? Number(index)
        : whole === '{' || whole === '}'
          ? undefined
          : whole.replace(/^(\{\{|\}\})$/, ([sign]) => sign ?? ''),
  );
  return parts.includes(undefined) ? undefined : (parts as (string | number)[]);
}

/** JSON for what is not text; the letters of true and false are not documented, so they are left open. */
function textOf(value: unknown): string | undefined {
  if (isText(value)) return value;
  if (isNumber(value)) return String(value);
  return isList(value) || isObject(value) ? JSON.stringify(value) : undefined;
}

const functions = new Map<string, TemplateFunction>(
  Object.entries({
    ...listFunctions,
    ...networkFunctions,
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
    string: textOf,
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
    div: ofNumbers((a, b) => (b === 0 ? undefined : Math.trunc(a / b))),
    mod: ofNumbers((a, b) => (b === 0 ? undefined : a % b)),
    indexof: ofTexts((text, part) => text.toLowerCase().indexOf(part.toLowerCase())),
    lastindexof: ofTexts((text, part) => text.toLowerCase().lastIndexOf(part.toLowerCase())),
    padleft: (value, length, sign = ' ') =>
      (isText(value) || isNumber(value)) && isNumber(length) && length <= maxText && isText(sign)
        ? String(value).padStart(length, sign)
        : undefined,
    json: ofText(parseJson),
  } satisfies Record<string, TemplateFunction>),
);

/** The function's answer; undefined where it has none, or one too large to go on with. */
export function callFunction(name: string, args: readonly unknown[]): unknown {
  const answer = functions.get(name)?.(...args);
  return (lengthOf(answer) ?? 0) > (isText(answer) ? maxText : maxItems) ? undefined : answer;
}
