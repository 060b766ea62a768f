/** The value of an expression. Steps, items and characters are counted; what cannot be known is an unknown value. */

import { DefaultsRead } from '../arm/defaults-read.ts';
import { type Budget, Failure } from './budget.ts';
import { toText, toWhole, truthOf } from './conversions.ts';
import type { Arguments, CallFunction, Evaluation } from './evaluation.ts';
import { evaluateFor, evaluateTemplateFor } from './loops.ts';
import { binary, unary } from './operators.ts';
import { type Scope, withNames } from './scope.ts';
import type { Call, Conditional, Expression, Splat, Template } from './syntax.ts';
import type { ValueOffsets } from './value-offsets.ts';
import {
  areEqual,
  describeKind,
  isMap,
  itemsOf,
  Members,
  missingIn,
  openText,
  shortText,
  Unknown,
  unknownFrom,
  type Value,
} from './values.ts';

export class Evaluator implements Evaluation {
  readonly budget: Budget;
  readonly offsets: ValueOffsets;
  /** Of variables of the root module. */
  readonly defaults = new DefaultsRead();
  readonly #functions: (name: string) => CallFunction | undefined;

  constructor(
    budget: Budget,
    offsets: ValueOffsets,
    functions: (name: string) => CallFunction | undefined,
  ) {
    this.budget = budget;
    this.offsets = offsets;
    this.#functions = functions;
  }

  evaluate(expression: Expression, scope: Scope): Value {
    this.budget.step(expression.at);
    if (expression.kind === 'literal') return expression.value;
    return this.budget.deeper(expression.at, () => this.#evaluate(expression, scope));
  }

  #evaluate(expression: Exclude<Expression, { kind: 'literal' }>, scope: Scope): Value {
    const { at } = expression;
    switch (expression.kind) {
      case 'variable':
        return this.#named(expression.name, scope, at);
      case 'attribute':
        return this.member(this.evaluate(expression.of, scope), expression.name, at);
      case 'index':
        return this.#item(
          this.evaluate(expression.of, scope),
          this.evaluate(expression.key, scope),
          at,
        );
      case 'splat':
        return this.#splat(expression, scope);
      case 'splat-item':
        return scope.lookup('*', at) ?? null;
      case 'template':
        return this.#template(expression, scope);
      case 'template-if': {
        const condition = this.evaluate(expression.condition, scope);
        const isTrue = truthOf(condition, at);
        if (isTrue === undefined) return this.unknown(expression, scope, [condition]);
        return this.evaluate(isTrue ? expression.then : expression.otherwise, scope);
      }
      case 'template-for':
        return evaluateTemplateFor(expression, scope, this);
      case 'tuple': {
        const items = expression.items.map((item) => this.evaluate(item, scope));
        this.budget.items(items.length + 1, at);
        this.offsets.remember(
          items,
          at,
          new Map(expression.items.map((item, index) => [index, item.at])),
        );
        return items;
      }
      case 'object': {
        const entries = new Map<string, Value>();
        const ats = new Map<string, number>();
        for (const { key, value } of expression.items) {
          const name = this.evaluate(key, scope);
          if (name instanceof Unknown) return this.unknown(expression, scope, [name]);
          const text = toText(name, key.at);
          entries.set(text, this.evaluate(value, scope));
          ats.set(text, value.at);
        }
        this.budget.items(entries.size + 1, at);
        this.offsets.remember(entries, at, ats);
        return entries;
      }
      case 'for':
        return evaluateFor(expression, scope, this);
      case 'unary':
        return unary(expression, this.evaluate(expression.operand, scope));
      case 'binary':
        return binary(expression, scope, this);
      case 'conditional':
        return this.#conditional(expression, scope);
      case 'call':
        return this.#call(expression, scope);
      case 'unreadable':
        return this.unknown(expression, scope, []);
    }
  }

  /** Where the condition is unknown, two equal values are still that value. */
  #conditional({ condition, then, otherwise, at }: Conditional, scope: Scope): Value {
    const value = this.evaluate(condition, scope);
    const isTrue = truthOf(value, at);
    if (isTrue !== undefined) return this.evaluate(isTrue ? then : otherwise, scope);
    try {
      const first = this.evaluate(then, scope);
      if (areEqual(first, this.evaluate(otherwise, scope))) return first;
    } catch (error) {
      // One of the two need not have a value.
      if (!(error instanceof Failure)) throw error;
    }
    return this.unknown({ at }, scope, [value]);
  }

  /** What an expression gives that depends on these values; no other expression gives the same. */
  unknown(expression: { readonly at: number }, scope: Scope, parts: readonly Value[]): Unknown {
    return new Unknown(openText(this.#where(expression.at, scope)), { missing: missingIn(parts) });
  }

  #where(at: number, scope: Scope): string {
    const { file, line, column } = this.offsets.locate(at);
    return `expression at ${file}:${line}:${column}${scope.text === '' ? '' : ` in ${scope.text}`}`;
  }

  #named(name: string, scope: Scope, at: number): Value {
    const value = scope.lookup(name, at);
    if (value !== undefined) return value;
    throw new Failure(`there is no ${name}`, at);
  }

  member(of: Value, name: string, at: number): Value {
    if (of instanceof Members) return of.member(name, at);
    if (of instanceof Unknown) return this.#part(of, `.${name}`, at);
    if (isMap(of)) {
      const value = of.get(name);
      if (value !== undefined) return value;
      throw new Failure(`the object has no ${name}`, at);
    }
    throw new Failure(`${describeKind(of)} has no ${name}`, at);
  }

  #part(of: Unknown, access: string, at: number): Unknown {
    const { file, line, column } = this.offsets.locate(at);
    return unknownFrom(
      `${shortText(of)}${access}`,
      [of],
      `part at ${file}:${line}:${column} of ${of.text}`,
    );
  }

  #item(of: Value, key: Value, at: number): Value {
    if (of instanceof Unknown) return this.#part(of, `(${shortText(key)})`, at);
    if (key instanceof Unknown) {
      return unknownFrom(`${shortText(of)}(${shortText(key)})`, [key], `item at ${at}`);
    }
    if (of instanceof Members) {
      if (of.item) return of.item(typeof key === 'number' ? key : toText(key, at));
      return of.member(toText(key, at), at);
    }
    if (isMap(of)) return this.member(of, toText(key, at), at);
    const items = itemsOf(of);
    if (!items) throw new Failure(`${describeKind(of)} has no items`, at);
    const item = items[toWhole(key, at)];
    if (item === undefined) throw new Failure(`the list has no item ${shortText(key)}`, at);
    return item;
  }

  #splat({ of, each, at }: Splat, scope: Scope): Value {
    const value = this.evaluate(of, scope);
    if (value === null) return [];
    if (value instanceof Unknown) return this.#part(value, '.*', at);
    if (value instanceof Members && value.item) return this.unknown({ at }, scope, []);
    const items = itemsOf(value) ?? [value];
    this.budget.items(items.length, at);
    return items.map((item) => this.evaluate(each, withNames(scope, new Map([['*', item]]))));
  }

  #template({ parts, at }: Template, scope: Scope): Value {
    const [only] = parts;
    // A string that is one interpolation is the value itself, a directive is always a text.
    if (only && parts.length === 1) return this.evaluate(only, scope);
    const values = parts.map((part) => this.evaluate(part, scope));
    let text = '';
    for (const value of values) text += value instanceof Unknown ? value.text : toText(value, at);
    this.budget.characters(text.length, at);
    if (!values.some((value) => value instanceof Unknown)) return text;
    return new Unknown(text.length > 1000 ? openText(this.#where(at, scope)) : text, {
      missing: missingIn(values),
    });
  }

  #call(call: Call, scope: Scope): Value {
    const implementation = this.#functions(call.name);
    if (implementation) return implementation({ call, scope, evaluator: this });
    const values = this.argumentsOf({ call, scope, evaluator: this });
    return unknownFrom(
      `${call.name}(${(values instanceof Unknown ? [values] : values).map(shortText).join(', ')})`,
      values instanceof Unknown ? [values] : values,
      this.#where(call.at, scope),
    );
  }

  /** The values of all arguments, a last one with `...` taken apart; unknown where that one is. */
  argumentsOf({ call, scope }: Arguments): readonly Value[] | Unknown {
    const values = call.args.map((arg) => this.evaluate(arg, scope));
    if (!call.isExpanded) return values;
    const last = values.at(-1) ?? null;
    if (last instanceof Unknown) return last;
    const items = itemsOf(last);
    if (!items) throw new Failure('expected a list before ...', call.at);
    this.budget.items(items.length, call.at);
    return [...values.slice(0, -1), ...items];
  }

  /** The unknown value of a call, from the values of its arguments. */
  unknownCall({ call, scope }: Arguments, values: readonly Value[]): Unknown {
    return unknownFrom(
      `${call.name}(${values.map(shortText).join(', ')})`,
      values.flatMap((value) => unknownParts(value)),
      this.#where(call.at, scope),
    );
  }
}

/** The unknown values in it, not deeper than two levels, and not all of many: they say which variables are missing. */
function unknownParts(value: Value, depth = 0): Value[] {
  if (value instanceof Unknown) return [value];
  if (depth > 2) return [];
  const parts = isMap(value) ? [...value.values()] : (itemsOf(value) ?? []);
  return parts.slice(0, 200).flatMap((part) => unknownParts(part, depth + 1));
}
