/** What a template function answers where some of its arguments are open: what follows from the known ones. */

import { hasText, isComplete, keysOf, memberOf } from '../template-values.ts';
import { isObject, Unresolved } from '../unresolved.ts';
import { callFunction, formatParts } from './functions.ts';
import { merged } from './list-functions.ts';
import { isSame } from './values.ts';

/** An open value; equal calls have equal ones. */
export type Ask = (name: string, values: readonly unknown[]) => Unresolved;

/** Functions that take a list or an object as it is, whatever its parts are. */
const ofStructures = [
  'concat',
  'array',
  'length',
  'first',
  'last',
  'empty',
  'skip',
  'take',
  'flatten',
  'shallowmerge',
  'items',
  'objectkeys',
  'indexfromend',
  'tryindexfromend',
];

export function answerCall(name: string, values: readonly unknown[], ask: Ask): unknown {
  const [first] = values;
  switch (name) {
    case 'coalesce': {
      const [value = null] = values.filter((value) => value !== null);
      return value instanceof Unresolved && !hasText(value) ? ask(name, values) : value;
    }
    case 'and':
    case 'or':
      if (values.includes(name === 'or')) return name === 'or';
      return values.every((value) => value === (name === 'and'))
        ? name === 'and'
        : ask(name, values);
    case 'not':
      return typeof first === 'boolean' ? !first : ask(name, values);
    case 'equals':
      return areEqual(values) ?? ask(name, values);
    case 'empty':
      if (hasText(first)) return false;
      break;
    case 'contains':
      // Whether it has a key follows from the keys alone.
      if (isObject(first) && typeof values[1] === 'string') return callFunction(name, values);
      break;
    case 'union':
      if (values.every(isObject)) return merged(values, (parts) => ask('union', parts));
      break;
    case 'tryget':
      return tryGet(values, ask);
  }
  if (values.every(isComplete)) {
    const answer = callFunction(name, values);
    if (answer !== undefined) return answer;
  }
  return withOpenParts(name, values, ask);
}

function areEqual(values: readonly unknown[]): boolean | undefined {
  if (values.every(isComplete)) return isSame(values[0], values[1]);
  if (values.some(hasText) && values.some((value) => value === '' || value === null)) return false;
  const [a, b] = keysOf(values);
  return a === b ? true : undefined;
}

/** Lists and objects may hold open parts; a text made of open and known parts has both in its key. */
function withOpenParts(name: string, values: readonly unknown[], ask: Ask): unknown {
  const isStructure = !values.some((value) => value instanceof Unresolved);
  if (
    name === 'createarray' ||
    name === 'createobject' ||
    (isStructure && ofStructures.includes(name))
  ) {
    const answer = callFunction(name, values);
    if (answer !== undefined) return answer;
  }
  const [pattern, ...rest] = values;
  const texts =
    name === 'concat'
      ? values
      : name === 'format' && typeof pattern === 'string'
        ? formatParts(pattern)?.map((part) => (typeof part === 'string' ? part : rest[part]))
        : undefined;
  const isText = (value: unknown) =>
    value instanceof Unresolved || typeof value === 'string' || typeof value === 'number';
  return texts?.every(isText) && texts.length < 100
    ? new Unresolved(
        texts.map((part) => (part instanceof Unresolved ? part.key : String(part))).join(''),
        '',
      )
    : ask(name, values);
}

function tryGet([of, ...keys]: readonly unknown[], ask: Ask): unknown {
  let value = of;
  for (const key of keys) {
    const member = value === null ? null : memberOf(value, key);
    if (member === undefined && !(isComplete(value) && isComplete(key))) {
      return ask('tryget', [of, ...keys]);
    }
    value = member ?? null;
  }
  return value;
}
