/** Values as the type of a variable wants them: converted, with the defaults of optional attributes. */

import { Failure } from './budget.ts';
import { toNumber, toText, toTruth } from './conversions.ts';
import type { Evaluation } from './evaluation.ts';
import { toSet } from './functions/collections.ts';
import type { Scope } from './scope.ts';
import type { Expression } from './syntax.ts';
import { describeKind, isMap, itemsOf, Members, Unknown, type Value } from './values.ts';

export class Converter {
  readonly #evaluator: Evaluation;
  readonly #scope: Scope;

  constructor(evaluator: Evaluation, scope: Scope) {
    this.#evaluator = evaluator;
    this.#scope = scope;
  }

  convert(value: Value, type: Expression): Value {
    this.#evaluator.budget.step(type.at);
    if (value === null || value instanceof Unknown || value instanceof Members) return value;
    const made = this.#evaluator.budget.deeper(type.at, () => this.#converted(value, type));
    this.#evaluator.offsets.inherit(made, value);
    return made;
  }

  #converted(value: Value, type: Expression): Value {
    const { at } = type;
    if (type.kind === 'variable') {
      if (type.name === 'string') return toText(value, at);
      if (type.name === 'number') return toNumber(value, at);
      return type.name === 'bool' ? toTruth(value, at) : value;
    }
    if (type.kind !== 'call') return value;
    const [inner] = type.args;
    const convert = (part: Value) => (inner ? this.convert(part, inner) : part);
    switch (type.name) {
      case 'list':
        return this.#items(value, at).map(convert);
      case 'set':
        return toSet(this.#items(value, at).map(convert));
      case 'map':
        return this.#map(value, at, convert);
      case 'object':
        return inner?.kind === 'object' ? this.#object(value, inner) : value;
      case 'tuple':
        return this.#items(value, at).map((part, index) => {
          const own = inner?.kind === 'tuple' ? inner.items[index] : undefined;
          return own ? this.convert(part, own) : part;
        });
      default:
        return value;
    }
  }

  #items(value: Value, at: number): readonly Value[] {
    const items = itemsOf(value);
    if (!items) throw new Failure(`expected a list, not ${describeKind(value)}`, at);
    this.#evaluator.budget.items(items.length, at);
    return items;
  }

  #map(value: Value, at: number, convert: (part: Value) => Value): Value {
    if (!isMap(value)) throw new Failure(`expected an object, not ${describeKind(value)}`, at);
    this.#evaluator.budget.items(value.size, at);
    return new Map([...value].map(([key, part]) => [key, convert(part)]));
  }

  #object(value: Value, type: Expression & { kind: 'object' }): Value {
    if (!isMap(value)) throw new Failure(`expected an object, not ${describeKind(value)}`, type.at);
    const made = new Map<string, Value>();
    for (const { key, value: member } of type.items) {
      const name = key.kind === 'literal' ? String(key.value) : '';
      made.set(name, this.#member(value.get(name) ?? null, value.has(name), name, member));
    }
    this.#evaluator.budget.items(made.size, type.at);
    return made;
  }

  #member(value: Value, isSet: boolean, name: string, type: Expression): Value {
    if (type.kind !== 'call' || type.name !== 'optional') {
      if (!isSet) throw new Failure(`the object has no ${name}`, type.at);
      return this.convert(value, type);
    }
    const [inner, otherwise] = type.args;
    const own =
      value === null && otherwise ? this.#evaluator.evaluate(otherwise, this.#scope) : value;
    return inner ? this.convert(own, inner) : own;
  }
}
