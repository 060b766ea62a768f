/** Functions that read and write JSON, and read files that are among those given. */

import { Failure } from '../budget.ts';
import type { CallFunction } from '../evaluation.ts';
import { isMap, itemsOf, type Value } from '../values.ts';
import { deep, shallow, textAt } from './kit.ts';

const maxDepth = 100;

/** JSON to values; throws what `JSON.parse` throws. */
function parse(text: string, made: (value: Made) => void): Value {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth += 1;
    if (letter === ']' || letter === '}') depth -= 1;
    if (depth > maxDepth) throw new RangeError('nested too deeply');
  }
  return fromJson(JSON.parse(text), made);
}

type Made = readonly Value[] | ReadonlyMap<string, Value>;

/** Calls `made` with every list and object. */
export function fromJson(json: unknown, made: (value: Made) => void): Value {
  if (Array.isArray(json)) {
    const list = json.map((item) => fromJson(item, made));
    made(list);
    return list;
  }
  if (typeof json === 'object' && json !== null) {
    const map = new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value, made)]));
    made(map);
    return map;
  }
  return json as Value;
}

/** Plain JSON; keys are properties of the object, whatever they are called. */
export function toJson(value: Value): unknown {
  if (isMap(value)) {
    return Object.fromEntries([...value].map(([key, part]) => [key, toJson(part)]));
  }
  return itemsOf(value)?.map(toJson) ?? value;
}

/** What is in the text is where the text is. */
const jsondecode: CallFunction = (args) =>
  shallow((values, { at, evaluator }) => {
    const text = textAt(values, 0, at);
    evaluator.budget.characters(text.length, at);
    const textOffset = args.call.args[0]?.at ?? at;
    try {
      return parse(text, (made) => {
        const keys = [...made.keys()];
        evaluator.budget.items(keys.length, at);
        evaluator.offsets.remember(made, textOffset, new Map(keys.map((key) => [key, textOffset])));
      });
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
      throw new Failure('the text is not JSON', at);
    }
  })(args);

const sorted = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  const keys = Object.keys(json).sort();
  return Object.fromEntries(
    keys.map((key) => [key, sorted((json as Record<string, unknown>)[key])]),
  );
};

export const encodingFunctions: ReadonlyMap<string, CallFunction> = new Map([
  [
    'jsonencode',
    deep(([value = null], { at, evaluator }) => {
      const text = JSON.stringify(sorted(toJson(value)));
      evaluator.budget.characters(text.length, at);
      return text;
    }),
  ],
  ['jsondecode', jsondecode],
]);
