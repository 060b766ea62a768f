/** Functions of lists and sets. */

import { Failure } from '../budget.ts';
import { toText, toTruth, toWhole } from '../conversions.ts';
import type { CallFunction } from '../evaluation.ts';
import {
  areEqual,
  compareTexts,
  describeKind,
  isMap,
  itemsOf,
  Members,
  Unknown,
  type Value,
  ValueSet,
} from '../values.ts';
import { type Context, deep, listAt, open, shallow } from './kit.ts';

/** Equal for equal values, so that thousands are compared by one look-up each. */
function keyOf(value: Value): string {
  if (value instanceof Unknown) return `?${value.text}`;
  if (value instanceof Members) return `&${value.text}`;
  if (isMap(value)) {
    const parts = [...value].map(([key, part]) => `${JSON.stringify(key)}:${keyOf(part)}`).sort();
    return `{${parts.join(',')}}`;
  }
  const items = itemsOf(value);
  return items ? `[${items.map(keyOf).join(',')}]` : `${typeof value}${JSON.stringify(value)}`;
}

export function distinct(items: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A set in the order in which Terraform goes over it: texts and numbers sorted. */
export function toSet(items: readonly Value[]): ValueSet {
  const all = distinct(items);
  if (all.every((item) => typeof item === 'string')) return new ValueSet(all.sort(compareTexts));
  if (all.every((item) => typeof item === 'number')) return new ValueSet(all.sort((a, b) => a - b));
  return new ValueSet(all);
}

function flat(items: readonly Value[], context: Context): Value[] | undefined {
  const list: Value[] = [];
  for (const item of items) {
    // It may be a list of any length.
    if (item instanceof Unknown || item instanceof Members) return undefined;
    const inner = itemsOf(item);
    const parts = inner ? flat(inner, context) : [item];
    if (!parts) return undefined;
    context.evaluator.budget.items(parts.length, context.at);
    for (const part of parts) list.push(part);
  }
  return list;
}

function concat(values: readonly Value[], { at, evaluator }: Context): Value {
  const list = values.flatMap((_, index) => listAt(values, index, at));
  evaluator.budget.items(list.length, at);
  const ats = new Map<string | number, number>();
  for (const value of values) {
    const items = itemsOf(value) ?? [];
    for (const index of items.keys()) {
      const offset = evaluator.offsets.entryAt(value, index);
      if (offset !== undefined) ats.set(ats.size, offset);
    }
  }
  // Offsets are of use only if every entry has one.
  if (ats.size === list.length) evaluator.offsets.remember(list, at, ats);
  return list;
}

function element(values: readonly Value[], { at }: Context): Value {
  const list = listAt(values, 0, at);
  if (list.length === 0) throw new Failure('an element of an empty list', at);
  const index = toWhole(values[1] ?? null, at) % list.length;
  return list[index < 0 ? index + list.length : index] ?? null;
}

function contains(values: readonly Value[], { at, unknown }: Context): Value {
  const results = listAt(values, 0, at).map((item) => areEqual(item, values[1] ?? null));
  if (results.includes(true)) return true;
  return results.includes(undefined) ? unknown() : false;
}

function slice(values: readonly Value[], { at }: Context): Value {
  const list = listAt(values, 0, at);
  const [from, to] = [1, 2].map((index) => toWhole(values[index] ?? null, at)) as [number, number];
  if (from < 0 || to < from || to > list.length) throw new Failure('the slice is out of range', at);
  return list.slice(from, to);
}

function setproduct(values: readonly Value[], { at, evaluator }: Context): Value {
  const lists = values.map((_, index) => listAt(values, index, at));
  const count = lists.reduce((product, list) => product * list.length, 1);
  evaluator.budget.items(count * (lists.length + 1), at);
  return lists.reduce<Value[][]>(
    (rows, list) => rows.flatMap((row) => list.map((item) => [...row, item])),
    [[]],
  );
}

const ofSets = (isIn: (key: string, sets: readonly ReadonlySet<string>[]) => boolean) =>
  deep((values, { at }) => {
    const lists = values.map((_, index) => listAt(values, index, at));
    const sets = lists.map((list) => new Set(list.map(keyOf)));
    return toSet(lists.flat().filter((item) => isIn(keyOf(item), sets)));
  });

function one(values: readonly Value[], { at, unknown }: Context): Value {
  const [value = null] = values;
  if (value === null) return null;
  const list = listAt(values, 0, at);
  if (list.length > 1) throw new Failure('one is for a list of at most one item', at);
  const [item = null] = list;
  return item instanceof Members && item.item ? unknown() : item;
}

function chunklist(values: readonly Value[], { at, evaluator }: Context): Value {
  const list = listAt(values, 0, at);
  const size = toWhole(values[1] ?? null, at);
  if (size < 0) throw new Failure('the size of a chunk is less than 0', at);
  if (size === 0) return [list];
  const count = Math.ceil(list.length / size);
  evaluator.budget.items(count, at);
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size));
}

const ofList = (change: (list: readonly Value[], context: Context) => Value) =>
  shallow((values, context) => change(listAt(values, 0, context.at), context));

/** A list of what a list has, with the offsets of its items. */
function tolist(values: readonly Value[], { at, evaluator }: Context): Value {
  const [value = null] = values;
  if (value === null) return null;
  const list = [...listAt(values, 0, at)];
  evaluator.offsets.inherit(list, value);
  return list;
}

export const collectionFunctions: ReadonlyMap<string, CallFunction> = new Map([
  ['concat', shallow(concat)],
  [
    'flatten',
    shallow((values, context) => flat(listAt(values, 0, context.at), context) ?? context.unknown()),
  ],
  ['tolist', shallow(tolist)],
  [
    'toset',
    shallow(([value = null], { at, unknown }) => {
      if (value === null) return null;
      const list = listAt([value], 0, at);
      return list.some((item) => item instanceof Unknown) ? unknown() : toSet(list);
    }),
  ],
  ['distinct', deep((values, { at }) => distinct(listAt(values, 0, at)))],
  [
    'compact',
    open((values, { at, unknown }) => {
      const [value = null] = values;
      const list = value instanceof Unknown ? [value] : listAt(values, 0, at);
      if (list.some((item) => item instanceof Unknown && !item.target)) return unknown();
      return list.filter((item) => item !== null && item !== '');
    }),
  ],
  ['element', shallow(element)],
  ['slice', shallow(slice)],
  ['reverse', ofList((list) => list.toReversed())],
  [
    'sort',
    deep((values, { at }) =>
      listAt(values, 0, at)
        .map((item) => toText(item, at))
        .sort(compareTexts),
    ),
  ],
  ['contains', shallow(contains)],
  [
    'index',
    deep((values, { at }) => {
      const index = listAt(values, 0, at).findIndex((item) => areEqual(item, values[1] ?? null));
      if (index < 0) throw new Failure('the list does not have the item', at);
      return index;
    }),
  ],
  ['setproduct', shallow(setproduct)],
  ['setunion', ofSets(() => true)],
  ['setintersection', ofSets((key, sets) => sets.every((set) => set.has(key)))],
  [
    'setsubtract',
    ofSets((key, [first, second]) => first?.has(key) === true && second?.has(key) !== true),
  ],
  ['one', shallow(one)],
  ['chunklist', shallow(chunklist)],
  [
    'sum',
    deep((values, { at }) =>
      listAt(values, 0, at).reduce<number>((sum, item) => sum + Number(toText(item, at)), 0),
    ),
  ],
  ['alltrue', deep((values, { at }) => listAt(values, 0, at).every((item) => toTruth(item, at)))],
  ['anytrue', deep((values, { at }) => listAt(values, 0, at).some((item) => toTruth(item, at)))],
  [
    'length',
    shallow(([value = null], { at }) => {
      if (typeof value === 'string') return Array.from(value).length;
      if (isMap(value)) return value.size;
      const items = itemsOf(value);
      if (!items) throw new Failure(`${describeKind(value)} has no length`, at);
      return items.length;
    }),
  ],
  [
    'coalescelist',
    open((values, { at, unknown }) => {
      for (const value of values) {
        if (value instanceof Unknown) return unknown();
        if ((itemsOf(value) ?? []).length > 0) return value;
      }
      throw new Failure('all lists are empty', at);
    }),
  ],
  [
    'coalesce',
    open((values, { at, unknown }) => {
      for (const value of values) {
        if (value instanceof Unknown && !value.target) return unknown();
        if (value !== null && value !== '') return value;
      }
      throw new Failure('coalesce has no value that is not null', at);
    }),
  ],
]);
