/**
 * Values of a template: parameters' defaults, variables, and what expressions make of them. What only a deployment can
 * tell stays open, with a key that is equal wherever the same expression is.
 */

import { isComplete, memberOf, possibleOf } from '../template-values.ts';
import { get, isObject, openPart, Unresolved } from '../unresolved.ts';
import { isTooLarge } from './budget.ts';
import { type Ask, answerCall } from './calls.ts';
import { type Copies, copyIndex, noCopies, turnsOf, variableOf, withVariables } from './copies.ts';
import { DefaultsByKey } from './defaults-read.ts';
import { callOfDeployment } from './deployment-functions.ts';
import type { CallExpression, Expression, MemberExpression } from './expressions.ts';
import { callWithLambdas, takesLambdas, variablesOf } from './lambdas.ts';
import { maxKey, OpenValues } from './open-values.ts';
import { payFor, payForAnswer } from './prices.ts';
import { type UserFunction, userFunction } from './user-functions.ts';
import { isNullable, loopNamed, type ScopeFacts, type World } from './world.ts';
import { repeated, valueOfWritten } from './written-values.ts';

export class Scope {
  readonly world: World<Scope>;
  readonly group: string | undefined;
  /** Location of that resource group. */
  readonly location: unknown;
  readonly #template: unknown;
  readonly #parameters: ReadonlyMap<string, () => unknown>;
  /** Tells the scopes of a document apart. */
  readonly id: number;
  readonly open: OpenValues;
  readonly #known = new Map<string, unknown>();
  readonly #defaults: DefaultsByKey;

  constructor(world: World<Scope>, template: unknown, { group, location, parameters }: ScopeFacts) {
    this.world = world;
    this.group = group;
    this.location = location;
    this.#template = template;
    this.#parameters = parameters ?? new Map();
    this.id = world.nextId++;
    this.open = new OpenValues(world, this.id);
    this.#defaults = new DefaultsByKey(world.defaults);
  }

  /** The value with its expressions answered as far as the document can. */
  resolve(value: unknown, copies: Copies = noCopies): unknown {
    this.world.budget.step();
    return this.#deeper(() => this.#bounded(valueOfWritten(value, copies, this)));
  }

  #deeper(compute: () => unknown): unknown {
    return this.world.budget.oneDeeper(compute, () =>
      this.open.unique('depth', '[nested too deeply]'),
    );
  }

  /** The turns of a copy loop; undefined where their number is open. */
  turns(loop: unknown, name: string, copies: Copies, kind?: 'resource'): Copies[] | undefined {
    const count = this.resolve(get(loop, 'count'), copies);
    return turnsOf(count, name, copies, this.world.budget, kind);
  }

  #bounded(value: unknown): unknown {
    return isTooLarge(value) ? this.open.unique('size', '[a value too large to follow]') : value;
  }

  evaluate(expression: Expression, copies: Copies): unknown {
    this.world.budget.step();
    if (expression.kind === 'literal') return expression.value;
    const value = this.#deeper(() => this.#bounded(this.#compute(expression, copies)));
    if (value instanceof Unresolved) {
      const text = `[${expression.source}]`;
      return value.key.length > maxKey
        ? this.open.unique('long', text)
        : new Unresolved(value.key, text, value.allowed);
    }
    const { origins } = this.world;
    if (expression.range && typeof value === 'object' && value !== null && !origins.has(value)) {
      origins.set(value, { expression, scope: this, copies });
    }
    return value;
  }

  #compute(expression: Exclude<Expression, { kind: 'literal' }>, copies: Copies): unknown {
    switch (expression.kind) {
      case 'call':
        return this.#call(expression, copies);
      case 'member':
        return this.#member(expression, copies);
      case 'let': {
        const values = expression.values.map((value) => this.evaluate(value, copies));
        return this.evaluate(
          expression.body(),
          withVariables(copies, variablesOf(expression), values),
        );
      }
      case 'lambda':
        return this.open.unique('lambda', '[]');
    }
  }

  #member(expression: MemberExpression, copies: Copies): unknown {
    const of = this.evaluate(expression.of, copies);
    const key = this.evaluate(expression.key, copies);
    if (expression.isSafe && of === null) return null;
    const value = memberOf(of, key);
    if (value !== undefined) return value;
    if (expression.isSafe && isComplete(of) && isComplete(key)) return null;
    const { key: openKey, text } = this.open.ofCall('member', [of, key]);
    const allowed =
      of instanceof Unresolved ? of.allowed?.map((one) => memberOf(one, key)) : undefined;
    return new Unresolved(openKey, text, allowed?.includes(undefined) ? undefined : allowed);
  }

  #call({ name, args, source }: CallExpression, copies: Copies): unknown {
    const at = (index: number) => {
      const arg = args[index];
      return arg ? this.evaluate(arg, copies) : undefined;
    };
    if (name === 'if') {
      const condition = at(0);
      if (typeof condition === 'boolean') return at(condition ? 1 : 2);
      const branches = [at(1), at(2)];
      const { key, text } = this.open.ofCall(name, [condition, ...branches]);
      return new Unresolved(key, text, possibleOf(branches));
    }
    if (takesLambdas(name)) {
      const open: string[] = [];
      const answer = callWithLambdas(name, args, (arg, variables = [], items = []) => {
        const value = this.evaluate(arg, withVariables(copies, variables, items));
        if (value instanceof Unresolved && items.length === 0) open.push(value.key);
        return value;
      });
      return answer ?? this.open.unique(`${name} ${open}`, '[]');
    }
    const values = args.map((_, index) => at(index));
    const [first] = values;
    payFor(name, values, this.world.budget);
    const ask = () => this.open.ofCall(name, values);
    const own = userFunction(this.#template, name);
    if (own) return this.#ofFunction(own, values);
    switch (name) {
      case 'parameters':
      case 'variables':
        return typeof first === 'string' ? this.#named(name, first) : ask();
      case 'copyindex':
        return copyIndex(copies, values) ?? ask();
      case 'lambdavariables':
        return variableOf(copies, first) ?? ask();
    }
    const ofDeployment = callOfDeployment(name, values, {
      reference: (key, isFull) => this.world.reference(key, isFull, this),
      group: this.group ?? openPart(`group ${this.id}`),
      resourceGroup: () =>
        this.#once(name, [name, []], () => ({
          name: this.group ?? this.open.ofCall('resourcegroup name', []),
          location: this.location ?? this.open.ofCall('resourcegroup location', []),
          id: this.open.ofCall('resourcegroup id', []),
        })),
      open: () => this.open.unique(name, `[${source}]`),
    });
    const answer =
      ofDeployment ?? answerCall(name, values, (call, about) => this.open.ofCall(call, about));
    payForAnswer(name, answer, this.world.budget);
    return answer;
  }

  /** What a function of the template returns for arguments; those left out have their defaults. */
  #ofFunction(own: UserFunction, values: readonly unknown[]): unknown {
    const { group, location } = this;
    const parameters = new Map(
      own.parameters
        .slice(0, values.length)
        .map((name, index) => [name, () => values[index]] as const),
    );
    const facts = { group, location, parameters };
    return new Scope(this.world, own.template, facts).resolve(own.output);
  }

  #named(kind: 'parameters' | 'variables', name: string): unknown {
    const key = name.toLowerCase();
    return this.#once(`${kind} ${key}`, [kind, [key]], () => this.#define(kind, name));
  }

  /** What is defined once in a scope; within its own definition it is open. */
  #once(key: string, within: Parameters<Ask>, define: () => unknown): unknown {
    if (!this.#known.has(key)) {
      this.#known.set(key, this.open.ofCall(...within));
      this.#known.set(key, this.#defaults.compute(key, define));
    } else this.#defaults.read(key);
    return this.#known.get(key);
  }

  #define(kind: 'parameters' | 'variables', name: string): unknown {
    const parameter = kind === 'parameters' ? this.#parameters.get(name.toLowerCase()) : undefined;
    const definition = get(get(this.#template, kind), name);
    if (parameter) {
      const value = parameter();
      // Null means that the parameter is left out.
      if (value !== null || get(definition, 'defaultValue') === undefined) return value;
    }
    if (kind === 'variables') {
      if (definition !== undefined) return this.resolve(definition);
      const loop = loopNamed(this.#template, name, this.world.budget);
      return loop ? repeated(loop, name, noCopies, this) : this.open.ofCall(kind, [name]);
    }
    const value = get(definition, 'defaultValue');
    if (value !== undefined) {
      this.world.defaults.add(this.defaultKey(name));
      return this.resolve(value);
    }
    if (isNullable(this.#template, definition)) return null;
    const { key, text } = this.open.ofCall(kind, [name]);
    const allowed = get(definition, 'allowedValues');
    return new Unresolved(key, text, Array.isArray(allowed) ? allowed : undefined);
  }

  /** Names the default of a parameter of this scope. */
  defaultKey(name: string): string {
    return `${this.id} ${name.toLowerCase()}`;
  }

  /** The outputs of this scope's template, each as { value }. */
  outputs = (): unknown => this.outputsOf(this.#template, '', noCopies);

  /** The outputs of a template whose expressions are read in this scope. */
  outputsOf(template: unknown, name: string, copies: Copies): unknown {
    const key = `outputs ${name}`;
    const outputs = get(template, 'outputs');
    return this.#once(key, [key, []], () =>
      Object.fromEntries(
        Object.entries(isObject(outputs) ? outputs : {}).map(([output, definition]) => [
          output,
          { value: this.resolve(get(definition, 'value'), copies) },
        ]),
      ),
    );
  }
}
