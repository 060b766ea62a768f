/** Functions of texts. Patterns that users write are not run: a call with one is unknown. */

import { Failure } from '../budget.ts';
import { toNumber, toText, toWhole } from '../conversions.ts';
import type { CallFunction } from '../evaluation.ts';
import { describeKind, itemsOf, Unknown, type Value } from '../values.ts';
import { type Context, deep, open, shallow, textAt } from './kit.ts';

const ofText = (change: (text: string) => string) =>
  shallow((values, { at, evaluator }) => {
    const text = change(textAt(values, 0, at));
    evaluator.budget.characters(text.length, at);
    return text;
  });

const withSet = (text: string, set: string, isFromStart: boolean, isFromEnd: boolean) => {
  let [start, end] = [0, text.length];
  while (isFromStart && start < end && set.includes(text[start] ?? '')) start += 1;
  while (isFromEnd && end > start && set.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
};

const trimmed = (isFromStart: boolean, isFromEnd: boolean) =>
  shallow((values, { at }) =>
    withSet(textAt(values, 0, at), textAt(values, 1, at), isFromStart, isFromEnd),
  );

function replace(values: readonly Value[], { at, evaluator, unknown }: Context): Value {
  const [text, from, to] = [0, 1, 2].map((index) => textAt(values, index, at)) as [
    string,
    string,
    string,
  ];
  if (from.length > 1 && from.startsWith('/') && from.endsWith('/')) return unknown();
  const count = from === '' ? text.length + 1 : text.split(from).length - 1;
  evaluator.budget.characters(text.length + count * to.length, at);
  return text.split(from).join(to);
}

/** Verbs as Go has them, as far as configurations use them; any other makes the text unknown. */
const verb = /%(%|[-+ 0]*\d*(?:\.\d+)?[a-zA-Z])/g;

function format(values: readonly Value[], { at, evaluator, unknown }: Context): Value {
  const pattern = textAt(values, 0, at);
  let index = 0;
  let isOpen = false;
  const text = pattern.replace(verb, (all, what: string) => {
    if (what === '%') return '%';
    index += 1;
    const value = values[index];
    if (value === undefined) throw new Failure(`format has no value for ${all}`, at);
    const shown = shownAs(all, value, at);
    if (shown === undefined) isOpen = true;
    return shown ?? '';
  });
  if (isOpen || /%[^%]/.test(pattern.replace(verb, ''))) return unknown();
  evaluator.budget.characters(text.length, at);
  return text;
}

function shownAs(all: string, value: Value, at: number): string | undefined {
  const [, flags = '', width = '', precision, kind = ''] =
    /^%([-+ 0]*)(\d*)(?:\.(\d+))?([a-zA-Z])$/.exec(all) ?? [];
  const text = plainText(kind, value, precision, at);
  if (text === undefined || flags.includes('+') || flags.includes(' ')) return undefined;
  const length = Number(width);
  if (length > 10_000) return undefined;
  if (flags.includes('-')) return text.padEnd(length);
  if (!flags.includes('0')) return text.padStart(length);
  const sign = text.startsWith('-') ? '-' : '';
  return sign + text.slice(sign.length).padStart(length - sign.length, '0');
}

function plainText(
  kind: string,
  value: Value,
  precision: string | undefined,
  at: number,
): string | undefined {
  if (kind === 's' || kind === 'v') {
    return precision === undefined && typeof value !== 'object' ? toText(value, at) : undefined;
  }
  if (kind === 'd' && precision === undefined) return String(toWhole(value, at));
  if (kind === 'f') return toNumber(value, at).toFixed(Math.min(Number(precision ?? 6), 50));
  if (kind === 't') return toText(value, at);
  if (kind === 'x' || kind === 'X') {
    const text = toWhole(value, at).toString(16);
    return kind === 'x' ? text : text.toUpperCase();
  }
  return kind === 'q' ? JSON.stringify(toText(value, at)) : undefined;
}

/** Known where the pattern and all values are; with unknown texts for %s the result has them as open parts. */
function formatOpen(values: readonly Value[], context: Context): Value {
  const [pattern, ...rest] = values;
  if (typeof pattern !== 'string') return context.unknown();
  if (!rest.some((value) => value instanceof Unknown)) return format(values, context);
  const isPlain = (pattern.match(/%./g) ?? []).every((one) => one === '%s');
  if (
    !isPlain ||
    rest.some((value) => value !== null && typeof value === 'object' && !(value instanceof Unknown))
  ) {
    return context.unknown();
  }
  const texts = rest.map((value) => (value instanceof Unknown ? value.text : value));
  const text = format([pattern, ...texts], context);
  return typeof text === 'string'
    ? new Unknown(text, { missing: context.unknown().missing })
    : text;
}

function formatList(values: readonly Value[], context: Context): Value {
  const lists = values.slice(1).map((value) => itemsOf(value));
  const length = Math.max(1, ...lists.map((list) => list?.length ?? 1));
  context.evaluator.budget.items(length * values.length, context.at);
  return Array.from({ length }, (_, index) =>
    format(
      [
        values[0] ?? null,
        ...values.slice(1).map((value, position) => {
          const list = lists[position];
          return list ? (list[index] ?? null) : value;
        }),
      ],
      context,
    ),
  );
}

function join(values: readonly Value[], { at, evaluator, unknown }: Context): Value {
  const separator = values[0] ?? null;
  const items = values.slice(1).flatMap((value) => {
    const list = itemsOf(value);
    if (list) return list;
    if (value instanceof Unknown) return [value];
    throw new Failure(`expected a list, not ${describeKind(value)}`, at);
  });
  // The number of items that an unknown list has is not known.
  if (values.some((value) => value instanceof Unknown)) return unknown();
  const text = items
    .map((item) => (item instanceof Unknown ? item.text : toText(item, at)))
    .join(toText(separator, at));
  evaluator.budget.characters(text.length, at);
  if (!items.some((item) => item instanceof Unknown)) return text;
  return new Unknown(text, { missing: unknown().missing });
}

function split(values: readonly Value[], { at, evaluator }: Context): Value {
  const [separator, text] = [textAt(values, 0, at), textAt(values, 1, at)];
  const parts = text === '' ? [''] : text.split(separator);
  evaluator.budget.items(parts.length, at);
  return parts;
}

function substr(values: readonly Value[], { at }: Context): Value {
  const letters = Array.from(textAt(values, 0, at));
  const [from, count] = [1, 2].map((index) => toWhole(values[index] ?? null, at)) as [
    number,
    number,
  ];
  const start = from < 0 ? Math.max(0, letters.length + from) : from;
  return letters.slice(start, count < 0 ? undefined : start + count).join('');
}

function indent(values: readonly Value[], { at, evaluator }: Context): Value {
  const [count, text] = [toWhole(values[0] ?? null, at), textAt(values, 1, at)];
  const lines = text.split('\n');
  evaluator.budget.characters(text.length + lines.length * Math.max(0, count), at);
  return lines.join(`\n${' '.repeat(Math.max(0, count))}`);
}

const affix = (test: (text: string, part: string) => Value) =>
  shallow((values, { at }) => test(textAt(values, 0, at), textAt(values, 1, at)));

export const textFunctions: ReadonlyMap<string, CallFunction> = new Map([
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText((text) => text.toUpperCase())],
  [
    'title',
    ofText((text) =>
      text.replace(
        /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      ),
    ),
  ],
  ['trimspace', ofText((text) => text.trim())],
  ['chomp', ofText((text) => text.replace(/[\r\n]+$/, ''))],
  ['strrev', ofText((text) => Array.from(text).reverse().join(''))],
  ['trim', trimmed(true, true)],
  ['trimprefix', affix((text, part) => (text.startsWith(part) ? text.slice(part.length) : text))],
  [
    'trimsuffix',
    affix((text, part) =>
      part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text,
    ),
  ],
  ['startswith', affix((text, part) => text.startsWith(part))],
  ['endswith', affix((text, part) => text.endsWith(part))],
  ['strcontains', affix((text, part) => text.includes(part))],
  ['replace', shallow(replace)],
  ['format', open(formatOpen)],
  ['formatlist', deep(formatList)],
  ['join', open(join)],
  ['split', shallow(split)],
  ['substr', shallow(substr)],
  ['indent', shallow(indent)],
  ['tostring', shallow(([value = null], { at }) => (value === null ? null : toText(value, at)))],
]);
