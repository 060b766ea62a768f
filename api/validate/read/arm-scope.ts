/**
 * Values of a template: its parameters' defaults, its variables, and what expressions make of them. What only a
 * deployment can answer stays open, with a key that is equal wherever the same question is asked.
 */

import { UserInputError } from '../../knowledge/user-input-error.ts';
import { answerCall } from './arm-calls.ts';
import { type Expression, parseExpression } from './arm-expressions.ts';
import { type Copies, isNullable, noCopies, type ScopeFacts, type World } from './arm-world.ts';
import { resourceIdKey } from './resource-id.ts';
import { isComplete, keysOf, measure, memberOf } from './template-values.ts';
import { get, isObject, openPart, Unresolved } from './unresolved.ts';

const maxSteps = 300_000;
const maxDepth = 200;
/** Above what a document can spell out in so many steps: a long list reaches the limit that its reader has for it. */
const maxSize = 2 * maxSteps;
const maxKey = 2000;
const maxCopies = 800;

const lambdaKey = (variable: string) => `lambda ${variable.toLowerCase()}`;

export class Scope {
  readonly world: World;
  readonly group: string | undefined;
  /** Location of that resource group. */
  readonly location: unknown;
  readonly #template: unknown;
  readonly #given: ReadonlyMap<string, () => unknown>;
  readonly #id: number;
  readonly #known = new Map<string, unknown>();

  constructor(world: World, template: unknown, { group, location, given }: ScopeFacts) {
    this.world = world;
    this.group = group;
    this.location = location;
    this.#template = template;
    this.#given = given ?? new Map();
    this.#id = world.scopes++;
  }

  /** The value with its expressions answered as far as the document can. */
  resolve(value: unknown, copies: Copies = noCopies): unknown {
    const { world } = this;
    world.steps += 1;
    if (world.steps > maxSteps) {
      throw new UserInputError('the template takes too many steps to read', {
        path: ['document'],
        given: `more than ${maxSteps} values and calls`,
        accepted: ['a template with the service and its network alone'],
      });
    }
    return this.#deeper(() => this.#bounded(this.#resolve(value, copies)));
  }

  #deeper(compute: () => unknown): unknown {
    const { world } = this;
    if (world.depth > maxDepth) return this.#open('depth', '[nested too deeply]');
    world.depth += 1;
    try {
      return compute();
    } finally {
      world.depth -= 1;
    }
  }

  #resolve(value: unknown, copies: Copies): unknown {
    if (typeof value === 'string') return this.#resolveText(value, copies);
    if (Array.isArray(value)) return value.map((item) => this.resolve(item, copies));
    if (!isObject(value)) return value;
    const loops = get(value, 'copy');
    const entries = Object.entries(value)
      .filter(([key]) => key.toLowerCase() !== 'copy' || !Array.isArray(loops))
      .map(([key, item]): [string, unknown] => [key, this.resolve(item, copies)]);
    for (const loop of Array.isArray(loops) ? loops : []) {
      const name = get(loop, 'name');
      if (typeof name === 'string') entries.push([name, this.#repeat(loop, name, copies)]);
    }
    return Object.fromEntries(entries);
  }

  #repeat(loop: unknown, name: string, copies: Copies): unknown {
    const indexes = this.indexes(get(loop, 'count'), name, copies);
    if (!indexes) return this.#open(`copy ${name}`, `[copy of ${name}]`);
    return indexes.map((inner) => this.resolve(get(loop, 'input'), inner));
  }

  /** The turns of a copy loop; undefined where their number is open. */
  indexes(count: unknown, name: string, copies: Copies): Copies[] | undefined {
    const turns = this.resolve(count, copies);
    if (typeof turns !== 'number' || !Number.isInteger(turns) || turns < 0 || turns > maxCopies) {
      return undefined;
    }
    return Array.from(
      { length: turns },
      (_, index) => new Map([...copies, [name.toLowerCase(), index], ['', index]]),
    );
  }

  #resolveText(text: string, copies: Copies): unknown {
    if (text.startsWith('[[')) return text.slice(1);
    if (!text.startsWith('[') || !text.endsWith(']')) return text;
    const expression = parseExpression(text.slice(1, -1));
    return expression ? this.#evaluate(expression, copies) : this.#open(text, text);
  }

  #bounded(value: unknown): unknown {
    const { size, depth } = measure(value);
    return size > maxSize || depth > maxDepth
      ? this.#open('size', '[a value too large to follow]')
      : value;
  }

  /** A question that is open here and equal to no other. */
  #open(description: string, text: string): Unresolved {
    this.world.steps += 1;
    return new Unresolved(openPart(`${this.world.steps} ${description.slice(0, 80)}`), text);
  }

  #evaluate(expression: Expression, copies: Copies): unknown {
    this.world.steps += 1;
    if (expression.kind === 'literal') return expression.value;
    const value = this.#deeper(() =>
      this.#bounded(
        expression.kind === 'call'
          ? this.#call(expression, copies)
          : this.#member(expression, copies),
      ),
    );
    if (!(value instanceof Unresolved)) return value;
    const text = `[${expression.source}]`;
    return value.key.length > maxKey ? this.#open('long', text) : new Unresolved(value.key, text);
  }

  #member(expression: Expression & { kind: 'member' }, copies: Copies): unknown {
    const of = this.#evaluate(expression.of, copies);
    const key = this.#evaluate(expression.key, copies);
    if (expression.isSafe && of === null) return null;
    const found = memberOf(of, key);
    if (found !== undefined) return found;
    if (expression.isSafe && isComplete(of) && isComplete(key)) return null;
    return this.#question('member', [of, key]);
  }

  #call({ name, args, source }: Expression & { kind: 'call' }, copies: Copies): unknown {
    const at = (index: number) => {
      const arg = args[index];
      return arg ? this.#evaluate(arg, copies) : undefined;
    };
    if (name === 'if') {
      const condition = at(0);
      if (typeof condition === 'boolean') return at(condition ? 1 : 2);
    }
    if (name === 'map' || name === 'filter') return this.#each(name, args, copies);
    const values = args.map((_, index) => at(index));
    const [first] = values;
    this.world.steps += Math.ceil(
      values.reduce((sum: number, one) => sum + measure(one).size, 0) / 16,
    );
    switch (name) {
      case 'parameters':
      case 'variables':
        return typeof first === 'string' ? this.#named(name, first) : this.#question(name, values);
      case 'copyindex': {
        const loop = typeof first === 'string' ? first.toLowerCase() : '';
        const index = copies.get(loop);
        if (typeof index !== 'number') return this.#question(name, values);
        const offset = typeof first === 'number' ? first : values[1];
        return index + (typeof offset === 'number' ? offset : 0);
      }
      case 'lambdavariables':
        return typeof first === 'string'
          ? (copies.get(lambdaKey(first)) ?? this.#question(name, values))
          : this.#question(name, values);
      case 'reference': {
        const key = first instanceof Unresolved ? first.key : first;
        if (typeof key !== 'string') return this.#question(name, values);
        const isFull = typeof values[2] === 'string' && values[2].toLowerCase() === 'full';
        return this.world.reference(key, isFull, this) ?? this.#question(name, values);
      }
      case 'resourceid':
      case 'extensionresourceid':
      case 'subscriptionresourceid':
      case 'tenantresourceid': {
        const group = this.group ?? openPart(`group ${this.#id}`);
        const key = resourceIdKey(name, values, group);
        return key === undefined
          ? this.#question(name, values)
          : new Unresolved(key, `[${source}]`);
      }
      case 'resourcegroup':
        return {
          name: this.group ?? this.#question('resourcegroup name', []),
          location: this.location ?? this.#question('resourcegroup location', []),
          id: this.#question('resourcegroup id', []),
        };
      case 'newguid':
      case 'utcnow':
        return this.#open(name, `[${source}]`);
    }
    return answerCall(name, values, (asked, about) => this.#question(asked, about));
  }

  /** map() and filter(): the lambda's expression, once for each item. */
  #each(name: 'map' | 'filter', [list, lambda]: readonly Expression[], copies: Copies): unknown {
    const items = list && this.#evaluate(list, copies);
    const [variable, body] = lambda?.kind === 'call' && lambda.name === 'lambda' ? lambda.args : [];
    if (!Array.isArray(items) || variable?.kind !== 'literal' || !body) {
      return this.#open(name, '[]');
    }
    const answers = items.map((item: unknown) =>
      this.#evaluate(body, new Map([...copies, [lambdaKey(String(variable.value)), item]])),
    );
    if (name === 'map') return answers;
    return answers.every((answer) => typeof answer === 'boolean')
      ? items.filter((_, index) => answers[index])
      : this.#open(name, '[]');
  }

  /** An open answer; the same question in the same scope has the same one. */
  #question(name: string, values: readonly unknown[]): Unresolved {
    const isLocal = values.length === 0 || ['parameters', 'copyindex', 'variables'].includes(name);
    const keys = keysOf(values).join();
    if (keys.length > maxKey) return this.#open(name, '[]');
    return new Unresolved(openPart(`${isLocal ? this.#id : ''} ${name}(${keys})`), '[]');
  }

  #named(kind: 'parameters' | 'variables', name: string): unknown {
    const key = `${kind} ${name.toLowerCase()}`;
    if (!this.#known.has(key)) {
      this.#known.set(key, this.#question(kind, [name.toLowerCase()]));
      this.#known.set(key, this.#define(kind, name));
    }
    return this.#known.get(key);
  }

  #define(kind: 'parameters' | 'variables', name: string): unknown {
    const given = kind === 'parameters' ? this.#given.get(name.toLowerCase()) : undefined;
    if (given) return given();
    const definition = get(get(this.#template, kind), name);
    if (kind === 'variables') {
      if (definition !== undefined) return this.resolve(definition);
      const loops = get(get(this.#template, kind), 'copy');
      const loop = (Array.isArray(loops) ? loops : []).find(
        (one) => String(get(one, 'name')).toLowerCase() === name.toLowerCase(),
      );
      return loop ? this.#repeat(loop, name, noCopies) : this.#question(kind, [name]);
    }
    const value = get(definition, 'defaultValue');
    if (value !== undefined) return this.resolve(value);
    return isNullable(this.#template, definition) ? null : this.#question(kind, [name]);
  }

  /** The outputs of this scope's template, each as { value }. */
  outputs(): unknown {
    return this.outputsOf(this.#template, '', noCopies);
  }

  /** The outputs of a template whose expressions are read in this scope. */
  outputsOf(template: unknown, name: string, copies: Copies): unknown {
    const key = `outputs ${name}`;
    if (!this.#known.has(key)) {
      const outputs = get(template, 'outputs');
      this.#known.set(key, this.#question(key, []));
      this.#known.set(
        key,
        Object.fromEntries(
          Object.entries(isObject(outputs) ? outputs : {}).map(([output, definition]) => [
            output,
            { value: this.resolve(get(definition, 'value'), copies) },
          ]),
        ),
      );
    }
    return this.#known.get(key);
  }
}
