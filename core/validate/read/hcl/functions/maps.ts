/** Functions of objects. */

import { Failure } from '../budget.ts';
import { toText } from '../conversions.ts';
import type { CallFunction } from '../evaluation.ts';
import { compareTexts, isMap, itemsOf, Unknown, type Value } from '../values.ts';
import { type Context, deep, listAt, mapAt, open, shallow, textAt } from './kit.ts';

/** The last object that has a key gives its value and its location. */
function merge(values: readonly Value[], { at, evaluator }: Context): Value {
  const { offsets } = evaluator;
  const merged = new Map<string, Value>();
  const ats = new Map<string | number, number>();
  const maps = values.filter((value) => value !== null);
  for (const [index, value] of maps.entries()) {
    for (const [key, part] of mapAt(maps, index, at)) {
      merged.set(key, part);
      const offset = offsets.entryAt(value, key);
      if (offset === undefined) ats.delete(key);
      else ats.set(key, offset);
    }
  }
  evaluator.budget.items(merged.size, at);
  const located = maps
    .toReversed()
    .map((value) => offsets.at(value))
    .find((one) => one !== undefined);
  offsets.remember(merged, located ?? at, ats);
  return merged;
}

const sortedKeys = (map: ReadonlyMap<string, Value>) => [...map.keys()].sort(compareTexts);

function lookup(values: readonly Value[], { at, unknown }: Context): Value {
  const [map = null, key = null, otherwise] = values;
  if (map instanceof Unknown || key instanceof Unknown || !isMap(map)) return unknown();
  const value = map.get(toText(key, at));
  if (value !== undefined && value !== null) return value;
  if (otherwise !== undefined) return value === null ? null : otherwise;
  throw new Failure(`the object has no ${toText(key, at)}`, at);
}

function zipmap(values: readonly Value[], { at, evaluator }: Context): Value {
  const [keys, items] = [listAt(values, 0, at), listAt(values, 1, at)];
  if (keys.length !== items.length)
    throw new Failure('zipmap has keys and values of two lengths', at);
  evaluator.budget.items(keys.length, at);
  return new Map(keys.map((key, index) => [toText(key, at), items[index] ?? null]));
}

function transpose(values: readonly Value[], { at, evaluator }: Context): Value {
  const made = new Map<string, Value[]>();
  const map = mapAt(values, 0, at);
  for (const key of sortedKeys(map)) {
    for (const item of itemsOf(map.get(key) ?? null) ?? []) {
      const text = toText(item, at);
      const list = made.get(text) ?? [];
      list.push(key);
      made.set(text, list);
      evaluator.budget.items(1, at);
    }
  }
  return made;
}

export const mapFunctions: ReadonlyMap<string, CallFunction> = new Map([
  ['merge', shallow(merge)],
  ['keys', shallow((values, { at }) => sortedKeys(mapAt(values, 0, at)))],
  [
    'values',
    shallow((values, { at, evaluator }) => {
      const map = mapAt(values, 0, at);
      const keys = sortedKeys(map);
      const list = keys.map((key) => map.get(key) ?? null);
      const ats = keys.map((key) => evaluator.offsets.entryAt(map, key));
      if (ats.every((one) => one !== undefined)) {
        evaluator.offsets.remember(list, at, new Map(ats.entries()));
      }
      return list;
    }),
  ],
  ['lookup', open(lookup)],
  [
    'zipmap',
    shallow((values, context) => {
      const keys = itemsOf(values[0] ?? null) ?? [];
      return keys.some((key) => key instanceof Unknown)
        ? context.unknown()
        : zipmap(values, context);
    }),
  ],
  ['transpose', deep(transpose)],
  ['tomap', shallow(([value = null], { at }) => (value === null ? null : mapAt([value], 0, at)))],
  [
    'tobool',
    shallow(([value = null], { at }) => {
      if (value === null || typeof value === 'boolean') return value;
      const text = textAt([value], 0, at);
      if (text !== 'true' && text !== 'false') throw new Failure('expected true or false', at);
      return text === 'true';
    }),
  ],
]);
