/** What `for` expressions and the loops of templates go over, and what they make. */

import { Failure } from './budget.ts';
import { toText, truthOf } from './conversions.ts';
import type { Evaluation } from './evaluation.ts';
import { type Scope, withNames } from './scope.ts';
import type { ForExpression, TemplateFor } from './syntax.ts';
import {
  compareTexts,
  describeKind,
  isList,
  isMap,
  Unknown,
  type Value,
  ValueSet,
} from './values.ts';

export interface Entry {
  readonly key: Value;
  readonly value: Value;
}

/** Keys and values of a collection: those of an object sorted by key, an item of a set being its own key. */
export function entriesOf(value: Value): Entry[] | undefined {
  if (isMap(value)) {
    return [...value]
      .sort(([left], [right]) => compareTexts(left, right))
      .map(([key, part]) => ({ key, value: part }));
  }
  if (isList(value)) return value.map((part, key) => ({ key, value: part }));
  return value instanceof ValueSet
    ? value.items.map((part) => ({ key: part, value: part }))
    : undefined;
}

interface Loop {
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: ForExpression['collection'];
  readonly at: number;
}

/** The scopes of all rounds; the collection itself where it is unknown. */
function rounds(loop: Loop, scope: Scope, evaluator: Evaluation): Scope[] | Unknown {
  const collection = evaluator.evaluate(loop.collection, scope);
  if (collection instanceof Unknown) return collection;
  const entries = entriesOf(collection);
  if (!entries) {
    if (collection === null || typeof collection !== 'object') {
      throw new Failure(`a loop over ${describeKind(collection)}`, loop.at);
    }
    return evaluator.unknown(loop, scope, []);
  }
  evaluator.budget.items(entries.length, loop.at);
  return entries.map(({ key, value }, index) => {
    const names = new Map([[loop.valueName, value]]);
    if (loop.keyName !== undefined) names.set(loop.keyName, key);
    return withNames(scope, names, typeof key === 'string' ? key : String(index));
  });
}

export function evaluateFor(loop: ForExpression, scope: Scope, evaluator: Evaluation): Value {
  const all = rounds(loop, scope, evaluator);
  if (all instanceof Unknown) return evaluator.unknown(loop, scope, [all]);
  const list: Value[] = [];
  const entries = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  const ats = new Map<string | number, number>();
  for (const round of all) {
    if (loop.condition) {
      const condition = evaluator.evaluate(loop.condition, round);
      const isTaken = truthOf(condition, loop.condition.at);
      if (isTaken === undefined) return evaluator.unknown(loop, scope, [condition]);
      if (!isTaken) continue;
    }
    const value = evaluator.evaluate(loop.value, round);
    const at = evaluator.offsets.at(value) ?? loop.value.at;
    if (!loop.key) {
      ats.set(list.length, at);
      list.push(value);
      continue;
    }
    const key = evaluator.evaluate(loop.key, round);
    if (key instanceof Unknown) return evaluator.unknown(loop, scope, [key]);
    const name = toText(key, loop.key.at);
    if (entries.has(name) && !loop.isGrouped) {
      throw new Failure(`the loop makes the key ${JSON.stringify(name)} twice`, loop.key.at);
    }
    ats.set(name, at);
    const group = groups.get(name);
    if (group) group.push(value);
    else if (loop.isGrouped) {
      const first = [value];
      groups.set(name, first);
      entries.set(name, first);
    } else {
      entries.set(name, value);
    }
  }
  const made = loop.key ? entries : list;
  evaluator.budget.items(all.length, loop.at);
  evaluator.offsets.remember(made, loop.at, ats);
  return made;
}

export function evaluateTemplateFor(loop: TemplateFor, scope: Scope, evaluator: Evaluation): Value {
  const all = rounds(loop, scope, evaluator);
  if (all instanceof Unknown) return evaluator.unknown(loop, scope, [all]);
  let text = '';
  for (const round of all) {
    const part = evaluator.evaluate(loop.body, round);
    if (part instanceof Unknown) return evaluator.unknown(loop, scope, [part]);
    const added = toText(part, loop.at);
    evaluator.budget.characters(added.length, loop.at);
    text += added;
  }
  return text;
}
