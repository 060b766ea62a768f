/** The attributes and blocks of a resource with their values, dynamic blocks written out. */

import type { DefaultsRead } from '../arm/defaults-read.ts';
import { Failure } from './budget.ts';
import type { Evaluation } from './evaluation.ts';
import { entriesOf } from './loops.ts';
import { type Scope, withNames } from './scope.ts';
import type { Attribute, Block, Body, Expression } from './syntax.ts';
import { isMap, Members, Unknown, type Value } from './values.ts';

/** Arguments of Terraform itself, which are none of the resource. */
const meta = new Set(['count', 'for_each', 'depends_on', 'provider', 'providers']);
const metaBlocks = new Set(['lifecycle', 'provisioner', 'connection', 'timeouts']);

export type ReportFailure = (failure: Failure) => void;

export class BlockReader {
  readonly #evaluator: Evaluation;
  readonly #report: ReportFailure;

  constructor(evaluator: Evaluation, report: ReportFailure) {
    this.#evaluator = evaluator;
    this.#report = report;
  }

  get defaults(): DefaultsRead {
    return this.#evaluator.defaults;
  }

  /** The value; unknown, and reported, where it cannot be evaluated. */
  value(expression: Expression, scope: Scope): Value {
    try {
      return this.#evaluator.evaluate(expression, scope);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#report(error);
      return this.#evaluator.unknown(expression, scope, []);
    }
  }

  /** All attributes and blocks; a block of which a part could not be read is unknown as a whole. */
  read(body: Body, scope: Scope, at: number, loopAt?: number): Map<string, Value> {
    const values = new Map<string, Value>();
    const ats = new Map<string, number>();
    for (const [name, attribute] of body.attributes) {
      if (meta.has(name)) continue;
      values.set(name, this.value(attribute.value, scope));
      ats.set(name, this.#offsetOfAttribute(attribute, scope));
    }
    for (const type of new Set(body.blocks.map(typeOf))) {
      if (type === undefined || metaBlocks.has(type)) continue;
      values.set(type, this.blocks(body, type, scope));
    }
    this.#evaluator.offsets.remember(values, at, ats, loopAt);
    return values;
  }

  /** The blocks of a type; one that is unknown may be any number of them. */
  blocks(body: Body, type: string, scope: Scope): Value[] {
    const list: Value[] = [];
    const ats = new Map<string | number, number>();
    let first: number | undefined;
    const add = (value: Value, at: number) => {
      ats.set(list.length, at);
      list.push(value);
    };
    for (const block of body.blocks) {
      if (typeOf(block) !== type) continue;
      first ??= block.at;
      if (block.type === 'dynamic') this.#dynamic(block, scope, add);
      else add(this.#block(block, scope, block.at), block.at);
    }
    this.#evaluator.budget.items(list.length, first ?? 0);
    this.#evaluator.offsets.remember(list, first ?? 0, ats);
    return list;
  }

  #block(block: Block, scope: Scope, at: number, loopAt?: number): Value {
    if (block.body.hasGaps) return this.#evaluator.unknown(block, scope, []);
    return this.read(block.body, scope, at, loopAt);
  }

  #dynamic(block: Block, scope: Scope, add: (value: Value, at: number) => void): void {
    const { attributes, blocks } = block.body;
    const content = blocks.find(({ type }) => type === 'content');
    const forEach = attributes.get('for_each');
    if (!content || !forEach || block.body.hasGaps) {
      this.#report(new Failure('the dynamic block has no for_each or no content', block.at));
      add(this.#evaluator.unknown(block, scope, []), block.at);
      return;
    }
    const collection = this.value(forEach.value, scope);
    if (collection === null) return;
    const entries = entriesOf(collection);
    if (!entries) {
      add(this.#evaluator.unknown(block, scope, [collection]), block.at);
      return;
    }
    const iterator = attributes.get('iterator')?.value;
    const name = iterator?.kind === 'variable' ? iterator.name : (block.labels[0]?.text ?? '');
    for (const { key, value } of entries) {
      const text = typeof key === 'string' || typeof key === 'number' ? key : '';
      const round = withNames(
        scope,
        new Map([
          [
            name,
            new Map([
              ['key', key],
              ['value', value],
            ]),
          ],
        ]),
        String(text),
      );
      const { offsets } = this.#evaluator;
      const at = offsets.at(value) ?? offsets.entryAt(collection, text) ?? content.at;
      // An unknown item of a set may equal another one.
      if (value instanceof Unknown && key === value)
        add(this.#evaluator.unknown(block, scope, [value]), at);
      else add(this.#block(content, round, at, content.at), at);
    }
  }

  /** Where the value of an attribute is written: the element of a list that a loop takes it from, a variable, a local. */
  #offsetOfAttribute({ value }: Attribute, scope: Scope): number {
    return this.offsetOf(value, scope);
  }

  offsetOf(expression: Expression, scope: Scope): number {
    try {
      return this.#valueAt(expression, scope) ?? expression.at;
    } catch (error) {
      if (error instanceof Failure) return expression.at;
      throw error;
    }
  }

  #valueAt(expression: Expression, scope: Scope): number | undefined {
    const { offsets } = this.#evaluator;
    switch (expression.kind) {
      case 'attribute': {
        const of = this.#evaluator.evaluate(expression.of, scope);
        if (of instanceof Members) return of.offsetOf?.(expression.name);
        return isMap(of) && of.size === 2 && expression.name === 'value' && of.has('key')
          ? offsets.at(of.get('value'))
          : offsets.entryAt(of, expression.name);
      }
      case 'index': {
        const key = this.#evaluator.evaluate(expression.key, scope);
        return typeof key === 'string' || typeof key === 'number'
          ? offsets.entryAt(this.#evaluator.evaluate(expression.of, scope), key)
          : undefined;
      }
      case 'call': {
        const [first, key] = expression.args;
        if (!first || !passing.has(expression.name)) return undefined;
        if (expression.name !== 'lookup' || !key) return this.#valueAt(first, scope);
        const name = this.#evaluator.evaluate(key, scope);
        return typeof name === 'string'
          ? offsets.entryAt(this.#evaluator.evaluate(first, scope), name)
          : undefined;
      }
      case 'conditional': {
        const condition = this.#evaluator.evaluate(expression.condition, scope);
        if (typeof condition !== 'boolean') return undefined;
        return this.offsetOf(condition ? expression.then : expression.otherwise, scope);
      }
      case 'template': {
        const [only] = expression.parts;
        return only && expression.parts.length === 1 ? this.offsetOf(only, scope) : undefined;
      }
      default:
        return undefined;
    }
  }
}

/** Functions that give their first argument, or a part of it. */
const passing = new Set(['try', 'lookup', 'coalesce', 'tostring', 'tonumber', 'tolist', 'toset']);

const typeOf = ({ type, labels }: Block) => (type === 'dynamic' ? labels[0]?.text : type);
