/** What all scopes of one document share, and what a scope takes in addition to its template. */

import { memoize } from '../../../network/memoize.ts';
import { get, keyOf, listOf } from '../unresolved.ts';
import type { Budget } from './budget.ts';
import type { Copies } from './copies.ts';
import { DefaultsRead } from './defaults-read.ts';
import { type Expression, parseExpression } from './expressions.ts';

/** An expression with what it was evaluated in. */
export interface Origin<Scope> {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly copies: Copies;
}

/** `Scope` is the kind of scope that asks; the world does not know more of it. */
export interface World<Scope> {
  readonly budget: Budget;
  /** The properties of a resource of the document, for reference(); undefined where it is not there. */
  readonly reference: (key: string, isFull: boolean, scope: Scope) => unknown;
  /** Which expression made an object or a list, in an input that says where its expressions are written. */
  readonly origins: WeakMap<object, Origin<Scope>>;
  readonly defaults: DefaultsRead;
  /** The expression that a text in brackets is; undefined for what does not follow the grammar. */
  readonly parse: (text: string) => Expression | undefined;
  /** Numbers that tell scopes, and values that are equal to no other, apart. */
  nextId: number;
}

export const worldOf = <Scope>(
  budget: Budget,
  reference: World<Scope>['reference'],
): World<Scope> => ({
  budget,
  reference,
  origins: new WeakMap(),
  defaults: new DefaultsRead(),
  // Each text once: a loop reads the same one in each of its turns.
  parse: memoize((text) => {
    budget.handle(text.length / charactersOfToken, text.length);
    return parseExpression(text.slice(1, -1));
  }),
  nextId: 0,
});
const charactersOfToken = 4;

export interface ScopeFacts {
  /** Name of the resource group that is deployed to, where the document says it. */
  readonly group?: string | undefined;
  readonly location?: unknown;
  /** Parameters by their names in lower case. */
  readonly parameters?: ReadonlyMap<string, () => unknown>;
}

/** True where a parameter, or the type that it names, may be left out. */
export function isNullable(template: unknown, parameter: unknown): boolean {
  const type = get(parameter, '$ref');
  const name = typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : '';
  const shape = get(get(template, 'definitions'), name);
  return [parameter, shape].some((one) => get(one, 'nullable') === true);
}

/** The copy loop that makes a variable. */
export function loopNamed(template: unknown, variable: string, budget: Budget): unknown {
  const loops = listOf(get(get(template, 'variables'), 'copy'));
  budget.handle(loops.length, 0);
  return loops.find((one) => keyOf(get(one, 'name')) === variable.toLowerCase());
}
